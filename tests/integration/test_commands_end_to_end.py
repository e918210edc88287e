"""The commands as a person types them, on the bundled articles, in one process and on a real database."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import resource
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from bot.cli import demo, main
from bot.cli.asking import run_lines
from bot.cli.commands import app
from bot.cli.ingesting import Input
from bot.cli.outcomes import broken
from bot.cli.wishes import person
from bot.domain.reminder import LADDER
from bot.errors import InputError
from bot.settings import config_folder, load

ARTICLES = config_folder() / "demo" / "articles.jsonl"
BODIES = {
    line["body"]: line["id"] for line in map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines())
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_DATA_DIR", str(tmp_path / "data"))
    before = logging.getLogger().handlers[:]
    yield
    logging.getLogger().handlers[:] = before


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def stored() -> None:
    assert run("ingest", str(ARTICLES)).exit_code == 0


def test_the_demo_prints_a_briefing_and_what_falls_due_and_writes_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_BRIEFING__ENGINE", "chat")  # the settings' own model is not asked
    done = run("demo", "--into", str(tmp_path / "demo"))
    assert done.exit_code == 0
    assert "Key agreements" in done.stdout
    assert "10 November 2025" in done.stdout
    lines = done.stdout.splitlines()
    reminders = [place for place, line in enumerate(lines) if line.startswith("next: ")]
    assert len(reminders) == 5
    assert re.fullmatch(r"… and \d+ more", lines[reminders[-1] + 1])
    page = (tmp_path / "demo" / "briefing.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "Open tensions" in page


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


def test_the_same_file_twice_stores_nothing_twice(stored: None) -> None:
    report = json.loads(run("ingest", "--json", str(ARTICLES)).stdout)
    assert (report["new"], report["revisions"], report["unchanged"]) == (0, 0, 41)


def test_a_bad_line_is_an_object_in_its_place_and_the_rest_is_stored() -> None:
    lines = ['{"id": "a", "body": "Text."}', "no json", '{"id": "b"}']
    Path("some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("ingest", "some.jsonl", "--json")
    assert done.exit_code == 1
    bad, worse, report = map(json.loads, done.stdout.splitlines())
    assert (bad["line"], worse["line"], worse["id"], report["new"]) == (2, 3, "b", 1)
    assert "run this again: nothing is stored twice" in done.stderr


@pytest.mark.usefixtures("stored")
def test_every_quote_of_a_briefing_stands_in_its_article_at_its_offsets() -> None:
    made = json.loads(run("brief", "--json", "--as-of", "2025-10-30").stdout)
    citations = [citation for bullet in made["bullets"] for citation in bullet["citations"]]
    assert len(citations) > 20
    for citation in citations:
        bodies = [body for body in BODIES if body[citation["start"] : citation["end"]] == citation["quote"]]
        assert bodies


@pytest.mark.usefixtures("stored")
def test_a_briefing_without_details_ends_with_the_sources_it_cites_and_says_how_to_see_the_rest() -> None:
    done = run("brief", "--as-of", "2025-10-30")
    _, _, sources = done.stdout.partition("── Sources ")
    assert "│" not in sources
    assert "--details" in done.stderr
    assert "--details" not in run("brief", "--as-of", "2025-10-30", "--details").stderr


@pytest.mark.usefixtures("stored")
def test_the_second_briefing_knows_what_the_first_one_said() -> None:
    first = json.loads(run("brief", "--json", "--as-of", "2025-10-30T18:00+00:00").stdout)
    second = json.loads(run("brief", "--json", "--as-of", "2025-10-30T18:05+00:00").stdout)
    assert second["previous"] == first["id"]
    assert {bullet["mark"] for bullet in first["bullets"]} == {"new"}
    assert {bullet["mark"] for bullet in second["bullets"]} == {"unchanged"}


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


@pytest.mark.usefixtures("stored")
def test_an_empty_day_says_where_the_news_is() -> None:
    done = run("brief", "--as-of", "2031-01-01")
    assert "No articles in this window" in done.stdout
    assert "--as-of 2025-10-30" in done.stderr


@pytest.mark.usefixtures("stored")
def test_why_and_schedules_say_so_when_nothing_was_due() -> None:
    assert "No send was due." in run("why").stdout
    assert "No schedules" in run("schedules").stdout
    assert run("why", "--json").stdout == run("schedules", "--json").stdout == ""


def test_doctor_finds_everything_well_before_and_after_the_first_ingest() -> None:
    assert run("doctor").exit_code == 0
    run("migrate")
    findings = [json.loads(line) for line in run("doctor", "--json").stdout.splitlines()]
    assert {finding["check"] for finding in findings} >= {"settings", "zone", "engine", "database"}
    assert all(finding["ok"] for finding in findings)


def test_an_ingest_that_read_nothing_says_so() -> None:
    Path("empty.jsonl").touch()
    done = run("ingest", "empty.jsonl", "/dev/null")
    assert done.exit_code == 0
    assert "nothing in empty.jsonl" in done.stderr
    assert "nothing in /dev/null" in done.stderr
    assert Input(name="-").title == "standard input"
    assert "nothing in" not in run("ingest", str(ARTICLES)).stderr


def test_init_writes_the_defaults_once() -> None:
    assert run("init").exit_code == 0
    assert Path("communique.toml").read_text(encoding="utf-8").startswith("# Communiqué's settings")
    assert run("init").exit_code == 2
    assert run("init", "--force").exit_code == 0
    assert run("doctor").exit_code == 0


def test_migrate_says_from_where_to_where() -> None:
    assert "from nothing to" in run("migrate").stdout
    assert "up to date" in run("migrate").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("brief",), "Nothing is stored yet: there is no database"),
        (("deadlines",), "communique ingest FILE"),
        (("ingest", "missing.jsonl"), "Cannot read"),
        (("why", "--day", "soon"), "not an ISO date"),
        (("why", "--channel", "general"), "not a channel"),
        (("--config", "none.toml", "doctor"), "Cannot read"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(arguments: tuple[str, ...], said: str) -> None:
    if arguments[0] == "why":
        run("migrate")
    done = run(*arguments)
    assert done.exit_code in {2, 3}
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("brief", "--as-of", "tomorrow"), "--as-of"),
        (("brief", "--as-of", "2025-10-30T08:00"), "UTC offset"),
        (("brief", "--hours", "0"), "--hours"),
        (("brief", "--topic", "football"), "There is no topic"),
        (("brief", "--zone", "Europe/Berln"), "Europe/Berlin"),
        (("brief", "--as-of", "2025-10-30", "--html", "no/such/folder.html"), "Cannot write"),
    ],
)
def test_an_argument_that_cannot_be_used_is_named(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code in {2, 3}
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said", "advice"),
    [
        (("deadlines", "--days", "x"), "--days: 'x'", "Give a whole number from 0 on."),
        (("deadlines", "--days", "-3"), "--days: '-3'", "Give a whole number from 0 on."),
        (("deadlines", "--days", "9" * 5000), "--days: '999", "Give a whole number from 0 on."),
        (("reminders", "--days", "999"), "--days: '999'", "Give a whole number from 0 to 366."),
        (("brief", "--hours", "0"), "--hours: '0'", "Give a whole number from 1 to 168."),
        (("audit", "--most", "0"), "--most: '0'", "Give a whole number from 1 to 10000."),
        (("brief", "--frob"), "--frob", "`communique brief --help` shows what it takes."),
        (("breif",), "Did you mean 'brief'?", "`communique --help` shows what it takes."),
        (("sources", "ad"), "'ad'", "`communique sources --help` shows what it takes."),
        (("ingest",), "FILE|URL", "`communique ingest --help` shows what it takes."),
        (("deadlines", "--topic"), "--topic", "`communique COMMAND --help` shows what it takes."),
        (("--config",), "--config", "`communique COMMAND --help` shows what it takes."),
        (("ask", "Who", "leads?"), "leads?", "Put words that belong together in quotation marks"),
    ],
)
def test_a_command_line_that_is_wrong_is_told_in_four_parts(
    arguments: tuple[str, ...], said: str, advice: str
) -> None:
    done = run(*arguments)
    what, kept, todo, reference = done.stderr.splitlines()
    assert (done.exit_code, done.stdout, kept) == (2, "", "Nothing was changed.")
    assert what.startswith("Error: ")
    assert said in what
    assert todo.startswith(advice)
    assert reference.startswith("Reference: ")


def test_a_file_whose_name_is_no_utf_8_is_stored_as_any_other_and_read_once() -> None:
    name = os.fsdecode("sp\u00e4t.jsonl".encode("latin-1"))
    shutil.copy(ARTICLES, name)
    assert "39 articles stored" in run("ingest", name).stderr
    assert "0 articles stored" in run("ingest", name).stderr


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "arguments", [("snooze", "sp\udce4t"), ("remind", "sp\udce4t"), ("mute", "sp\udce4t")]
)
def test_an_id_that_is_no_utf_8_is_told_as_one_that_there_is_not(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert "No deadline has the id 'sp" in done.stderr


@pytest.mark.usefixtures("stored")
def test_a_tenant_that_is_no_utf_8_has_no_audit() -> None:
    assert run("audit", "--tenant", "sp\udce4t").stdout == "Nothing was changed yet.\n"


def test_of_a_file_that_does_not_fit_on_the_disk_nothing_is_left(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    written = tmp_path / "communique.toml"
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        done = run("init")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert done.exit_code == 2
    assert "Cannot write communique.toml: File too large." in done.stderr
    assert "the space that is left there" in done.stderr
    assert not written.exists()


@pytest.mark.parametrize("group", [(), ("sources",)])
def test_without_a_command_the_commands_are_shown(group: tuple[str, ...]) -> None:
    done = run(*group)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Commands:" in done.stderr


@pytest.mark.usefixtures("stored")
def test_a_topic_of_the_settings_narrows_the_briefing() -> None:
    Path("communique.toml").write_text('[topics.docks]\nany = ["dock", "quayworkers"]\n', encoding="utf-8")
    made = json.loads(run("brief", "--json", "--as-of", "2025-10-30", "--topic", "docks").stdout)
    assert made["topics"] == ["docks"]
    assert {ref["source"] for ref in made["sources"]} <= {"Grenmouth Gazette", "Ninefold Wire"}


def test_doctor_says_which_platforms_are_set_up_and_what_a_half_one_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run("doctor").exit_code == 0
    monkeypatch.setenv("COMMUNIQUE_DISCORD__TOKEN", "hush")
    monkeypatch.setenv("COMMUNIQUE_DISCORD__BASE_URL", "http://127.0.0.1:1/api")
    away = run("doctor")
    assert away.exit_code == 1
    assert "ok   slack: not set up" in away.stdout
    assert "ok   discord: set up" in away.stdout
    assert "FAIL discord token" in away.stdout
    assert "discord.base_url" in away.stdout
    monkeypatch.setenv("COMMUNIQUE_SLACK__BOT_TOKEN", "xoxb-hush")
    half = run("doctor")
    assert half.exit_code == 1
    assert "FAIL slack: Slack is half set up: slack.app_token missing" in half.stdout
    assert "COMMUNIQUE_SLACK__APP_TOKEN" in half.stdout
    assert "hush" not in half.stdout


@pytest.mark.parametrize("name", ["a?b", "a#b", "a b", "a%20b", "a%b", "q'x", "ü~", "mode=ro&x", "[a]"])
def test_the_database_lies_in_the_data_folder_whatever_its_name_holds(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_DATA_DIR", str(tmp_path / name))
    assert run("migrate").exit_code == 0
    assert (tmp_path / name / "communique.db").is_file()
    assert run("doctor").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_data_folder_of_nobody_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DATA_DIR", "~no-such-user/news")
    done = run("doctor")
    assert done.exit_code == 2
    assert "environment variable COMMUNIQUE_DATA_DIR" in done.stderr
    assert "no-such-user" in done.stderr


def test_the_demo_goes_where_it_was_told_even_if_that_looks_like_a_home_folder() -> None:
    assert run("demo", "--into", "~no-such-user").exit_code == 0
    assert Path("~no-such-user/briefing.html").is_file()


def test_the_places_of_settings_can_be_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "discord__token").write_text("hush", encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_SECRETS", str(tmp_path / "hidden"))
    assert "discord: set up" in run("doctor").stdout
    monkeypatch.setenv("COMMUNIQUE_SECRETS", str(tmp_path / "none"))
    done = run("doctor")
    assert done.exit_code == 2
    assert str(tmp_path / "none") in done.stderr


def test_init_slack_prints_the_manifest_and_where_to_click() -> None:
    done = run("init", "slack")
    assert done.exit_code == 0
    for scope in ("chat:write", "channels:history", "groups:history"):
        assert f"- {scope}\n" in done.stdout
    for secret in ("COMMUNIQUE_SLACK__BOT_TOKEN", "COMMUNIQUE_SLACK__APP_TOKEN"):
        assert secret in done.stderr


def test_init_slack_over_http_prints_a_manifest_with_the_address_and_a_new_key() -> None:
    done = run("init", "slack", "--http", "https://bot.example.org/")
    assert done.exit_code == 0
    assert "request_url: https://bot.example.org/slack/events\n" in done.stdout
    assert "communique.example" not in done.stdout
    keys = [run("init", "slack", "--http", "https://b.example").stderr for _ in range(2)]
    made = [re.findall(r"TOKEN_KEYS=(\S{43}=)\n", text) for text in keys]
    assert [len(one) for one in made] == [1, 1]
    assert made[0] != made[1]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://bot.example.org",
            "bot.example.org",
            "https://",
            "https://b.example/?a",
            "https://[b.example",
        ),
        *("https://b.example:99999", "https://me:mine@b.example", "https://b.example/ a"),
    ],
)
def test_init_slack_over_http_refuses_an_address_that_slack_does_not_reach(address: str) -> None:
    done = run("init", "slack", "--http", address)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "https://bot.example.org" in done.stderr


def test_init_of_a_platform_that_there_is_not_says_which_there_are() -> None:
    done = run("init", "pigeon")
    assert done.exit_code != 0
    assert not Path("communique.toml").exists()


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


def test_the_demo_writes_a_calendar_and_tells_all_in_order_also_where_both_outputs_are_one_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setenv("PATH", str(Path(sys.executable).parent))
        patched.setattr(sys, "stdout", io.TextIOWrapper(pipe, encoding="utf-8"))
        patched.setattr(sys, "stderr", io.TextIOWrapper(pipe, encoding="utf-8", write_through=True))
        demo.run(tmp_path / "demo")
        told = pipe.getvalue().decode()
    steps = ("reminders that are due that morning", "· reminder ·", "A question", "“", "deadlines.ics")
    places = [told.rindex(step) for step in steps]
    assert places == sorted(places)
    assert "on the day itself" in told
    assert "Your own articles: communique ingest" in told
    assert Calendar.from_ical((tmp_path / "demo" / "deadlines.ics").read_bytes()).events


def test_where_the_command_is_not_found_by_name_the_demo_names_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "communique").touch(mode=0o755)
    assert demo.command() == "bin/communique"
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert demo.command() == "communique"


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


def test_questions_are_asked_for_where_standard_input_was_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="no standard input"):
        run_lines(load(), None)


def test_init_refuses_options_of_a_platform_that_was_not_named() -> None:
    for options in (["--http", "https://bot.example.org"], ["--events"]):
        assert run("init", *options).exit_code == 2
    assert not Path("communique.toml").exists()


def test_doctor_names_the_digests_that_go_to_a_platform_which_is_not_set_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COMMUNIQUE_DIGESTS__NOON__CHANNEL", "slack:local:C0123456789")
    done = run("doctor")
    assert (done.exit_code, done.stdout.count("FAIL")) == (1, 1)
    assert "FAIL slack: not set up, but digests.noon should go there" in done.stdout
    monkeypatch.setenv("COMMUNIQUE_DIGESTS__NOON__ENABLED", "false")
    assert run("doctor").exit_code == 0


def test_doctor_names_a_data_folder_in_which_no_database_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("COMMUNIQUE_DATA_DIR", str(tmp_path / "file" / "data"))
    done = run("doctor")
    assert (done.exit_code, "FAIL database" in done.stdout, "data_dir" in done.stdout) == (1, True, True)


def test_a_migration_waits_longer_for_another_one_than_a_write_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("migrate").exit_code == 0
    monkeypatch.setenv("COMMUNIQUE_STORE__BUSY_TIMEOUT", "0")
    with closing(_connected(tmp_path / "data" / "communique.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.3, other.rollback)
        release.start()
        done = run("migrate")
        release.join()
    assert (done.exit_code, done.stderr) == (0, "")


def _connected(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(database, isolation_level=None, check_same_thread=False)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("no such host: postgresql://bot:hush-hush@db.example"), "Error: RuntimeError"),
        (PermissionError(13, "Permission denied", "/data/kept"), "Error: /data/kept: Permission denied."),
    ],
)
def test_an_error_that_nobody_foresaw_is_told_in_words_and_logged_without_its_secrets(
    capsys: pytest.CaptureFixture[str], error: Exception, said: str
) -> None:
    logging.getLogger().handlers.clear()
    with pytest.raises(SystemExit) as ended:
        broken(error)
    told = capsys.readouterr().err
    reference = told.rpartition("Reference: ")[2].strip()
    assert (ended.value.code, said in told, "hush" in told) == (1, True, False)
    assert f"reference={reference}" in told.partition("\nError: ")[0]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_command_ends_with_its_status_where_an_output_was_closed(
    monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["communique", "brief"])
    monkeypatch.setattr(sys, stream, None)
    with pytest.raises(SystemExit) as ended:
        main()
    getattr(sys, stream).close()
    assert ended.value.code == 3


@pytest.mark.usefixtures("stored")
def test_the_alarms_of_the_calendar_are_those_of_the_settings_ladder(monkeypatch: pytest.MonkeyPatch) -> None:
    def alarms() -> set[int]:
        listed = run("deadlines", "--as-of", "2025-10-30", "--ics").stdout_bytes
        return {len(event.alarms.times) for event in Calendar.from_ical(listed).events}

    assert max(alarms()) == len(LADDER)
    monkeypatch.setenv("COMMUNIQUE_REMINDERS__LADDER", "[3]")
    assert max(alarms()) == 1


def test_the_version_is_told_to_who_reports_a_mistake() -> None:
    done = run("--version")
    assert (done.exit_code, done.stdout) == (0, f"communique {version('communique')}\n")


@pytest.mark.usefixtures("stored")
def test_the_audit_is_listed_the_newest_change_first() -> None:
    assert run("audit").stdout == "Nothing was changed yet.\n"
    assert run("audit", "--json").stdout == ""
    Path("feeds.opml").write_text(
        '<opml version="2.0"><body><outline text="The Wire" xmlUrl="https://wire.example/feed"/></body></opml>',
        encoding="utf-8",
    )
    assert run("sources", "import", "feeds.opml").exit_code == 0
    assert run("sources", "pause", "The Wire").exit_code == 0
    newest, oldest = map(json.loads, run("audit", "--json").stdout.splitlines())
    assert (newest["who"], oldest["who"], newest["at"] > oldest["at"]) == ("terminal", "terminal", True)
    assert "The Wire" in newest["what"]
    (line,) = run("audit", "--most", "1").stdout.splitlines()
    assert line.endswith(f"UTC terminal: {newest['what']}")
    assert run("audit", "--tenant", "T9", "--json").stdout == ""
