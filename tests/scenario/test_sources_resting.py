"""Sources that pause by themselves: who is told, once, in which words, and what if they come back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time, timedelta

import pytest

from bot.deliver.outbox import Outbox
from bot.deliver.owner import owned_by
from bot.domain.channel import LOCAL_TENANT, Platform
from bot.domain.delivery import State
from bot.domain.fetched import Item
from bot.domain.post import Post
from bot.domain.schedule import Schedule
from bot.domain.source import Halt, Health, Source
from bot.errors import FetchError
from bot.gather.adding import AddSource
from bot.gather.pipeline import Gather
from bot.gather.record import Record
from bot.gather.resting import SHOWN, TOGETHER, Resting
from bot.gather.told import source_line
from bot.ingest.pipeline import Ingest
from bot.ports import Pause
from bot.texts import Language, say, speaking
from tests.fakes.memory_store import MemoryStore
from tests.fakes.messenger import FakeMessenger, Fault
from tests.fakes.paper_web import PaperWeb, feed
from tests.fakes.world import ROOM, SetClock, inline

DOWN = FetchError("the server answered 503 Service Unavailable", health=Health.SERVER_ERROR, status=503)
ITEM = Item(key="k", title="Pier opens", text="Pier 1 opens on Monday.", whole=True)


@dataclass(slots=True)
class _World:
    web: PaperWeb = field(default_factory=PaperWeb)
    clock: SetClock = field(default_factory=SetClock)
    store: MemoryStore = field(default_factory=MemoryStore)
    messenger: FakeMessenger = field(init=False)

    def __post_init__(self) -> None:
        self.messenger = FakeMessenger(clock=self.clock)

    @property
    def resting(self) -> Resting:
        outbox = Outbox(store=self.store, clock=self.clock, messengers={Platform.SLACK: self.messenger})
        return Resting(store=self.store, clock=self.clock, outbox=outbox)

    @property
    def gather(self) -> Gather:
        return Gather(
            store=self.store,
            clock=self.clock,
            run_cpu=inline,
            fetcher=self.web,
            reader=self.web,
            ingest=Ingest(store=self.store, clock=self.clock, run_cpu=inline),
            record=Record(store=self.store, on_halt=self.resting.plan),
        )

    async def add(self, *names: str, who: str = "slack:U1") -> None:
        adding = AddSource(
            store=self.store, clock=self.clock, run_cpu=inline, fetcher=self.web, reader=self.web
        )
        for name in names:
            url = f"https://{name}.example/"
            self.web.sites[url] = feed(ITEM, title=name)
            await adding.keep((await adding.preview(LOCAL_TENANT, url, who=who)).source)
        await self.gather.look()

    async def fail(self, days: int) -> None:
        """All sources fail, and time goes by."""
        self.web.sites = dict.fromkeys(self.web.sites, DOWN)
        for _ in range(days * 24):
            await self.hour()

    async def hour(self) -> None:
        self.clock.at += timedelta(hours=1)
        await self.gather.look()
        due = [job for job in self.store.state.jobs.values() if job.due <= self.clock.at]
        for job in due:
            if await self.resting.serve([job.arguments["ids"]]) is None:
                del self.store.state.jobs[job.key]

    async def schedule(self) -> None:
        one = Schedule(id="s", channel=ROOM, at=time(8), zone="UTC")
        async with self.store.write() as unit:
            await unit.schedules.put([(one, one.next_run(self.clock.at))])

    @property
    def posts(self) -> list[Post]:
        return [message.post for message in self.messenger.messages]

    async def sources(self) -> tuple[Source, ...]:
        async with self.store.read() as unit:
            return await unit.sources.every(LOCAL_TENANT)


async def test_who_added_a_source_is_told_once_why_it_pauses_and_what_to_do() -> None:
    world = _World()
    world.messenger.writes_to_people = True
    await world.schedule()
    await world.add("harbour")
    await world.fail(days=14)
    (post,) = world.posts
    assert post.channel.channel_id == "U1"
    assert "1 source cannot be read and paused" in post.title
    assert "harbour failed for 7 days: the server answered 503 Service Unavailable." in post.notice
    assert "tried once a day" in post.notice
    assert post.silent


async def test_who_reads_another_language_is_told_why_in_it() -> None:
    world = _World()
    await world.add("harbour")
    await world.fail(days=8)
    (source,) = await world.sources()
    with speaking(Language.GERMAN):
        line = source_line(source, world.clock.at)
    assert "pausiert: seit 7 Tagen gescheitert: Störung auf dem Server (5xx)" in line
    by_hand = replace(source, halt=Halt(at=world.clock.at, reason=say("source.by_hand"), who="U1"))
    with speaking(Language.GERMAN):
        assert "von Hand pausiert" in source_line(by_hand, world.clock.at)


async def test_what_pauses_within_an_hour_is_one_word() -> None:
    world = _World()
    world.messenger.writes_to_people = True
    await world.add(*(f"paper{n:02}" for n in range(SHOWN + 5)))
    world.web.sites = dict.fromkeys(world.web.sites, DOWN)
    week_ago = world.clock.at - timedelta(days=7)
    async with world.store.write() as unit:
        for one in await unit.sources.every(LOCAL_TENANT):
            await unit.sources.put(replace(one, failing=week_ago, due=world.clock.at))
    await world.hour()
    assert world.posts == []
    await world.hour()
    (post,) = world.posts
    assert (post.notice.count("failed for 7 days"), "and 5 more" in post.notice) == (SHOWN, True)


@pytest.mark.parametrize("owner", [True, False])
async def test_what_nobody_reachable_added_is_told_to_the_owner_or_else_to_the_channels(owner: bool) -> None:
    world = _World()
    world.messenger.writes_to_people = owner
    await world.schedule()
    async with world.store.write() as unit:
        await owned_by(unit, Platform.SLACK, LOCAL_TENANT, "UOWNER")
    await world.add("harbour", who="terminal")
    await world.fail(days=8)
    (post,) = world.posts
    assert post.channel.channel_id == ("UOWNER" if owner else ROOM.channel_id)


async def test_a_source_that_came_back_before_the_word_went_is_not_told() -> None:
    world = _World()
    world.messenger.writes_to_people = True
    await world.add("harbour")
    world.web.sites = dict.fromkeys(world.web.sites, DOWN)
    while not (await world.sources())[0].halt:
        world.clock.at += timedelta(minutes=30)
        await world.gather.look()
    world.web.sites = {url: feed(ITEM) for url in world.web.sites}
    await world.gather.one((await world.sources())[0])
    world.clock.at += TOGETHER
    await world.hour()
    assert world.posts == []
    (delivery,) = world.store.state.deliveries.values()
    assert (delivery.state, "can be read again" in delivery.detail) == (State.SKIPPED, True)


async def test_a_word_whose_answer_was_lost_is_not_said_twice() -> None:
    world = _World()
    world.messenger.writes_to_people = True
    await world.add("harbour")
    world.messenger.faults = [Fault.LOST_AFTER]
    await world.fail(days=9)
    assert len(world.posts) == 1
    (delivery,) = world.store.state.deliveries.values()
    assert delivery.state is State.SENT


async def test_a_paused_channel_is_not_told() -> None:
    world = _World()
    await world.schedule()
    await world.add("harbour", who="terminal")
    async with world.store.write() as unit:
        await unit.channels.pause(ROOM, Pause(reason="gone", since=world.clock.at))
    await world.fail(days=8)
    assert world.posts == []


async def test_without_anybody_to_tell_the_audit_alone_tells() -> None:
    world = _World()
    await world.add("harbour", who="terminal")
    await world.fail(days=8)
    assert (world.posts, world.store.state.deliveries) == ([], {})
    assert any("paused by itself" in change.what for _, change in world.store.state.changes.values())
