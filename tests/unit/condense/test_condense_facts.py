"""Agreements and tensions: when two statements tell one fact, and when they name the same figures."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.condense.facts import Statement, overlap, same_day, same_fact, same_figures
from summarizers.types import Boundary, Deadline, Section

CLAIM = "The union rejected the harbour company's offer on night shifts."


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (CLAIM, True),
        ("The harbour company's offer on night shifts was rejected by the dockers' union on Monday.", True),
        ("The union rejected the government's draft of the pension law.", False),
        ("Two ministers quarrelled over the diesel levy.", False),
        ("Rejected.", False),
        ("", False),
    ],
)
def test_statements_are_one_fact_if_the_shorter_shares_most_of_its_words(other: str, same: bool) -> None:
    one, two = Statement(Section.TENSION, CLAIM), Statement(Section.TENSION, other)
    assert same_fact(one, two) is same_fact(two, one) is same


@pytest.mark.parametrize(
    ("one", "other", "share"), [("", "", 0.0), ("Talks.", "Talks.", 1.0), ("Talks.", "Votes.", 0.0)]
)
def test_texts_of_few_words_are_the_same_only_if_equal(one: str, other: str, share: float) -> None:
    assert overlap(one, other) == share


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5 crowns", "6 crowns", False),
        ("5 crowns, then 6.", "6 crowns; earlier 5", True),
        ("1,000 tonnes.", "1,000 tonnes", True),
        ("41.50 a share", "41.5 a share", False),
        ("no figure", "none here", True),
    ],
)
def test_figures_are_compared_without_the_punctuation_after_them(one: str, other: str, same: bool) -> None:
    assert same_figures(one, other) is same


TEXTS = st.lists(st.sampled_from([*CLAIM.split(), "levy", "senate", "5"]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_sharing_words_is_mutual_and_a_share(one: str, other: str) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert 0.0 <= overlap(one, other) <= 1.0


@pytest.mark.parametrize(
    ("boundary", "day", "same"),
    [("within", 19, True), ("within", 27, False), ("by", 19, False), ("by", 18, True)],
)
def test_what_is_only_soon_is_one_fact_whatever_the_day_of_its_article(
    boundary: Boundary, day: int, same: bool
) -> None:
    one, other = (
        Statement(
            Section.DEADLINE,
            "The minister will name his deputy in the coming days.",
            Deadline(
                date=dt.date(2026, 11, first),
                end=dt.date(2026, 11, first) + dt.timedelta(6) if boundary == "within" else None,
                granularity="week",
                boundary=boundary,
                about="The minister will name his deputy",
            ),
        )
        for first in (18, day)
    )
    assert same_fact(one, other) is same_day(one.deadline, other.deadline) is same
