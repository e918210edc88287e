"""Whether the news tell `communique doctor` that this machine's clock is behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.brief.select import AHEAD
from bot.cli.findings import Finding
from bot.domain.article import Lead
from bot.domain.channel import LOCAL_TENANT
from bot.runner.clock import SystemClock
from bot.settings import Settings
from bot.store.sql_store import SqlStore
from bot.texts import count, say

LATELY = timedelta(days=1)
"""What came in since then is looked at."""


async def clock_checked(settings: Settings) -> tuple[Finding, ...]:
    """One finding if most of what came in lately is dated in the future by several sources, else nothing."""
    now = SystemClock().now()
    async with SqlStore.open(settings.store_url) as store, store.read() as unit:
        lead = await unit.articles.lead(LOCAL_TENANT, now - LATELY, now + AHEAD)
    return tuple(_findings(lead))


def _findings(lead: Lead) -> Iterator[Finding]:
    if lead.tells_a_clock_behind:
        figures = {"ahead": lead.ahead, "dated": count("article", lead.dated)}
        seen = say("doctor.clock", **figures, outlets=count("source", lead.outlets))
        yield Finding(check="clock", ok=False, seen=seen, fix=say("doctor.clock.fix"))
