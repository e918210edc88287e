"""Errors of the settings name the variable, the file or the key they came from, and the nearest name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import load
from tests.unit.settings.given import complaint, write


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("COMMUNIQUE_ZON", "COMMUNIQUE_ZONE"),
        ("COMMUNIQUE_DATADIR", "COMMUNIQUE_DATA_DIR"),
        ("COMMUNIQUE_SLACK_BOT_TOKEN", "COMMUNIQUE_SLACK__BOT_TOKEN"),
        ("COMMUNIQUE_SLACK__BOT_TOKN", "COMMUNIQUE_SLACK__BOT_TOKEN"),
        ("COMMUNIQUE_TOPICS__TRADE__ANI", "COMMUNIQUE_TOPICS__TRADE__ANY"),
        ("COMMUNIQUE_DIGESTS__EVENING__QUIET__STRT", "COMMUNIQUE_DIGESTS__EVENING__QUIET__START"),
        ("COMMUNIQUE_ZONE__NAME", "COMMUNIQUE_ZONE"),
        ("COMMUNIQUE_XYZZY", ""),
        ("communique_zon", "COMMUNIQUE_ZONE"),
    ],
)
def test_an_unknown_variable_is_an_error_with_the_nearest_name(
    monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv(name, "hush")
    said = complaint()
    assert name in said
    assert meant in said
    assert ("did you mean" in said) == bool(meant)
    assert "hush" not in said


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('[digest.morning]\nat = "08:00"', "digests"),
        ('[topic.trade]\nany = ["tariff"]', "topics"),
        ("[briefing]\nhour = 24", "briefing.hours"),
        ('[digests.morning.quite]\nstart = "22:00"', "digests.morning.quiet"),
        ("[xyzzy]\nat = 1", ""),
    ],
)
def test_an_unknown_table_or_key_of_the_file_is_an_error_with_the_nearest_name(
    written: str, meant: str
) -> None:
    write(written)
    assert complaint().partition("no such setting")[2] == (f"; did you mean {meant}?" if meant else "")


def test_every_unknown_variable_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_ZON", "x")
    monkeypatch.setenv("COMMUNIQUE_LOGS__LEVEL", "debug")
    said = complaint()
    assert "COMMUNIQUE_ZON:" in said
    assert "COMMUNIQUE_LOG__LEVEL" in said


def test_what_kubernetes_sets_for_a_service_of_our_name_is_no_setting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in (
        "SERVICE_HOST",
        "SERVICE_PORT",
        "SERVICE_PORT_HTTP",
        "PORT",
        "PORT_80_TCP",
        "PORT_80_TCP_ADDR",
    ):
        monkeypatch.setenv(f"COMMUNIQUE_{name}", "10.0.0.1")
    assert load().zone == "UTC"


def test_an_unknown_key_of_a_file_is_named_with_the_nearest_one() -> None:
    write('[slack]\nmod = "http"\n')
    said = complaint()
    assert "communique.toml" in said
    assert "slack.mod (" in said
    assert "slack.mode" in said


def test_a_bad_value_in_the_environment_does_not_blame_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write('zone = "Europe/Oslo"\n')
    monkeypatch.setenv("COMMUNIQUE_ZONE", "Europe/Berln")
    said = complaint()
    assert "environment variable COMMUNIQUE_ZONE" in said
    assert "Europe/Berlin" in said
    assert "communique.toml" not in said


def test_a_bad_value_in_a_file_does_not_blame_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    write("[store]\nbusy_timeout = -1\n")
    monkeypatch.setenv("COMMUNIQUE_STORE__URL", "sqlite:////x.db")
    said = complaint()
    assert "store.busy_timeout (communique.toml)" in said
    assert "COMMUNIQUE" not in said


def test_a_bad_value_in_the_secrets_folder_names_its_file(secrets: Path) -> None:
    (secrets / "discord__base_url").write_text("discord.com", encoding="utf-8")
    assert str(secrets / "discord__base_url") in complaint(secrets=secrets)


def test_a_bad_value_of_a_flag_names_the_option() -> None:
    write('zone = "Europe/Oslo"\n')
    with pytest.raises(SettingsError, match=r"zone \(--zone\)"):
        load(zone="Nowhere")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COMMUNIQUE_TOPICS__RAIL__ANY", "strike"),
        ("COMMUNIQUE_TOPICS__RAIL__ANY", '["strike"'),
        ("COMMUNIQUE_TOPICS", "rail"),
        ("COMMUNIQUE_SLACK", "on"),
        ("COMMUNIQUE_DIGESTS__LATE__QUIET", "22:00"),
    ],
)
def test_a_variable_that_should_be_json_and_is_not_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("COMMUNIQUE_TOPICS__DOCKS__ANY", '["dock"]')
    monkeypatch.setenv(name, value)
    said = complaint()
    assert f"environment variable {name}" in said
    assert "DOCKS" not in said


def test_a_missing_key_is_blamed_on_who_gave_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    write('[digests.late]\nat = "22:00"\n')
    monkeypatch.setenv("COMMUNIQUE_DIGESTS__LATE__QUIET__END", "07:00")
    said = complaint()
    assert "digests.late.quiet.start" in said
    assert "COMMUNIQUE_DIGESTS__LATE__QUIET" in said
    assert "communique.toml" not in said


def test_all_problems_are_told_each_with_its_source(monkeypatch: pytest.MonkeyPatch) -> None:
    write('zone = "Nowhere"\n')
    monkeypatch.setenv("COMMUNIQUE_LOG__LEVEL", "loud")
    said = complaint()
    assert "zone (communique.toml)" in said
    assert "log.level (environment variable COMMUNIQUE_LOG__LEVEL)" in said


def test_a_file_that_was_named_must_be_there_and_be_toml(tmp_path: Path) -> None:
    assert "none.toml" in complaint(tmp_path / "none.toml")
    write("zone =")
    assert "communique.toml is not TOML" in complaint()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[topics.rail]\n", "topics.rail"),
        ('[topics.rail]\nany = [""]\n', "topics.rail"),
        ('[topics.rail]\nnone = ["football"]\n', "topics.rail"),
        ('[topics." "]\nany = ["strike"]\n', "topics"),
        ('[digests.late]\ntopics = ["rail"]\n', "digests.late"),
        ('[digests.late]\nchannel = "general"\n', "digests.late"),
        ('[digests.late]\nchannel = "irc:a:b"\n', "console, slack or discord"),
        ('[digests.late]\nzone = "Europe/Berln"\n', "Europe/Berlin"),
        ("[digests.late]\nweekdays = []\n", "digests.late"),
        ('[digests.late]\nat = "08:00+02:00"\n', "digests.late"),
        ('[digests.late.quiet]\nstart = "22:00"\nend = "22:00"\n', "digests.late"),
        ('data_dir = "~no-such-user/news"\n', "no-such-user"),
        ('data_dir = "a\\u0000b"\n', "data_dir"),
    ],
)
def test_what_cannot_be_used_is_an_error_of_the_settings(table: str, said: str) -> None:
    write(table)
    what = complaint()
    assert said in what
    assert "communique.toml" in what


def test_a_topic_of_the_environment_is_not_blamed_on_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write('[topics.docks]\nany = ["dock"]\n')
    monkeypatch.setenv("COMMUNIQUE_TOPICS__RAIL__ANY", '[""]')
    said = complaint()
    assert "COMMUNIQUE_TOPICS__RAIL__ANY" in said
    assert "communique.toml" not in said
