"""Days that articles take back, and what is delayed with no new one."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.domain.ledger import Signal
from tests.unit.remind.read import entries_of
from tests.unit.remind.told import summed

VOTE = ("2031-10-20", "A", "The mayoral vote in Velm will be held on 4 November.")
LAUNCH = ("2031-10-20", "A", "The launch of the Aster satellite is set for 20 November.")
CAP = ("2031-10-20", "A", "Mayor Oda Brenn's rent cap in Velm takes effect on 1 December.")


@pytest.mark.parametrize(
    ("news", "days"),
    [
        ("An earlier version of this article said 4 November.", ["2031-11-14"]),
        ("Correction: this story wrongly said the vote was on 4 November.", ["2031-11-14"]),
        ("An earlier version misstated the day of the vote as 4 November.", ["2031-11-14"]),
        ("Its date was given as 4 November in an earlier version of this article.", ["2031-11-14"]),
        ("We reported in error that the vote was on 4 November.", ["2031-11-14"]),
        ("Velm's other vote was on 4 October.", ["2031-11-04", "2031-11-14"]),
    ],
)
def test_a_day_that_is_taken_back_gives_way(news: str, days: list[str]) -> None:
    body = f"The mayoral vote in Velm will be held on 14 November. {news}"
    entries = entries_of(VOTE, ("2031-10-21", "B", body, "Outlet 1"))
    assert [day for day, *_ in summed(entries)] == days


def test_a_correction_moves_what_it_speaks_of_alone() -> None:
    council = "The council of Velm meets on"
    wrong = "An earlier version of this article wrongly said the ballot would be on 4 November."
    told = f"The ballot for mayor in Velm will be held on 14 November. {council} 22 November. {wrong}"
    reported = f"The ballot for mayor in Velm will be held on 4 November. {council} 20 November."
    entries = entries_of((*VOTE[:2], reported), ("2031-10-21", "B", told))
    told_as_moved = [
        (one.deadline.date, one.named)
        for entry in entries
        for one in entry.reports
        if one.deadline and one.signal is Signal.MOVED
    ]
    assert told_as_moved == [(dt.date(2031, 11, 14), (dt.date(2031, 11, 4),))]


@pytest.mark.parametrize(
    ("news", "days"),
    [
        (
            (
                "The first report on the Velm dam is due on 5 December. The second report on the Velm dam is "
                "due on 10 January."
            ),
            ["2031-12-05", "2032-01-10"],
        ),
        (
            (
                "As we reported, the ceasefire between Velm and Tarn expires on 3 November. Envoys of Velm "
                "and Tarn meet on 7 November to discuss the ceasefire."
            ),
            ["2031-11-03", "2031-11-07"],
        ),
        (
            (
                "Voting in Velm ends on 3 November, as this report said. The mayor of Velm is sworn "
                "in on 20 November."
            ),
            ["2031-11-03", "2031-11-20"],
        ),
        (
            (
                "The bank must repay the fees it took in error by 3 November. It must also publish a report "
                "on the fees by 20 November."
            ),
            ["2031-11-03", "2031-11-20"],
        ),
        (
            (
                "The company must file the first report by 3 November, and an audit of it follows on "
                "20 November, the ministry said."
            ),
            ["2031-11-03", "2031-11-20"],
        ),
    ],
)
def test_what_takes_nothing_back_leaves_each_day(news: str, days: list[str]) -> None:
    known = ("2031-10-20", "A", news)
    assert [day for day, *_ in summed(entries_of(known, ("2031-10-25", "B", news)))] == days


def test_a_day_that_the_article_gives_too_is_not_taken_back() -> None:
    wrong = "An earlier version of this article wrongly said the runoff of the vote was on 4 November."
    body = f"{VOTE[2]} The runoff of the mayoral vote in Velm will be held on 18 November. {wrong}"
    days = [day for day, *_ in summed(entries_of(VOTE, ("2031-10-21", "B", body)))]
    assert {"2031-11-04", "2031-11-18"} <= {*days}


@pytest.mark.parametrize(
    ("news", "state"),
    [
        ("The launch of the Aster satellite has been delayed. No new date has been set.", "called_off"),
        ("The launch of the Aster satellite has been delayed without a new date.", "called_off"),
        ("The Aster satellite's launch was pushed back; a new date will be announced.", "called_off"),
        ("The launch of the Aster satellite on 20 November may be delayed. No date is set.", "upcoming"),
    ],
)
def test_what_is_delayed_with_no_new_day_is_off(news: str, state: str) -> None:
    assert summed(entries_of(LAUNCH, ("2031-10-28", "B", news))) == [("2031-11-20", state)]


@pytest.mark.parametrize(
    ("known", "news"),
    [
        ("The Velm parliament votes on the dam bill on 20 November.", one)
        for one in (
            "A hearing on the Velm dam bill was adjourned. It has yet to set a date for the next one.",
            "Debate on the dam bill in the Velm parliament was delayed by protests. He gave no date.",
            "The vote on the Velm dam bill was delayed by protests. There is no date for the inquiry.",
            "Work on the dam bill in the Velm parliament was delayed by a strike. No date is known for it.",
            "A committee vote on the dam bill in the Velm parliament was delayed. No new date was set.",
        )
    ]
    + [
        (LAUNCH[2], "Payment for the launch of the Aster satellite was deferred. No date was named."),
        (LAUNCH[2], "The launch of another Aster satellite was delayed. No new date was given."),
        (
            "The trial of the Velm mayor opens on 20 November.",
            "The trial of the Velm mayor's wife was delayed. No new date was set.",
        ),
        (LAUNCH[2], "A test before the launch of the Aster satellite was delayed; no date was given for it."),
    ],
)
def test_what_is_near_something_delayed_goes_on(known: str, news: str) -> None:
    entries = entries_of(("2031-10-20", "A", known), ("2031-10-28", "B", news))
    assert summed(entries) == [("2031-11-20", "upcoming")]


def test_what_is_delayed_to_a_day_has_it_whatever_else_has_none() -> None:
    news = "The launch of the Aster satellite was delayed to 3 December. No date is set for the next one."
    assert summed(entries_of(LAUNCH, ("2031-10-28", "B", news))) == [("2031-12-03", "upcoming")]


@pytest.mark.parametrize(
    ("news", "state"),
    [
        ("A court in Velm has suspended Oda Brenn's rent cap.", "called_off"),
        ("A court in Velm has refused to suspend Oda Brenn's rent cap.", "upcoming"),
    ],
)
def test_a_court_stops_a_cap_too(news: str, state: str) -> None:
    assert summed(entries_of(CAP, ("2031-10-28", "B", news))) == [("2031-12-01", state)]
