"""Register: the schedules of the settings file are brought into the store, and changes to them are noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from types import MappingProxyType

from bot.deliver.dispatch import carry_out, looked
from bot.domain.channel import Channel
from bot.domain.delivery import Reason, identity
from bot.domain.preferences import FROM_CHAT
from bot.domain.schedule import Run, Schedule
from bot.ports import Change, Clock, Store, UnitOfWork
from bot.texts import say

FROM_SETTINGS = "settings:"
"""Ids of schedules that came from the settings begin so; what was set from a chat is left alone."""


Kept = Mapping[str, tuple[Schedule, Run]]
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The use case."""

    store: Store
    clock: Clock

    async def run(self, wanted: Sequence[Schedule]) -> tuple[str, ...]:
        """Make the stored schedules from the settings the wanted ones; return what changed, in words.

        A schedule that is new or moved waits for its next run from now: moved after today's send it starts
        tomorrow, since a day has one send. What was due before it was moved is sent or skipped as it stood
        then. An unchanged one keeps the run it waits for, however late it is. A channel that was set up from
        a chat has the schedules of the chat alone.
        """
        now = self.clock.now()
        async with self.store.read() as unit:
            changed = _changes(await _kept(unit), await _left(unit, wanted))
        if not changed:
            return ()
        async with self.store.write() as unit:
            kept, wanted = await _kept(unit), await _left(unit, wanted)
            changed = _changes(kept, wanted)
            await _take_over(unit, kept, wanted, now)
            for one, what in changed:
                await unit.audit.note(one.channel.tenant_id, Change(at=now, who="settings", what=what))
        return tuple(what for _, what in changed)


async def register_channel(
    unit: UnitOfWork, channel: Channel, wanted: Sequence[Schedule], now: datetime
) -> tuple[str, ...]:
    """Make all of a channel's schedules the wanted ones, as `Register.run` does; return what changed.

    The settings file's are removed: what is set from a chat wins.
    """
    every = await unit.schedules.every(channel.tenant_id)
    kept = {one.id: (one, run) for one, run in every if one.channel == channel}
    changed = _changes(kept, wanted)
    if changed:
        await _take_over(unit, kept, wanted, now, _in_place_of(kept, wanted))
    return tuple(what for _, what in changed)


def _in_place_of(kept: Kept, wanted: Sequence[Schedule]) -> Mapping[str, str]:
    """Which schedule of the settings file each of the chat's replaces: the first the first, and so on."""
    replaced = sorted((one.at, key) for key, (one, _) in kept.items() if key.startswith(FROM_SETTINGS))
    return {one.id: key for one, (_, key) in zip(wanted, replaced, strict=False)}


async def _left(unit: UnitOfWork, wanted: Sequence[Schedule]) -> list[Schedule]:
    """Those of channels that were not set up from a chat."""
    chosen = {one.channel for one in await unit.preferences.every()}
    return [one for one in wanted if one.channel not in chosen]


async def _take_over(
    unit: UnitOfWork,
    kept: Kept,
    wanted: Sequence[Schedule],
    now: datetime,
    before: Mapping[str, str] = _NOTHING,
) -> None:
    await unit.schedules.remove(sorted(kept.keys() - {one.id for one in wanted}))
    moved = [one for one in wanted if one.id not in kept or kept[one.id][0] != one]
    overdue = [kept[one.id] for one in moved if one.id in kept and kept[one.id][1].at <= now]
    await carry_out(unit, overdue, now)
    await unit.schedules.put([(one, await _next_run(unit, one, now, before.get(one.id))) for one in moved])
    await looked(unit, now)


async def _next_run(unit: UnitOfWork, schedule: Schedule, now: datetime, before: str | None) -> Run:
    """Its first run ahead on a day that has no send yet, of itself or of the one that it replaces."""
    run = schedule.next_run(now)
    sent_as = [identity(schedule.channel, run.local_date, name) for name in (schedule.id, before) if name]
    taken = any(one.reason is not Reason.TOO_LATE for one in await unit.deliveries.get(sent_as))
    return schedule.next_run(run.at) if taken else run


async def _kept(unit: UnitOfWork) -> Kept:
    every = await unit.schedules.every()
    return {one.id: (one, run) for one, run in every if one.id.startswith(FROM_SETTINGS)}


def _changes(kept: Kept, wanted: Sequence[Schedule]) -> list[tuple[Schedule, str]]:
    changes = []
    for one in wanted:
        before = kept[one.id][0] if one.id in kept else None
        if before is None:
            changes.append((one, say("audit.added", schedule=describe(one))))
        elif before != one:
            changes.append((one, _changed(before, one)))
    gone = [kept[key][0] for key in sorted(kept.keys() - {one.id for one in wanted})]
    return changes + [(one, say("audit.removed", schedule=describe(one))) for one in gone]


def _changed(before: Schedule, after: Schedule) -> str:
    """What is new of a schedule: its words, or else the names of what they do not tell."""
    if describe(before) != describe(after):
        return say("audit.changed", before=describe(before), after=describe(after))
    names = [one.name for one in fields(Schedule) if getattr(before, one.name) != getattr(after, one.name)]
    return say("audit.altered", schedule=describe(after), fields=", ".join(names))


def describe(schedule: Schedule) -> str:
    """A schedule in words, for the audit."""
    name = schedule.id.removeprefix(FROM_SETTINGS).replace(f"{FROM_CHAT}{schedule.channel}:", FROM_CHAT)
    return f"{name} ({schedule.at:%H:%M} {schedule.zone}, {schedule.channel})"
