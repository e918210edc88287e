"""The use cases over an open store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from bot.app.engines import chosen_engine, meaning
from bot.ask.catchup import CatchUp
from bot.ask.compose import Compose
from bot.ask.pipeline import Ask
from bot.ask.reindex import Reindex
from bot.brief.pipeline import Brief
from bot.brief.stories import group
from bot.condense.pipeline import Bound, Condense
from bot.converse.cases import Cases
from bot.deliver.outbox import Outbox
from bot.deliver.why import Why
from bot.domain.channel import Channel, Topic
from bot.domain.schedule import Schedule
from bot.domain.speech import Languages
from bot.ingest.pipeline import Ingest
from bot.polling import Polling, open_polling
from bot.ports import Clock, Store
from bot.remind.calendars import CalendarPolicies
from bot.remind.pipeline import KeepLedger, Upcoming
from bot.remind.remind import Policies, Remind
from bot.remind.view import told_by
from bot.runner.clock import SystemClock, run_in_thread
from bot.settings import Settings
from bot.settings.calibration import calibration_in
from bot.store.sql_store import SqlStore
from summarizers.engines.registry import engine
from summarizers.engines.rewriting import Rewriting
from summarizers.types import Summarizer


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
        catch_up=CatchUp(
            store=store,
            clock=clock,
            ahead=timedelta(days=settings.briefing.deadline_days),
            as_told=told_by,
        ),
        reindex=Reindex(store=store, run_cpu=run_in_thread),
        polling=polling,
    )


def _ask(settings: Settings, store: Store, clock: Clock, summarizer: Summarizer, keep: KeepLedger) -> Ask:
    """Questions. A model words the answer and does no more: nobody waits for it to read sixty articles.

    Nor does the ledger: what it lacks when somebody asks, it is told by the extract.
    """
    model = summarizer if isinstance(summarizer, Rewriting) else None
    condense = Condense(store=store, run_cpu=run_in_thread, summarizer=model.base if model else summarizer)
    quick = KeepLedger(store=store, run_cpu=run_in_thread, condense=condense, counts_as=summarizer.name)
    patience = settings.ask.patience
    return Ask(
        store=store,
        clock=clock,
        run_cpu=run_in_thread,
        condense=condense,
        grouping=group,
        limits=settings.ask.limits,
        keep=quick if model else keep,
        calibration=calibration_in(settings.data_path),
        meaning=meaning(settings),
        as_told=told_by,
        compose=Compose(engine=model, run_cpu=run_in_thread, patience=patience) if model else None,
    )


def chat_cases(
    app: App,
    topics: Mapping[str, Topic],
    policies: Policies,
    wake: Callable[[], None],
    zone: Callable[[], str],
    *,
    digests: Mapping[Channel, Sequence[Schedule]],
    calendars: CalendarPolicies = tuple,
    languages: Languages | None = None,
) -> Cases:
    """What the chat works with, over an open store; the settings are asked anew each time."""
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
        digests=digests,
        calendars=calendars,
        languages=languages or app.settings.languages,
        zone=zone,
        hours=app.settings.briefing.hours,
        days=app.settings.briefing.deadline_days,
    )


def reminding(
    app: App,
    outbox: Outbox,
    policies: Policies,
    topics: Mapping[str, Topic],
    languages: Languages | None = None,
) -> Remind:
    """The reminders over an open store; `policies` is asked anew at each look."""
    return Remind(
        store=app.store,
        clock=app.clock,
        run_cpu=run_in_thread,
        keep=app.keep,
        outbox=outbox,
        policies=policies,
        topics=topics,
        languages=languages or app.settings.languages,
    )


def topics_of(settings: Settings) -> dict[str, Topic]:
    """All topics of the settings by name; raise SettingsError for one that cannot be."""
    return {name: settings.topic(name) for name in settings.topics}
