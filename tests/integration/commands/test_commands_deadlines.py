"""Deadlines, reminders and the calendar as a person types them, on the bundled articles."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.cli.wishes import person
from bot.domain.reminder import LADDER
from tests.integration.commands.typed import run


def test_reminders_are_those_of_the_ladder_on_that_day(stored: None) -> None:
    done = run("reminders", "--as-of", "2025-10-30", "--json", "--days", "1")
    assert done.exit_code == 0
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["day"] for one in told} == {"2025-10-30", "2025-10-31"}
    for one in told:
        if one["step"].isdigit() and one["deadline"]["boundary"] != "before":
            ahead = date.fromisoformat(one["deadline"]["date"]) - date.fromisoformat(one["day"])
            assert ahead.days == int(one["step"])
    assert "reminder · Thursday 30 October 2025" in run("reminders", "--as-of", "2025-10-30").stdout
    assert "No reminder is due." in run("reminders", "--as-of", "2030-01-01").stdout


def test_a_muted_deadline_is_reminded_of_no_more_until_it_is_unmuted(stored: None) -> None:
    def told() -> list[str]:
        lines = run("reminders", "--as-of", "2025-10-30", "--json", "--days", "0").stdout.splitlines()
        return [json.loads(line)["deadline"]["id"] for line in lines]

    first, *others = told()
    assert "Muted" in run("mute", first).stdout
    assert told() == others
    assert "again" in run("mute", first, "--off").stdout
    assert told() == [first, *others]
    quiet = run("snooze", first, "--days", "2").stdout
    assert re.match(r"Quiet until [0-9-]{10} [0-9:]{5} [A-Z][A-Za-z_/]+: ", quiet)
    assert run("mute", "nothing").exit_code != 0


def test_a_person_is_reminded_of_what_the_terminal_is_muted_for_until_they_say_no(stored: None) -> None:
    lines = run("reminders", "--as-of", "2025-10-30", "--json", "--days", "0").stdout.splitlines()
    first = json.loads(lines[0])["deadline"]["id"]
    run("mute", first)
    assert "You will be reminded of" in run("remind", first).stdout
    shown = run("reminders", "--as-of", "2025-10-30", "--days", "0").stdout
    assert f"Asked for by {person()}" in shown
    assert "not reminded any more" in run("remind", first, "--off").stdout
    assert "Asked for" not in run("reminders", "--as-of", "2025-10-30", "--days", "0").stdout
    run("mute", first, "--off")


def test_a_person_may_name_the_day_or_the_instant_of_their_reminder(tmp_path: Path) -> None:
    body = "In Dunmere the grain truce between Sarrow and Vellmark expires on 1 June 2099, both said."
    article = {"id": "a", "title": "Truce", "source": "Post", "published": "2098-12-01", "body": body}
    (tmp_path / "one.jsonl").write_text(json.dumps(article), encoding="utf-8")
    run("ingest", str(tmp_path / "one.jsonl"))
    (line,) = run("deadlines", "--as-of", "2099-04-01", "--json").stdout.splitlines()
    entry = json.loads(line)["id"]
    assert "2099-05-01 08:00 UTC of" in run("remind", entry, "--at", "2099-05-01").stdout
    assert "2099-05-01 10:30" in run("remind", entry, "--at", "2099-05-01T10:30+00:00").stdout
    for wrong in ("2001-01-01", "soon", "2099-05-01T10:30", "2099-06-02"):
        assert run("remind", entry, "--at", wrong).exit_code != 0
    assert run("remind", "nothing").exit_code != 0


def test_where_reminders_are_off_the_command_says_so(stored: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_REMINDERS__ENABLED", "false")
    assert "is not reminded" in run("reminders").stderr


@pytest.mark.usefixtures("stored")
def test_deadlines_are_ahead_in_order_and_proven() -> None:
    lines = run("deadlines", "--json", "--as-of", "2025-10-30", "--days", "30").stdout.splitlines()
    events = [json.loads(line) for line in lines]
    days = [date.fromisoformat(event["date"]) for event in events]
    assert days == sorted(days)
    assert all(event["citations"] and event["sources"] for event in events)
    ends = [date.fromisoformat(event["end"] or event["date"]) for event in events]
    assert min(ends) >= date(2025, 10, 30)
    assert "2025-11-10" in {event["date"] for event in events}


@pytest.mark.usefixtures("stored")
def test_deadlines_as_text_name_the_day_and_how_far_it_is() -> None:
    text = run("deadlines", "--as-of", "2025-10-30").stdout
    assert "Monday 10 November 2025 (in 11 days)" in text


@pytest.mark.parametrize(("policy", "told"), [("drop", True), ("hold", False), ("silent", False)])
def test_doctor_says_that_reminders_would_be_dropped_each_time(
    policy: str, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = {"start": "22:00", "end": "09:00", "policy": policy}
    monkeypatch.setenv("COMMUNIQUE_REMINDERS__QUIET", json.dumps(quiet))
    done = run("doctor")
    assert ("at 08:00 in console:local:terminal, in quiet hours that drop them" in done.stdout) is told
    assert done.exit_code == told


def test_an_article_with_more_deadlines_than_a_briefing_has_room_for_loses_none(tmp_path: Path) -> None:
    body = " ".join(
        f"The council of Orle will vote on item {day} on November {day}." for day in range(3, 29, 3)
    )
    line = {"id": "agenda", "title": "Orle’s autumn", "source": "Orle Post", "body": body}
    (tmp_path / "in.jsonl").write_text(json.dumps(line | {"published": "2025-10-30T08:00:00+00:00"}))
    assert run("ingest", "in.jsonl").exit_code == 0
    listed = run("deadlines", "--as-of", "2025-10-30", "--json").stdout.splitlines()
    assert [int(json.loads(one)["date"][-2:]) for one in listed] == [*range(3, 29, 3)]


@pytest.mark.usefixtures("stored")
def test_the_calendar_holds_the_deadlines_that_are_listed() -> None:
    asked = ("deadlines", "--as-of", "2025-10-30", "--days", "30")
    listed = [json.loads(line) for line in run(*asked, "--json").stdout.splitlines()]
    calendar = Calendar.from_ical(run(*asked, "--ics").stdout_bytes)
    assert [event["uid"] for event in calendar.events] == [f"{one['id']}@communique" for one in listed]
    assert run(*asked, "--ics", "--json").exit_code == 2


def test_a_calendar_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "demo" / "deadlines.ics").mkdir(parents=True)
    done = run("demo", "--into", str(tmp_path / "demo"))
    assert done.exit_code == 2
    assert "Cannot write" in done.stderr


@pytest.mark.usefixtures("stored")
def test_the_time_line_is_drawn_or_it_is_said_why_not(tmp_path: Path) -> None:
    drawn = tmp_path / "ahead.png"
    assert run("deadlines", "--as-of", "2025-10-30", "--png", str(drawn)).exit_code == 0
    assert drawn.read_bytes().startswith(b"\x89PNG")
    nothing = run("deadlines", "--as-of", "2019-01-01", "--days", "0", "--png", str(drawn))
    assert nothing.exit_code == 2
    assert "No deadline is ahead" in nothing.stderr
    lost = run("deadlines", "--as-of", "2025-10-30", "--png", str(tmp_path / "no" / "x.png"))
    assert lost.exit_code == 2
    assert "Cannot write" in lost.stderr


@pytest.mark.usefixtures("stored")
def test_the_alarms_of_the_calendar_are_those_of_the_settings_ladder(monkeypatch: pytest.MonkeyPatch) -> None:
    def alarms() -> set[int]:
        listed = run("deadlines", "--as-of", "2025-10-30", "--ics").stdout_bytes
        return {len(event.alarms.times) for event in Calendar.from_ical(listed).events}

    assert max(alarms()) == len(LADDER)
    monkeypatch.setenv("COMMUNIQUE_REMINDERS__LADDER", "[3]")
    assert max(alarms()) == 1


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("days", "said"), [("0", "today"), ("1", "today and tomorrow"), ("2", "in the next 2 days")]
)
def test_the_heading_says_within_which_days(days: str, said: str) -> None:
    assert (
        run("deadlines", "--as-of", "2025-10-30", "--days", days).stdout.splitlines()[1].endswith(f" {said}")
    )
