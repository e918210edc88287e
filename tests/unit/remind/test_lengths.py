"""How far a move goes, and to which day that comes."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.remind.cues import MOVED, sure
from bot.remind.lengths import further, length_in
from summarizers.dates import find
from summarizers.types import Publication

PUBLISHED = Publication(local_date=dt.date(2031, 11, 5))


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("Sarrow extended the truce by a year.", "P1Y"),
        ("Sarrow agreed to extend the truce by 90 days.", "P90D"),
        ("The truce was extended for another year.", "P1Y"),
        ("The truce is extended for a further six months.", "P6M"),
        ("Sarrow granted a one-year extension of the truce.", "P1Y"),
        ("The hearing was postponed by two weeks.", "P2W"),
        ("The vote was brought forward by a week.", "-P1W"),
        ("The truce, due to expire on November 20, was extended by one year.", "P1Y"),
        ("Sarrow extended the truce by a year to November 20, 2032.", ""),
        ("Sarrow extended the truce until November 20.", ""),
        ("Sarrow extended the truce.", ""),
    ],
)
def test_a_move_that_names_no_date_says_how_far(sentence: str, length: str) -> None:
    cue = sure(MOVED, sentence)
    assert cue
    assert length_in(sentence, 0, len(sentence), cue[0], list(find(sentence, PUBLISHED))) == length


@pytest.mark.parametrize(
    ("day", "length", "expected"),
    [
        ("2025-11-10", "P1Y", "2026-11-10"),
        ("2028-02-29", "P1Y", "2029-02-28"),
        ("2031-01-31", "P1M", "2031-02-28"),
        ("2031-12-15", "P3M", "2032-03-15"),
        ("2031-11-20", "-P1W", "2031-11-13"),
        ("2031-11-20", "P90D", "2032-02-18"),
    ],
)
def test_a_length_comes_to_a_day(day: str, length: str, expected: str) -> None:
    assert further(dt.date.fromisoformat(day), length) == dt.date.fromisoformat(expected)


def test_past_the_end_of_the_calendar_there_is_no_day() -> None:
    assert further(dt.date(9999, 6, 1), "P1Y") is None
    assert further(dt.date(9999, 12, 31), "P1D") is None
    assert further(dt.date(2031, 6, 1), "PT5H") is None
