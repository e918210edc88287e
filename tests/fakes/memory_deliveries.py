"""What is sent where and when, in memory: schedules, deliveries, pauses, the audit and jobs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.channel import Channel
from bot.domain.delivery import Delivery
from bot.domain.delivery import State as DeliveryState
from bot.domain.schedule import Run, Schedule
from bot.ports import Audit, Change, Channels, Deliveries, Job, Jobs, Pause, Schedules
from bot.texts import say
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemorySchedules(Schedules):
    state: State

    async def put(self, planned: Sequence[tuple[Schedule, Run]]) -> None:
        self.state.to_write().schedules.update({one.id: (one, run) for one, run in planned})

    async def remove(self, ids: Sequence[str]) -> None:
        for one in ids:
            self.state.to_write().schedules.pop(one, None)

    async def every(self, tenant_id: str | None = None) -> tuple[tuple[Schedule, Run], ...]:
        kept = self.state.schedules.values()
        own = (one for one in kept if tenant_id in {None, one[0].channel.tenant_id})
        return tuple(sorted(own, key=lambda one: one[0].id))

    async def due(self, now: datetime, limit: int) -> tuple[tuple[Schedule, Run], ...]:
        due = [one for one in self.state.schedules.values() if one[1].at <= now]
        return tuple(sorted(due, key=lambda one: (one[1].at, one[0].id))[:limit])

    async def beyond(self, instant: datetime) -> tuple[tuple[Schedule, Run], ...]:
        return tuple(one for one in self.state.schedules.values() if one[1].at > instant)


@dataclass(frozen=True, slots=True)
class MemoryDeliveries(Deliveries):
    state: State

    async def add(self, new: Sequence[Delivery]) -> tuple[Delivery, ...]:
        missing = {one.id: one for one in new if one.id not in self.state.deliveries}
        self.state.to_write().deliveries.update(missing)
        return tuple(missing.values())

    async def get(self, ids: Sequence[str]) -> tuple[Delivery, ...]:
        kept = self.state.deliveries
        return tuple(kept[key] for key in dict.fromkeys(ids) if key in kept)

    async def save(self, changed: Sequence[Delivery]) -> None:
        self.state.to_write().deliveries.update({one.id: one for one in changed})

    async def between(self, tenant_id: str | None, first: date, last: date) -> tuple[Delivery, ...]:
        every = self.state.deliveries.values()
        own = (one for one in every if tenant_id in {None, one.channel.tenant_id})
        found = (one for one in own if first <= one.local_date <= last)
        return tuple(sorted(found, key=lambda one: (one.due, one.id)))

    async def standing(
        self, tenant_id: str, before: date, states: Collection[DeliveryState]
    ) -> tuple[Delivery, ...]:
        every = await self.between(tenant_id, date.min, before)
        return tuple(one for one in every if one.local_date < before and one.state in states)

    async def last_sent(
        self, channels: Sequence[Channel], topics: Sequence[str], before: datetime | None = None
    ) -> Mapping[Channel, Delivery]:
        of_these = (one for one in self.state.deliveries.values() if one.channel in channels)
        sent = [one for one in of_these if one.state is DeliveryState.SENT and {*one.topics} == {*topics}]
        found = [one for one in sent if before is None or one.due < before]
        found.sort(key=lambda one: (-1 if one.upto is None else one.upto, one.due, one.id))
        return {one.channel: one for one in found}

    async def sent(
        self, channels: Sequence[Channel], topics: Sequence[str], since: datetime
    ) -> tuple[Delivery, ...]:
        of_these = (one for one in self.state.deliveries.values() if one.channel in channels)
        sent = [one for one in of_these if one.state is DeliveryState.SENT and {*one.topics} == {*topics}]
        return tuple(sorted((one for one in sent if one.due >= since), key=lambda one: (one.due, one.id)))


@dataclass(frozen=True, slots=True)
class MemoryChannels(Channels):
    state: State

    async def paused(self, channels: Sequence[Channel]) -> Mapping[Channel, Pause]:
        removed = {
            one: Pause(reason=say("pause.removed"), since=self.state.removals[one.platform, one.tenant_id])
            for one in channels
            if (one.platform, one.tenant_id) in self.state.removals
        }
        return removed | {one: self.state.pauses[one] for one in channels if one in self.state.pauses}

    async def pause(self, channel: Channel, pause: Pause) -> bool:
        if await self.paused([channel]):
            return False
        self.state.to_write().pauses[channel] = pause
        return True

    async def resume(self, channel: Channel) -> bool:
        return self.state.to_write().pauses.pop(channel, None) is not None


@dataclass(frozen=True, slots=True)
class MemoryAudit(Audit):
    state: State

    async def note(self, tenant_id: str, change: Change) -> None:
        changes = self.state.to_write().changes
        changes[len(changes)] = (tenant_id, change)

    async def latest(self, tenant_id: str, limit: int) -> tuple[Change, ...]:
        own = [(one.at, n, one) for n, (tenant, one) in self.state.changes.items() if tenant == tenant_id]
        return tuple(one for _, _, one in sorted(own, key=lambda one: one[:2], reverse=True)[:limit])


@dataclass(frozen=True, slots=True)
class MemoryJobs(Jobs):
    state: State

    async def defer(self, new: Sequence[Job]) -> None:
        for job in new:
            self.state.to_write().jobs.setdefault(job.key, job)
