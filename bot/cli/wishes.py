"""`communique mute` and `communique snooze`: what this terminal wants of single deadlines."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.app import App, open_app
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.ledger import Entry
from bot.domain.reminder import Wish, WishKind
from bot.errors import InputError
from bot.settings import Settings
from bot.texts import say


def mute(settings: Settings, entry_id: str, *, off: bool) -> None:
    """Keep the wish, or drop it, and say what it is about."""
    text = asyncio.run(_mute(settings, entry_id, off=off))
    sys.stdout.write(say("wish.unmuted" if off else "wish.muted", text=text) + "\n")


def snooze(settings: Settings, entry_id: str, days: int) -> None:
    """Keep the wish and say until when."""
    day, text = asyncio.run(_snooze(settings, entry_id, days))
    sys.stdout.write(say("wish.snoozed", day=day, text=text) + "\n")


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
        return f"{until.astimezone(ZoneInfo(settings.zone)):%Y-%m-%d %H:%M}", entry.text


async def _entry(app: App, entry_id: str) -> Entry:
    async with app.store.read() as unit:
        found = await unit.ledger.get(LOCAL_CHANNEL.tenant_id, [entry_id])
    if not found:
        raise InputError(
            f"No deadline has the id {entry_id[:40]!r}", todo="communique deadlines --json shows the ids"
        )
    return found[0]
