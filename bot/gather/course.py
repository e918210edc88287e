"""How a source fares: what one look makes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.fetched import Fetched, Reading
from bot.domain.source import NEVER_ASKED, Halt, Health, Source, called, one_address
from bot.errors import FetchError
from bot.gather.timing import (
    ASKED_MOST,
    LEAST,
    RETIRED,
    Asked,
    adapted,
    after_failure,
    allowed,
    longest,
    next_look,
)
from bot.texts import say

CLIENT_PATIENCE = timedelta(days=3)
SERVER_PATIENCE = timedelta(days=7)
"""How long a source may fail before it pauses: by its own fault, or by a trouble that tends to pass."""

_OURS = frozenset({Health.CLIENT_ERROR, Health.GONE, Health.FORBIDDEN, Health.UNSAFE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A look that succeeded. `pending` items wait for the next one; `news` were kept."""

    fetched: Fetched
    reading: Reading | None = None
    news: int = 0
    pending: int = 0


def succeeded(source: Source, look: Look, now: datetime) -> Source:
    """The source after a look that gave an answer; one that paused by itself goes on."""
    fetched, reading = look.fetched, look.reading
    every = _interval(source, look)
    # Without news nothing is gained by hurrying: a page that always fails, guids that change at each look.
    hurries = look.pending and look.news
    asked = _asked(source, look)
    due = now + LEAST / 5 if hurries else next_look(source.id, now, every, asked)
    return replace(
        moved(source, fetched),
        kind=reading.kind if reading else source.kind,
        name=source.name or (called(reading.title) if reading else ""),
        every=every,
        due=due,
        checked=now,
        read=now,
        changed=now if look.news else source.changed,
        failing=None,
        **_fares(source, look),
        validators=NEVER_ASKED if _must_come_again(look) else fetched.validators,
        halt=None if source.halt and source.halt.by_itself else source.halt,
        skip_hours=asked.skip_hours,
        skip_days=asked.skip_days,
    )


def failed(source: Source, error: FetchError, now: datetime) -> Source:
    """The source after a look that failed; it pauses when it has failed for too long."""
    health, failing = Health(error.health), min(source.failing or now, now)  # a clock may have gone back
    refuses = health in _OURS and source.health in _OURS  # one 404 after days of an outage is part of that
    patience = CLIENT_PATIENCE if refuses else SERVER_PATIENCE
    halt = source.halt
    if halt is None and now - failing >= patience:
        halt = Halt(at=now, reason=say("source.halted", days=patience.days, detail=error.what))
    asked = Asked(pauses=longest((error.wait,)), skip_hours=source.skip_hours, skip_days=source.skip_days)
    due = now + RETIRED if halt else after_failure(source.id, now, failing, asked)
    return replace(source, health=health, detail=error.what, checked=now, failing=failing, due=due, halt=halt)


def put_off(source: Source, now: datetime) -> Source | None:
    """The source, due after the hours and days that it asks to be skipped; None outside them.

    What it fell due for while nobody looked, or at a person's word, waits as well.
    """
    until = allowed(now, Asked(skip_hours=source.skip_hours, skip_days=source.skip_days))
    return replace(source, due=until) if until > now else None


def moved(source: Source, fetched: Fetched) -> Source:
    """The source at its new address, if it moved for good."""
    there = one_address(fetched.moved) if fetched.moved else source.url
    if there == source.url:
        return source
    return replace(source, url=there, moved_from=source.moved_from or source.url)


def _must_come_again(look: Look) -> bool:
    """Whether "nothing changed" would hide something: items that wait, news that stand in other files."""
    return bool(look.pending or (look.reading and look.reading.more))


def _interval(source: Source, look: Look) -> timedelta:
    """The next interval, at least what the feed itself asked for when it was read last."""
    own = adapted(source.every, changed=look.news > 0)
    if look.reading is None:
        return max(own, source.every)
    return max(own, min(look.reading.pause or own, ASKED_MOST))


def _fares(source: Source, look: Look) -> dict[str, Any]:
    """Health and detail; where nothing changed what was last read counts, and no failure since."""
    if look.reading:
        cut = (
            look.fetched.cut or look.reading.cut
        )  # of what breaks off the form is broken, too, and that is all there is to say
        return {"health": _health(look.reading, cut=cut), "detail": "" if cut else look.reading.trouble}
    return {"health": Health.OK, "detail": ""} if source.health.is_failure else {}


def _asked(source: Source, look: Look) -> Asked:
    """What it asks for now; where nothing changed, the hours and days that it asked for before still hold."""
    reading = look.reading
    if reading is None:
        pauses = longest((look.fetched.keep,))
        return Asked(pauses=pauses, skip_hours=source.skip_hours, skip_days=source.skip_days)
    return Asked(
        pauses=longest((look.fetched.keep, reading.pause)),
        skip_hours=reading.skip_hours,
        skip_days=reading.skip_days,
    )


def _health(reading: Reading, *, cut: bool) -> Health:
    if cut:
        return Health.TRUNCATED
    if not reading.items:
        return Health.EMPTY
    return Health.OK if any(item.published for item in reading.items) else Health.UNDATED
