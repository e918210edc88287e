"""Restored: once a backup is put back nobody knows what went out since it was made; nothing goes twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.deliver.dispatch import AT_A_TIME, SHARD, job_for, looked
from bot.deliver.plan import hushed, shards
from bot.domain.channel import LOCAL_TENANT
from bot.domain.delivery import Delivery, Part, Reason, State
from bot.domain.schedule import Run, Schedule
from bot.ports import Change, Clock, Store, UnitOfWork
from bot.texts import count, say

OLDEST = timedelta(days=30)
"""How far back open deliveries are looked for: a schedule lets a digest be at most a week late."""


RESTORED = "restored"
"""The checkpoint that holds when a backup was last put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """The use case, to be run before the bot is started again."""

    store: Store
    clock: Clock

    async def run(self) -> int:
        """Put all that was due until now in doubt, and return how many sends that are.

        The outbox asks the platform for each before it sends anything: what is there is sent, what is not
        goes if that is not too late, and what the platform cannot tell is shown as unknown.
        """
        now = self.clock.now()
        async with self.store.write() as unit:
            doubtful = await _unfinished(unit, now)
            channels = [one.channel for one in doubtful]
            channels += [one.channel for one, _ in await unit.schedules.every()]
            tenants = sorted({channel.tenant_id for channel in channels})
            await unit.deliveries.save(await _in_doubt(unit, doubtful, now))
            number = len(doubtful) + await _plan(unit, now)
            what = say("audit.restored", deliveries=count("send", number))
            for tenant in tenants:
                await unit.audit.note(tenant, Change(at=now, who="restore", what=what))
            await unit.checkpoints.put(LOCAL_TENANT, RESTORED, now.isoformat())
            await looked(unit, now)
        return number


async def in_doubt_if_restored(
    unit: UnitOfWork, made: Sequence[Delivery], now: datetime
) -> tuple[Delivery, ...]:
    """New deliveries; those due before a backup was put back are looked up before they are sent."""
    until = await restored_at(unit)
    if until is None:
        return tuple(made)
    return tuple(doubted(one, now) if one.open and one.due <= until else one for one in made)


async def restored_at(unit: UnitOfWork) -> datetime | None:
    """When a backup was last put back, None if none was."""
    kept = await unit.checkpoints.get(LOCAL_TENANT, RESTORED)
    return datetime.fromisoformat(kept) if kept else None


async def _unfinished(unit: UnitOfWork, now: datetime) -> Sequence[Delivery]:
    """Those of every tenant: a greeting goes where there is no schedule yet."""
    first, last = (now - OLDEST).date(), (now + timedelta(days=2)).date()
    found = await unit.deliveries.between(None, first, last)
    return [one for one in found if one.open and one.due <= now]


async def _plan(unit: UnitOfWork, now: datetime) -> int:
    """Make the deliveries of every run until now, late ones too, for those may have gone in time."""
    planned = 0
    while due := await unit.schedules.due(now, AT_A_TIME):
        plans = [(schedule, *_runs(schedule, run, now)) for schedule, run in due]
        await unit.schedules.put([(schedule, next_run) for schedule, _, next_run in plans])
        runs = [one for _, deliveries, _ in plans for one in deliveries]
        new = await unit.deliveries.add(await _in_doubt(unit, runs, now))
        await unit.jobs.defer([job_for(shard) for shard in shards(new, SHARD)])
        planned += sum(one.open for one in new)
    return planned


def _runs(schedule: Schedule, run: Run, now: datetime) -> tuple[list[Delivery], Run]:
    deliveries = []
    while run.at <= now:
        deliveries.append(hushed(Delivery.of(schedule, run), run.at))
        run = schedule.next_run(run.at)
    return deliveries, run


async def _in_doubt(unit: UnitOfWork, deliveries: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """The same, in doubt where they may have gone: all articles that are kept had come in before."""
    tenants = {one.channel.tenant_id for one in deliveries}
    latest = {tenant: await unit.articles.latest(tenant) for tenant in tenants}
    made = [doubted(one, now) if one.open and one.due <= now else one for one in deliveries]
    return [replace(one, upto=latest[one.channel.tenant_id]) if one.in_doubt else one for one in made]


def doubted(delivery: Delivery, now: datetime, since: datetime | None = None) -> Delivery:
    """An open delivery of which any part that is not known to be there is looked up first.

    It may have gone since then, or else since it was due.
    """
    parts = tuple(
        part if part.state is State.SENT else replace(part, state=State.SENDING, since=since or delivery.due)
        for part in delivery.parts or (Part(),)
    )
    return replace(
        delivery,
        state=State.SENDING,
        in_doubt=not delivery.parts,
        parts=parts,
        reason=Reason.NO_ANSWER,
        detail=say("why.restored"),
        next_try=now,
    )
