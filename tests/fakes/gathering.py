"""Polling as the bot does it: the real reader, over a store and a fetcher of the test."""

from __future__ import annotations

import asyncio

from bot.feeds.reading.reader import WebReader
from bot.feeds.web.allowed import Allowed
from bot.feeds.web.limits import Limits
from bot.gather.pipeline import Gather
from bot.gather.record import Record
from bot.ingest.pipeline import Ingest
from bot.ports import Clock, Fetcher, Store

LOOPBACK = Limits(
    user_agent="Communique/test", timeout=60, delay=0.0, per_host=4, allowed=Allowed.read(["127.0.0.0/8"])
)
"""Loopback may be asked, on any port, and in no hurry."""


def gathering(store: Store, fetcher: Fetcher, clock: Clock, owner: str = "") -> Gather:
    """The use case of one process."""
    return Gather(
        store=store,
        clock=clock,
        run_cpu=asyncio.to_thread,
        fetcher=fetcher,
        reader=WebReader(),
        ingest=Ingest(store=store, clock=clock, run_cpu=asyncio.to_thread),
        record=Record(store=store),
        owner=owner,
    )
