"""`communique migrate`."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta

from bot.settings import Settings
from bot.store import schema
from bot.texts import say


def migrate(settings: Settings) -> None:
    """Bring the schema up to date and say from where to where."""
    patience = max(schema.MIGRATING, timedelta(seconds=settings.store.busy_timeout))
    before, after = asyncio.run(schema.migrate(settings.store_url, busy_timeout=patience))
    key = "migrate.same" if before == after else "migrate.done"
    sys.stdout.write(say(key, before=before or say("migrate.nothing"), after=after) + "\n")
