"""Dispatch: what is due becomes deliveries and jobs, in one transaction; any number may look at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from bot.deliver.plan import SOON, plan, pulled_back, shards
from bot.domain.delivery import Delivery
from bot.ports import Clock, Job, Store, UnitOfWork

AT_A_TIME = 500
"""Schedules in one transaction: the write lock is held for some tens of milliseconds."""

SHARD = 100
"""Channels served by one job (DESIGN §6)."""

DIGEST = "digest"
"""The task that makes and sends the digests of one shard."""

IDS = "ids"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """The use case; the scheduler's tick only decides when to look, the database what is due."""

    store: Store
    clock: Clock

    async def run(self) -> int:
        """Plan all that is due and return how many schedules were; nothing due writes nothing."""
        planned = 0
        while await self._is_due():
            async with self.store.write() as unit:
                planned += await self._portion(unit, self.clock.now())
        return planned

    async def _is_due(self) -> bool:
        now = self.clock.now()
        async with self.store.read() as unit:
            return bool(await unit.schedules.due(now, 1)) or bool(await unit.schedules.beyond(now + SOON))

    async def _portion(self, unit: UnitOfWork, now: datetime) -> int:
        due = await unit.schedules.due(now, AT_A_TIME)
        plans = [(schedule, plan(schedule, run, now)) for schedule, run in due]
        wrong = [(schedule, run) for schedule, run in await unit.schedules.beyond(now + SOON)]
        moved = [(schedule, pulled_back(schedule, run, now)) for schedule, run in wrong]
        await unit.schedules.put([(schedule, planned.next_run) for schedule, planned in plans] + moved)
        new = await unit.deliveries.add([one for _, planned in plans for one in planned.deliveries])
        await unit.jobs.defer([job_for(shard) for shard in shards(new, SHARD)])
        return len(due) + len(wrong)


def job_for(shard: Sequence[Delivery]) -> Job:
    """The job that serves these deliveries; a lane per tenant keeps the digests of a channel in order."""
    ids = ",".join(delivery.id for delivery in shard)
    first = shard[0]
    return Job(
        task=DIGEST,
        key=f"{DIGEST}:{blake2b(ids.encode(), digest_size=12).hexdigest()}",
        lane=f"{first.channel.platform}:{first.channel.tenant_id}",
        arguments={IDS: ids},
        due=first.due,
    )
