"""What an article sets for one day: one thing told twice is one deadline, two things are two."""

from __future__ import annotations

import pytest

from summarizers.engines.extractive import Extractive
from summarizers.sections.deadline_alike import is_told_again
from summarizers.types import Budget, Document, Publication


def told(body: str, points: int = 7) -> tuple[list[str], list[str]]:
    """The deadlines that a briefing shows, and all that are listed."""
    document = Document(id="a", title="Harbour", body=body, published=Publication.parse("2026-11-20"))
    summary = Extractive().summarize((document,), Budget(points=points))
    return [point.text for point in summary.points if point.deadline], [point.text for point in summary.dated]


def test_three_things_that_end_on_one_day_are_three_deadlines() -> None:
    body = "The ban lasts until March. The sanctions run until March 2027. The museum stays shut until March."
    shown, listed = told(body)
    assert len(shown) == len(listed) == 3


def test_where_there_is_little_room_other_days_come_first() -> None:
    body = "The ban lasts until 3 March. The sanctions run until 3 March. The zoo stays shut until 9 April."
    shown, listed = told(body, points=2)
    assert [text.split()[1] for text in shown] == ["ban", "zoo"]
    assert len(listed) == 3


@pytest.mark.parametrize(
    "body",
    [
        "The ban on lorries ends on 3 March. It ends at midnight on 3 March.",
        "Claims must be filed by 3 March. The 3 March deadline worries shopkeepers.",
        "The ban on lorries ends on 3 March. Shops want the ban to end on 3 March.",
    ],
)
def test_a_thing_told_again_is_one_deadline(body: str) -> None:
    assert len(told(body)[1]) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the truce expires on monday", "the strike ends on monday", False),
        ("the truce expires on monday", "the truce, he said, ends on monday", True),
        ("the truce expires on monday", "but they end on monday", True),
        ("the truce expires on monday", "the pause ends on monday", True),
        ("until monday", "the truce expires on monday", True),
    ],
)
def test_what_says_the_same_again(one: str, other: str, same: bool) -> None:
    assert is_told_again(one, other, "expiry") is same


def test_what_must_be_done_by_a_day_is_told_again_in_other_words() -> None:
    assert is_told_again("ballots must be back by monday", "members have until monday to vote", "due")


@pytest.mark.parametrize(
    "body",
    [
        "The truce between Norland and Sudland, signed in May, expires on 30 November 2026.",
        "The ceasefire is due to run out on Monday.",
        "The tariff pact takes effect on 1 January.",
        "The current five-day ceasefire was set to expire on Monday.",
    ],
)
def test_a_deal_of_which_only_the_term_is_told_is_a_deadline_and_no_agreement(body: str) -> None:
    document = Document(id="a", title="", body=body, published=Publication.parse("2026-11-20"))
    summary = Extractive().summarize((document,), Budget())
    assert [point.section for point in summary.points] == ["deadline"]


@pytest.mark.parametrize(
    "body",
    [
        "The truce expires on Monday, but both sides agreed to extend it by a week.",
        "The contract was due to end in June but was prolonged by a year.",
    ],
)
def test_a_deal_that_is_prolonged_is_an_agreement(body: str) -> None:
    document = Document(id="a", title="", body=body, published=Publication.parse("2026-11-20"))
    summary = Extractive().summarize((document,), Budget())
    assert "agreement" in {point.section for point in summary.points}


HOURS = "Northline will run trains from 5 a.m. on Friday; the rival Metroline resumes at 7 a.m. on Friday."


@pytest.mark.parametrize(
    ("body", "hours"),
    [
        (HOURS, ["05:00", "07:00"]),
        ("Trains run again from 5 a.m. on Friday. Service resumes at 5 a.m. on Friday.", ["05:00"]),
        ("The lane will be closed from 9 a.m. to 4 p.m. on Friday.", ["09:00"]),
    ],
)
def test_two_hours_of_one_day_are_two_things_unless_they_are_one_stretch(body: str, hours: list[str]) -> None:
    document = Document(id="a", title="", body=body, published=Publication.parse("2026-11-25"))
    told = Extractive().summarize((document,), Budget()).dated
    assert [point.deadline.time for point in told if point.deadline] == hours


@pytest.mark.parametrize(
    "body",
    [
        "The bridge will be closed for two weeks beginning December 10.",
        "A two-week freeze on evictions takes effect on 10 December.",
    ],
)
def test_a_length_that_begins_on_a_day_has_two_days(body: str) -> None:
    document = Document(id="a", title="", body=body, published=Publication.parse("2026-11-25"))
    told = [point.deadline for point in Extractive().summarize((document,), Budget()).dated if point.deadline]
    assert [f"{one.date}" for one in told] == ["2026-12-10", "2026-12-24"]
    assert told[1].boundary == "until"


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("The bridge will be closed from 12 December for two days.", ["2026-12-12", "2026-12-13"]),
        ("The bridge will be closed on 12 December for three days.", ["2026-12-12", "2026-12-14"]),
        ("Teachers will walk out for two days from Wednesday, 2 December.", ["2026-12-02", "2026-12-03"]),
        ("Nurses will strike for five days starting on 12 December.", ["2026-12-12", "2026-12-16"]),
        ("The company has 14 days from 3 December to appeal.", ["2026-12-03", "2026-12-17"]),
        ("The closed mill was given seven days from 1 December to leave.", ["2026-12-08"]),
        ("The president has 10 days from 1 December to sign the bill.", ["2026-12-01", "2026-12-11"]),
        ("The offer is open for 14 days from 3 December.", ["2026-12-03", "2026-12-17"]),
        ("The truce will hold for 10 days from 1 December.", ["2026-12-01", "2026-12-11"]),
        ("The bridge will be closed from 12 December for 90 days.", ["2026-12-12", "2027-03-12"]),
        ("The bridge will be closed from 12 December for two weeks.", ["2026-12-12", "2026-12-26"]),
    ],
)
def test_the_first_of_a_few_days_counts(body: str, days: list[str]) -> None:
    document = Document(id="a", title="", body=body, published=Publication.parse("2026-11-25"))
    told = [point.deadline for point in Extractive().summarize((document,), Budget()).dated if point.deadline]
    assert [f"{one.date}" for one in told] == days


def test_what_goes_on_is_looked_for_near_its_day_however_long_the_sentence_is() -> None:
    far = f"It was closed, {'they all met and ' * 20}she spoke on 20 November for 60 days."
    document = Document(id="a", title="", body=far, published=Publication.parse("2026-11-25"))
    assert not Extractive().summarize((document,), Budget()).dated


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("The six-month freeze on rents, which started on 1 January, ends on 30 June.", "2026-06-30"),
        ("The 45-day pause that began on 1 May will end on 15 June.", "2026-06-15"),
    ],
)
def test_an_end_that_is_named_is_not_counted_again(body: str, day: str) -> None:
    document = Document(id="a", title="", body=body, published=Publication.parse("2026-05-25"))
    told = [point.deadline for point in Extractive().summarize((document,), Budget()).dated if point.deadline]
    assert [f"{one.date}" for one in told] == [day]
