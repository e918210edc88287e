"""The bot that runs: the use cases with their jobs, ticks and listeners."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

from bot.app.cases import App, chat_cases, open_app
from bot.app.changing import Changing
from bot.app.jobs import jobs
from bot.app.outside import Platforms
from bot.app.platforms import open_platforms
from bot.app.working import announced, working
from bot.converse.claims import Claims
from bot.converse.desk import ChatDesk
from bot.converse.moving import Tidy
from bot.deliver.dispatch import Dispatch
from bot.deliver.outbox import Outbox
from bot.deliver.register import Register
from bot.domain.channel import LOCAL_TENANT, Platform
from bot.errors import SettingsError
from bot.platforms.console.transcript import Transcript, View
from bot.polling import Polling, rounds
from bot.ports import Change, Clock, Life, Store
from bot.runner import health
from bot.runner.board import Board
from bot.runner.clock import SystemClock, run_in_thread
from bot.runner.patience import while_locked
from bot.runner.service import Service
from bot.settings import Settings
from bot.settings.listed import listed_in
from bot.store.backends import is_server
from bot.store.log_check import require_whole_log
from bot.store.sqlite import path_of
from bot.texts import say

TRANSCRIPT = "transcript.jsonl"

FIXED = (
    *("data_dir", "store", "briefing", "chat", "transformer", "ask", "run", "slack", "discord", "fetch"),
    *("sources.enabled", "sources.full_text"),
)
"""Settings that a running bot keeps until it is started again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The running bot, what a reload changes, and the desk that a chat's adapter asks."""

    service: Service
    store: Store
    clock: Clock
    register: Register
    started: Settings
    changing: Changing
    desk: ChatDesk
    polling: Polling

    async def reload(self, settings: Settings) -> tuple[str, ...]:
        """Take over what may change, and return what did. Raise SettingsError, changing nothing."""
        wanted, changing = settings.schedules, Changing.of(settings)
        sources = listed_in(settings.sources.file)
        changed = [say("audit.topic", topic=name) for name in self.changing.differing(changing)]
        listed = await self.polling.listed.take_over(LOCAL_TENANT, sources)
        done = await self.register.run(wanted)
        self.changing.become(changing)
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
        life = await announced(stack, settings.store_url, board)
        app = await while_locked(
            board, lambda: stack.enter_async_context(open_app(settings, create=True, clock=clock))
        )
        bot = _wired(app, life, board, view, await open_platforms(stack, settings, clock, app.store))
        await while_locked(board, lambda: bot.register.run(wanted))
        await while_locked(board, lambda: bot.polling.listed.take_over(LOCAL_TENANT, sources))
        yield bot


def _wired(app: App, life: Life, board: Board, view: View | None, platforms: Platforms) -> Running:
    store, clock, settings = app.store, app.clock, app.settings
    changing, stopping = Changing.of(settings), asyncio.Event()
    tasks = jobs(app, _outbox(app, view, platforms), changing, platforms)
    engine = working(app, life, board, tasks.handlers)
    cases = chat_cases(
        app,
        changing.topics,
        lambda: changing.policies,
        engine.wake,
        lambda: changing.zone,
        digests=changing.digests,
        calendars=lambda: changing.calendars,
        languages=changing.languages,
    )
    desk = ChatDesk(cases=cases, claims=Claims(store=store, clock=clock, owner=life.owner, dead=life.dead))
    service = Service(
        dispatch=Dispatch(store=store, clock=clock).run,
        engine=engine,
        board=board,
        grace=timedelta(seconds=settings.run.grace),
        remind=tasks.look,
        tidy=Tidy(store=store, clock=clock, kept=timedelta(days=settings.run.removed_days)).run,
        fetch=rounds(app.polling, settings, stopping.is_set, tasks.resting.plan, life),
        listeners=tuple(make(desk) for make in platforms.listeners),
        stopping=stopping,
    )
    return Running(
        service=service,
        store=store,
        clock=clock,
        register=Register(store=store, clock=clock),
        started=settings,
        changing=changing,
        desk=desk,
        polling=app.polling,
    )


def _outbox(app: App, view: View | None, platforms: Platforms) -> Outbox:
    path = app.settings.data_path / TRANSCRIPT
    console = Transcript(path=path, clock=app.clock, run_cpu=run_in_thread, view=view)
    messengers = {Platform.CONSOLE: console, **platforms.messengers}
    return Outbox(store=app.store, clock=app.clock, messengers=messengers)
