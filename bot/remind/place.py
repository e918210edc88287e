"""One calendar: what stands there becomes what is wanted, whatever became of the answers so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.appointment import Appointment, KeptAppointment, Standing
from bot.domain.channel import Platform
from bot.errors import PermanentRefusal
from bot.ports import Calendar, Change, Clock, Job, Store, UnitOfWork
from bot.remind.appointments import Steps, steps
from bot.texts import count, say

CALENDAR = "calendar"
"""The task that brings one calendar up to date."""

PLATFORM, TENANT = "platform", "tenant"

Place = tuple[Platform, str]
"""A platform's calendar, by its tenant."""

SPARE = 10
"""So many places of a calendar are left to people."""

REST = timedelta(hours=1)
"""How long a calendar that refuses for good is left alone: somebody may mend it meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKeeper:
    """The work on one calendar, by one process at a time. What is done is noted at once."""

    store: Store
    clock: Clock
    calendar: Calendar
    place: Place

    async def bring(self, wanted: Sequence[Appointment]) -> None:
        """Let what is wanted stand there, as much of it as there is room for; raise DeliveryError."""
        there = await self.calendar.standing(self.place[1])
        kept = await self._found_again(wanted, there)
        room = max(0, self.calendar.most - SPARE - sum(not one.mark for one in there))
        todo = steps(wanted, kept, self.clock.now(), room)
        await self._do(todo)
        words = say("events.left_out", deadlines=count("deadline", todo.left_out)) if todo.left_out else ""
        async with self.store.write() as unit:
            await unit.checkpoints.put(self.place[1], _name("room", self.place), str(room))
            await _tell(unit, self.place, words, self.clock.now())

    async def _found_again(
        self, wanted: Sequence[Appointment], there: Sequence[Standing]
    ) -> list[KeptAppointment]:
        """What is kept, with what was put there by a process that died before it could note it.

        Of one deadline's events only one stays, and none that nobody wants.
        """
        async with self.store.read() as unit:
            kept = {one.appointment.mark: one for one in await unit.appointments.of(*self.place)}
        by_mark = {one.mark: one for one in wanted}
        standing = {one.id for one in there}
        for event in there:
            held, meant = kept.get(event.mark), by_mark.get(event.mark)
            if not event.mark or (held and held.id == event.id):
                continue
            if meant is None or (held and held.id in standing):
                await self.calendar.cancel(self.place[1], event.id)
            else:
                kept[event.mark] = await self._adopt(event.id, meant)
        return list(kept.values())

    async def _adopt(self, event_id: str, meant: Appointment) -> KeptAppointment:
        if meant.start > self.clock.now():
            await self.calendar.change(self.place[1], event_id, meant)
        return await self._note(event_id, meant)

    async def _do(self, todo: Steps) -> None:
        """Cancel first, for that makes room."""
        tenant_id = self.place[1]
        await self._forget(todo.forget)
        for kept in todo.cancel:
            await self._take_out(kept.id)
            await self._forget([kept.appointment.entry_id])
        for event_id, appointment in todo.change:
            there = bool(event_id) and await self.calendar.change(tenant_id, event_id, appointment)
            if not there:  # one that a person took out comes back, for what it says is new
                await self._take_out(event_id)
            held = event_id if there else await self.calendar.create(tenant_id, appointment)
            await self._note(held, appointment)
        for appointment in todo.create:
            await self._note(await self.calendar.create(tenant_id, appointment), appointment)

    async def _take_out(self, event_id: str) -> None:
        if event_id:
            await self.calendar.cancel(self.place[1], event_id)

    async def _note(self, event_id: str, appointment: Appointment) -> KeptAppointment:
        platform, tenant_id = self.place
        kept = KeptAppointment(platform=platform, tenant_id=tenant_id, id=event_id, appointment=appointment)
        async with self.store.write() as unit:
            await unit.appointments.put(kept)
        return kept

    async def _forget(self, entry_ids: Sequence[str]) -> None:
        if entry_ids:
            async with self.store.write() as unit:
                await unit.appointments.drop(*self.place, entry_ids)


def work_on(place: Place, now: datetime) -> Job:
    """In a lane of its own: a digest does not wait for the calendar."""
    key = f"{CALENDAR}:{place[0]}:{place[1]}"
    return Job(task=CALENDAR, key=key, lane=key, arguments={PLATFORM: place[0], TENANT: place[1]}, due=now)


async def try_again(unit: UnitOfWork, place: Place, now: datetime) -> None:
    """Work on a calendar at once, though it refused a while ago."""
    await unit.checkpoints.put(place[1], _name("rest", place), "")
    await unit.jobs.defer([work_on(place, now)])


async def rests(unit: UnitOfWork, place: Place, now: datetime) -> bool:
    """Whether a calendar refused a while ago and is left alone; a clock that was ahead does not count."""
    kept = await unit.checkpoints.get(place[1], _name("rest", place))
    if not kept:
        return False
    return now < datetime.fromisoformat(kept) <= now + REST


async def room_of(unit: UnitOfWork, place: Place, most: int) -> int:
    """For how many of ours there was room when the calendar was last read; `most` if it never was."""
    kept = await unit.checkpoints.get(place[1], _name("room", place))
    return int(kept) if kept else most


async def told(unit: UnitOfWork, place: Place) -> str:
    """What is to be said of a calendar: what was left out, or why it cannot be kept; empty if all is well."""
    return await unit.checkpoints.get(place[1], _name("told", place)) or ""


async def refused(unit: UnitOfWork, place: Place, error: PermanentRefusal, now: datetime) -> None:
    """Leave the calendar alone for a while, and say why."""
    await unit.checkpoints.put(place[1], _name("rest", place), (now + REST).isoformat())
    await _tell(unit, place, say("events.refused", reason=error.what, todo=error.todo), now)


async def _tell(unit: UnitOfWork, place: Place, words: str, now: datetime) -> None:
    before = await told(unit, place)
    if words == before:
        return
    await unit.checkpoints.put(place[1], _name("told", place), words)
    if words:
        await unit.audit.note(place[1], Change(at=now, who="communique", what=words))


def _name(what: str, place: Place) -> str:
    return f"calendar:{what}:{place[0]}"
