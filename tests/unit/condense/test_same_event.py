from __future__ import annotations

from datetime import date

import pytest

from bot.condense.facts import Statement, same_fact
from summarizers.types import Deadline, Section


def _due(text: str, day: int = 4) -> Statement:
    return Statement(Section.DEADLINE, text, Deadline(date=date(2031, 11, day), about=text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Oral argument will go forward on November 4 at 10 a.m.",
            "Observers must be in place by November 4.",
        ),
        ("Comments are due by noon on 6 November.", "The prisoners are to be freed on 6 November at noon."),
        ("The result is due on Monday.", "The council is due to meet on Monday."),
    ],
)
def test_events_that_share_only_their_date_stay_apart(one: str, other: str) -> None:
    assert not same_fact(_due(one), _due(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The tariff standstill lapses on 4 November unless both cabinets extend it.",
            "The present standstill on tariffs expires on November 4.",
        ),
        ("Oral argument is scheduled for Nov. 4.", "The court hears oral argument on November 4 at 10 a.m."),
    ],
)
def test_reports_of_one_event_in_other_words_are_one(one: str, other: str) -> None:
    assert same_fact(_due(one), _due(other))


def test_the_same_words_on_another_day_are_another_event() -> None:
    text = "The standstill on tariffs expires."
    assert not same_fact(_due(text, 4), _due(text, 5))


def test_a_deadline_and_a_tension_are_never_one_fact() -> None:
    text = "The standstill on tariffs expires on 4 November."
    assert not same_fact(_due(text), Statement(Section.TENSION, text))


def test_within_one_story_a_word_in_common_is_enough_for_two_deadlines_of_one_kind() -> None:
    short, long = (
        _due("The present standstill expires on November 4."),
        _due("The standstill on tariffs lapses."),
    )
    assert same_fact(short, long, one_story=True)
    assert not same_fact(short, long)
