from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.rank.centroid import term_weights
from summarizers.sections.features import Rows, features
from summarizers.text.analysis import analyse
from summarizers.types import Document, Publication


def rows(body: str, title: str = "", published: str | None = "2031-03-06") -> Rows:
    date = Publication.parse(published) if published else None
    analysis = analyse(Document(id="a", title=title, body=body, published=date))
    return features(analysis, term_weights(analysis.stems, analysis.bags))


@given(st.text(max_size=300), st.text(max_size=60))
def test_there_is_one_row_a_sentence_and_no_value_out_of_range(body: str, title: str) -> None:
    found = rows(body, title)
    assert len(found.own) == len(analyse(Document(id="a", title=title, body=body)).sentences)
    for row in (found.shared, *found.own):
        assert all(0 <= value <= 9 for value in row.values())


def test_the_headline_is_shared_by_all_sentences() -> None:
    shared = rows("The ports reopened.", title="Union signs deal").shared
    assert {"t:conclude", "t:deal"} <= set(shared)


def test_a_sentence_that_takes_up_the_headline_says_so() -> None:
    first, second = rows("The union signed the deal. It rained.", title="Union signs deal").own
    assert (first["t~settled"], second["t~settled"]) == (1, 0)
    assert first["title"] > second["title"] == 0


def test_a_year_before_the_article_is_history_and_needs_a_date() -> None:
    body = "In 2019 the ports closed."
    assert rows(body).own[0]["pastyear"] == 1
    assert rows(body, published=None).own[0]["pastyear"] == 0
    assert rows("By 2035 the ports close.").own[0]["pastyear"] == 0


def test_a_pair_of_cues_counts_beside_its_parts() -> None:
    row = rows("The senate passed the bill.").own[0]
    assert row["pass&law"] == row["c:pass"] == row["c:law"] == 1


def test_neighbours_lend_their_disputes() -> None:
    first, second = rows("The union rejected the offer and sued. It rained.").own
    assert second["prev_d"] == 2
    assert "prev_d" not in first
    assert first["next_d"] == 0


def test_a_new_deal_is_told_from_the_known_one() -> None:
    new, known = rows("They signed a new deal. The deal covers ships.").own
    assert (new["newdeal"], known["newdeal"], known["defdeal"]) == (1, 0, 1)


@pytest.mark.parametrize(
    ("text", "under", "holds"),
    [
        ("Under the new two-year contract, pay rises.", 1, 0),
        ("The three-year deal also includes pay.", 0, 1),
        ("The deal was signed.", 0, 0),
        ("Under the bridge it rained.", None, None),
    ],
)
def test_what_a_deal_holds_is_told_from_the_deal(text: str, under: int | None, holds: int | None) -> None:
    row = rows(text).own[0]
    assert (row.get("under"), row.get("holds")) == (under, holds)


@pytest.mark.parametrize(
    ("text", "mutual"),
    [
        ("Both sides will set up a working group on water.", 1),
        ("The two will share the cost of a lawyer.", 1),
        ("The envoy said that the two governments are to lower the levy.", 1),
        ("The two sides will not lower the levy.", 0),
        ("The port will lower both levies.", 0),
        ("Each of the six, two of them new, failed; Venn will pay.", 0),
    ],
)
def test_what_both_parties_will_do_is_told_from_what_one_will(text: str, mutual: int) -> None:
    assert bool(rows(text).own[0].get("mutual")) == bool(mutual)


def test_a_sentence_without_a_cue_that_is_needed_has_an_empty_row_and_the_others_the_same_one() -> None:
    body = "It rained on the bay. The union signed the deal. The senate denied it."
    analysis = analyse(Document(id="a", title="Union signs deal", body=body))
    weights = term_weights(analysis.stems, analysis.bags)
    first, second, third = features(analysis, weights, frozenset({"c:deal"})).own
    assert (first, third) == ({}, {})
    assert second == features(analysis, weights).own[1]


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("The union will sue.", "will:foe"),
        ("The senate lifted the tariffs.", "easing"),
        ("Critics denounced the bill.", "did:accuse"),
        ("The union signed the deal.", "done:conclude"),
        ("The senate passed the bill.", "pass&law"),
        ("It rained on the bay.", "settled0"),
    ],
)
def test_whatever_a_sentence_has_by_its_cues_may_be_what_is_needed(text: str, need: str) -> None:
    analysis = analyse(Document(id="a", title="", body=text))
    weights = term_weights(analysis.stems, analysis.bags)
    (row,) = features(analysis, weights, frozenset({need})).own
    assert row == features(analysis, weights).own[0]
    assert row[need] == 1
