"""Settings as a test writes them into its own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import load


def complaint(config: Path | None = None, secrets: Path | None = None) -> str:
    with pytest.raises(SettingsError) as caught:
        load(config, secrets)
    assert caught.value.todo
    return caught.value.what


def write(text: str) -> None:
    Path("communique.toml").write_text(text, encoding="utf-8")
