"""The two manifests: the same app, apart from how Slack reaches it."""

from __future__ import annotations

import re

from bot.platforms.slack.http import EVENTS, REDIRECT
from bot.platforms.slack.install.scopes import SCOPES
from bot.settings import config_folder

ADDRESS = "https://communique.example"
OF_THE_MODE = re.compile(r"(org_deploy_enabled|socket_mode_enabled): ")


def _lines(mode: str) -> list[str]:
    text = (config_folder() / f"slack-manifest.{mode}.yaml").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def _common(mode: str) -> list[str]:
    skipped = ("redirect_urls:", ADDRESS)
    return [
        line for line in _lines(mode) if not OF_THE_MODE.search(line) and not any(s in line for s in skipped)
    ]


def test_both_manifests_make_the_same_app() -> None:
    assert _common("http") == _common("socket")
    assert [one.strip() for one in _lines("http") if OF_THE_MODE.search(one)] == [
        "org_deploy_enabled: true",
        "socket_mode_enabled: false",
    ]


def test_an_installation_asks_for_what_the_manifests_name() -> None:
    lines = _lines("http")
    start = lines.index("    bot:") + 1
    asked = [one.strip("- ") for one in lines[start:] if one.startswith("      - ")][: len(SCOPES)]
    assert asked == list(SCOPES)
    assert lines[start + len(SCOPES)] == "settings:"


def test_the_manifest_names_the_addresses_that_are_served() -> None:
    named = {found[1] for line in _lines("http") if (found := re.search(rf"{ADDRESS}(\S*)", line))}
    assert named == {*EVENTS, REDIRECT}
