"""The calendar says what the ledger says, to any program that reads RFC 5545."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event

from bot.domain.article import Citation
from bot.domain.deadline import DatedEvent
from bot.domain.ledger import EntryState, Report, Signal
from bot.remind.calendar import feed, start_of
from bot.remind.observances import observances
from bot.remind.settle import settle
from bot.remind.view import event_of, known_at
from summarizers.types import Boundary, Certainty, Deadline, DeadlineKind, Granularity, Publication

DAY = date(2031, 3, 6)
TOLD = Publication(local_date=DAY, at=datetime(2031, 3, 6, 9, tzinfo=UTC))


def report(deadline: Deadline, quote: str = "The port levy lapses.", **changes: object) -> Report:
    plain = Report(
        article_id="a",
        revision=1,
        source="The Lantern",
        title="Ports, quays; and levies",
        url="https://lantern.example/ports",
        published=TOLD,
        signal=Signal.REPORTED,
        text="The port levy lapses.",
        deadline=deadline,
        citations=(Citation(article_id="a", revision=1, start=0, end=len(quote), quote=quote),),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # any field of a report


def event(**fields: object) -> DatedEvent:
    values: dict[str, object] = {"date": date(2031, 11, 10), "about": "the port levy lapses", **fields}
    return event_of(settle("e1", "local", (report(Deadline(**values)),)))  # type: ignore[arg-type]  # test data


def read(*events: DatedEvent) -> list[Event]:
    calendar = Calendar.from_ical(feed(events))
    assert not calendar.errors
    return list(calendar.events)


def rings(one: Event) -> list[timedelta]:
    found = [alarm.TRIGGER for alarm in one.walk("VALARM") if isinstance(alarm, Alarm)]
    return [trigger for trigger in found if isinstance(trigger, timedelta)]


def test_a_day_is_an_all_day_event() -> None:
    (one,) = read(event())
    assert (one.start, one.end) == (date(2031, 11, 10), date(2031, 11, 11))
    assert (one["uid"], one["sequence"], one["status"]) == ("e1@communique", 0, "CONFIRMED")


def test_a_month_spans_all_its_days_and_rings_once_on_the_first() -> None:
    (one,) = read(event(date=date(2031, 2, 1), end=date(2031, 2, 28), granularity="month"))
    assert (one.start, one.end) == (date(2031, 2, 1), date(2031, 3, 1))
    assert rings(one) == [timedelta(hours=8)]


def test_before_a_month_is_its_first_day_and_rings_only_ahead_of_it() -> None:
    (one,) = read(event(date=date(2031, 2, 1), end=date(2031, 2, 28), granularity="month", boundary="before"))
    assert (one.start, one.end) == (date(2031, 2, 1), date(2031, 2, 2))
    assert "before February 2031" in str(one["summary"])
    assert [ring.days for ring in rings(one)] == [-7, -1]


def test_alarms_ring_at_the_time_that_is_asked_for() -> None:
    calendar = Calendar.from_ical(feed([event()], ladder=(7, 0), at=time(6, 30)))
    early = timedelta(hours=6, minutes=30)
    assert [ring for one in calendar.events for ring in rings(one)] == [early - timedelta(days=7), early]


def test_alarms_ring_on_the_mornings_of_the_ladder() -> None:
    (one,) = read(event())
    expected = [timedelta(hours=8) - timedelta(days=days) for days in (7, 1, 0)]
    assert rings(one) == expected
    (timed,) = read(event(time="17:30", tz="Europe/Berlin"))
    assert [timed.start + ring for ring in rings(timed)] == [
        datetime(2031, 11, day, 8, tzinfo=ZoneInfo("Europe/Berlin")) for day in (3, 9, 10)
    ]


def test_no_alarm_rings_when_all_is_over() -> None:
    (one,) = read(event(time="06:00"))
    assert rings(one) == [timedelta(hours=2) - timedelta(days=days) for days in (7, 1)]


def test_a_time_stands_in_its_zone_which_the_calendar_describes() -> None:
    text = feed([event(time="17:00", tz="Europe/Berlin")])
    assert "DTSTART;TZID=Europe/Berlin:20311110T170000" in text
    assert [zone.tz_name for zone in Calendar.from_ical(text).timezones] == ["Europe/Berlin"]


@pytest.mark.parametrize(
    ("tz", "start"),
    [
        ("+05:30", datetime(2031, 11, 10, 11, 30, tzinfo=UTC)),
        ("-05:00", datetime(2031, 11, 10, 22, 0, tzinfo=UTC)),
        ("Z", datetime(2031, 11, 10, 17, 0, tzinfo=UTC)),
        (None, datetime(2031, 11, 10, 17, 0)),  # noqa: DTZ001  # a floating time has no zone
        ("Mars/Olympus", datetime(2031, 11, 10, 17, 0)),  # noqa: DTZ001  # a zone that nobody knows
    ],
)
def test_an_offset_becomes_utc_and_a_time_without_zone_floats(tz: str | None, start: datetime) -> None:
    (one,) = read(event(time="17:00", tz=tz))
    assert one.start == start


@pytest.mark.parametrize("clock", ["25:00", "noon", ""])
def test_what_is_no_time_leaves_the_day(clock: str) -> None:
    assert start_of(Deadline(date=DAY, time=clock, about="x")) == DAY


def test_a_change_of_offset_is_given_as_the_wall_time_before_it() -> None:
    text = observances(ZoneInfo("Europe/Berlin"), 2025, 2025).to_ical().decode().replace("\r\n", " ")
    assert "DTSTART:20250330T020000" in text
    assert "DTSTART:20251026T030000" in text


def test_what_is_called_off_is_cancelled_and_silent_under_the_same_uid() -> None:
    deadline = Deadline(date=date(2031, 11, 10), about="the port levy lapses")
    before = settle("e1", "local", (report(deadline),))
    cited = (Citation(article_id="b", revision=1, start=0, end=3, quote="Off"),)
    off = replace(before.reports[0], article_id="b", signal=Signal.CALLED_OFF, deadline=None, citations=cited)
    after = settle("e1", "local", (*before.reports, off), before)
    (one,) = read(event_of(after))
    assert after.state is EntryState.CALLED_OFF
    assert (one["uid"], one["status"], one["sequence"]) == ("e1@communique", "CANCELLED", 1)
    assert list(one.walk("VALARM")) == []


def test_a_moved_date_raises_the_sequence_and_says_from_where() -> None:
    old = Deadline(date=date(2031, 11, 10), about="the port levy lapses")
    before = settle("e1", "local", (report(old),))
    moved = report(replace(old, date=date(2031, 12, 1)), signal=Signal.MOVED, named=(old.date,), revision=2)
    moved = replace(moved, citations=(replace(moved.citations[0], revision=2),))
    (one,) = read(event_of(settle("e1", "local", (*before.reports, moved), before)))
    assert (one.start, one["sequence"]) == (date(2031, 12, 1), 1)
    assert "moved from 10 November 2031" in str(one["summary"])


@pytest.mark.parametrize("certainty", ["tentative", "conditional"])
def test_a_hedge_is_tentative_and_said(certainty: Certainty) -> None:
    (one,) = read(event(certainty=certainty))
    assert one["status"] == "TENTATIVE"
    assert one["summary"] != "the port levy lapses"


def test_before_a_month_is_over_where_the_month_begins() -> None:
    deadline = Deadline(
        date=date(2031, 4, 1), end=date(2031, 4, 30), granularity="month", boundary="before", about="x"
    )
    entry = settle("e1", "local", (report(deadline),))
    noon = datetime(2031, 3, 31, 12, tzinfo=UTC)
    eve = known_at(entry, noon, "UTC")
    over = known_at(entry, noon + timedelta(days=1), "UTC")
    assert eve is not None
    assert over is not None
    assert (eve.state, over.state) == (EntryState.UPCOMING, EntryState.LAPSED)


deadlines = st.builds(
    lambda first, length, boundary, kind, certainty, granularity, about, clock, tz: Deadline(
        date=first,
        end=first + timedelta(days=min(length, (date.max - first).days)) if length else None,
        boundary=boundary,
        kind=kind,
        certainty=certainty,
        granularity=granularity,
        about=about,
        time=clock,
        tz=tz,
    ),
    st.dates(),
    st.integers(0, 400),
    st.sampled_from(get_args(Boundary)),
    st.sampled_from(get_args(DeadlineKind)),
    st.sampled_from(get_args(Certainty)),
    st.sampled_from(get_args(Granularity)),
    st.text(min_size=1, max_size=60),
    st.none() | st.times().map(lambda at: f"{at:%H:%M}"),
    st.none()
    | st.sampled_from(["Europe/Berlin", "America/New_York", "+05:30", "Z", "Asia/Kathmandu", "x/y"]),
)
quotes = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=120)


@pytest.mark.untraced
@settings(deadline=None, max_examples=60)
@given(deadline=deadlines, quote=quotes, told=st.datetimes(datetime(1000, 1, 2), datetime(8999, 1, 1)))  # noqa: DTZ001  # hypothesis wants naive bounds
def test_any_entry_can_be_read_back(deadline: Deadline, quote: str, told: datetime) -> None:
    at = told.replace(microsecond=0, tzinfo=UTC)
    published = Publication(local_date=at.date(), at=at)
    entry = settle("e1", "local", (report(deadline, quote, published=published),))
    made = event_of(entry)
    (one,) = read(made)
    assert one["uid"] == "e1@communique"
    assert at == one.LAST_MODIFIED
    assert f"“{quote}”" in str(one["description"])
    assert one.start == start_of(deadline)
    assert feed([made]) == feed([made])
