"""Slack and Discord in the settings: set up, not set up, or half set up with what is missing."""

from __future__ import annotations

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, load

SLACK = "COMMUNIQUE_SLACK__"
KEY = "c3VjaCBhIGtleSBpcyBub3QgYSByZWFsIG9uZSAhISE="


def given(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(f"{SLACK}{name.upper()}", value)
    return load()


def test_nothing_given_is_not_set_up_and_no_error() -> None:
    settings = load()
    assert not settings.slack.is_set_up
    assert not settings.discord.is_set_up


@pytest.mark.parametrize(
    "values",
    [
        {"bot_token": "xoxb-1", "app_token": "xapp-1"},
        {"bot_token": "xoxb-1", "signing_secret": "s", "mode": "http"},
        {"client_id": "1.2", "client_secret": "s", "token_keys": KEY, "signing_secret": "s", "mode": "http"},
        {"client_id": "1.2", "client_secret": "s", "token_keys": KEY, "app_token": "xapp-1"},
    ],
)
def test_slack_is_set_up_with_a_way_in_and_what_its_mode_needs(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str]
) -> None:
    assert given(monkeypatch, **values).slack.is_set_up


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"bot_token": "xoxb-1"}, ("slack.app_token",)),
        ({"app_token": "xapp-1"}, ("slack.bot_token",)),
        ({"bot_token": "xoxb-1", "app_token": "xapp-1", "mode": "http"}, ("slack.signing_secret",)),
        ({"client_secret": "s", "app_token": "xapp-1"}, ("slack.client_id", "slack.token_keys")),
        ({"signing_secret": "s"}, ("slack.bot_token", "slack.app_token")),
    ],
)
def test_half_of_slack_is_an_error_that_names_the_missing_variables(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], missing: tuple[str, ...]
) -> None:
    slack = given(monkeypatch, **values).slack
    assert slack.missing == missing
    with pytest.raises(SettingsError) as caught:
        _ = slack.is_set_up
    for key in missing:
        assert key in caught.value.what
        assert f"COMMUNIQUE_{key.upper().replace('.', '__')}" in caught.value.todo


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, bot_token="", app_token="").slack.missing == ()


def test_discord_is_set_up_with_its_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DISCORD__TOKEN", "token")
    settings = load()
    assert settings.discord.is_set_up
    assert settings.discord.token.get_secret_value() == "token"


def test_no_secret_is_printed_with_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DISCORD__TOKEN", "hush-discord")
    settings = given(monkeypatch, bot_token="hush-b", app_token="hush-a", signing_secret="hush-s")
    assert "hush" not in repr(settings)
    assert "hush" not in str(settings.model_dump())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("SLACK__BASE_URL", "slack.com/api"),
        ("SLACK__AUTHORIZE_URL", "ftp://slack.com"),
        ("DISCORD__GATEWAY_URL", "https://gateway.discord.gg"),
        ("SLACK__LISTEN", "localhost"),
        ("SLACK__LISTEN", "localhost:65536"),
        ("SLACK__LISTEN", ":3000"),
        ("SLACK__MODE", "carrier pigeon"),
    ],
)
def test_an_address_that_cannot_be_one_is_refused(
    monkeypatch: pytest.MonkeyPatch, key: str, value: str
) -> None:
    monkeypatch.setenv(f"COMMUNIQUE_{key}", value)
    with pytest.raises(SettingsError, match=key.lower().replace("__", r"\.")):
        load()


def test_a_stand_in_takes_over_every_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DISCORD__BASE_URL", "http://127.0.0.1:8001/api/v10")
    monkeypatch.setenv("COMMUNIQUE_DISCORD__GATEWAY_URL", "ws://127.0.0.1:8001/")
    settings = given(monkeypatch, base_url="http://127.0.0.1:8002/api/", listen="[::1]:0")
    assert settings.discord.gateway_url == "ws://127.0.0.1:8001/"
    assert settings.slack.base_url == "http://127.0.0.1:8002/api/"
    assert settings.slack.listen == "[::1]:0"


@pytest.mark.parametrize("keys", ["short", f"{KEY},short", f"{KEY}{KEY}", "ü" * 44])
def test_a_key_for_tokens_that_is_none_is_refused_without_being_shown(
    monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    with pytest.raises(SettingsError, match="COMMUNIQUE_SLACK__TOKEN_KEYS") as caught:
        given(monkeypatch, token_keys=keys)
    assert "init slack --http" in caught.value.what
    assert keys not in str(caught.value)


def test_each_key_for_tokens_is_a_secret_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    other = KEY[::-1].lstrip("=") + "="
    settings = given(monkeypatch, token_keys=f"{KEY}, {other}")
    assert {KEY, other} <= set(settings.secrets)


def test_one_workspaces_token_and_many_workspaces_exclude_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="bot_token serves one workspace") as caught:
        given(monkeypatch, bot_token="xoxb-very-secret", client_id="1.2")
    assert "xoxb-very-secret" not in str(caught.value)
