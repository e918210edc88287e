"""A world in which people talk to the bot: the desk over a store, and a platform that takes posts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.ask.catchup import CatchUp
from bot.ask.limits import Limits
from bot.ask.pipeline import Ask
from bot.brief.pipeline import Brief
from bot.brief.stories import group
from bot.condense.pipeline import Condense
from bot.converse.cases import Cases
from bot.converse.claims import Claims
from bot.converse.desk import ChatDesk
from bot.converse.greet import GREET, Greet
from bot.converse.moving import Tidy
from bot.deliver.dispatch import DIGEST, IDS
from bot.deliver.owner import TELL
from bot.deliver.tell import Tell
from bot.deliver.why import Why
from bot.domain.action import Action, ActionName
from bot.domain.channel import LOCAL_TENANT, Channel
from bot.domain.form import Filled
from bot.domain.reminder import Policy
from bot.domain.reply import Reply
from bot.domain.request import Person, Press, Request, Said
from bot.gather.adding import AddSource
from bot.gather.care import Care
from bot.gather.pipeline import Gather
from bot.gather.record import Record
from bot.ingest.pipeline import Batch, Ingest, RawLine
from bot.remind.bundles import REMIND
from bot.remind.correct import CORRECT, Correct
from bot.remind.pipeline import KeepLedger, Upcoming
from bot.remind.remind import Remind
from bot.settings import config_folder
from tests.fakes.known_engine import Known
from tests.fakes.known_reading import known
from tests.fakes.memory_state import State
from tests.fakes.memory_store import MemoryStore
from tests.fakes.paper_web import PaperWeb
from tests.fakes.world import ROOM, SECOND, World, inline

EVENING = datetime(2025, 10, 30, 18, 30, tzinfo=UTC)
"""The evening of the bundled articles' newest day."""

DEMO = (config_folder() / "demo" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
ANNA = Person(id="U1", name="Anna", zone="Europe/Berlin", may_manage=True, may_source=True)
BEN = Person(id="U2", name="Ben", zone="Europe/London")


@dataclass(slots=True, repr=False)
class ChatWorld(World):
    """`process` names the one that answers now; those in `dead` are gone."""

    process: str = "p1"
    dead: set[str] = field(default_factory=set)
    policies: list[Policy] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)
    events: Iterable[int] = field(default_factory=itertools.count)
    web: PaperWeb = field(default_factory=PaperWeb)
    woken: int = 0

    def wake(self) -> None:
        self.woken += 1

    @property
    def condense(self) -> Condense:
        return Condense(store=self.fragile, run_cpu=inline, summarizer=Known())

    @property
    def keep(self) -> KeepLedger:
        return KeepLedger(store=self.fragile, run_cpu=known, condense=self.condense)

    @property
    def cases(self) -> Cases:
        store, clock, condense = self.fragile, self.clock, self.condense
        return Cases(
            store=store,
            clock=clock,
            brief=Brief(store=store, clock=clock, run_cpu=inline, condense=condense),
            ask=Ask(
                store=store,
                clock=clock,
                run_cpu=inline,
                condense=condense,
                grouping=group,
                limits=self.limits,
            ),
            catch_up=CatchUp(store=store, clock=clock),
            upcoming=Upcoming(store=store, run_cpu=inline, keep=self.keep),
            why=Why(store=store),
            add=AddSource(store=store, clock=clock, run_cpu=inline, fetcher=self.web, reader=self.web),
            care=Care(store=store, clock=clock),
            gather=self.gather,
            topics=self.topics,
            policies=lambda: self.policies,
            wake=self.wake,
            digests=self.planned,
            languages=self.languages,
        )

    @property
    def gather(self) -> Gather:
        ingest = Ingest(store=self.fragile, clock=self.clock, run_cpu=inline)
        return Gather(
            store=self.fragile,
            clock=self.clock,
            run_cpu=inline,
            fetcher=self.web,
            reader=self.web,
            ingest=ingest,
            record=Record(store=self.fragile),
        )

    @property
    def claims(self) -> Claims:
        return Claims(
            store=self.fragile,
            clock=self.clock,
            owner=self.process,
            dead=self.gone,
        )

    async def gone(self, owners: Iterable[str]) -> frozenset[str]:
        """Those of these processes that are dead."""
        return frozenset(self.dead & {*owners})

    @property
    def desk(self) -> ChatDesk:
        """A desk of this process, with nothing in its memory."""
        return ChatDesk(cases=self.cases, claims=self.claims)

    @property
    def greet(self) -> Greet:
        return Greet(store=self.fragile, clock=self.clock, outbox=self.outbox)

    @property
    def tell(self) -> Tell:
        return Tell(store=self.fragile, clock=self.clock, outbox=self.outbox, languages=self.languages)

    @property
    def remind(self) -> Remind:
        return Remind(
            store=self.fragile,
            clock=self.clock,
            run_cpu=inline,
            keep=self.keep,
            outbox=self.outbox,
            policies=lambda: self.policies,
            topics=self.topics,
            languages=self.languages,
        )

    @property
    def correct(self) -> Correct:
        return Correct(
            store=self.fragile,
            clock=self.clock,
            keep=self.keep,
            outbox=self.outbox,
            languages=self.languages,
        )

    @property
    def tidy(self) -> Tidy:
        return Tidy(store=self.fragile, clock=self.clock)

    async def takes(self, *lines: str, tenant_id: str = LOCAL_TENANT) -> None:
        """Articles come in."""
        ingest = Ingest(store=self.store, clock=self.clock, run_cpu=inline)
        raw = tuple(RawLine(number=n, data=line.encode()) for n, line in enumerate(lines, start=1))
        async for _ in ingest.run(tenant_id, f"{self.new_event()}", iter([Batch(lines=raw, state="{}")])):
            pass

    def new_event(self) -> str:
        return f"E{next(iter(self.events))}"

    async def command(
        self,
        name: str,
        person: Person = ANNA,
        channel: Channel = ROOM,
        thread: str = "",
        options: Mapping[str, str] | None = None,
        **more: str,
    ) -> Reply:
        """The reply to a command, seen by the person."""
        request = Request(
            channel=channel,
            person=person,
            command=name,
            event_id=self.new_event(),
            options={**(options or {}), **more},
            thread=thread,
        )
        desk = self.desk
        return await _seen(desk, request, await desk.command(request))

    async def press(
        self,
        action: Action,
        person: Person = ANNA,
        channel: Channel = ROOM,
        thread: str = "",
        quoted: str = "",
    ) -> Reply:
        """The reply to a button that was sent out as text and came back, seen by the person."""
        press = Press(
            channel=channel,
            person=person,
            action=Action.read(action.code) if action.name is not ActionName.UNKNOWN else action,
            event_id=self.new_event(),
            thread=thread,
            quoted=quoted,
        )
        desk = self.desk
        return await _seen(desk, press, await desk.press(press))

    async def submit(
        self,
        form: str,
        person: Person = ANNA,
        channel: Channel = ROOM,
        thread: str = "",
        values: Mapping[str, tuple[str, ...]] | None = None,
        **more: str | list[str],
    ) -> Reply:
        """The reply to a filled form, seen by the person."""
        given = {
            name: (value,) if isinstance(value, str) and value else tuple(value)
            for name, value in more.items()
        }
        given |= values or {}
        filled = Filled(
            form=form, channel=channel, person=person, values=given, event_id=self.new_event(), thread=thread
        )
        desk = self.desk
        return await _seen(desk, filled, await desk.submit(filled))

    async def say(
        self, text: str, person: Person = ANNA, channel: Channel = ROOM, thread: str = "t1"
    ) -> Reply:
        """The reply to a free text, seen by the person."""
        said = Said(channel=channel, person=person, text=text, event_id=self.new_event(), thread=thread)
        desk = self.desk
        return await _seen(desk, said, await desk.said(said))

    async def _step(self) -> None:
        await self.dispatch.run()
        await self.remind.look()
        await self.correct.look()
        serve = {
            CORRECT: self.correct.serve,
            TELL: self.tell.serve,
            DIGEST: self.digest.run,
            GREET: self.greet.serve,
            REMIND: self.remind.serve,
        }
        while jobs := await self.queue.claim("w", self.clock.now(), 4):
            for job in jobs:
                again = await serve[job.task](job.arguments[IDS].split(","))
                if again is None:
                    await self.queue.finish("w", job.key)
                else:
                    await self.queue.put_off("w", job.key, max(again, self.clock.now() + SECOND))

    async def audit(self, tenant_id: str = LOCAL_TENANT) -> list[str]:
        async with self.store.read() as unit:
            return [f"{one.who}: {one.what}" for one in await unit.audit.latest(tenant_id, 50)]


async def _seen(desk: ChatDesk, asked: Request | Press | Filled | Said, reply: Reply | None) -> Reply:
    """The reply, which the platform showed."""
    assert reply is not None
    await desk.answered(asked.channel.platform, asked.event_id)
    return reply


async def chat(*lines: str) -> ChatWorld:
    """A world on the evening of the bundled articles, which have come in."""
    wanted = lines or tuple(DEMO)
    if wanted not in _TAKEN:
        _TAKEN[wanted] = await _taken(wanted)
    # Their own event is behind them.
    world = ChatWorld(store=MemoryStore(_TAKEN[wanted].copy(writable=False)), events=itertools.count(1))
    world.clock.at = EVENING
    return world


_TAKEN: dict[tuple[str, ...], State] = {}
"""What a store holds once these lines have come in: the same each time, and most of the time of a start."""


async def _taken(lines: tuple[str, ...]) -> State:
    world = ChatWorld(store=(store := MemoryStore()))
    world.clock.at = EVENING
    await world.takes(*lines)
    return store.state
