"""Who installed the bot by themselves, and which installations are under way."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.channel import Platform
from bot.ports import Installed, Store
from tests.contract.kept import HOUR, NOON, OTHER_TENANT

OURS = Installed(platform=Platform.SLACK, tenant_id="T1", at=NOON, sealed="a" * 20_000)
THEIRS = replace(OURS, tenant_id=OTHER_TENANT, sealed="other")


async def test_an_installation_comes_back_whole_however_long_it_is(store: Store) -> None:
    async with store.write() as unit:
        await unit.installations.put(OURS)
    async with store.read() as unit:
        assert await unit.installations.get(Platform.SLACK, "T1") == OURS
        assert await unit.installations.get(Platform.DISCORD, "T1") is None
        assert await unit.installations.get(Platform.SLACK, OTHER_TENANT) is None


async def test_a_tenants_new_installation_replaces_its_earlier_one_alone(store: Store) -> None:
    again = replace(OURS, at=NOON + HOUR, sealed="again")
    async with store.write() as unit:
        for one in (OURS, THEIRS, again, replace(OURS, platform=Platform.DISCORD)):
            await unit.installations.put(one)
        assert await unit.installations.every(Platform.SLACK) == (THEIRS, again)


async def test_a_dropped_installation_is_gone_and_no_other(store: Store) -> None:
    async with store.write() as unit:
        await unit.installations.put(OURS)
        await unit.installations.put(THEIRS)
        assert await unit.installations.drop(Platform.SLACK, "T1")
        assert not await unit.installations.drop(Platform.SLACK, "T1")
        assert await unit.installations.every(Platform.SLACK) == (THEIRS,)


async def test_a_deleted_tenants_tokens_are_deleted_with_it(store: Store) -> None:
    async with store.write() as unit:
        await unit.installations.put(OURS)
        await unit.installations.put(THEIRS)
        await unit.tenants.delete(Platform.SLACK, "T1")
        assert await unit.installations.every(Platform.SLACK) == (THEIRS,)


async def test_a_mark_counts_once(store: Store) -> None:
    async with store.write() as unit:
        await unit.install_states.add("d1", NOON + HOUR)
        await unit.install_states.add("d2", NOON + HOUR)
    async with store.write() as unit:
        assert await unit.install_states.take("d1", NOON)
        assert not await unit.install_states.take("d1", NOON)
        assert not await unit.install_states.take("d3", NOON)
        assert await unit.install_states.take("d2", NOON)


async def test_a_mark_counts_until_its_time_is_over(store: Store) -> None:
    async with store.write() as unit:
        await unit.install_states.add("d1", NOON)
        await unit.install_states.add("d2", NOON + HOUR)
        assert not await unit.install_states.take("d1", NOON)
        await unit.install_states.forget(NOON)
        assert await unit.install_states.take("d2", NOON)
