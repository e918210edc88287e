"""Dispatch: what is due becomes deliveries and jobs, in one transaction; any number may look at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from bot.deliver.plan import SOON, TOLERANCE, Plan, plan, pulled_back, shards
from bot.domain.channel import LOCAL_TENANT
from bot.domain.delivery import Delivery, Reason
from bot.domain.schedule import Run, Schedule
from bot.ports import Clock, Job, Store, UnitOfWork
from bot.texts import speaking

AT_A_TIME = 500
"""Schedules in one transaction: the write lock is held for some tens of milliseconds."""

SHARD = 100
"""Channels served by one job: one briefing is laid out for all of them."""

DIGEST = "digest"
"""The task that makes and sends the digests of one shard."""

IDS = "ids"

LOOKED = "dispatch"
"""The checkpoint that holds the instant of the last dispatch that set a run."""


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
                planned += await _portion(unit, self.clock.now())
        return planned

    async def _is_due(self) -> bool:
        now = self.clock.now()
        async with self.store.read() as unit:
            due = await unit.schedules.due(now, 1)
            return bool(due) or await _went_back(unit, now) or bool(await _set_too_far(unit, now))


async def _portion(unit: UnitOfWork, now: datetime) -> int:
    far = await _set_too_far(unit, now)
    await unit.schedules.put([(schedule, pulled_back(schedule, run, now)) for schedule, run in far])
    due = await unit.schedules.due(now, AT_A_TIME)
    await carry_out(unit, due, now)
    await looked(unit, now)
    return len(due) + len(far)


async def carry_out(unit: UnitOfWork, due: Sequence[tuple[Schedule, Run]], now: datetime) -> None:
    """Make the deliveries and jobs of these schedules, and advance them."""
    plans = await _plans(unit, due, now)
    await unit.schedules.put([(schedule, planned.next_run) for schedule, planned in plans])
    wanted = [one for _, planned in plans for one in planned.deliveries]
    new = await unit.deliveries.add(wanted)
    revived = await _revived(unit, [one for one in wanted if one.open and one not in new])
    await unit.jobs.defer([job_for(shard) for shard in shards((*new, *revived), SHARD)])


async def _plans(
    unit: UnitOfWork, due: Sequence[tuple[Schedule, Run]], now: datetime
) -> list[tuple[Schedule, Plan]]:
    """What each means now. Why something waits or is skipped is told in the language of its channel."""
    plans = [(schedule, plan(schedule, run, now)) for schedule, run in due]
    told = [schedule.channel for schedule, planned in plans if any(one.detail for one in planned.deliveries)]
    chosen = await unit.preferences.of(told) if told else {}
    for number, (schedule, run) in enumerate(due):
        if schedule.channel in chosen:
            with speaking(chosen[schedule.channel].language):
                plans[number] = schedule, plan(schedule, run, now)
    return plans


async def looked(unit: UnitOfWork, now: datetime) -> None:
    """Keep when runs were last set, so that a clock that went back is noticed, by any process."""
    await unit.checkpoints.put(LOCAL_TENANT, LOOKED, now.isoformat())


async def _went_back(unit: UnitOfWork, now: datetime) -> bool:
    """Whether the clock is behind what it showed when runs were last set."""
    before = await unit.checkpoints.get(LOCAL_TENANT, LOOKED)
    return before is not None and datetime.fromisoformat(before) > now + TOLERANCE


async def _set_too_far(unit: UnitOfWork, now: datetime) -> Sequence[tuple[Schedule, Run]]:
    """The schedules whose next run was set when the clock was ahead of now."""
    beyond = await unit.schedules.beyond(now if await _went_back(unit, now) else now + SOON)
    return [(schedule, run) for schedule, run in beyond if pulled_back(schedule, run, now) != run]


async def _revived(unit: UnitOfWork, wanted: Sequence[Delivery]) -> Sequence[Delivery]:
    """Those that were skipped as too late and are not: a clock that was ahead skipped them."""
    known = {one.id: one for one in await unit.deliveries.get([one.id for one in wanted])}
    revived = [one for one in wanted if known[one.id].reason is Reason.TOO_LATE]
    await unit.deliveries.save(revived)
    return revived


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
