"""Which channels want deadlines as events of their server: only then does the bot need one right more."""

from __future__ import annotations

import asyncio

from bot.domain.channel import Channel
from bot.errors import StoreError
from bot.settings import Settings
from bot.store.sql_store import SqlStore


def channels_with_events(settings: Settings, *, whole: bool) -> frozenset[Channel]:
    """Those of the settings file and those of the chat, which wins; of a database that is `whole`."""
    given = {one.channel for one in settings.calendars}
    chosen = asyncio.run(_chosen(settings)) if whole else {}
    return frozenset(given - chosen.keys() | {channel for channel, wants in chosen.items() if wants})


async def _chosen(settings: Settings) -> dict[Channel, bool]:
    try:
        async with SqlStore.open(settings.store_url) as store, store.read() as unit:
            return {one.channel: one.events for one in await unit.preferences.every()}
    except StoreError:
        return {}  # the finding on the database says what is wrong with it
