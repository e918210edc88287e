from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import asked_engine, chosen_engine
from bot.errors import SettingsError
from bot.settings import Settings, load
from bot.settings.engines import ChatSettings, TransformerSettings
from bot.settings.tables import BriefingSettings
from tests.fakes.model_server import Wire, bullet, model_server


def chat(url: str) -> Settings:
    return Settings(briefing=BriefingSettings(engine="chat"), chat=ChatSettings(base_url=url, model="tiny"))


def test_the_key_of_a_model_server_is_a_secret_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_CHAT__API_KEY", "key-of-ours")
    settings = load()
    assert "key-of-ours" in settings.secrets
    assert settings.chat.options.api_key == "key-of-ours"
    assert "key-of-ours" not in repr(settings) + repr(settings.chat.options)


def test_an_engine_that_lacks_what_it_needs_is_a_settings_error_that_says_what() -> None:
    with pytest.raises(SettingsError) as refused:
        chosen_engine(Settings(briefing=BriefingSettings(engine="chat")))
    assert "chat.base_url" in refused.value.todo
    with pytest.raises(SettingsError, match="no engine is called 'oracle'"):
        chosen_engine(Settings(briefing=BriefingSettings(engine="oracle")))


def test_a_folder_that_is_not_there_is_told_before_the_bot_starts(tmp_path: Path) -> None:
    missing = TransformerSettings(model=str(tmp_path / "gone"))
    with pytest.raises(SettingsError, match="There is no folder"):
        chosen_engine(Settings(briefing=BriefingSettings(engine="transformer"), transformer=missing))


def test_a_model_server_is_asked_once_whether_it_answers() -> None:
    with model_server(lambda heard: bullet(heard.draft)) as model:
        assert "tiny at 127.0.0.1" in asked_engine(chat(model.url))
    with model_server(lambda _heard: Wire(status=401)) as model, pytest.raises(SettingsError) as refused:
        asked_engine(chat(model.url))
    assert "chat.api_key" in refused.value.todo


def test_the_default_engine_needs_nobody_to_answer() -> None:
    assert asked_engine(Settings()) == "extractive, interpreted"


def test_the_address_of_a_model_server_is_one_of_the_web() -> None:
    with pytest.raises(ValueError, match="not a URL"):
        ChatSettings(base_url="localhost:8000")
