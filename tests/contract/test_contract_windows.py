"""What Articles promises of days and windows."""

from __future__ import annotations

import datetime as dt

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.ports import Store
from summarizers.types import Publication
from tests.contract.kept import DAY, HOUR, NOON, article, window

ONE_DAY = dt.timedelta(days=1)
TICK = dt.timedelta(microseconds=1)


def _on(day: dt.date) -> Publication:
    return Publication(local_date=day)


async def test_published_includes_both_days_and_is_ordered_by_date_then_id(store: Store) -> None:
    on = {
        "z-first": DAY,
        "b-last": DAY + ONE_DAY,
        "a-last": DAY + ONE_DAY,
        "before": DAY - ONE_DAY,
        "after": DAY + 2 * ONE_DAY,
    }
    async with store.write() as unit:
        await unit.articles.add([article(id_, published=_on(day)) for id_, day in on.items()])
        await unit.articles.add([article("undated", published=None)])
        found = await unit.articles.published(LOCAL, DAY, DAY + ONE_DAY)
    assert [one.id for one in found] == ["z-first", "a-last", "b-last"]


async def test_ids_are_ordered_by_code_point(store: Store) -> None:
    ids = ["a", "B", "é", "ß", "10", "9", "\U0001f600", "\uffff"]
    async with store.write() as unit:
        await unit.articles.add([article(id_) for id_ in ids])
        assert [one.id for one in await unit.articles.published(LOCAL, DAY, DAY)] == sorted(ids)
        seen = await unit.articles.seen(LOCAL, window(NOON - HOUR, NOON))
        assert [one.id for one in seen] == sorted(ids)


async def test_an_earlier_day_shows_the_revision_of_that_day(store: Store) -> None:
    first = article("a", body="As it stood.")
    second = article("a", 2, body="Corrected.")
    third = article("a", 3, body="Moved on.", published=_on(DAY + ONE_DAY))
    async with store.write() as unit:
        await unit.articles.add([first, second, third])
        assert await unit.articles.published(LOCAL, DAY, DAY) == (second,)
        assert await unit.articles.published(LOCAL, DAY, DAY + ONE_DAY) == (third,)
        assert await unit.articles.newest(LOCAL) == DAY + ONE_DAY


async def test_until_leaves_out_what_is_known_to_be_later(store: Store) -> None:
    west = dt.timezone(-5 * HOUR)
    at = {"early": NOON - TICK, "sharp": NOON, "late": NOON + TICK, "west": NOON.astimezone(west)}
    dated = [article(id_, published=Publication(local_date=i.date(), at=i)) for id_, i in at.items()]
    revised = article("early", 2, published=Publication(local_date=DAY, at=NOON + HOUR))
    async with store.write() as unit:
        await unit.articles.add([*dated, revised, article("timeless")])
        found = await unit.articles.published(LOCAL, DAY, DAY, until=NOON)
        assert [(one.id, one.revision) for one in found] == [
            ("early", 1),
            ("sharp", 1),
            ("timeless", 1),
            ("west", 1),
        ]
        everything = await unit.articles.published(LOCAL, DAY, DAY)
        assert [one.id for one in everything] == ["early", "late", "sharp", "timeless", "west"]


async def test_a_window_excludes_its_beginning_and_includes_its_end(store: Store) -> None:
    at = {"on-since": NOON - HOUR, "just-in": NOON - HOUR + TICK, "on-until": NOON, "too-late": NOON + TICK}
    async with store.write() as unit:
        await unit.articles.add([article(id_, seen=seen) for id_, seen in at.items()])
        found = await unit.articles.seen(LOCAL, window(NOON - HOUR, NOON))
    assert [one.id for one in found] == ["just-in", "on-until"]


async def test_seen_counts_heads_dated_or_not_ordered_by_seen_then_id(store: Store) -> None:
    revised = article("a", 2, seen=NOON)
    undated = article("c", published=None, seen=NOON - TICK)
    async with store.write() as unit:
        await unit.articles.add([article("a", seen=NOON - HOUR), revised, article("b", seen=NOON), undated])
        assert await unit.articles.seen(LOCAL, window(NOON - HOUR, NOON)) == (
            undated,
            revised,
            article("b", seen=NOON),
        )
        assert await unit.articles.seen(LOCAL, window(NOON - 2 * HOUR, NOON - HOUR)) == ()


async def test_windows_in_another_zone_mean_the_same_instants(store: Store) -> None:
    east = dt.timezone(9 * HOUR)
    async with store.write() as unit:
        await unit.articles.add([article("a", seen=NOON.astimezone(east))])
        found = await unit.articles.seen(LOCAL, window((NOON - HOUR).astimezone(east), NOON.astimezone(east)))
    assert [one.seen for one in found] == [NOON]


async def test_only_heads_count_as_undated_and_newest(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.articles.newest(LOCAL) is None
        await unit.articles.add([article("a", published=None)])
        assert await unit.articles.newest(LOCAL) is None
        assert await unit.articles.undated(LOCAL) == 1
        await unit.articles.add([article("a", 2, published=_on(DAY)), article("b", published=None)])
        assert await unit.articles.undated(LOCAL) == 1
        assert await unit.articles.newest(LOCAL) == DAY
        assert await unit.articles.count(LOCAL) == 2
