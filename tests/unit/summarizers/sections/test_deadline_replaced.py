"""A date that held until the article says otherwise."""

from __future__ import annotations

import pytest

from summarizers.engines.extractive import Extractive
from summarizers.types import Budget, Document, Point, Publication, Section

DAY = Publication.parse("2026-07-01")


def due(body: str) -> list[Point]:
    document = Document(id="a", title="Truce of Orsa extended", body=body, published=DAY)
    found = Extractive().summarize((document,), Budget()).points
    return [point for point in found if point.section is Section.DEADLINE]


def days(body: str) -> list[str]:
    return [point.deadline.date.isoformat() for point in due(body) if point.deadline]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The truce was due to lapse on 3 July and will now run until 1 September.", ["2026-09-01"]),
        ("The truce, which was due to lapse on 3 July, will now run until 1 September.", ["2026-09-01"]),
        ("The ban was to end on 3 July; it will now stay in force until 1 September.", ["2026-09-01"]),
        (
            "The truce had been due to expire on 3 July but has been extended until 1 September.",
            ["2026-09-01"],
        ),
        ("The truce was due to expire on 3 July but has been extended.", []),
        ("The permit was due to run out on 3 July and has been prolonged by six months.", ["2027-01-03"]),
        ("The vote was set for 3 July. It will now take place on 10 July.", ["2026-07-10"]),
        ("The vote was set for 3 July. That vote has been put off until 10 July.", ["2026-07-10"]),
        ("The vote was due to be held on 3 July. The vote has been cancelled.", []),
        ("The strike that was planned for 3 July is off.", []),
        ("The duties, which were to start on 3 July, are off the table.", []),
        ("A strike on 3 July is now off, the union said.", []),
        ("The vote, which was due on 3 July, now on 10 July, is secret.", ["2026-07-10"]),
        ("The exams, originally planned for 3 July, start on 10 July.", ["2026-07-10"]),
    ],
)
def test_a_date_that_another_one_replaces_is_no_deadline(body: str, expected: list[str]) -> None:
    assert days(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "The truce was due to expire on 3 July.",
        "The truce is due to expire on 3 July. The mandate of the monitors has been extended.",
        "The truce was due to expire on 3 July. The monitors now live in tents.",
        "The vote was set for 3 July, and the campaign has now begun.",
        "The vote was set for 3 July by a court that has been criticised.",
    ],
)
def test_a_date_that_nothing_replaces_stays(body: str) -> None:
    assert days(body) == ["2026-07-03"]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("The sides extended it by 60 days.", "2026-09-01"),
        ("Mediators said it had been extended by two days.", "2026-07-05"),
        ("On Wednesday the sides prolonged the truce for another two weeks.", "2026-07-17"),
    ],
)
def test_a_length_in_the_next_sentence_moves_the_date_and_both_are_shown(second: str, day: str) -> None:
    first = "The truce was set to expire on 3 July."
    (point,) = due(f"{first} {second}")
    assert point.deadline is not None
    assert point.deadline.date.isoformat() == day
    assert point.text == f"{first} {second}"
    assert len(point.evidence) == 2


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (
            "The sides agreed to extend the truce by a week.\nThe truce was due to expire on 3 July.",
            "2026-07-10",
        ),
        ("The truce was extended for another 72 hours. It was set to lapse on 3 July.", "2026-07-06"),
        (
            "The cabinet prolonged the curfew by 30 days.\nShops shut.\nThe curfew was to end on 3 July.",
            "2026-08-02",
        ),
        ("The truce was renewed for two months.\nThe current truce is due to end on 3 July.", "2026-09-03"),
    ],
)
def test_a_length_told_before_the_old_date_moves_it(body: str, day: str) -> None:
    (point,) = due(body)
    assert point.deadline is not None
    assert point.deadline.date.isoformat() == day
    assert len(point.evidence) == 2


@pytest.mark.parametrize(
    "before",
    [
        "The sides did not agree to extend the truce by a week.",
        "Mediators urged both to extend the truce by a week.",
        "In June the sides had agreed to extend the truce by a week.",
        "The sides agreed to extend the loan by a week.",
        "The sides agreed to extend the loan by a week. The monitors met.",
        "The truce was extended by ten weeks in 2021.",
    ],
)
def test_a_length_of_something_else_or_that_nobody_agreed_moves_nothing(before: str) -> None:
    assert days(f"{before}\nThe truce was due to expire on 3 July.") == ["2026-07-03"]


@pytest.mark.parametrize(
    "body",
    [
        "The cabinet extended the ban on eels by a year. The ban on cod was due to expire on 3 July.",
        "The council extended the lease by a year. It was due to decide on the pool on 3 July.",
    ],
)
def test_a_length_of_another_such_thing_or_before_another_deed_moves_nothing(body: str) -> None:
    assert days(body) == ["2026-07-03"]


def test_one_thing_may_be_told_by_its_place_in_other_words() -> None:
    first = "The sides extended the truce in the north by a week."
    assert days(f"{first} The truce in the northern valley was due to end on 3 July.") == ["2026-07-10"]


def test_what_moves_a_date_is_told_with_its_new_day_where_both_sentences_are_too_long() -> None:
    first = f"The sides agreed to extend the truce by a week{' after many talks' * 6}."
    (point,) = due(f"{first}\nThe truce was due to expire on 3 July{' at the northern crossing' * 3}.")
    assert point.text == f"{first.removesuffix('.')} (to 10 July 2026)."


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers passed the bill hours before the Friday deadline.",
        "Officials signed the text minutes before a midnight (2200 GMT) deadline.",
        "The sides had warned that they would not extend the truce after the war in June and July.",
    ],
)
def test_a_deadline_that_was_kept_and_a_month_of_a_war_that_was_are_none(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("end", ["until 10 July", "till the end of July", "until Friday, 10 July"])
def test_what_was_due_by_the_way_gives_way_to_the_day_behind_it(end: str) -> None:
    told = days(f"The sides extended the truce, which was to expire on 3 July, {end}, the envoy said.")
    assert told
    assert "2026-07-03" not in told


def test_a_deadline_before_which_nothing_was_reached_stays() -> None:
    assert days("The talks broke down days before the 10 July deadline.") == ["2026-07-10"]


def test_an_hour_in_brackets_is_that_of_the_same_deadline_elsewhere() -> None:
    (point,) = due("The truce expires at 8 p.m. Friday (1800 GMT Friday).")
    assert point.deadline is not None
    assert (point.deadline.date.isoformat(), point.deadline.time) == ("2026-07-03", "20:00")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Beyond July, the eight also decided to pause the increases.", []),
        (
            "They would not vote until he agrees to talk about subsidies that expire on 3 July.",
            ["2026-07-03"],
        ),
        ("The bank will not open on 3 July.", []),
        ("Members rejected the deal, raising the prospect of a strike as early as 3 July.", ["2026-07-03"]),
    ],
)
def test_what_is_denied_reaches_no_further_than_its_clause(body: str, expected: list[str]) -> None:
    assert days(body) == expected
