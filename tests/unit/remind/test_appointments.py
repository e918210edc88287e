"""What stands in a calendar, whatever the ledger, the people and the room in it do."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.appointment import Appointment, KeptAppointment
from bot.domain.channel import Platform
from bot.domain.ledger import Signal
from bot.platforms.discord.events import NAME_MOST, PLACE_MOST, TEXT_MOST, payload
from bot.remind.appointments import ahead, appointment, merged, steps
from bot.remind.view import event_of
from tests.unit.remind.told_over_time import entry, report

NOW = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
TOLD = NOW - 20 * DAY


def _made(key: int, start: int, length: int, words: str = "") -> Appointment:
    at = NOW + dt.timedelta(hours=start)
    return Appointment(
        entry_id=f"e{key}",
        sequence=0,
        name=f"n{words}",
        lines=(words,),
        links=(),
        where="w",
        start=at,
        end=at + dt.timedelta(hours=length),
    )


MADE = st.builds(_made, st.integers(0, 12), st.integers(-30, 90), st.integers(1, 40), st.sampled_from("ab"))
MANY = st.lists(MADE, unique_by=lambda one: one.entry_id, max_size=12)


def _kept(made: list[Appointment]) -> list[KeptAppointment]:
    return [
        KeptAppointment(platform=Platform.DISCORD, tenant_id="1", id=f"id-{one.entry_id}", appointment=one)
        for one in made
    ]


@given(MANY, MANY, st.integers(0, 10))
def test_after_its_steps_a_calendar_is_as_it_should_be_and_needs_no_more(
    wanted: list[Appointment], there: list[Appointment], room: int
) -> None:
    there = there[:room]
    asked = merged([[one for one in wanted if one.end > NOW]])
    todo = steps(asked, _kept(there), NOW, room)
    held = {one.id: one.appointment for one in _kept(there)}
    for kept in todo.cancel:
        del held[kept.id]
    for entry_id in todo.forget:
        del held[f"id-{entry_id}"]
    for event_id, one in todo.change:
        assert held[event_id].start > NOW
        held[event_id] = one
    for one in todo.create:
        assert one.start > NOW
        assert held.setdefault(f"id-{one.entry_id}", one) is one
        assert len(held) <= room
    nearest = asked[:room]
    assert {one.entry_id for one in nearest if one.start > NOW} <= {one.entry_id for one in held.values()}
    assert {one.entry_id for one in held.values()} <= {one.entry_id for one in nearest}
    assert not steps(asked, _kept(list(held.values())), NOW, room).any


def test_what_has_no_room_is_counted_and_is_the_furthest_ahead() -> None:
    asked = merged([[_made(key, 10 * key, 1) for key in range(1, 6)]])
    todo = steps(asked, (), NOW, 3)
    assert [one.entry_id for one in todo.create] == ["e1", "e2", "e3"]
    assert todo.left_out == 2


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati"])
def test_a_day_stands_from_midnight_to_midnight_of_its_channel(zone: str) -> None:
    made = appointment(event_of(entry(report(dt.date(2031, 3, 30), TOLD))), zone)
    local = [at.astimezone(ZoneInfo(zone)) for at in (made.start, made.end)]
    assert [(at.date(), at.time()) for at in local] == [
        (dt.date(2031, 3, 30), dt.time(0)),
        (dt.date(2031, 3, 31), dt.time(0)),
    ]


def test_a_month_stands_as_a_whole_and_a_time_for_an_hour() -> None:
    month = report(dt.date(2031, 4, 1), TOLD, end=dt.date(2031, 4, 30), granularity="month")
    made = appointment(event_of(entry(month)), "UTC")
    assert (made.start.date(), made.end.date()) == (dt.date(2031, 4, 1), dt.date(2031, 5, 1))
    event = event_of(entry(report(dt.date(2031, 4, 1), TOLD)))
    at_noon = replace(event, deadline=replace(event.deadline, time="12:00", tz="Asia/Tokyo"))
    made = appointment(at_noon, "UTC")
    assert made.start == dt.datetime(2031, 4, 1, 3, tzinfo=dt.UTC)
    assert made.end - made.start == dt.timedelta(hours=1)


def test_what_is_over_or_called_off_stands_no_more() -> None:
    upcoming = event_of(entry(report(dt.date(2031, 4, 1), TOLD)))
    off = event_of(
        entry(report(dt.date(2031, 4, 1), TOLD), report(dt.date(2031, 4, 1), NOW, Signal.CALLED_OFF))
    )
    over = event_of(entry(report(dt.date(2031, 2, 25), TOLD)))
    assert [one.entry_id for one in ahead([off, upcoming, over], "UTC", NOW)] == ["e"]
    assert ahead([off], "UTC", NOW) == ()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=1_500)


@given(TEXT, TEXT, st.lists(TEXT, max_size=4))
def test_an_event_fits_discord_whatever_is_written_in_it(name: str, where: str, lines: list[str]) -> None:
    made = replace(
        _made(1, 5, 5),
        name=name,
        where=where,
        lines=tuple(lines),
        links=("https://a.test/@everyone", "https://a.test/" + "x" * 900),
    )
    sent = payload(made)

    def size(text: str) -> int:
        return len(text.encode("utf-16-le")) // 2

    assert 1 <= size(sent["name"]) <= NAME_MOST
    assert 1 <= size(sent["entity_metadata"]["location"]) <= PLACE_MOST
    assert 1 <= size(sent["description"]) <= TEXT_MOST
    assert sent["description"].endswith(made.mark)
    assert "@everyone" not in sent["description"] + sent["name"] + sent["entity_metadata"]["location"]
