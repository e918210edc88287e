"""Settings: what is read from where, and which source wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import load
from bot.settings.listed import listed_in
from tests.unit.settings.given import complaint, write


def test_the_packaged_defaults_are_complete() -> None:
    settings = load()
    assert settings.zone == "UTC"
    assert settings.digests["morning"].channel == "console:local:terminal"


def test_each_source_wins_over_those_before_it(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(None, secrets).zone == "UTC"
    write('zone = "Europe/Oslo"')
    assert load(None, secrets).zone == "Europe/Oslo"
    (secrets / "zone").write_text("Europe/Rome\n", encoding="utf-8")
    assert load(None, secrets).zone == "Europe/Rome"
    monkeypatch.setenv("COMMUNIQUE_ZONE", "Europe/Riga")
    assert load(None, secrets).zone == "Europe/Riga"
    assert load(None, secrets, zone="Europe/Zurich").zone == "Europe/Zurich"


def test_sources_share_a_table_key_by_key(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("[store]\nbusy_timeout = 7.5\n[digests.evening]\nat = 18:00:00\n")
    (secrets / "store__url").write_text("sqlite:////srv/news.db", encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_DIGESTS__EVENING__ZONE", "Europe/Oslo")
    settings = load(None, secrets)
    assert (settings.store.url, settings.store.busy_timeout) == ("sqlite:////srv/news.db", 7.5)
    assert (settings.digests["evening"].at.hour, settings.digests["evening"].zone) == (18, "Europe/Oslo")
    assert "morning" in settings.digests


def test_lists_and_tables_in_the_environment_are_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_TOPICS__TRADE__ANY", '["tariff", "quota"]')
    monkeypatch.setenv("COMMUNIQUE_TOPICS__RAIL", '{"any": ["strike"]}')
    settings = load()
    assert settings.topics["trade"].any == ("tariff", "quota")
    assert settings.topics["rail"].any == ("strike",)


@pytest.mark.parametrize("name", ["slack__bot_token", "SLACK__BOT_TOKEN", "communique_slack__bot_token"])
def test_a_secrets_file_reaches_a_nested_key(secrets: Path, name: str) -> None:
    (secrets / name).write_text("xoxb-hush\n", encoding="utf-8")
    assert load(None, secrets).slack.bot_token.get_secret_value() == "xoxb-hush"


def test_files_of_other_programs_hidden_files_and_folders_are_left_alone(secrets: Path) -> None:
    for name in ("postgres_password", ".gitkeep", "..data"):
        (secrets / name).write_text("hush", encoding="utf-8")
    (secrets / "zone").mkdir()
    assert load(None, secrets).zone == "UTC"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("slack__bot_tokn", "slack__bot_token"),
        ("slack_bot_token", "slack__bot_token"),
        ("discord__key", ""),
    ],
)
def test_a_secrets_file_that_nearly_is_a_setting_is_named(secrets: Path, name: str, meant: str) -> None:
    (secrets / name).write_text("hush", encoding="utf-8")
    said = complaint(secrets=secrets)
    assert str(secrets / name) in said
    assert meant in said
    assert "hush" not in said


def test_a_byte_order_mark_at_the_start_of_a_file_says_nothing(secrets: Path) -> None:
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}"
    write(f'{mark}zone = "Europe/Berlin"\n[sources]\nfile = "listed.toml"\n')
    (secrets / "slack__bot_token").write_text(f"{mark}xoxb-1\n", encoding="utf-8")
    Path("listed.toml").write_text(f'{mark}[Wire]\nurl = "https://wire.example/feed"\n', encoding="utf-8")
    settings = load(secrets=secrets)
    assert (settings.zone, settings.slack.bot_token.get_secret_value()) == ("Europe/Berlin", "xoxb-1")
    assert [one.name for one in listed_in(settings.sources.file)] == ["Wire"]


def test_a_named_secrets_folder_must_be_there(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in complaint(secrets=tmp_path / "none")


def test_a_secrets_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("x", encoding="utf-8")
    assert str(file) in complaint(secrets=file)


def test_a_secrets_file_that_is_no_text_is_named(secrets: Path) -> None:
    (secrets / "slack__bot_token").write_bytes(b"\xff\xfe\x00")
    assert "slack__bot_token" in complaint(secrets=secrets)
