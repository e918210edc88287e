"""A simulated week of scheduled digests on the real store, dispatch, digest and outbox. Prints a table.

    python benchmarks/week.py [--channels 5000] [--tenants 10] [--days 7] [--articles 6] [--folder DIR]

The clock is set, not waited for; the platform is in memory, loses some answers, asks to wait now and then and
has lost a few channels for good. Generated text, so nothing is needed. The process is held to one core.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from bot.brief.digest import Digest
from bot.brief.pipeline import Brief
from bot.condense.pipeline import Condense
from bot.deliver.dispatch import IDS, Dispatch
from bot.deliver.outbox import Outbox
from bot.deliver.register import Register
from bot.deliver.why import Why, delivery_line
from bot.domain.article import Article
from bot.domain.channel import Channel, Platform
from bot.domain.post import Post, Receipt
from bot.domain.schedule import Schedule
from bot.errors import AmbiguousOutcome, PermanentRefusal, RetryableRefusal
from bot.ports import Job, Messenger, Presence, Reconciliation
from bot.store.queue import SqlQueue
from bot.store.sql_store import SqlStore
from summarizers.engines.registry import engine
from summarizers.types import Publication

T = TypeVar("T")
MONDAY = datetime(2025, 10, 20, tzinfo=UTC)
"""The week ends with the end of summer time in Europe."""

LANES = 4
LOST, WAITS, GONE = 499, 997, 500
"""Every so many calls an answer is lost or a wait is told; one of so many channels is gone."""

ZONES = (
    *("UTC", "Europe/Berlin", "Europe/London", "Europe/Istanbul", "America/New_York", "America/Chicago"),
    *("America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "America/Santiago", "Africa/Cairo"),
    *("Africa/Lagos", "Asia/Jerusalem", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Shanghai", "Asia/Tokyo"),
    *("Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland"),
)
PLACES = (
    *("Arden", "Corvane", "Halden", "Ostmark", "Selwyn", "Tarn"),
    *("Veld", "Morrow", "Quill", "Brask", "Lund", "Ferro"),
)
GOODS = ("steel", "grain", "fish", "timber", "copper", "cotton", "chips", "wine", "salt", "cobalt")
SENTENCES = (
    "{a} and {b} agreed on {day} to cut duties on {good} by a fifth, officials said.",
    "The two sides signed a protocol that opens the harbours of {a} to {good} from {b}.",
    "Negotiators from {b} rejected the demand of {a} and threatened new curbs on {good}.",
    "The quota for {good} expires on 30 November 2025 unless both parliaments extend it.",
    "Traders in {a} said that stocks of {good} would last for some weeks.",
    "A spokeswoman for {b} declined to comment on the talks.",
    "Prices of {good} rose a little in {a} and fell in {b}.",
)


@dataclass(slots=True)
class SetClock:
    """Shows what it is set to."""

    at: datetime = MONDAY

    def now(self) -> datetime:
        """The instant it is set to."""
        return self.at


@dataclass(slots=True)
class Faulty(Messenger):
    """A platform in memory; `taken` is every message that exists, by delivery id."""

    clock: SetClock
    taken: dict[str, Receipt] = field(default_factory=dict)
    doubles: int = 0
    calls: int = 0

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """Take a message, or fail."""
        if (part == 0) != (parent is None):
            raise ValueError("details that answer no parent message")
        self.calls += 1
        if post.channel.channel_id.endswith("-gone"):
            raise PermanentRefusal("no such channel", code="channel_not_found")
        if self.calls % WAITS == 0:
            raise RetryableRefusal("too many requests", code="429", wait=timedelta(seconds=30))
        self.doubles += delivery_id in self.taken
        self.taken[delivery_id] = Receipt(message_id=str(self.calls), at=self.clock.now())
        if self.calls % LOST == 0:
            raise AmbiguousOutcome("no answer", code="timeout")
        return self.taken[delivery_id]

    async def reconcile(
        self, delivery_id: str, channel: Channel, since: datetime, parent: Receipt | None = None
    ) -> Reconciliation:
        """Say whether it is there."""
        del channel, since, parent
        receipt = self.taken.get(delivery_id)
        return Reconciliation(presence=Presence.FOUND if receipt else Presence.ABSENT, receipt=receipt)


async def inline(function: Callable[..., T], /, *args: object) -> T:
    """The RunCpu port on this core."""
    return function(*args)


def schedules(channels: int, tenants: int) -> list[Schedule]:
    """One digest at 08:00 for each channel; zones and tenants in turn."""
    made = []
    for n in range(channels):
        name = f"C{n}{'-gone' if n % GONE == GONE - 1 else ''}"
        zone, tenant = ZONES[n % len(ZONES)], f"T{n // len(ZONES) % tenants}"
        channel = Channel(Platform.SLACK, tenant, name)
        made.append(Schedule(id=f"settings:{n}", channel=channel, at=time(8), zone=zone))
    return made


def articles(tenant: str, hour: datetime, a_day: int) -> Iterator[Article]:
    """What comes in for a tenant in one hour of the stream."""
    for n in range(a_day):
        if n * 24 // a_day != hour.hour:
            continue
        seed = hash_of(tenant, hour, n)
        words = {
            "a": PLACES[seed % 12],
            "b": PLACES[seed // 12 % 12],
            "good": GOODS[seed // 144 % 10],
            "day": f"{hour:%A}",
        }
        body = " ".join(SENTENCES[(seed // 1440 + k) % 7].format(**words) for k in range(7))
        id_ = f"{hour:%d%H}-{n}"
        yield Article(
            tenant_id=tenant,
            id=id_,
            revision=1,
            title=f"{words['a']} and {words['b']} talk about {words['good']}",
            source=f"Outlet {n % 5}",
            body=body,
            clean=body,
            group_id=id_,
            first_seen=hour,
            seen=hour,
            published=Publication(local_date=hour.date(), at=hour),
        )


def hash_of(tenant: str, hour: datetime, n: int) -> int:
    """A number that is the same at every run."""
    return int(tenant[1:]) * 7919 + int(hour.timestamp()) // 3600 * 104_729 + n * 15_485_863


@dataclass(slots=True)
class Bot:
    """What the running bot does, one step of the clock after another."""

    store: SqlStore
    clock: SetClock
    platform: Faulty
    digest: Digest
    dispatch: Dispatch
    queue: SqlQueue

    @classmethod
    def over(cls, store: SqlStore) -> Bot:
        """Everything over one store."""
        clock = SetClock()
        platform = Faulty(clock)
        condense = Condense(store=store, run_cpu=inline, summarizer=engine("extractive"))
        brief = Brief(store=store, clock=clock, run_cpu=inline, condense=condense)
        outbox = Outbox(store=store, clock=clock, messengers={Platform.SLACK: platform})
        digest = Digest(store=store, clock=clock, brief=brief, outbox=outbox, topics={})
        return cls(store, clock, platform, digest, Dispatch(store=store, clock=clock), SqlQueue(store))

    async def step(self) -> None:
        """Dispatch what is due and serve it, as many jobs at a time as the worker does."""
        await self.dispatch.run()
        while jobs := await self.queue.claim("w", self.clock.now(), LANES):
            await asyncio.gather(*(self._serve(job) for job in jobs))

    async def _serve(self, job: Job) -> None:
        again = await self.digest.run(job.arguments[IDS].split(","))
        if again is None:
            await self.queue.finish("w", job.key)
        else:
            await self.queue.put_off("w", job.key, max(again, self.clock.now() + timedelta(seconds=1)))

    async def next(self) -> datetime:
        """When there is something to do again: a run, a retry, or the next hour of the stream."""
        due = await self.queue.next_due()
        hour = self.clock.at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        quarter = self.clock.at + timedelta(minutes=15) - (self.clock.at - MONDAY) % timedelta(minutes=15)
        return min(one for one in (due, hour, quarter) if one is not None)


async def live(bot: Bot, tenants: Sequence[str], days: int, a_day: int) -> None:
    """The week: articles come in by the hour, digests go when they are due."""
    kept = MONDAY - timedelta(hours=1)
    while bot.clock.at < MONDAY + timedelta(days=days):
        hour = bot.clock.at.replace(minute=0, second=0, microsecond=0)
        if hour > kept:
            new = [one for tenant in tenants for one in articles(tenant, hour, a_day)]
            async with bot.store.write() as unit:
                await unit.articles.add(new)
            kept = hour
        await bot.step()
        bot.clock.at = await bot.next()
    await bot.step()
    while due := await bot.queue.next_due():
        bot.clock.at = max(due, bot.clock.at)
        await bot.step()


async def accounts(bot: Bot, tenants: Sequence[str]) -> Counter[str]:
    """How many sends `why` tells of, by state and reason; each has its line in words."""
    told: Counter[str] = Counter()
    first, last = MONDAY.date() - timedelta(days=1), (MONDAY + timedelta(days=30)).date()
    for tenant in tenants:
        account = await Why(store=bot.store).run(tenant, first, last)
        for one in account.deliveries:
            delivery_line(account, one)
            told[f"{one.state}{f', {one.reason}' if one.reason else ''}"] += 1
    return told


async def week(folder: Path, options: argparse.Namespace) -> list[tuple[str, str]]:
    """Simulate, and return the rows of the table."""
    path = folder / "week.db"
    tenants = [f"T{n}" for n in range(options.tenants)]
    async with SqlStore.open(f"sqlite:///{path}", create=True) as store:
        bot = Bot.over(store)
        await Register(store=store, clock=bot.clock).run(schedules(options.channels, options.tenants))
        begin, worked = perf_counter(), process_time()
        await live(bot, tenants, options.days, options.articles)
        seconds, worked = perf_counter() - begin, process_time() - worked
        told = await accounts(bot, tenants)
    sends = sum(told.values())
    sent = len({key.partition(".")[0] for key in bot.platform.taken})
    rows = [
        ("channels, zones, tenants, days", f"{options.channels:,}, 20, {options.tenants}, {options.days}"),
        ("scheduled sends, all told by why", f"{sends:,}"),
        ("messages on the platform", f"{len(bot.platform.taken):,}"),
        ("digests on the platform", f"{sent:,}"),
        ("messages that came twice", f"{bot.platform.doubles:,}"),
        ("seconds", f"{seconds:,.1f}"),
        ("  of the processor", f"{worked:,.1f}"),
        ("sends a second", f"{sends / seconds:,.0f}"),
        *((f"  {state}", f"{number:,}") for state, number in sorted(told.items())),
        ("database", f"{path.stat().st_size / 1e6:,.1f} MB"),
    ]
    if sends != options.channels * options.days:
        raise SystemExit(f"{options.channels * options.days} sends were due, {sends} are told of")
    return rows


def main() -> None:
    """Run it in a fresh folder on one core and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--channels", type=int, default=5000)
    parser.add_argument("--tenants", type=int, default=10)
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--articles", type=int, default=6, help="a day and tenant")
    parser.add_argument(
        "--folder", type=Path, help="where the database is made (default: the temporary folder)"
    )
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for name, figure in asyncio.run(week(Path(folder), options)):
            print(f"{name:<36} {figure:>24}")


if __name__ == "__main__":
    main()
