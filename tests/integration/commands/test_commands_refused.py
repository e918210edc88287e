"""What cannot be done, what was typed wrongly, and outputs that are not there."""

from __future__ import annotations

import logging
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.asking import run_lines
from bot.cli.outcomes import broken
from bot.errors import InputError
from bot.settings import load
from tests.faults.full_disk import files_up_to
from tests.integration.commands.typed import run


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
    written = tmp_path / "communique.toml"
    with files_up_to(100):
        done = run("init")
    assert done.exit_code == 2
    assert "Cannot write communique.toml: File too large." in done.stderr
    assert "the space that is left there" in done.stderr
    assert not written.exists()


@pytest.mark.parametrize("group", [(), ("sources",)])
def test_without_a_command_the_commands_are_shown(group: tuple[str, ...]) -> None:
    done = run(*group)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Commands:" in done.stderr


def test_questions_are_asked_for_where_standard_input_was_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="no standard input"):
        run_lines(load(), None)


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


def test_the_version_is_told_to_who_reports_a_mistake() -> None:
    done = run("--version")
    assert (done.exit_code, done.stdout) == (0, f"communique {version('communique')}\n")
