"""Which way a date points where no plain verb tells: rows of a calendar, notices, what has to have been."""

import pytest

from summarizers.dates.find import find
from summarizers.types import Publication

PUBLISHED = Publication.parse("2026-11-17")
"""A Tuesday."""


def values(text: str) -> list[str]:
    return [timex.value for timex in find(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Monday: The bank is due to decide.\nWednesday: Miners hold a rally.\nFriday: Wage figures.",
            ["2026-11-23", "2026-11-25", "2026-11-27"],
        ),
        ("Friday: The choir meets.\nMonday: Wages are on deck Monday.", ["2026-11-20"] + ["2026-11-23"] * 2),
        (
            "The count ends on 3 May.\n12 May – Results.\n1 July – New council.",
            ["2027-05-03", "2027-05-12", "2027-07-01"],
        ),
        (
            "Voting closes on 20 November.\n• 1 April: new council\n• 3 April: mayor",
            ["2026-11-20", "2027-04-01", "2027-04-03"],
        ),
        (
            "The term ends on 3 March.\n9-13 April – Names go in.\n7 May – Vote.",
            ["2027-03-03", "2027-04-09", "2027-04-13", "2027-05-07"],
        ),
        ("Thursday: The court is to rule.\nSaturday\nThe museum reopens.", ["2026-11-19", "2026-11-21"]),
    ],
)
def test_rows_behind_one_that_is_ahead_are_ahead(text: str, days: list[str]) -> None:
    assert values(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Sunday: Fire broke out in the port.\nSunday night: Crews found nobody.",
            ["2026-11-15", "2026-11-15TNI"],
        ),
        ("12 May – Rebels took the town.\n20 May – The army left.", ["2026-05-12", "2026-05-20"]),
        ("The vote is on 3 December.\n12 March – Rebels seized the town.", ["2026-12-03", "2026-03-12"]),
        ("The vote is on 3 December.\n20 November – Last debate.", ["2026-12-03", "2026-11-20"]),
        ("The vote is on Friday. Miners met on Thursday.", ["2026-11-20", "2026-11-12"]),
    ],
)
def test_rows_of_what_has_been_and_other_lines_are_read_as_before(text: str, days: list[str]) -> None:
    assert values(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wednesday: The U.S. Labour Department releases its figures.", "2026-11-18"),
        ("On Friday the U.N. envoy will address the council.", "2026-11-20"),
        ("On Friday we have the jobs, housing and home sales numbers.", "2026-11-20"),
        ("On Thursday we have the central bank of Norway rate announcement.", "2026-11-19"),
        ("The launch has been moved to no earlier than Thursday.", "2026-11-19"),
        ("The owner has offered to hold an open day in May.", "2027-05"),
        ("The firm is delivering its figures on Thursday.", "2026-11-19"),
        ("The group is reporting its quarterly earnings on Thursday.", "2026-11-19"),
        ("The envoys left, vowing to raise the matter in June.", "2027-06"),
        ("They fell out, threatening to walk out on Friday.", "2026-11-20"),
        ("The court pushed the case to 4 May.", "2027-05-04"),
        ("The hearing was pushed to 4 May.", "2027-05-04"),
        ("The court said it had pushed the case to 4 May.", "2027-05-04"),
        ("Officials said that they had postponed the vote until 4 May.", "2027-05-04"),
    ],
)
def test_what_looks_ahead(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He flew to the U.S. on Thursday.", "2026-11-12"),
        ("They have the results of the vote held on Thursday.", "2026-11-12"),
        ("The driver offered to help on Thursday.", "2026-11-12"),
        ("Police are appealing for help after a man was hurt on Thursday.", "2026-11-12"),
        ("The panel will ask about the Sept. 11 attack.", "2026-09-11"),
        ("The judge will hear of the 9 January bombing.", "2026-01-09"),
        ("The envoy said, vowing to return, that he left on Thursday.", "2026-11-12"),
        ("The inquiry into the March crash will be public.", "2026-03"),
        ("They have the suspect's statement from Thursday.", "2026-11-12"),
        ("The union, threatening to strike, met on Thursday.", "2026-11-12"),
        ("Rebels were pushed back to the river on 4 May.", "2026-05-04"),
        ("Prices were pushed up on 4 May.", "2026-05-04"),
        ("The court had pushed the case to 4 May.", "2026-05-04"),
    ],
)
def test_what_looks_back(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bids are opened on 14 December.", "2026-12-14"),
        ("The shop is started again on 3 December.", "2026-12-03"),
        ("The firm has until the close of business on Friday to pay.", "2026-11-20"),
        ("Drivers gave notice of a 48-hour strike from Thursday.", "2026-11-19"),
        ("On Thursday the central bank announces its rate.", "2026-11-19"),
        ("On Friday inflation figures are out.", "2026-11-20"),
        ("The pair were remanded until a hearing on Friday.", "2026-11-20"),
        ("He was bailed to appear before magistrates on Friday.", "2026-11-20"),
        ("Shareholders vote on the takeover on Friday.", "2026-11-20"),
        ("Fuel duty rises by 2p in April.", "2027-04"),
    ],
)
def test_what_is_set_for_a_day_is_ahead(text: str, day: str) -> None:
    assert values(text)[-1] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The firm opened on 14 December.", "2025-12-14"),
        ("The shop was opened on 3 December.", "2025-12-03"),
        ("The strike started on Friday.", "2026-11-13"),
        ("The vote on the takeover on Friday was close.", "2026-11-13"),
        ("Members voted on the takeover on Friday.", "2026-11-13"),
        ("Fuel duty rose by 2p in April.", "2026-04"),
        ("The notice of the strike was given on Friday.", "2026-11-13"),
        ("He was bailed on Friday.", "2026-11-13"),
        ("The hearing on Friday was short.", "2026-11-13"),
        ("The bank announced its rate on Thursday.", "2026-11-12"),
    ],
)
def test_what_was_done_on_a_day_is_not(text: str, day: str) -> None:
    assert values(text)[-1] == day
