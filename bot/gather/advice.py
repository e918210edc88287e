"""What a person can do about a source that could not be read."""

from __future__ import annotations

import re

from bot.domain.shown import shown
from bot.errors import FetchError
from bot.texts import say

LONGEST = 200
"""Characters of an address in an error."""

_SECRET = re.compile(r"(?:(?<=://)|^)[^/?#]*@")
"""The name and password before a host: what was typed by mistake must not go into a log."""


def advice(health: str) -> str:
    """One thing to do, by the state a source is in."""
    return say(f"source.fix.{health}")


def refused(url: str, error: FetchError) -> FetchError:
    """The same error with all of its parts: which address, what it answered, what was kept, what to do."""
    return FetchError(
        say("source.unread", url=_told(url), detail=shown(error.what)),
        health=error.health,
        status=error.status,
        wait=error.wait,
        kept=error.kept or say("source.unkept"),
        todo=error.todo or advice(error.health),
    )


def _told(url: str) -> str:
    text = shown(_SECRET.sub("", url))
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
