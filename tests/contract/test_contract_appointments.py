"""Which deadline stands in whose calendar, and under which name of the platform's."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.appointment import Appointment, KeptAppointment
from bot.domain.channel import Platform
from bot.ports import Store
from tests.contract.kept import HOUR, NOON, OTHER_TENANT

TRUCE = Appointment(
    entry_id="e1",
    sequence=3,
    name="The truce expires",
    lines=("The truce expires.", "on Monday"),
    links=("https://wire.test/a",),
    where="The Wire",
    start=NOON,
    end=NOON + HOUR,
)
OURS = KeptAppointment(platform=Platform.DISCORD, tenant_id="T1", id="77", appointment=TRUCE)
LATER = replace(OURS, id="78", appointment=replace(TRUCE, entry_id="e2"))
THEIRS = replace(OURS, tenant_id=OTHER_TENANT, id="79")


async def test_what_stands_in_a_calendar_comes_back_by_entry(store: Store) -> None:
    async with store.write() as unit:
        for one in (LATER, OURS, THEIRS):
            await unit.appointments.put(one)
    async with store.read() as unit:
        assert await unit.appointments.of(Platform.DISCORD, "T1") == (OURS, LATER)
        assert await unit.appointments.of(Platform.SLACK, "T1") == ()
        assert set(await unit.appointments.tenants()) == {
            (Platform.DISCORD, "T1"),
            (Platform.DISCORD, OTHER_TENANT),
        }


async def test_an_entry_stands_once_in_a_calendar(store: Store) -> None:
    moved = replace(OURS, id="80", appointment=replace(TRUCE, sequence=4, end=NOON + 2 * HOUR))
    async with store.write() as unit:
        await unit.appointments.put(OURS)
        await unit.appointments.put(moved)
        assert await unit.appointments.of(Platform.DISCORD, "T1") == (moved,)


async def test_what_is_dropped_is_gone_from_that_calendar_alone(store: Store) -> None:
    async with store.write() as unit:
        for one in (OURS, LATER, THEIRS):
            await unit.appointments.put(one)
        await unit.appointments.drop(Platform.DISCORD, "T1", ["e1", "none"])
        assert await unit.appointments.of(Platform.DISCORD, "T1") == (LATER,)
        assert await unit.appointments.of(Platform.DISCORD, OTHER_TENANT) == (THEIRS,)


async def test_a_deleted_tenants_calendar_is_forgotten_with_it(store: Store) -> None:
    async with store.write() as unit:
        await unit.appointments.put(OURS)
        await unit.appointments.put(THEIRS)
        await unit.tenants.delete(Platform.DISCORD, "T1")
        assert await unit.appointments.tenants() == ((Platform.DISCORD, OTHER_TENANT),)
