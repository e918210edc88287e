"""`communique mute`, `snooze` and `remind`: what is wanted of single deadlines at this terminal."""

from __future__ import annotations

import asyncio
import getpass
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.app import App, open_app
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.ledger import Entry
from bot.domain.reminder import Policy, Wish, WishKind
from bot.domain.schedule import instant
from bot.errors import InputError
from bot.remind.ladder import end_of
from bot.settings import Settings
from bot.texts import say
from summarizers.types import Publication


def mute(settings: Settings, entry_id: str, *, off: bool) -> None:
    """Keep the wish, or drop it, and say what it is about."""
    text = asyncio.run(_mute(settings, entry_id, off=off))
    sys.stdout.write(say("wish.unmuted" if off else "wish.muted", text=text) + "\n")


def snooze(settings: Settings, entry_id: str, days: int) -> None:
    """Keep the wish and say until when."""
    day, text = asyncio.run(_snooze(settings, entry_id, days))
    sys.stdout.write(say("wish.snoozed", day=day, text=text) + "\n")


def remind(settings: Settings, entry_id: str, at: str | None, *, off: bool) -> None:
    """Keep or drop the wish of the person at the terminal, and say what it is about."""
    when, text = asyncio.run(_remind(settings, entry_id, at, off=off))
    if off:
        sys.stdout.write(say("wish.forgotten", text=text) + "\n")
    else:
        sys.stdout.write(say("wish.remind.at" if when else "wish.remind", text=text, at=when) + "\n")


async def _remind(settings: Settings, entry_id: str, at: str | None, *, off: bool) -> tuple[str, str]:
    policy = _policy(settings)
    async with open_app(settings) as app:
        entry, now = await _entry(app, entry_id), app.clock.now()
        until = _instant(at, policy, now) if at and not off else None
        if until and until >= end_of(entry.deadline, policy.zone):
            raise InputError("The deadline is over by then", todo="Give a time before it")
        wish = Wish(
            channel=LOCAL_CHANNEL, entry_id=entry.id, kind=WishKind.REMIND, reader=person(), until=until
        )
        async with app.store.write() as unit:
            if off:
                await unit.wishes.drop(LOCAL_CHANNEL, entry.id, wish.reader)
            else:
                await unit.wishes.put(wish)
        return _local(until, settings.zone) if until else "", entry.text


def _local(at: datetime, zone: str) -> str:
    """A time of this terminal, with its zone."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} {zone}"


def person() -> str:
    """Who sits at the terminal: the system's name for them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return say("wish.you")


def _policy(settings: Settings) -> Policy:
    """How this terminal is reminded; raise InputError if it is not."""
    found = next((one for one in settings.policies if one.channel == LOCAL_CHANNEL), None)
    if found is None:
        raise InputError(say("reminders.off"), todo="Set enabled = true under [reminders]")
    return found


def _instant(at: str, policy: Policy, now: datetime) -> datetime:
    """The morning of a date, or a time with its offset; raise InputError for neither, or for what is over."""
    try:
        given = Publication.parse(at)
    except ValueError as error:
        raise InputError(
            f"--at: {error}", todo="Use a date (2025-11-10) or a time with offset (2025-11-10T08:00+01:00)"
        ) from None
    found = given.utc or instant(given.local_date, policy.morning, ZoneInfo(policy.zone))
    if found <= now:
        raise InputError(f"--at: {at[:40]} is over", todo="Give a time that is still ahead")
    return found


async def _mute(settings: Settings, entry_id: str, *, off: bool) -> str:
    async with open_app(settings) as app:
        entry = await _entry(app, entry_id)
        async with app.store.write() as unit:
            if off:
                await unit.wishes.drop(LOCAL_CHANNEL, entry.id)
            else:
                await unit.wishes.put(Wish(channel=LOCAL_CHANNEL, entry_id=entry.id, kind=WishKind.MUTE))
        return entry.text


async def _snooze(settings: Settings, entry_id: str, days: int) -> tuple[str, str]:
    async with open_app(settings) as app:
        entry, until = await _entry(app, entry_id), app.clock.now() + timedelta(days=days)
        wish = Wish(channel=LOCAL_CHANNEL, entry_id=entry.id, kind=WishKind.SNOOZE, until=until)
        async with app.store.write() as unit:
            await unit.wishes.put(wish)
        return _local(until, settings.zone), entry.text


async def _entry(app: App, entry_id: str) -> Entry:
    async with app.store.read() as unit:
        found = await unit.ledger.get(LOCAL_CHANNEL.tenant_id, [entry_id])
    if not found:
        raise InputError(
            f"No deadline has the id {entry_id[:40]!r}", todo="communique deadlines --json shows the ids"
        )
    return found[0]
