"""The workers' side of the jobs that a MemoryStore holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.ports import Job, Queue
from tests.fakes.memory_store import MemoryStore


@dataclass(slots=True)
class MemoryQueue(Queue):
    """`taken` is who has which job."""

    store: MemoryStore
    taken: dict[str, str] = field(default_factory=dict)

    async def claim(self, owner: str, now: datetime, limit: int) -> tuple[Job, ...]:
        jobs = self.store.state.jobs
        busy = {jobs[key].lane for key in self.taken}
        first: dict[str, Job] = {}
        for job in sorted(jobs.values(), key=lambda job: (job.due, job.key)):
            if job.due <= now and job.key not in self.taken and job.lane not in busy:
                first.setdefault(job.lane, job)
        claimed = tuple(first.values())[:limit]
        self.taken.update({job.key: owner for job in claimed})
        return claimed

    async def finish(self, owner: str, key: str) -> None:
        if self._give_back(owner, key):
            del self.store.state.jobs[key]

    async def put_off(self, owner: str, key: str, due: datetime) -> None:
        if self._give_back(owner, key):
            self.store.state.jobs[key] = replace(self.store.state.jobs[key], due=due)

    async def owners(self) -> frozenset[str]:
        return frozenset(self.taken.values())

    async def release(self, dead: Collection[str]) -> int:
        theirs = [key for key, owner in self.taken.items() if owner in dead]
        for key in theirs:
            del self.taken[key]
        return len(theirs)

    async def hasten(self, now: datetime) -> int:
        jobs = self.store.state.jobs
        waiting = [key for key, job in jobs.items() if key not in self.taken and job.due > now]
        jobs.update({key: replace(jobs[key], due=now) for key in waiting})
        return len(waiting)

    async def next_due(self) -> datetime | None:
        free = (job.due for key, job in self.store.state.jobs.items() if key not in self.taken)
        return min(free, default=None)

    def _give_back(self, owner: str, key: str) -> bool:
        return self.taken.pop(key) == owner if self.taken.get(key) == owner else False
