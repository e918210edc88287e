"""Passages: whole sentences, none lost, one shared with the next."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.passages import LONGEST, WORDS, passages
from summarizers.text.sentences import split

TEXT = st.lists(
    st.sampled_from(["The ferry left early.", "Nobody saw it go!", "Was it late?", "x " * 60 + "end.", "\n"]),
    max_size=40,
).map(" ".join)


@given(TEXT)
def test_every_sentence_lies_in_a_passage_and_each_passage_shares_one_with_the_next(body: str) -> None:
    found = passages(body)
    sentences = [(one.start, one.end) for one in split(body)]
    assert list(dict.fromkeys(s for one in found for s in one.sentences)) == sentences
    for one, other in pairwise(found):
        assert one.sentences[-1] == other.sentences[0]
        assert len(other.sentences) > 1


def test_a_short_body_is_one_passage_and_an_empty_one_none() -> None:
    (one,) = passages("Cranes moved. Ships left.")
    assert (one.start, one.end) == (0, 25)
    assert passages(" \n") == ()


def test_a_long_body_is_cut_near_the_wanted_length() -> None:
    found = passages("The ferry left the quay very early. " * 100)
    assert all(body <= WORDS for body in (7 * len(one.sentences) for one in found))


def test_a_table_is_not_repeated_in_the_next_passage() -> None:
    table = "cell " * (LONGEST // 4) + "end."
    first, second = passages(f"{table} Then the ferry left.")
    assert first.end <= second.start
