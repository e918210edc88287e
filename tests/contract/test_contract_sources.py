"""The sources of a tenant: who polls which, when, and what of each was dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.channel import LOCAL_TENANT, Platform
from bot.domain.source import Dealt, Halt, Health, Kind, Source, Validators
from bot.ports import Store, UnitOfWork
from tests.contract.kept import HOUR, NOON, OTHER_TENANT

HARBOUR = Source(
    tenant_id=LOCAL_TENANT,
    id="aa01",
    url="https://harbour.example/feed",
    kind=Kind.FEED,
    name="The Harbour",
    added=NOON,
    due=NOON,
    every=HOUR,
)
FULL = replace(
    HARBOUR,
    id="aa02",
    url="https://kurier.example/news.xml",
    kind=Kind.SITEMAP,
    name="Kurier",
    due=NOON - HOUR,
    every=timedelta(minutes=15),
    who="U1",
    health=Health.SERVER_ERROR,
    detail="503 Service Unavailable",
    validators=Validators(etag='W/"1"', last_modified="Mon, 03 Nov 2025 08:00:00 GMT"),
    checked=NOON,
    read=NOON - HOUR,
    changed=NOON - 2 * HOUR,
    failing=NOON - HOUR,
    moved_from="http://kurier.example/rss",
    halt=Halt(at=NOON, reason="5xx for 7 days"),
    skip_hours=frozenset({0, 23}),
    skip_days=frozenset({5, 6}),
)
THEIRS = replace(HARBOUR, tenant_id=OTHER_TENANT)
LATER = NOON + HOUR


async def _know(
    unit: UnitOfWork, tenant_id: str, source_id: str, items: Mapping[str, str], at: datetime
) -> None:
    await unit.sources.know([Dealt(tenant_id=tenant_id, source_id=source_id, items=items, at=at)])


async def _kept(store: Store, *added: Source) -> None:
    async with store.write() as unit:
        for one in added:
            await unit.sources.add(one)


async def test_a_source_comes_back_whole(store: Store) -> None:
    await _kept(store, HARBOUR, FULL)
    async with store.read() as unit:
        assert await unit.sources.get(LOCAL_TENANT, "aa02") == FULL
        assert await unit.sources.get(LOCAL_TENANT, "aa01") == HARBOUR
        assert await unit.sources.get(OTHER_TENANT, "aa01") is None


async def test_sources_are_listed_by_name_and_only_to_their_tenant(store: Store) -> None:
    await _kept(store, FULL, HARBOUR, THEIRS)
    async with store.read() as unit:
        assert await unit.sources.every(LOCAL_TENANT) == (FULL, HARBOUR)
        assert await unit.sources.every(OTHER_TENANT) == (THEIRS,)


@pytest.mark.parametrize("again", [replace(HARBOUR, url="https://else.example/"), replace(HARBOUR, id="bb")])
async def test_an_id_or_address_is_taken_once_a_tenant(store: Store, again: Source) -> None:
    await _kept(store, HARBOUR, THEIRS)
    with pytest.raises(ValueError, match="already"):
        await _kept(store, again)
    async with store.read() as unit:
        assert await unit.sources.every(LOCAL_TENANT) == (HARBOUR,)


async def test_a_new_state_replaces_the_old_and_never_brings_back_what_was_removed(store: Store) -> None:
    await _kept(store, HARBOUR)
    changed = replace(FULL, id=HARBOUR.id)
    async with store.write() as unit:
        assert await unit.sources.put(changed)
        assert await unit.sources.get(LOCAL_TENANT, "aa01") == changed
        assert await unit.sources.drop(LOCAL_TENANT, "aa01")
        assert not await unit.sources.put(changed)
        assert not await unit.sources.drop(LOCAL_TENANT, "aa01")
        assert await unit.sources.every(LOCAL_TENANT) == ()


async def test_what_is_due_longest_is_claimed_first_and_by_one_only(store: Store) -> None:
    await _kept(store, HARBOUR, FULL, replace(THEIRS, due=LATER))
    async with store.write() as unit:
        assert await unit.sources.next_due() == FULL.due
        assert await unit.sources.claim(NOON, LATER, 1) == (FULL,)
        assert await unit.sources.claim(NOON, LATER, 5) == (HARBOUR,)
        assert await unit.sources.claim(NOON, LATER, 5) == ()
        assert await unit.sources.next_due() == LATER
    async with store.write() as unit:
        assert len(await unit.sources.claim(LATER, LATER + HOUR, 5)) == 3


async def test_many_new_states_are_kept_in_one_go_and_bring_back_nothing(store: Store) -> None:
    await _kept(store, HARBOUR, FULL, THEIRS)
    changed = [replace(one, detail="changed", every=2 * HOUR) for one in (HARBOUR, FULL)]
    async with store.write() as unit:
        await unit.sources.put_all([])
        await unit.sources.put_all([*changed, replace(HARBOUR, id="gone")])
    async with store.read() as unit:
        assert await unit.sources.every(LOCAL_TENANT) == (changed[1], changed[0])
        assert await unit.sources.every(OTHER_TENANT) == (THEIRS,)


async def test_sources_are_found_by_tenant_and_id(store: Store) -> None:
    await _kept(store, HARBOUR, FULL, THEIRS)
    keys = [(LOCAL_TENANT, "aa02"), (OTHER_TENANT, "aa01"), (OTHER_TENANT, "aa02"), (LOCAL_TENANT, "gone")]
    async with store.read() as unit:
        assert set(await unit.sources.those(keys)) == {FULL, THEIRS}
        assert await unit.sources.those([]) == ()


async def test_what_is_given_back_is_due_as_before(store: Store) -> None:
    await _kept(store, HARBOUR, FULL)
    async with store.write() as unit:
        claimed = await unit.sources.claim(NOON, LATER, 5)
        await unit.sources.give_back(claimed[:1])
        assert await unit.sources.claim(NOON, LATER, 5) == claimed[:1]
        await unit.sources.give_back([])
        assert await unit.sources.next_due() == LATER


async def test_what_a_clock_that_was_ahead_put_off_is_due_again(store: Store) -> None:
    year = timedelta(days=365)
    ahead = replace(HARBOUR, checked=NOON + year, due=NOON + year + HOUR)
    added = replace(HARBOUR, id="aa03", url="https://c.example/", added=NOON + HOUR, due=NOON + HOUR)
    claimed = replace(HARBOUR, id="aa04", url="https://d.example/", checked=NOON, due=NOON + year)
    waits = replace(HARBOUR, id="aa05", url="https://e.example/", checked=NOON, due=NOON + timedelta(days=8))
    await _kept(store, ahead, added, claimed, waits, replace(FULL, due=NOON + HOUR))
    async with store.write() as unit:
        assert await unit.sources.wake(NOON) == 3
        assert {one.id for one in await unit.sources.claim(NOON, LATER, 9)} == {"aa01", "aa03", "aa04"}
    async with store.read() as unit:
        assert await unit.sources.get(LOCAL_TENANT, "aa05") == waits


async def test_the_sources_that_fail_are_counted_unless_a_person_paused_them(store: Store) -> None:
    by_hand = replace(FULL, id="aa03", url="https://c.example/", halt=Halt(at=NOON, reason="", who="U1"))
    await _kept(store, HARBOUR, FULL, by_hand, replace(FULL, tenant_id=OTHER_TENANT))
    async with store.read() as unit:
        assert await unit.sources.failing(LOCAL_TENANT, NOON) == 1
        assert await unit.sources.failing(LOCAL_TENANT, NOON - 2 * HOUR) == 0


async def test_two_tenants_sources_with_one_id_are_claimed_apart(store: Store) -> None:
    await _kept(store, HARBOUR, THEIRS)
    async with store.write() as unit:
        (first,) = await unit.sources.claim(NOON, LATER, 1)
        (second,) = await unit.sources.claim(NOON, LATER, 1)
    assert {first, second} == {HARBOUR, THEIRS}


async def test_what_a_person_paused_is_not_claimed_and_what_paused_by_itself_is(store: Store) -> None:
    await _kept(store, replace(HARBOUR, halt=Halt(at=NOON, reason="noisy", who="U1")), FULL)
    async with store.write() as unit:
        assert await unit.sources.claim(NOON, LATER, 5) == (FULL,)
        assert await unit.sources.next_due() == LATER


async def test_sources_of_a_tenant_that_removed_the_bot_wait_for_it(store: Store) -> None:
    await _kept(store, HARBOUR, THEIRS)
    async with store.write() as unit:
        for tenant_id in (HARBOUR.tenant_id, THEIRS.tenant_id):
            await unit.tenants.remove(Platform.SLACK, tenant_id, NOON)
        assert await unit.sources.claim(NOON, LATER, 5) == (HARBOUR,)
        await unit.tenants.back(Platform.SLACK, THEIRS.tenant_id)
        assert await unit.sources.claim(NOON, LATER, 5) == (THEIRS,)


async def test_items_are_known_by_source_with_the_digest_they_had_last(store: Store) -> None:
    await _kept(store, HARBOUR, FULL, THEIRS)
    many = {f"k{n}": f"d{n}" for n in range(1500)}
    async with store.write() as unit:
        await _know(unit, LOCAL_TENANT, "aa01", many, NOON)
        await _know(unit, LOCAL_TENANT, "aa01", {"k7": "new"}, LATER)
        await _know(unit, LOCAL_TENANT, "aa01", {}, LATER)
        assert await unit.sources.known(LOCAL_TENANT, "aa01", [*many, "k0", "other"]) == {**many, "k7": "new"}
        assert await unit.sources.known(LOCAL_TENANT, "aa02", ["k1"]) == {}
        assert await unit.sources.known(OTHER_TENANT, "aa01", ["k1"]) == {}


async def test_items_that_were_not_there_for_long_are_forgotten(store: Store) -> None:
    await _kept(store, HARBOUR)
    async with store.write() as unit:
        await _know(unit, LOCAL_TENANT, "aa01", {"old": "1", "kept": "2"}, NOON)
        await _know(unit, LOCAL_TENANT, "aa01", {"kept": "2"}, LATER)
        assert await unit.sources.forget(LATER) == 1
        assert await unit.sources.known(LOCAL_TENANT, "aa01", ["old", "kept"]) == {"kept": "2"}


async def test_what_stood_there_when_a_source_was_last_read_is_never_forgotten(store: Store) -> None:
    await _kept(store, HARBOUR, FULL)
    async with store.write() as unit:
        await _know(unit, LOCAL_TENANT, "aa01", {"gone": "1", "there": "2"}, NOON)
        await _know(unit, LOCAL_TENANT, "aa01", {"there": "2"}, LATER)
        await _know(unit, LOCAL_TENANT, "aa02", {"there": "2"}, NOON)
        assert await unit.sources.forget(LATER + HOUR) == 1
        assert await unit.sources.known(LOCAL_TENANT, "aa01", ["gone", "there"]) == {"there": "2"}
        assert await unit.sources.known(LOCAL_TENANT, "aa02", ["there"]) == {"there": "2"}


async def test_a_removed_sources_items_are_forgotten_with_it(store: Store) -> None:
    await _kept(store, HARBOUR, THEIRS)
    async with store.write() as unit:
        for tenant in (LOCAL_TENANT, OTHER_TENANT):
            await _know(unit, tenant, "aa01", {"k": "1"}, NOON)
        await unit.sources.drop(LOCAL_TENANT, "aa01")
        assert await unit.sources.known(LOCAL_TENANT, "aa01", ["k"]) == {}
        assert await unit.sources.known(OTHER_TENANT, "aa01", ["k"]) == {"k": "1"}


async def test_a_deleted_tenants_sources_are_deleted_with_it(store: Store) -> None:
    await _kept(store, HARBOUR, THEIRS)
    async with store.write() as unit:
        await _know(unit, OTHER_TENANT, "aa01", {"k": "1"}, NOON)
        await unit.tenants.delete(Platform.SLACK, OTHER_TENANT)
        assert await unit.sources.every(OTHER_TENANT) == ()
        assert await unit.sources.known(OTHER_TENANT, "aa01", ["k"]) == {}
        assert await unit.sources.every(LOCAL_TENANT) == (HARBOUR,)


async def test_a_look_without_news_changes_times_alone_whatever_people_did_meanwhile(store: Store) -> None:
    await _kept(store, HARBOUR, THEIRS)
    renamed = replace(HARBOUR, name="Quay", halt=Halt(at=NOON, reason="noisy", who="U1"))
    looked = replace(HARBOUR, due=LATER, every=2 * HOUR, checked=NOON, read=NOON)
    async with store.write() as unit:
        await unit.sources.put(renamed)
        await unit.sources.put_looks([])
        await unit.sources.put_looks([looked, replace(looked, id="gone")])
    async with store.read() as unit:
        after = replace(looked, name=renamed.name, halt=renamed.halt)
        assert await unit.sources.every(LOCAL_TENANT) == (after,)
        assert await unit.sources.every(OTHER_TENANT) == (THEIRS,)


async def test_what_a_dead_process_had_claimed_is_due_at_once(store: Store) -> None:
    others = [replace(HARBOUR, id=f"bb{n}", url=f"https://{n}.example/") for n in range(4)]
    await _kept(store, *others)
    async with store.write() as unit:
        assert await unit.sources.claim(NOON, LATER, 3, "dead") == tuple(others[:3])
        assert await unit.sources.claim(NOON, LATER, 1, "alive") == (others[3],)
        await unit.sources.put_looks([replace(others[0], due=LATER)])
        await unit.sources.give_back([replace(others[1], due=LATER)])
    async with store.write() as unit:
        assert await unit.sources.claimants() == {"dead", "alive"}
        assert await unit.sources.release(["dead"], NOON) == 1
        assert await unit.sources.claimants() == {"alive"}
        assert await unit.sources.claim(NOON, LATER, 9) == (others[2],)


async def test_a_claim_ends_with_its_look_and_by_another_claim(store: Store) -> None:
    await _kept(store, HARBOUR)
    async with store.write() as unit:
        await unit.sources.claim(NOON, NOON, 1, "dead")
        await unit.sources.claim(NOON, NOON, 1, "alive")
        assert await unit.sources.claimants() == {"alive"}
        await unit.sources.put_all([replace(HARBOUR, detail="read")])
        assert await unit.sources.claimants() == frozenset()
