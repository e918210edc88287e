"""Setting up and looking after: init, migrate, doctor, and where the data lies."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from bot.runner.clock import SystemClock
from tests.integration.commands.typed import run


def _connected(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(database, isolation_level=None, check_same_thread=False)


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


@pytest.mark.parametrize("first", [(), ("migrate",)])
def test_doctor_says_that_the_disk_is_full(first: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    if first:
        run(*first)
    usage = shutil.disk_usage(Path())
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=4096))
    found = run("doctor")
    assert found.exit_code == 1
    assert "FAIL database: The disk that holds" in found.stdout
    assert "Free some space there" in found.stdout


@pytest.mark.parametrize("outlets", [1, 2])
def test_doctor_takes_the_word_of_several_sources_that_the_clock_is_behind(outlets: int) -> None:
    day = (SystemClock().now() + dt.timedelta(days=4)).date().isoformat()
    told = [
        {
            "id": f"{n}",
            "title": "Cranes",
            "source": f"Post {n % outlets}",
            "published": day,
            "body": f"Cranes {n}.",
        }
        for n in range(6)
    ]
    Path("news.jsonl").write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    assert run("ingest", "news.jsonl").exit_code == 0
    found = run("doctor")
    assert found.exit_code == (1 if outlets > 1 else 0)
    assert ("FAIL clock: 6 of 6 articles" in found.stdout) is (outlets > 1)


def test_init_writes_the_defaults_once() -> None:
    assert run("init").exit_code == 0
    assert Path("communique.toml").read_text(encoding="utf-8").startswith("# Communiqué's settings")
    assert run("init").exit_code == 2
    assert run("init", "--force").exit_code == 0
    assert run("doctor").exit_code == 0


def test_migrate_says_from_where_to_where() -> None:
    assert "from nothing to" in run("migrate").stdout
    assert "up to date" in run("migrate").stdout


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
