"""Register: the schedules of the settings file are brought into the store, and changes to them are noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.schedule import Schedule
from bot.ports import Change, Clock, Store, UnitOfWork
from bot.texts import say

FROM_SETTINGS = "settings:"
"""Ids of schedules that came from the settings begin so; what was set from a chat is left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The use case."""

    store: Store
    clock: Clock

    async def run(self, wanted: Sequence[Schedule]) -> tuple[str, ...]:
        """Make the stored schedules from the settings the wanted ones; return what changed, in words.

        A schedule that is new or moved waits for its next run from now: moved after today's send it starts
        tomorrow, since a day has one send. An unchanged one keeps the run it waits for, however late it is.
        """
        now = self.clock.now()
        async with self.store.read() as unit:
            changed = _changes(await _kept(unit), wanted)
        if not changed:
            return ()
        async with self.store.write() as unit:
            kept = await _kept(unit)
            changed = _changes(kept, wanted)
            await unit.schedules.remove(sorted(kept.keys() - {one.id for one in wanted}))
            moved = [one for one in wanted if kept.get(one.id) != one]
            await unit.schedules.put([(one, one.next_run(now)) for one in moved])
            for one, what in changed:
                await unit.audit.note(one.channel.tenant_id, Change(at=now, who="settings", what=what))
        return tuple(what for _, what in changed)


async def _kept(unit: UnitOfWork) -> dict[str, Schedule]:
    return {one.id: one for one, _ in await unit.schedules.every() if one.id.startswith(FROM_SETTINGS)}


def _changes(kept: Mapping[str, Schedule], wanted: Sequence[Schedule]) -> list[tuple[Schedule, str]]:
    changes = []
    for one in wanted:
        before = kept.get(one.id)
        if before is None:
            changes.append((one, say("audit.added", schedule=describe(one))))
        elif before != one:
            changes.append((one, say("audit.changed", before=describe(before), after=describe(one))))
    gone = sorted(kept.keys() - {one.id for one in wanted})
    return changes + [(kept[key], say("audit.removed", schedule=describe(kept[key]))) for key in gone]


def describe(schedule: Schedule) -> str:
    """A schedule in words, for the audit."""
    name = schedule.id.removeprefix(FROM_SETTINGS)
    return f"{name} ({schedule.at:%H:%M} {schedule.zone}, {schedule.channel})"
