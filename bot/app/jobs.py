"""What the worker does: a handler for each kind of job, and the look for what came up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.app.cases import App, reminding
from bot.app.changing import Changing
from bot.app.outside import Platforms
from bot.brief.digest import Digest
from bot.converse.greet import GREET, Greet
from bot.deliver.dispatch import DIGEST, IDS
from bot.deliver.outbox import Outbox
from bot.deliver.owner import TELL
from bot.deliver.tell import Tell
from bot.gather.resting import RESTING, Resting
from bot.ports import Job
from bot.remind.bundles import REMIND
from bot.remind.calendars import KeepCalendars
from bot.remind.correct import CORRECT, Correct
from bot.remind.place import CALENDAR
from bot.runner.attempt import Handler
from bot.runner.clock import run_in_thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """Handlers by task; `look` finds what came up; `resting` tells of sleeping sources."""

    handlers: Mapping[str, Handler]
    look: Callable[[], Awaitable[int]]
    resting: Resting


def jobs(app: App, outbox: Outbox, changing: Changing, platforms: Platforms) -> Jobs:
    """All of them, over an open store."""
    store, clock = app.store, app.clock
    remind = reminding(app, outbox, lambda: changing.policies, changing.topics, changing.languages)
    languages = changing.languages
    correct = Correct(store=store, clock=clock, keep=app.keep, outbox=outbox, languages=languages)
    calendars = _calendars(app, changing, platforms)
    resting = Resting(store=store, clock=clock, outbox=outbox, languages=languages)
    digest = Digest(
        store=store,
        clock=clock,
        brief=app.brief,
        outbox=outbox,
        topics=changing.topics,
        planned=changing.digests,
        languages=languages,
    )

    async def look() -> int:
        return await remind.look() + await correct.look() + await calendars.look()

    handlers = {
        CALENDAR: calendars.serve,
        CORRECT: by_ids(correct.serve),
        DIGEST: by_ids(digest.run),
        REMIND: by_ids(remind.serve),
        GREET: by_ids(Greet(store=store, clock=clock, outbox=outbox).serve),
        TELL: by_ids(Tell(store=store, clock=clock, outbox=outbox, languages=languages).serve),
        RESTING: by_ids(resting.serve),
    }
    return Jobs(handlers=handlers, look=look, resting=resting)


def _calendars(app: App, changing: Changing, platforms: Platforms) -> KeepCalendars:
    return KeepCalendars(
        store=app.store,
        clock=app.clock,
        run_cpu=run_in_thread,
        keep=app.keep,
        calendars=platforms.calendars,
        policies=lambda: changing.calendars,
        topics=changing.topics,
    )


def by_ids(serve: Callable[[Sequence[str]], Awaitable[datetime | None]]) -> Handler:
    """The handler of jobs that name deliveries."""

    async def handle(job: Job) -> datetime | None:
        return await serve(job.arguments[IDS].split(","))

    return handle
