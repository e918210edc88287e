"""What a person can do about a source that could not be read."""

from __future__ import annotations

from bot.domain.shown import shown
from bot.errors import FetchError
from bot.texts import say


def advice(health: str) -> str:
    """One thing to do, by the state a source is in."""
    return say(f"source.fix.{health}")


def refused(url: str, error: FetchError) -> FetchError:
    """The same error with all of its parts: which address, what it answered, what was kept, what to do."""
    return FetchError(
        say("source.unread", url=shown(url), detail=shown(error.what)),
        health=error.health,
        status=error.status,
        wait=error.wait,
        kept=error.kept or say("source.unkept"),
        todo=error.todo or advice(error.health),
    )
