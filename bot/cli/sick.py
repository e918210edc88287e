"""Which sources `communique doctor` finds sick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.cli.findings import Finding
from bot.domain.channel import LOCAL_TENANT
from bot.domain.shown import shown
from bot.domain.source import Source
from bot.gather.advice import advice
from bot.gather.care import Care
from bot.gather.told import fares, name_of, source_line
from bot.runner.clock import SystemClock
from bot.settings import Settings
from bot.store.sql_store import SqlStore
from bot.texts import say

SICK = timedelta(days=1)
"""How long a source fails before it counts as sick: servers are restarted, and networks break."""

SHOWN = 20


async def sources_checked(settings: Settings) -> tuple[Finding, ...]:
    """How the sources fare, and one finding for each that is sick; nothing where there are none."""
    clock = SystemClock()
    async with SqlStore.open(settings.store_url) as store:
        sources = await Care(store=store, clock=clock).listed(LOCAL_TENANT)
    return tuple(_findings(settings, sources, clock.now()))


def _findings(settings: Settings, sources: Sequence[Source], now: datetime) -> Iterator[Finding]:
    if not sources:
        return
    if settings.sources.enabled:
        yield Finding(check="sources", ok=True, seen=fares(sources))
    else:
        yield Finding(check="sources", ok=False, seen=say("source.off"), fix=say("source.off.fix"))
    sick = [one for one in sources if _is_sick(one, now)]
    for one in sick[:SHOWN]:
        seen = f"{source_line(one, now)} {shown(one.url)}"
        yield Finding(check=f"source {name_of(one)}", ok=False, seen=seen, fix=advice(one.health))
    if len(sick) > SHOWN:
        more = say("source.more", sources=len(sick) - SHOWN)
        yield Finding(check="sources", ok=False, seen=more, fix=say("source.see_list"))


def _is_sick(source: Source, now: datetime) -> bool:
    return source.fails and source.failing is not None and now - source.failing >= SICK
