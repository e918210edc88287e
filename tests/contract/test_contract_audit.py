"""What Audit promises: entries of a tenant, the newest first, none lost."""

from __future__ import annotations

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.ports import Change, Store
from tests.contract.kept import HOUR, NOON, OTHER_TENANT


async def test_the_latest_entries_come_first_and_no_more_than_asked(store: Store) -> None:
    changes = [Change(at=NOON + n * HOUR, who="settings", what=f"change {n}") for n in range(4)]
    async with store.write() as unit:
        for change in (changes[2], changes[0], changes[3], changes[1]):
            await unit.audit.note(LOCAL, change)
    async with store.read() as unit:
        assert await unit.audit.latest(LOCAL, 9) == tuple(reversed(changes))
        assert await unit.audit.latest(LOCAL, 2) == (changes[3], changes[2])


async def test_of_one_instant_the_one_noted_last_comes_first(store: Store) -> None:
    changes = [Change(at=NOON, who="ada", what=f"change {n}") for n in range(3)]
    async with store.write() as unit:
        for change in changes:
            await unit.audit.note(LOCAL, change)
        assert await unit.audit.latest(LOCAL, 9) == tuple(reversed(changes))


async def test_a_tenant_reads_its_own_entries_only(store: Store) -> None:
    change = Change(at=NOON, who="settings", what="schedule added")
    async with store.write() as unit:
        await unit.audit.note(OTHER_TENANT, change)
        assert await unit.audit.latest(LOCAL, 9) == ()
        assert await unit.audit.latest(OTHER_TENANT, 9) == (change,)
