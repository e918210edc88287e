"""What Briefings promises: a briefing comes back exactly, and the right one is the last."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.article import Citation
from bot.domain.briefing import Briefing, Bullet, Item, SourceRef, Story, Window
from bot.domain.channel import LOCAL_CHANNEL, Channel, Platform
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.ports import Store, UnitOfWork
from summarizers.types import Deadline, Publication
from tests.contract.kept import HOUR, NOON, briefing

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SOME = TEXT.filter(lambda text: bool(text.strip()))
FINITE = st.floats(allow_nan=False, allow_infinity=False)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
INSTANTS = st.datetimes(timezones=OFFSETS)
UTC_INSTANTS = st.datetimes(timezones=st.just(dt.UTC))


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    quote, start = draw(TEXT.filter(bool)), draw(st.integers(0, 10**6))
    return Citation(
        article_id=draw(TEXT),
        revision=draw(st.integers(1, 99)),
        start=start,
        end=start + len(quote),
        quote=quote,
    )


@st.composite
def windows(draw: st.DrawFn) -> Window:
    since, until = sorted([draw(UTC_INSTANTS), draw(UTC_INSTANTS)])
    return Window(since=since, until=until, oldest=draw(st.dates()))


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    first, last = sorted([draw(st.dates()), draw(st.dates())])
    made = draw(st.builds(Deadline, date=st.just(first), end=st.none(), about=TEXT))
    return replace(made, end=draw(st.sampled_from([None, last])))


PUBLICATIONS = st.builds(Publication, local_date=st.dates(), at=st.none()) | INSTANTS.map(
    lambda at: Publication(local_date=at.date(), at=at)
)
BULLETS = st.builds(
    Bullet,
    text=SOME,
    citations=st.lists(citations(), min_size=1, max_size=3).map(tuple),
    engine=TEXT,
    deadline=st.none() | deadlines(),
)
BRIEFINGS = st.builds(
    Briefing,
    id=SOME,
    tenant_id=st.just(LOCAL),
    zone=TEXT,
    window=windows(),
    topics=tuples(TEXT),
    stories=tuples(
        st.builds(
            Story,
            id=TEXT,
            headline=TEXT,
            gist=st.none() | TEXT,
            gist_citations=tuples(citations()),
            article_ids=tuples(TEXT),
            outlets=tuples(TEXT),
        )
    ),
    items=tuples(st.builds(Item, key=TEXT, story_id=TEXT, bullet=BULLETS, weight=FINITE)),
    sources=tuples(
        st.builds(
            SourceRef,
            article_id=TEXT,
            title=TEXT,
            source=TEXT,
            url=st.none() | TEXT,
            published=st.none() | PUBLICATIONS,
        )
    ),
    engine=TEXT,
    previous_id=st.none() | TEXT,
)
SERIAL = count()


@pytest.mark.untraced
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=80,
    deadline=None,
)
@given(made=BRIEFINGS)
async def test_a_briefing_comes_back_exactly_as_it_was_kept(store: Store, made: Briefing) -> None:
    made = replace(made, id=f"{made.id}{next(SERIAL)}")  # the store is the same for every example
    async with store.write() as unit:
        await unit.briefings.put(made, NOON)
    async with store.read() as unit:
        found = await unit.briefings.get(LOCAL, made.id)
    assert found == made
    assert [str(ref.published) for ref in found.sources] == [str(ref.published) for ref in made.sources]


async def test_the_same_id_again_changes_nothing(store: Store) -> None:
    first = briefing("id")
    async with store.write() as unit:
        await unit.briefings.put(first, NOON)
        await unit.briefings.put(replace(first, engine="other"), NOON + HOUR)
        assert await unit.briefings.get(LOCAL, "id") == first
        assert await unit.briefings.get(LOCAL, "other") is None


async def _shown(unit: UnitOfWork, made: Briefing, at: dt.datetime, channel: Channel = LOCAL_CHANNEL) -> None:
    await unit.briefings.put(made, at)
    await unit.briefings.show(channel, made, at)


async def test_the_last_briefing_ended_before_the_instant(store: Store) -> None:
    early, late = briefing("early", NOON - 2 * HOUR), briefing("late", NOON - HOUR)
    async with store.write() as unit:
        for made in (late, early, briefing("now", NOON), briefing("next", NOON + HOUR)):
            await _shown(unit, made, NOON)
        assert await unit.briefings.last(LOCAL_CHANNEL, (), NOON) == late
        assert await unit.briefings.last(LOCAL_CHANNEL, (), NOON - HOUR) == early
        assert await unit.briefings.last(LOCAL_CHANNEL, (), NOON - 2 * HOUR) is None


async def test_a_briefing_that_nobody_was_shown_is_not_the_last(store: Store) -> None:
    async with store.write() as unit:
        await unit.briefings.put(briefing("unseen", NOON - HOUR), NOON)
        assert await unit.briefings.last(LOCAL_CHANNEL, (), NOON) is None


async def test_of_two_briefings_on_one_window_the_one_shown_later_is_the_last(store: Store) -> None:
    async with store.write() as unit:
        await _shown(unit, briefing("b"), NOON + 2 * HOUR)
        await _shown(unit, briefing("c"), NOON + HOUR)
        assert await unit.briefings.last(LOCAL_CHANNEL, (), NOON + HOUR) == briefing("b")


async def test_the_last_briefing_is_on_the_same_topics_in_any_order(store: Store) -> None:
    both = briefing("both", NOON - HOUR, ("trade", "Straße"))
    async with store.write() as unit:
        for made in (both, briefing("one", NOON, ("trade",)), briefing("none", NOON)):
            await _shown(unit, made, NOON)
        assert await unit.briefings.last(LOCAL_CHANNEL, ("Straße", "trade"), NOON + HOUR) == both
        assert await unit.briefings.last(LOCAL_CHANNEL, ("strasse", "trade"), NOON + HOUR) is None


async def test_the_last_briefing_is_this_channels(store: Store) -> None:
    neighbour = Channel(Platform.CONSOLE, LOCAL, "other")
    abroad = Channel(Platform.SLACK, LOCAL, LOCAL_CHANNEL.channel_id)
    async with store.write() as unit:
        await _shown(unit, briefing("a", NOON), NOON, neighbour)
        await _shown(unit, briefing("b", NOON), NOON, abroad)
        assert await unit.briefings.last(LOCAL_CHANNEL, (), NOON + HOUR) is None
        assert await unit.briefings.last(abroad, (), NOON + HOUR) == briefing("b", NOON)
