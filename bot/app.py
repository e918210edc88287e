"""The composition root: builds the adapters, hands them to the story. Nothing else names an adapter."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.ask.catchup import CatchUp
from bot.ask.compose import Compose
from bot.ask.meaning import Meaning
from bot.ask.pipeline import Ask
from bot.ask.reindex import Reindex
from bot.brief.digest import Digest
from bot.brief.pipeline import Brief
from bot.condense.pipeline import Bound, Condense
from bot.converse.cases import Cases
from bot.converse.claims import Claims
from bot.converse.desk import ChatDesk
from bot.converse.greet import GREET, Greet
from bot.converse.moving import Tidy
from bot.deliver.dispatch import DIGEST, IDS, Dispatch
from bot.deliver.outbox import Outbox
from bot.deliver.owner import TELL
from bot.deliver.register import Register
from bot.deliver.tell import Tell
from bot.deliver.why import Why
from bot.domain.appointment import CalendarPolicy
from bot.domain.channel import LOCAL_TENANT, Platform, Topic
from bot.domain.reminder import Policy
from bot.errors import SettingsError
from bot.gather.resting import RESTING, Resting
from bot.ingest.pipeline import Ingest
from bot.platforms.console.transcript import Transcript, View
from bot.polling import Polling, open_polling, rounds
from bot.ports import Calendar, Change, Clock, Desk, Job, Life, Messenger, Store
from bot.remind.calendars import CalendarPolicies, KeepCalendars
from bot.remind.correct import CORRECT, Correct
from bot.remind.pipeline import KeepLedger, Upcoming
from bot.remind.place import CALENDAR
from bot.remind.remind import REMIND, Policies, Remind
from bot.runner import health
from bot.runner.board import Board
from bot.runner.clock import SystemClock, run_in_thread
from bot.runner.patience import while_locked
from bot.runner.service import Listen, Service
from bot.runner.worker import Handler, Worker
from bot.runner.worker_lock import WorkerLock
from bot.settings import Settings
from bot.settings.calibration import calibration_in
from bot.settings.listed import listed_in
from bot.settings.platforms import DiscordSettings, SlackSettings
from bot.store.backends import is_server
from bot.store.log_check import require_whole_log
from bot.store.queue import SqlQueue
from bot.store.sql_store import SqlStore
from bot.store.sqlite import path_of
from bot.texts import say
from summarizers.engines.errors import EngineError
from summarizers.engines.registry import Options, UnknownEngineError, engine
from summarizers.engines.rewriting import Rewriting
from summarizers.types import Summarizer

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.platforms.slack.clients import Workspaces
    from bot.platforms.slack.signature import Signature

log = logging.getLogger(__name__)

TRANSCRIPT = "transcript.jsonl"

FIXED = (
    *("data_dir", "store", "briefing", "chat", "transformer", "ask", "run", "slack", "discord", "fetch"),
    *("sources.enabled", "sources.full_text"),
)
"""Settings that a running bot keeps until it is started again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """The use cases, ready to run on one open store."""

    settings: Settings
    store: SqlStore
    clock: Clock
    ingest: Ingest
    brief: Brief
    upcoming: Upcoming
    keep: KeepLedger
    why: Why
    ask: Ask
    reindex: Reindex
    catch_up: CatchUp
    polling: Polling


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The running bot, what a reload changes, and the desk that a chat's adapter asks."""

    service: Service
    store: Store
    clock: Clock
    register: Register
    started: Settings
    topics: dict[str, Topic]
    policies: list[Policy]
    calendars: list[CalendarPolicy]
    desk: ChatDesk
    polling: Polling

    async def reload(self, settings: Settings) -> tuple[str, ...]:
        """Take over topics and schedules; return what changed. Raise SettingsError, changing nothing."""
        wanted, topics, policies = settings.schedules, topics_of(settings), settings.policies
        sources = listed_in(settings.sources.file)
        names = sorted(n for n in topics.keys() | self.topics.keys() if topics.get(n) != self.topics.get(n))
        changed = [say("audit.topic", topic=name) for name in names]
        listed = await self.polling.listed.take_over(LOCAL_TENANT, sources)
        done = await self.register.run(wanted)
        self.topics.clear()
        self.topics.update(topics)
        self.policies[:] = policies
        self.calendars[:] = settings.calendars
        await self._note(changed)
        fixed = [name for name in FIXED if attrgetter(name)(settings) != attrgetter(name)(self.started)]
        later = [say("run.restart", keys=", ".join(fixed))] if fixed else []
        return (*done, *changed, *listed, *later)

    async def refused(self, error: SettingsError) -> None:
        """Keep for the audit that settings were not taken over, and why."""
        await self._note([say("audit.refused", error=error.what)])

    async def _note(self, changes: list[str]) -> None:
        if not changes:
            return
        async with self.store.write() as unit:
            for what in changes:
                change = Change(at=self.clock.now(), who="settings", what=what)
                await unit.audit.note(LOCAL_TENANT, change)


@asynccontextmanager
async def open_app(
    settings: Settings, *, create: bool = False, clock: Clock | None = None
) -> AsyncIterator[App]:
    """Open the store and build the use cases over it; close everything at the end of the block.

    `create` makes a database where there is none. Raise SettingsError, StoreMissing, SchemaMismatch or
    StoreUnavailable.
    """
    summarizer = await run_in_thread(chosen_engine, settings)
    patience = timedelta(seconds=settings.store.busy_timeout)
    clock = clock or SystemClock()
    async with SqlStore.open(settings.store_url, create=create, busy_timeout=patience) as store:
        ingest = Ingest(store=store, clock=clock, run_cpu=run_in_thread)
        async with open_polling(settings, store, clock, ingest) as polling:
            yield assemble(settings, store, clock, summarizer, polling)


def assemble(
    settings: Settings, store: SqlStore, clock: Clock, summarizer: Summarizer, polling: Polling
) -> App:
    """The use cases over an open store."""
    bound = Bound(clock=clock, patience=timedelta(seconds=settings.briefing.patience), otherwise=engine())
    condense = Condense(store=store, run_cpu=run_in_thread, summarizer=summarizer, bound=bound)
    keep = KeepLedger(store=store, run_cpu=run_in_thread, condense=condense)
    return App(
        settings=settings,
        store=store,
        clock=clock,
        ingest=polling.gather.ingest,
        brief=Brief(store=store, clock=clock, run_cpu=run_in_thread, condense=condense),
        upcoming=Upcoming(store=store, run_cpu=run_in_thread, keep=keep),
        keep=keep,
        why=Why(store=store),
        ask=_ask(settings, store, clock, summarizer, keep),
        catch_up=CatchUp(store=store, clock=clock),
        reindex=Reindex(store=store, run_cpu=run_in_thread),
        polling=polling,
    )


def _ask(settings: Settings, store: Store, clock: Clock, summarizer: Summarizer, keep: KeepLedger) -> Ask:
    """Questions. A model words the answer and does no more: nobody waits for it to read sixty articles."""
    model = summarizer if isinstance(summarizer, Rewriting) else None
    chooses = model.base if model else summarizer
    patience = settings.ask.patience
    return Ask(
        store=store,
        clock=clock,
        run_cpu=run_in_thread,
        condense=Condense(store=store, run_cpu=run_in_thread, summarizer=chooses),
        limits=settings.ask.limits,
        keep=None if model else keep,
        calibration=calibration_in(settings.data_path),
        meaning=_meaning(settings),
        compose=Compose(engine=model, run_cpu=run_in_thread, patience=patience) if model else None,
    )


def _meaning(settings: Settings) -> Meaning | None:
    """What reads by meaning, if that is wanted; raise SettingsError where its extra is missing."""
    if not settings.ask.semantic:
        return None
    from summarizers.engines.encoder import MiniLM

    try:
        return Meaning(encoder=MiniLM(), run_cpu=run_in_thread)
    except EngineError as error:
        raise engine_trouble(error) from None


@asynccontextmanager
async def running(
    settings: Settings, *, view: View | None = None, clock: Clock | None = None
) -> AsyncIterator[Running]:
    """The bot, ready to run: the store open, the schedules of the settings registered.

    A locked database is waited for. Raise SettingsError, SchemaMismatch or StoreUnavailable.
    """
    clock = clock or SystemClock()
    board = Board(file=settings.data_path / health.FILE, clock=clock)
    wanted, sources = settings.schedules, listed_in(settings.sources.file)
    if not is_server(settings.store_url):
        await run_in_thread(require_whole_log, path_of(settings.store_url))
    async with AsyncExitStack() as stack:
        life = await _announced(stack, settings.store_url, board)
        app = await while_locked(
            board, lambda: stack.enter_async_context(open_app(settings, create=True, clock=clock))
        )
        bot = _wired(app, life, board, view, await _platforms(stack, settings, clock, app.store))
        await while_locked(board, lambda: bot.register.run(wanted))
        await while_locked(board, lambda: bot.polling.listed.take_over(LOCAL_TENANT, sources))
        yield bot


async def _announced(stack: AsyncExitStack, url: str, board: Board) -> Life:
    """This process among the workers of the database, until the stack is unwound; opens the board."""
    if is_server(url):
        from bot.store.session import Session

        board.open()
        return await while_locked(board, lambda: stack.enter_async_context(Session.announce(url)))
    lock = WorkerLock.announce(path_of(url))
    stack.callback(lock.leave)
    board.open()
    return lock


@dataclass(frozen=True, slots=True)
class Platforms:
    """The platforms that are set up: who posts to them, and who listens once there is a desk."""

    messengers: dict[Platform, Messenger] = field(default_factory=dict)
    calendars: dict[Platform, Calendar] = field(default_factory=dict)
    listeners: list[Callable[[Desk], Listen]] = field(default_factory=list)


async def _platforms(stack: AsyncExitStack, settings: Settings, clock: Clock, store: Store) -> Platforms:
    """Those that are set up; nothing of a platform is imported before."""
    platforms = Platforms()
    if settings.slack.is_set_up and settings.slack.is_shared:
        await _many_slacks(stack, settings.slack, clock, store, platforms)
    elif settings.slack.is_set_up:
        await _slack(stack, settings.slack, clock, platforms)
    if settings.discord.is_set_up:
        await _discord(stack, settings.discord, clock, platforms)
    return platforms


async def _slack(stack: AsyncExitStack, settings: SlackSettings, clock: Clock, platforms: Platforms) -> None:
    """One workspace by its bot token."""
    from bot.platforms.slack.clients import OneWorkspace
    from bot.platforms.slack.listen import Listener
    from bot.platforms.slack.messenger import SlackMessenger
    from bot.platforms.slack.pace import Pace
    from bot.platforms.slack.web import web_client

    token = settings.bot_token.get_secret_value()
    client = await stack.enter_async_context(web_client(token, settings.base_url))
    pace = Pace()
    platforms.messengers[Platform.SLACK] = SlackMessenger(
        clients=OneWorkspace(client), clock=clock, pace=pace
    )

    async def serve(app: AsyncApp) -> None:
        if settings.mode == "socket":
            from bot.platforms.slack.socket_mode import by_socket

            await by_socket(app, client, settings.app_token.get_secret_value())
        else:
            from bot.platforms.slack.http import Endpoints
            from bot.platforms.slack.http import serve as by_http

            signature = _signature(settings, clock)
            await by_http(settings.listen, Endpoints(app=app, signature=signature).routes())

    platforms.listeners.append(
        lambda desk: Listener(client=client, serve=serve, desk=desk, clock=clock, pace=pace).listen
    )


async def _many_slacks(
    stack: AsyncExitStack, settings: SlackSettings, clock: Clock, store: Store, platforms: Platforms
) -> None:
    """Every workspace that installs the bot by itself. Raise SettingsError if a key for tokens is lacking."""
    from bot.platforms.slack.host import Host
    from bot.platforms.slack.install.flow import Flow
    from bot.platforms.slack.install.scopes import SCOPES
    from bot.platforms.slack.messenger import SlackMessenger
    from bot.platforms.slack.pace import Pace
    from bot.platforms.slack.place import Homes

    pace, workspaces = Pace(), await stack.enter_async_context(open_workspaces(settings, clock, store))
    await workspaces.renewal.kept.seal_anew()
    platforms.messengers[Platform.SLACK] = SlackMessenger(clients=workspaces, clock=clock, pace=pace)
    over_http = settings.mode == "http"

    def listener(desk: Desk) -> Listen:
        flow = Flow(
            renewal=workspaces.renewal,
            desk=desk,
            bare=workspaces.bare,
            client_id=settings.client_id,
            client_secret=settings.client_secret.get_secret_value(),
            scopes=SCOPES,
            authorize_url=settings.authorize_url,
        )
        return Host(
            workspaces=workspaces,
            flow=flow,
            homes=Homes(local=settings.team),
            desk=desk,
            clock=clock,
            pace=pace,
            listen_at=settings.listen,
            signature=_signature(settings, clock) if over_http else None,
            app_token="" if over_http else settings.app_token.get_secret_value(),
        ).listen

    platforms.listeners.append(listener)


@asynccontextmanager
async def open_workspaces(settings: SlackSettings, clock: Clock, store: Store) -> AsyncIterator[Workspaces]:
    """The tokens of the workspaces that installed the bot; raise SettingsError for a key that is none."""
    from bot.platforms.slack.clients import Workspaces
    from bot.platforms.slack.install.kept import Kept
    from bot.platforms.slack.install.renewal import Renewal, rotator_of
    from bot.platforms.slack.install.vault import Vault
    from bot.platforms.slack.place import Homes
    from bot.platforms.slack.web import web_client

    vault = Vault.of(settings.token_keys.get_secret_value())
    kept = Kept(store=store, vault=vault, clock=clock, tenant=Homes(local=settings.team).tenant)
    async with web_client(None, settings.base_url) as bare:
        rotator = rotator_of(bare, settings.client_id, settings.client_secret.get_secret_value())
        yield Workspaces(renewal=Renewal(kept=kept, rotator=rotator), bare=bare)


def _signature(settings: SlackSettings, clock: Clock) -> Signature:
    from bot.platforms.slack.signature import Signature

    return Signature.of(settings.signing_secret.get_secret_value(), clock)


async def _discord(
    stack: AsyncExitStack, settings: DiscordSettings, clock: Clock, platforms: Platforms
) -> None:
    from bot.platforms.discord.events import DiscordCalendar
    from bot.platforms.discord.listen import Listener
    from bot.platforms.discord.messenger import DiscordMessenger
    from bot.platforms.discord.pace import Pace
    from bot.platforms.discord.rest import rest_client

    link = rest_client(
        settings.token.get_secret_value(), settings.base_url, settings.gateway_url, settings.timeout
    )
    rest = await stack.enter_async_context(link)
    pace = Pace()
    platforms.messengers[Platform.DISCORD] = DiscordMessenger(rest=rest, clock=clock, pace=pace)
    platforms.calendars[Platform.DISCORD] = DiscordCalendar(
        rest=rest, clock=clock, pace=pace, home=settings.guild
    )
    platforms.listeners.append(lambda desk: Listener(rest=rest, desk=desk, home=settings.guild).listen)


def _wired(app: App, life: Life, board: Board, view: View | None, platforms: Platforms) -> Running:
    store, clock, settings = app.store, app.clock, app.settings
    transcript = Transcript(
        path=settings.data_path / TRANSCRIPT, clock=clock, run_cpu=run_in_thread, view=view
    )
    outbox = Outbox(
        store=store, clock=clock, messengers={Platform.CONSOLE: transcript, **platforms.messengers}
    )
    topics = topics_of(settings)
    digest = Digest(store=store, clock=clock, brief=app.brief, outbox=outbox, topics=topics)

    policies = list(settings.policies)
    remind = reminding(app, outbox, lambda: policies, topics)

    greet = Greet(store=store, clock=clock, outbox=outbox)
    correct = Correct(store=store, clock=clock, keep=app.keep, outbox=outbox)
    tell = Tell(store=store, clock=clock, outbox=outbox)
    resting = Resting(store=store, clock=clock, outbox=outbox)
    wanted = list(settings.calendars)
    calendars = KeepCalendars(
        store=store,
        clock=clock,
        run_cpu=run_in_thread,
        keep=app.keep,
        calendars=platforms.calendars,
        policies=lambda: wanted,
        topics=topics,
    )

    async def look() -> int:
        return await remind.look() + await correct.look() + await calendars.look()

    handlers = {
        CALENDAR: calendars.serve,
        CORRECT: by_ids(correct.serve),
        DIGEST: by_ids(digest.run),
        REMIND: by_ids(remind.serve),
        GREET: by_ids(greet.serve),
        TELL: by_ids(tell.serve),
        RESTING: by_ids(resting.serve),
    }
    worker = Worker(queue=SqlQueue(store), clock=clock, life=life, board=board, handlers=handlers)
    cases = chat_cases(app, topics, lambda: policies, worker.wake, lambda: wanted)
    claims = Claims(store=store, clock=clock, owner=life.owner, dead=life.dead)
    desk = ChatDesk(cases=cases, claims=claims)
    stopping = asyncio.Event()
    service = Service(
        dispatch=Dispatch(store=store, clock=clock).run,
        worker=worker,
        board=board,
        grace=timedelta(seconds=settings.run.grace),
        remind=look,
        tidy=Tidy(store=store, clock=clock, kept=timedelta(days=settings.run.removed_days)).run,
        fetch=rounds(app.polling, settings, stopping.is_set, resting.plan),
        listeners=tuple(make(desk) for make in platforms.listeners),
        stopping=stopping,
    )
    return Running(
        service=service,
        store=store,
        clock=clock,
        register=Register(store=store, clock=clock),
        started=settings,
        topics=topics,
        policies=policies,
        calendars=wanted,
        desk=desk,
        polling=app.polling,
    )


def by_ids(serve: Callable[[Sequence[str]], Awaitable[datetime | None]]) -> Handler:
    """The handler of jobs that name deliveries."""

    async def handle(job: Job) -> datetime | None:
        return await serve(job.arguments[IDS].split(","))

    return handle


def chat_cases(
    app: App,
    topics: Mapping[str, Topic],
    policies: Policies,
    wake: Callable[[], None],
    calendars: CalendarPolicies = tuple,
) -> Cases:
    """What the chat works with, over an open store; `policies` and `calendars` are asked anew each time."""
    return Cases(
        store=app.store,
        clock=app.clock,
        brief=app.brief,
        ask=app.ask,
        catch_up=app.catch_up,
        upcoming=app.upcoming,
        why=app.why,
        add=app.polling.add,
        care=app.polling.care,
        gather=app.polling.gather,
        topics=topics,
        policies=policies,
        wake=wake,
        calendars=calendars,
        zone=app.settings.zone,
        hours=app.settings.briefing.hours,
        days=app.settings.briefing.deadline_days,
    )


def reminding(app: App, outbox: Outbox, policies: Policies, topics: Mapping[str, Topic]) -> Remind:
    """The reminders over an open store; `policies` is asked anew at each look."""
    return Remind(
        store=app.store,
        clock=app.clock,
        run_cpu=run_in_thread,
        keep=app.keep,
        outbox=outbox,
        policies=policies,
        topics=topics,
    )


def topics_of(settings: Settings) -> dict[str, Topic]:
    """All topics of the settings by name; raise SettingsError for one that cannot be."""
    return {name: settings.topic(name) for name in settings.topics}


def chosen_engine(settings: Settings) -> Summarizer:
    """The engine of the settings; raise SettingsError if there is none or it lacks what it needs."""
    name = settings.briefing.engine
    options: Options | None = settings.chat.options if name == "chat" else None
    if name == "transformer":
        options = settings.transformer.options
    try:
        summarizer = engine(name, options)
        log.debug("the engine is %s", summarizer.name)  # weights are found here, not on the event loop later
    except UnknownEngineError as error:
        raise SettingsError(f"briefing.engine: {error}", todo="Mend it in the settings") from None
    except EngineError as error:
        raise engine_trouble(error) from None
    return summarizer


def engine_trouble(error: EngineError) -> SettingsError:
    """The same in our own words."""
    return SettingsError(error.what, kept=error.kept, todo=error.todo, reference=error.reference)


def asked_engine(settings: Settings) -> str:
    """What the engine answers when it is tried once, its name if it needs no model; raise SettingsError."""
    summarizer = chosen_engine(settings)
    if not isinstance(summarizer, Rewriting):
        return settings.briefing.engine
    try:
        return f"{summarizer.name}: {summarizer.check()}"
    except EngineError as error:
        raise engine_trouble(error) from None
