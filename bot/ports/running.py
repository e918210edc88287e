"""The clock, work off the event loop, and jobs that outlive a process."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Protocol, Self, TypeVar

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

    def text(self) -> str:
        """The job as JSON, for an engine that keeps jobs as texts; `Job.of` reads it."""
        return json.dumps({**asdict(self), "arguments": dict(self.arguments), "due": self.due.isoformat()})

    @classmethod
    def of(cls, text: str) -> Self:
        """The job that `text` wrote."""
        fields = json.loads(text)
        return cls(**{**fields, "due": datetime.fromisoformat(fields["due"])})


class Jobs(Protocol):
    """Work for later, done at least once by any worker: of the embedded engine, or Procrastinate's."""

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


class Waiting(Protocol):
    """The jobs that wait for their time; each call is a transaction of its own."""

    async def hasten(self, now: datetime) -> int:
        """Make jobs that wait for a later instant due now; return how many.

        After a clock was set back, nobody else knows which instants it had set while it was ahead.
        """
        ...

    async def next_due(self) -> datetime | None:
        """When the next waiting job falls due, None if none waits."""
        ...


class Queue(Waiting, Protocol):
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


class Handover(Waiting, Protocol):
    """Where what is due passes from those who wait to Procrastinate, which runs it."""

    async def hand_over(self, now: datetime) -> int:
        """Hand over what is due at `now`, the earliest first; return how many.

        Of a lane only the earliest goes, and none while another of it is handed over and not yet done. What
        is much more than the workers can take at once waits on. Raise StoreUnavailable: then none was.
        """
        ...

    async def put_off(self, job: Job, due: datetime) -> None:
        """Let a job that was handed over wait for `due` as well: it goes again when this time it is done."""
        ...
