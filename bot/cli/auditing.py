"""`communique audit`."""

from __future__ import annotations

import asyncio
import json
import sys

from bot.app import open_app
from bot.domain.shown import shown
from bot.ports import Change
from bot.settings import Settings
from bot.texts import say


def run(settings: Settings, tenant: str, most: int, *, as_json: bool) -> None:
    """Print the latest changes of a tenant, the newest first."""
    changes = asyncio.run(_latest(settings, tenant, most))
    for one in changes:
        line = {"at": one.at.isoformat(), "who": one.who, "what": one.what}
        sys.stdout.write((json.dumps(line, ensure_ascii=False) if as_json else _line(one)) + "\n")
    if not changes and not as_json:
        sys.stdout.write(say("audit.none") + "\n")


async def _latest(settings: Settings, tenant: str, most: int) -> tuple[Change, ...]:
    async with open_app(settings) as app, app.store.read() as unit:
        return await unit.audit.latest(tenant, most)


def _line(one: Change) -> str:
    return f"{one.at:%Y-%m-%d %H:%M} UTC {shown(one.who)}: {shown(one.what)}"
