"""Days that articles take back, and what is delayed with no new one."""

from __future__ import annotations

import pytest

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
        ("We reported in error that the vote was on 4 November.", ["2031-11-14"]),
        ("Velm's other vote was on 4 October.", ["2031-11-04", "2031-11-14"]),
    ],
)
def test_a_day_that_is_taken_back_gives_way(news: str, days: list[str]) -> None:
    body = f"The mayoral vote in Velm will be held on 14 November. {news}"
    entries = entries_of(VOTE, ("2031-10-21", "B", body, "Outlet 1"))
    assert [day for day, *_ in summed(entries)] == days


def test_a_correction_moves_what_it_speaks_of_alone() -> None:
    council = "The council of Velm meets on 20 November."
    wrong = "An earlier version of this article wrongly said the vote would be on 4 November."
    entries = entries_of(
        (VOTE[0], VOTE[1], f"{VOTE[2]} {council}"),
        (
            "2031-10-21",
            "B",
            f"The mayoral vote in Velm will be held on 14 November. {council} {wrong}",
        ),
    )
    assert summed(entries) == [("2031-11-14", "upcoming"), ("2031-11-20", "upcoming")]


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
