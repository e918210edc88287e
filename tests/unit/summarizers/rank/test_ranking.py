from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.rank.centroid import closeness, term_weights
from summarizers.rank.diversity import overlap, pick, share
from summarizers.rank.extract import summary
from summarizers.rank.lead import position
from summarizers.text.analysis import analyse
from summarizers.types import Document

BAGS = st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=5), max_size=8)


def test_position_falls_by_e_every_three_sentences() -> None:
    assert position(0) == 1
    assert position(6) == pytest.approx(position(3) ** 2)
    assert position(24) == position(1000) == 0


def test_a_stem_of_many_sentences_weighs_less_than_one_as_frequent_in_few() -> None:
    sentences = [["port", "port", "a"], ["sea", "b"], ["sea", "c"]]
    weights = term_weights(sentences, [*map(frozenset, sentences)])
    assert weights["port"] > weights["sea"] > weights["a"]


def test_the_sentence_of_the_commonest_stems_is_closest() -> None:
    bags = [
        frozenset({"port", "strike", "union", "pay"}),
        frozenset({"port", "strike", "union", "talks"}),
        frozenset({"cat", "hat", "mat", "bat"}),
    ]
    close = closeness(bags, term_weights(bags, bags))
    assert max(close) == 1
    assert close[2] == min(close)


def test_closeness_of_nothing_is_nothing() -> None:
    assert closeness([], {}) == []
    assert closeness([frozenset(), frozenset()], {}) == [0, 0]


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9)))
def test_overlap_is_symmetric_and_a_share(left: frozenset[int], right: frozenset[int]) -> None:
    ours, theirs = frozenset(map(str, left)), frozenset(map(str, right))
    assert 0 <= overlap(ours, theirs) == overlap(theirs, ours) <= 1


def test_share_counts_the_part_only() -> None:
    assert share(frozenset("ab"), frozenset("bcd")) == 0.5
    assert share(frozenset(), frozenset("a")) == 0


@given(BAGS, st.integers(0, 10))
def test_picking_names_each_item_once_and_no_more_than_asked(bags: list[frozenset[str]], count: int) -> None:
    picked = pick([1.0] * len(bags), bags, count, 0.8)
    assert len(picked) == len(set(picked)) == min(count, len(bags))


def test_a_repetition_gives_way_to_a_weaker_new_sentence() -> None:
    bags = [frozenset("abcd"), frozenset("abcd"), frozenset("wxyz")]
    assert pick([1.0, 0.9, 0.5], bags, 2, 0.8) == (0, 2)


def test_the_summary_keeps_the_order_of_the_text_and_skips_what_repeats() -> None:
    body = (
        "The port of Selwyn reopened on Monday after a strike over pay. "
        "After a strike over pay the port of Selwyn reopened on Monday. "
        "A cat slept. "
        "The union of the port workers accepted a raise of four percent over two years."
    )
    document = Document(id="a", title="Selwyn port reopens after union accepts raise", body=body)
    assert summary(analyse(document), 2) == (0, 3)
    assert summary(analyse(document), 0) == ()
    assert summary(analyse(document), 9) == (0, 1, 2, 3)
