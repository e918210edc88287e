"""Lengths that count from now, clauses that brackets do not end, and days of courts, tenders and notices."""

from time import process_time

import pytest

from summarizers.sections.deadlines import deadlines
from summarizers.text.sentences import split
from summarizers.types import Deadline, Document, Publication


def due(body: str, published: str = "2026-11-17") -> list[Deadline]:
    """The deadlines of `body`, by default published on a Tuesday."""
    document = Document(id="a", title="News", body=body, published=Publication.parse(published))
    return [point.deadline for point in deadlines(document, split(body))]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("The minister will name his deputy in the coming days.", "2026-11-24"),
        ("The parties must agree over the next few days.", "2026-11-24"),
        ("A verdict will be announced within a few days.", "2026-11-24"),
        ("Inspectors are due to report in coming days.", "2026-11-24"),
        ("The vote will be held in the next few days, the speaker said.", "2026-11-24"),
        ("Envoys expect a deal will be signed within the coming days.", "2026-11-24"),
        ("The court is expected to rule in the next few weeks.", "2026-12-15"),
        ("Ministers pledged to send the pact to parliament in the coming weeks.", "2026-12-15"),
        ("The board is to pick a chief in a few weeks.", "2026-12-15"),
        ("A first report would be available in the next several weeks.", "2026-12-15"),
    ],
)
def test_what_is_to_be_done_soon_is_due_in_the_days_from_tomorrow_on(sentence: str, last: str) -> None:
    (one,) = due(sentence)
    assert (f"{one.date}", f"{one.end}", one.boundary) == ("2026-11-18", last, "within")


@pytest.mark.parametrize(
    "sentence",
    [
        "Rain will fall in the coming days.",
        "Prices may rise in the coming weeks, analysts said.",
        "She has spent the next few days at home.",
        "The team will play five games in the next few weeks.",
        "The team will play in Velm in the coming weeks and then travel to Tarn.",
        "Police believe the coming days are crucial.",
        "He won five races in a few weeks.",
        "The coming weeks will show whether the plan works.",
        "Demand is expected to grow in the coming weeks.",
        "Thousands are expected to flee in the coming days.",
        "The firm published its plan over the past few days.",
    ],
)
def test_what_goes_on_for_some_days_is_not_due_in_them(sentence: str) -> None:
    assert due(sentence) == []


def test_days_beyond_the_calendar_are_none() -> None:
    assert due("The court will rule in the coming weeks.", "9999-12-30") == []


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The election is three weeks away.", "2026-12-08"),
        ("The deal is about two weeks away from being signed.", "2026-12-01"),
        ("Help is expected as soon as a week's time.", "2026-11-24"),
        ("The truce will take effect after 72 hours.", "2026-11-20"),
        ("The rule would take hold after 30 days.", "2026-12-17"),
        ("Charges will apply after 60 days.", "2027-01-16"),
        ("The launch has been moved to no earlier than 9 p.m. Thursday.", "2026-11-19"),
        ("The bank also releases a policy statement on Thursday.", "2026-11-19"),
        ("She would meet the president later on Tuesday to tell him.", "2026-11-17"),
        ("The envoys left, vowing to raise the matter at a summit on 9 December.", "2026-12-09"),
    ],
)
def test_what_counts_from_now(sentence: str, day: str) -> None:
    assert [f"{one.date}" for one in due(sentence)] == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "The lake is two hours away.",
        "The nearest town is three days away on foot.",
        "He took two weeks off work.",
        "The shop opened after ten days.",
        "The ferry will resume after two weeks of repairs.",
        "Doctors said he would walk after six weeks.",
        "The man was arrested later on Tuesday.",
        "Police said later on Tuesday that two men had fled.",
        "The bank released a policy statement on Thursday.",
        "The team is years away from a title.",
        "The trial of Dell is a week away from home for jurors.",
    ],
)
def test_what_does_not(sentence: str) -> None:
    assert due(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The court is likely to give its verdict on the Sunni Council (SC) today.", "hearing"),
        ("The panel will vote on the merger with the Trade Bank (TB) on 9 December.", "vote"),
        ("The lender is to repay 3bn crowns ($270m) by 9 December.", "due"),
        ("The inspectors will hand their report to the Ports Authority (PA) within ten days.", "due"),
        ("The king opens the Museum of Glass (MoG) on 9 December.", "effective"),
    ],
)
def test_a_word_in_brackets_before_a_date_ends_no_clause(sentence: str, kind: str) -> None:
    assert [one.kind for one in due(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("A recall of 40,000 heaters must be finished by Easter.", "2027-03-28"),
        ("The supplier has until the close of business on Friday to mend the fault.", "2026-11-20"),
        ("Bids are opened on 14 December at 10am.", "2026-12-14"),
        ("Drivers gave notice of a 48-hour strike from 6am on Thursday.", "2026-11-19"),
        ("Inflation figures are out on 9 December.", "2026-12-09"),
        ("The pair were remanded in custody until a hearing on 14 December.", "2026-12-14"),
        ("He was bailed to appear before magistrates on 3 December.", "2026-12-03"),
        ("Shareholders vote on the takeover on Friday.", "2026-11-20"),
        ("On Thursday the central bank announces its rate.", "2026-11-19"),
        ("Fuel duty rises by 2p in April.", "2027-04-01"),
    ],
)
def test_what_courts_tenders_and_notices_set(sentence: str, day: str) -> None:
    assert [f"{one.date}" for one in due(sentence)] == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year's deadline of 30 November was missed.",
        "The board will recall in December how it all began.",
        "Bids were opened on 14 December.",
        "The pair were remanded in custody on Friday.",
        "He was bailed on Friday.",
        "She is out on bail on Friday.",
        "The driver is out of danger since Friday.",
        "The vote on the takeover on Friday was close.",
        "Fuel duty rose by 2p in April.",
        "Drivers gave notice on Friday.",
        "The bank announced its rate on Thursday.",
    ],
)
def test_what_has_been_sets_nothing(sentence: str) -> None:
    assert due(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "due_at"),
    [
        ("The firm has a 5pm deadline on Friday to respond.", "2026-11-20 17:00"),
        ("They face a midnight deadline on Sunday.", "2026-11-22 None"),
        ("The union set a noon deadline on Thursday for an offer.", "2026-11-19 12:00"),
        ("The mayor called for a meeting at 9am on 2 December.", "2026-12-02 09:00"),
        (
            "Ahead of the winter session, the clerk has called for a meeting at 11am on 2 December.",
            "2026-12-02 11:00",
        ),
    ],
)
def test_an_hour_is_of_the_day_behind_its_deadline(sentence: str, due_at: str) -> None:
    assert [f"{one.date} {one.time}" for one in due(sentence)] == [due_at]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bidder failed to meet a 5pm deadline on 10 October.",
        "Ministers hope for a deal before the summer holidays.",
        "The plan must be ready by the autumn statement.",
        "The clubs will meet ahead of the winter season.",
        "The minister will speak before the spring budget.",
    ],
)
def test_a_season_that_names_a_thing_is_no_date(sentence: str) -> None:
    assert due(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Last month's order takes effect on 4 December.",
        "Parliament must ratify last month's trade accord by 4 December.",
        "Last year's truce expires on 4 December.",
        "Creditors vote on last week's rescue plan on 4 December.",
        "The government must meet last year's target by 4 December.",
        "Last month's deadline was missed, and the new one is 4 December.",
    ],
)
def test_what_was_made_last_month_still_holds(sentence: str) -> None:
    assert [f"{one.date}" for one in due(sentence)] == ["2026-12-04"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran has until a midnight deadline on Friday to free the crew.",
        "A 5pm deadline on Friday was set for bids.",
        "A deadline of Friday was set for bids.",
    ],
)
def test_the_deadline_that_somebody_has(sentence: str) -> None:
    assert [f"{one.date}" for one in due(sentence)] == ["2026-11-20"]


def test_many_events_before_a_length_take_no_time() -> None:
    started = process_time()
    due("The ruling " * 4000 + "two weeks away.")
    assert process_time() - started < 5
