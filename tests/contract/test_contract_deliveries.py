"""What Deliveries promises: one row a send, kept exactly, and the last sent one found."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.domain.channel import LOCAL_CHANNEL, Channel, Platform
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.delivery import Delivery, Part, Reason, State
from bot.domain.schedule import QuietHours, QuietPolicy
from bot.ports import Store
from tests.contract.kept import DAY, HOUR, NOON, OTHER_TENANT
from tests.contract.sends import ABROAD, delivery, sent

ONE_DAY = dt.timedelta(days=1)
FULL = delivery(
    zone="Asia/Kathmandu",
    topics=("trade", "Straße"),
    quiet=QuietHours(start=dt.time(22), end=dt.time(7), policy=QuietPolicy.SILENT),
    state=State.SENDING,
    reason=Reason.NO_ANSWER,
    detail="timeout: no answer, “at all”",
    attempts=3,
    next_try=NOON + dt.timedelta(microseconds=1),
    briefing_id="b",
    upto=2**40,
    parts=(Part(state=State.SENT, message_id="1.2", since=NOON, at=NOON + HOUR), Part()),
)


async def _ids(store: Store, *wanted: Delivery) -> list[str]:
    async with store.read() as unit:
        return [one.id for one in await unit.deliveries.get([one.id for one in wanted])]


async def test_a_delivery_comes_back_exactly(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.deliveries.add([FULL]) == (FULL,)
    async with store.read() as unit:
        assert await unit.deliveries.get([FULL.id]) == (FULL,)


async def test_only_new_ones_are_added_and_returned(store: Store) -> None:
    first, second = delivery(), delivery("other")
    async with store.write() as unit:
        await unit.deliveries.add([first])
        again = replace(first, detail="again")
        assert await unit.deliveries.add([again, second, second]) == (second,)
        assert await unit.deliveries.get([first.id]) == (first,)
        assert await unit.deliveries.add([]) == ()


async def test_they_are_given_in_the_order_asked_for_each_once_and_missing_ones_left_out(
    store: Store,
) -> None:
    many = [delivery(f"s{n}") for n in range(2000)]
    async with store.write() as unit:
        await unit.deliveries.add(many)
    backwards = many[::-1]
    assert await _ids(store, delivery("missing"), *backwards, many[0]) == [one.id for one in backwards]
    assert await _ids(store) == []


async def test_saving_replaces(store: Store) -> None:
    async with store.write() as unit:
        await unit.deliveries.add([delivery()])
        await unit.deliveries.save([sent()])
        await unit.deliveries.save([])
        assert await unit.deliveries.get([delivery().id]) == (sent(),)


async def test_between_is_by_local_day_of_one_tenant_in_order_of_due_then_id(store: Store) -> None:
    days = [DAY + n * ONE_DAY for n in range(4)]
    kept = [delivery("s", day) for day in days] + [delivery("t", days[1])]
    async with store.write() as unit:
        await unit.deliveries.add([*kept, delivery("s", days[1], channel=ABROAD)])
        found = await unit.deliveries.between(LOCAL, days[1], days[2])
        assert found == (*sorted([kept[1], kept[4]], key=lambda one: one.id), kept[2])
        assert len(await unit.deliveries.between(OTHER_TENANT, days[0], days[3])) == 1
        every = await unit.deliveries.between(None, days[1], days[2])
        assert {one.channel.tenant_id for one in every} == {LOCAL, OTHER_TENANT}


async def test_standing_is_what_has_one_of_these_states_of_earlier_days_of_one_tenant(store: Store) -> None:
    days = [DAY + n * ONE_DAY for n in range(3)]
    waiting = [delivery("s", day) for day in days]
    lost = delivery("lost", days[1]).closed(State.UNKNOWN)
    async with store.write() as unit:
        await unit.deliveries.add([*waiting, lost, sent("gone", days[0]), delivery("s", channel=ABROAD)])
        found = await unit.deliveries.standing(LOCAL, days[2], {State.PENDING, State.UNKNOWN})
        assert found == (waiting[0], *sorted([waiting[1], lost], key=lambda one: one.id))
        assert await unit.deliveries.standing(LOCAL, days[2], {State.UNKNOWN}) == (lost,)
        assert await unit.deliveries.standing(LOCAL, days[0], {State.PENDING}) == ()
        assert await unit.deliveries.standing(LOCAL, days[2], ()) == ()


async def test_the_last_sent_is_the_latest_due_of_its_channel_and_topics_before_an_instant(
    store: Store,
) -> None:
    old, last = sent("s", DAY - ONE_DAY), sent("s", DAY)
    others = [
        delivery("pending", DAY + ONE_DAY),
        delivery("failed", DAY + ONE_DAY).closed(State.FAILED),
        delivery("unknown", DAY + ONE_DAY).closed(State.UNKNOWN),
        sent("topical", DAY + ONE_DAY, topics=("trade",)),
        sent("s", DAY + ONE_DAY, channel=ABROAD),
        sent("ahead", DAY + 3 * ONE_DAY),
    ]
    before = NOON + 2 * ONE_DAY
    async with store.write() as unit:
        await unit.deliveries.add([old, last, *others])
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], (), before) == {LOCAL_CHANNEL: last}
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], (), NOON) == {LOCAL_CHANNEL: old}
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], (), NOON - ONE_DAY) == {}
        assert await unit.deliveries.last_sent([], (), before) == {}
        both = await unit.deliveries.last_sent([LOCAL_CHANNEL, ABROAD], (), before)
        assert both == {LOCAL_CHANNEL: last, ABROAD: others[4]}


async def test_the_last_sent_is_on_the_same_topics_in_any_order(store: Store) -> None:
    both = sent(topics=("trade", "Straße"))
    async with store.write() as unit:
        await unit.deliveries.add([both])
        found = await unit.deliveries.last_sent([LOCAL_CHANNEL], ("Straße", "trade"), NOON + HOUR)
        assert found == {LOCAL_CHANNEL: both}
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], ("trade",), NOON + HOUR) == {}


async def test_of_many_channels_each_has_its_last(store: Store) -> None:
    rooms = [Channel(Platform.DISCORD, LOCAL, f"{n}") for n in range(1500)]
    made = [sent(channel=room) for room in rooms]
    async with store.write() as unit:
        await unit.deliveries.add(made)
        found = await unit.deliveries.last_sent(rooms, (), NOON + HOUR)
    assert found == dict(zip(rooms, made, strict=True))


async def test_of_two_that_were_due_at_once_the_greater_id_is_the_last(store: Store) -> None:
    pair = sorted([sent("a"), sent("b")], key=lambda one: one.id)
    async with store.write() as unit:
        await unit.deliveries.add(pair)
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], (), NOON + HOUR) == {LOCAL_CHANNEL: pair[1]}


async def test_what_looked_at_the_latest_arrivals_is_last_whenever_it_was_due(store: Store) -> None:
    ahead = sent("s", DAY + 365 * ONE_DAY, upto=7)
    unknown, old, last = (
        sent("s", DAY + ONE_DAY),
        sent("s", DAY - ONE_DAY, upto=9),
        sent("s", DAY, upto=9),
    )
    async with store.write() as unit:
        await unit.deliveries.add([last, ahead, old, unknown])
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], ()) == {LOCAL_CHANNEL: last}
        await unit.deliveries.save([ahead := replace(ahead, upto=10)])
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], ()) == {LOCAL_CHANNEL: ahead}
        before = NOON + 2 * ONE_DAY
        assert await unit.deliveries.last_sent([LOCAL_CHANNEL], (), before) == {LOCAL_CHANNEL: last}


async def test_sent_are_those_of_channels_and_topics_due_at_an_instant_or_later(store: Store) -> None:
    old, sharp, ahead = sent("s", DAY - ONE_DAY), sent("s", DAY), sent("s", DAY + 365 * ONE_DAY)
    others = [
        delivery("pending", DAY + ONE_DAY),
        sent("topical", DAY + ONE_DAY, topics=("trade",)),
        sent("s", DAY + ONE_DAY, channel=ABROAD),
    ]
    async with store.write() as unit:
        await unit.deliveries.add([ahead, old, sharp, *others])
        assert await unit.deliveries.sent([LOCAL_CHANNEL], (), sharp.due) == (sharp, ahead)
        assert await unit.deliveries.sent([LOCAL_CHANNEL, ABROAD], (), sharp.due) == (sharp, others[2], ahead)
        assert await unit.deliveries.sent([], (), sharp.due) == ()


async def test_a_reader_cannot_change_what_is_sent(store: Store) -> None:
    async with store.read() as unit:
        for attempt in (unit.deliveries.add([delivery()]), unit.deliveries.save([delivery()])):
            with pytest.raises(RuntimeError, match="read transaction"):
                await attempt
