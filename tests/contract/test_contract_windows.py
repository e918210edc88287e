"""What Articles promises of days, and of the order in which articles come in."""

from __future__ import annotations

import datetime as dt

from bot.domain.article import Lead
from bot.domain.briefing import Arrivals
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.channel import Platform
from bot.ports import Store
from summarizers.types import Publication
from tests.contract.kept import DAY, EVERY, HOUR, NOON, OTHER_TENANT, article

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


async def test_an_earlier_day_shows_the_revision_of_that_day(store: Store) -> None:
    first = article("a", body="As it stood.")
    second = article("a", 2, body="Corrected.")
    third = article("a", 3, body="Moved on.", published=_on(DAY + ONE_DAY))
    async with store.write() as unit:
        await unit.articles.add([first, second, third])
        assert await unit.articles.published(LOCAL, DAY, DAY) == (second,)
        assert await unit.articles.published(LOCAL, DAY, DAY + ONE_DAY) == (third,)
        assert await unit.articles.newest(LOCAL) == DAY + ONE_DAY
        assert await unit.articles.newest(LOCAL, until=DAY + ONE_DAY) == DAY + ONE_DAY
        assert await unit.articles.newest(LOCAL, until=DAY) is None


async def test_stamped_are_the_heads_that_came_in_up_to_an_arrival_and_are_dated_between(
    store: Store,
) -> None:
    east = dt.timezone(14 * HOUR)
    at = {
        "sharp": NOON,
        "east": (NOON + TICK).astimezone(east),
        "last": NOON + ONE_DAY,
        "late": NOON + ONE_DAY + TICK,
    }
    days = {"yesterday": DAY - ONE_DAY, "today": DAY, "morrow": DAY + 2 * ONE_DAY, "far": DAY + 3 * ONE_DAY}
    instants = [article(id_, published=Publication(local_date=i.date(), at=i)) for id_, i in at.items()]
    async with store.write() as unit:
        await unit.articles.add([*instants, *(article(id_, published=_on(day)) for id_, day in days.items())])
        await unit.articles.add(
            [article("undated", published=None), article("other", tenant_id=OTHER_TENANT)]
        )
        upto = await unit.articles.latest(LOCAL)
        await unit.articles.add([article("after")])
        found = await unit.articles.stamped(LOCAL, upto, NOON, NOON + ONE_DAY)
        assert [one.id for one in found] == ["east", "last", "morrow", "today"]
        await unit.articles.add([article("east", 2, published=_on(DAY - ONE_DAY))])
        found = await unit.articles.stamped(LOCAL, await unit.articles.latest(LOCAL), NOON, NOON + ONE_DAY)
        assert [one.id for one in found] == ["after", "last", "morrow", "today"]


async def test_a_lead_counts_what_is_dated_ahead_and_who_dates_so(store: Store) -> None:
    late = Publication(local_date=DAY + ONE_DAY, at=NOON + ONE_DAY)
    made = [
        article("old", seen=NOON - HOUR, published=late),
        article("late", source="The Lantern", published=late),
        article("same", source="the lantern", published=_on(DAY + 3 * ONE_DAY)),
        article("other", source="Dalby Post", published=_on(DAY + 3 * ONE_DAY)),
        article("now", published=_on(DAY + ONE_DAY)),
        article("undated", published=None),
    ]
    async with store.write() as unit:
        await unit.articles.add(made)
        lead = await unit.articles.lead(LOCAL, NOON - TICK, NOON)
        assert lead == Lead(dated=4, ahead=3, outlets=2)
        assert lead.tells_a_clock_behind
        assert not (await unit.articles.lead(LOCAL, NOON - TICK, NOON + ONE_DAY)).tells_a_clock_behind


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


async def test_what_came_in_is_told_by_its_order_whatever_clock_stamped_it(store: Store) -> None:
    stamps = {"a": NOON, "year-ahead": NOON + 365 * ONE_DAY, "day-back": NOON - ONE_DAY, "z": NOON}
    latest = []
    for id_, seen in stamps.items():
        async with store.write() as unit:
            await unit.articles.add([article(id_, seen=seen)])
            latest.append(await unit.articles.latest(LOCAL))
    assert latest == sorted(set(latest))
    async with store.read() as unit:
        assert [one.id for one in await unit.articles.arrived(LOCAL, EVERY)] == list(stamps)
        some = Arrivals(after=latest[0], upto=latest[2])
        found = await unit.articles.arrived(LOCAL, some)
        assert [one.id for one in found] == ["year-ahead", "day-back"]
        assert [one.arrival for one in found] == latest[1:3]
        assert [one.seen for one in found] == [NOON + 365 * ONE_DAY, NOON - ONE_DAY]


async def test_a_revision_comes_in_anew_and_what_it_replaces_does_not_count(store: Store) -> None:
    undated = article("c", published=None)
    revised = article("a", 2, published=_on(DAY + ONE_DAY))
    async with store.write() as unit:
        await unit.articles.add([article("a"), article("b"), undated])
        before = await unit.articles.latest(LOCAL)
        await unit.articles.add([revised])
        assert await unit.articles.arrived(LOCAL, EVERY) == (article("b"), undated, revised)
        since = Arrivals(after=before, upto=await unit.articles.latest(LOCAL))
        assert await unit.articles.arrived(LOCAL, since) == (revised,)
        assert await unit.articles.arrived(LOCAL, EVERY, oldest=DAY + ONE_DAY) == (undated, revised)
        one, two = await unit.articles.history(LOCAL, ["a"])
        assert (one.arrival or 0) < before < (two.arrival or 0)


async def test_the_arrival_of_an_instant_has_all_behind_it_that_is_stamped_later(store: Store) -> None:
    east = dt.timezone(9 * HOUR)
    stamps = {"old": NOON - HOUR, "ahead": NOON + ONE_DAY, "sharp": NOON, "late": NOON + TICK}
    async with store.write() as unit:
        await unit.articles.add([article(id_, seen=seen) for id_, seen in stamps.items()])
        latest = await unit.articles.latest(LOCAL)
        for instant in (NOON, NOON.astimezone(east)):
            behind = Arrivals(after=await unit.articles.arrival(LOCAL, instant), upto=latest)
            found = await unit.articles.arrived(LOCAL, behind)
            assert [one.id for one in found] == ["ahead", "sharp", "late"]
        assert await unit.articles.arrival(LOCAL, NOON + ONE_DAY) == latest
        assert await unit.articles.arrival("T-nobody", NOON) == 0


async def test_a_tenant_that_is_deleted_takes_no_place_from_another(store: Store) -> None:
    async with store.write() as unit:
        await unit.articles.add([article("a")])
        await unit.articles.add([article("b", tenant_id="T9"), article("c", tenant_id="T9")])
        before = await unit.articles.latest(LOCAL)
        await unit.tenants.delete(Platform.SLACK, "T9")
        await unit.articles.add([article("d")])
        assert await unit.articles.latest(LOCAL) > before


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
