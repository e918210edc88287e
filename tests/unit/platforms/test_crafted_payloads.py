"""What comes back from a platform other than it was sent out: of the wrong type, too long, or made up."""

from __future__ import annotations

import json

import pytest

from bot.platforms.discord.forms import page_of
from bot.platforms.discord.place import is_id
from bot.platforms.slack.forms import NOBODYS, Kept

WHOLE = {"form": "settings", "channel": "C1", "thread": "", "url": "", "home": False}


def test_what_a_form_keeps_comes_back() -> None:
    assert Kept.of(json.dumps(WHOLE)) == Kept(form="settings", channel="C1")


@pytest.mark.parametrize(
    "metadata",
    [
        "",
        "null",
        "[]",
        "1",
        "{",
        "x" * 1_000_000,
        "[" * 100_000,
        json.dumps({"form": "settings"}),
        *(
            json.dumps({**WHOLE, name: odd})
            for name in ("form", "channel", "thread", "url")
            for odd in (None, 1, ["C1"], {"id": "C1"})
        ),
    ],
    ids=lambda one: f"{len(one)} {one[:60]}",
)
def test_metadata_of_another_form_is_nobodys(metadata: str) -> None:
    assert Kept.of(metadata) == NOBODYS


@pytest.mark.parametrize("number", ["9" * 5_000, "-1", "\u00b2", "\u0663", "", "1e3"])
def test_a_page_that_is_no_number_is_the_first(number: str) -> None:
    assert page_of(f"page:{number}:c1:settings") == (0, "c1:settings")
    assert not is_id(number)
