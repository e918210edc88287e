"""The clock, work off the event loop, and jobs that outlive a process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

T = TypeVar("T")


class Clock(Protocol):
    """The only source of the present."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class RunCpu(Protocol):
    """Runs a pure function away from the event loop, so that platform connections keep their heartbeat."""

    async def __call__(self, function: Callable[..., T], /, *args: object) -> T:
        """Return `function(*args)`; an exception it raises is raised here."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work to be done at `due` (UTC) or later. `lane`: no two jobs of one lane run at the same time.

    `key` names it: while a job with a key is queued, no second one is. `arguments` holds text only.
    """

    task: str
    key: str
    lane: str
    arguments: Mapping[str, str]
    due: datetime


class Jobs(Protocol):
    """Work for later, done at least once by any worker: an engine of ours, or Procrastinate."""

    async def defer(self, jobs: Sequence[Job]) -> None:
        """Queue jobs within this transaction: they exist exactly if it commits; queued keys stay as they are.

        Handlers must bear being run again: a worker that dies is replaced.
        """
        ...


class Life(Protocol):
    """This process among the workers of a database."""

    @property
    def owner(self) -> str:
        """Its name among all that ever worked on the database."""
        ...

    async def dead(self, owners: Iterable[str]) -> frozenset[str]:
        """Those of these owners whose processes are gone: never one that lives, whatever it waits for.

        A process that died is told at a later look at the latest. Raise StoreUnavailable.
        """
        ...


class Queue(Protocol):
    """The workers' side of the embedded engine's jobs; each call is a transaction of its own."""

    async def claim(self, owner: str, now: datetime, limit: int) -> tuple[Job, ...]:
        """Take at most `limit` due jobs, the earliest first, one a lane, none from a lane that is busy."""
        ...

    async def finish(self, owner: str, key: str) -> None:
        """A job is done: forget it. No error if it is no longer this owner's."""
        ...

    async def put_off(self, owner: str, key: str, due: datetime) -> None:
        """Give a job back, to be done at `due` or later."""
        ...

    async def owners(self) -> frozenset[str]:
        """The owners that have jobs now."""
        ...

    async def release(self, dead: Collection[str]) -> int:
        """Give back the jobs of owners that are dead; return how many.

        The dead are named, not the living: one that came to life meanwhile keeps its jobs.
        """
        ...

    async def hasten(self, now: datetime) -> int:
        """Make free jobs that wait for a later instant due now; return how many.

        After a clock was set back, nobody else knows which instants it had set while it was ahead.
        """
        ...

    async def next_due(self) -> datetime | None:
        """When the next free job falls due, None if there is none."""
        ...
