"""What Ledger and Wishes promise, for every store."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.domain.article import Citation
from bot.domain.channel import LOCAL_CHANNEL, Channel, Platform
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.ledger import Entry, Report, Signal
from bot.domain.reminder import Wish, WishKind
from bot.ports import Store
from bot.remind.settle import settle
from summarizers.types import Deadline, Publication
from tests.contract.kept import DAY, NOON, OTHER_TENANT, article

ENGINE = "extractive-19"
ONE_DAY = dt.timedelta(days=1)


def _report(day: dt.date, end: dt.date | None = None) -> Report:
    return Report(
        article_id="a",
        revision=1,
        source="The Lantern",
        title="Ports reopen",
        url=None,
        published=Publication(local_date=DAY),
        signal=Signal.REPORTED,
        text="The port levy lapses.",
        deadline=Deadline(
            date=day, end=end, about="the port levy lapses", time="12:00", tz="Europe/Brussels"
        ),
        citations=(Citation(article_id="a", revision=1, start=0, end=5, quote="Ports"),),
        named=(DAY,),
        words=("levy", "port"),
        names=("port",),
    )


def _entry(id_: str, day: dt.date, end: dt.date | None = None, tenant_id: str = LOCAL) -> Entry:
    return settle(id_, tenant_id, (_report(day, end),))


async def test_an_entry_comes_back_as_it_was_kept(store: Store) -> None:
    entry = _entry("e", DAY)
    async with store.write() as unit:
        await unit.ledger.put([entry])
        assert await unit.ledger.get(LOCAL, ["e", "none"]) == (entry,)


async def test_an_entry_put_again_replaces_the_earlier_one(store: Store) -> None:
    async with store.write() as unit:
        await unit.ledger.put([_entry("e", DAY)])
        await unit.ledger.put([_entry("e", DAY + ONE_DAY), _entry("f", DAY)])
        assert await unit.ledger.get(LOCAL, ["f", "e"]) == (_entry("e", DAY + ONE_DAY), _entry("f", DAY))


async def test_between_finds_what_overlaps_the_days_by_id(store: Store) -> None:
    kept = [
        _entry("d-before", DAY - ONE_DAY),
        _entry("c-first", DAY),
        _entry("b-period", DAY - 5 * ONE_DAY, DAY),
        _entry("a-last", DAY + ONE_DAY),
        _entry("e-after", DAY + 2 * ONE_DAY),
    ]
    async with store.write() as unit:
        await unit.ledger.put(kept)
        found = await unit.ledger.between(LOCAL, DAY, DAY + ONE_DAY)
    assert [entry.id for entry in found] == ["a-last", "b-period", "c-first"]


async def test_a_tenant_sees_only_its_own_entries(store: Store) -> None:
    async with store.write() as unit:
        await unit.ledger.put([_entry("e", DAY), _entry("e", DAY + ONE_DAY, tenant_id=OTHER_TENANT)])
        assert await unit.ledger.get(LOCAL, ["e"]) == (_entry("e", DAY),)
        assert await unit.ledger.between(LOCAL, DAY + ONE_DAY, DAY + ONE_DAY) == ()


async def test_dated_revisions_wait_until_they_are_taken_in(store: Store) -> None:
    earlier = article("b", published=Publication(local_date=DAY - ONE_DAY))
    first, second = article("a"), article("a", 2)
    async with store.write() as unit:
        await unit.articles.add([second, first, earlier, article("undated", published=None)])
        await unit.articles.add([article("c", tenant_id=OTHER_TENANT)])
        assert await unit.ledger.waiting(LOCAL, ENGINE, 9) == (earlier, first, second)
        assert await unit.ledger.waiting(LOCAL, ENGINE, 2) == (earlier, first)
        await unit.ledger.absorb(LOCAL, ENGINE, [("a", 1), ("b", 1)])
        await unit.ledger.absorb(LOCAL, ENGINE, [("b", 1)])
        assert await unit.ledger.waiting(LOCAL, ENGINE, 9) == (second,)


async def test_another_engine_reads_everything_anew(store: Store) -> None:
    async with store.write() as unit:
        await unit.articles.add([article("a")])
        await unit.ledger.absorb(LOCAL, ENGINE, [("a", 1)])
        assert await unit.ledger.waiting(LOCAL, "extractive-0", 9) == (article("a"),)


async def test_nothing_is_written_in_a_transaction_that_reads(store: Store) -> None:
    with pytest.raises(RuntimeError):
        async with store.read() as unit:
            await unit.ledger.put([_entry("e", DAY)])


async def test_a_wish_comes_back_until_it_is_dropped(store: Store) -> None:
    mute = Wish(channel=LOCAL_CHANNEL, entry_id="e", kind=WishKind.MUTE)
    snooze = Wish(channel=LOCAL_CHANNEL, entry_id="d", kind=WishKind.SNOOZE, until=NOON)
    personal = Wish(channel=LOCAL_CHANNEL, entry_id="e", kind=WishKind.REMIND, reader="U1")
    async with store.write() as unit:
        for wish in (personal, mute, snooze):
            await unit.wishes.put(wish)
        assert await unit.wishes.of(LOCAL_CHANNEL) == (snooze, mute, personal)
        assert await unit.wishes.drop(LOCAL_CHANNEL, "e")
        assert not await unit.wishes.drop(LOCAL_CHANNEL, "e")
        assert await unit.wishes.of(LOCAL_CHANNEL) == (snooze, personal)


async def test_a_later_wish_of_the_same_reader_replaces_the_earlier_one(store: Store) -> None:
    first = Wish(channel=LOCAL_CHANNEL, entry_id="e", kind=WishKind.SNOOZE, until=NOON)
    second = replace(first, kind=WishKind.MUTE, until=None)
    elsewhere = replace(first, channel=Channel(Platform.SLACK, "T1", "C1"))
    async with store.write() as unit:
        for wish in (first, elsewhere, second):
            await unit.wishes.put(wish)
        assert await unit.wishes.of(LOCAL_CHANNEL) == (second,)
        assert await unit.wishes.of(elsewhere.channel) == (elsewhere,)
