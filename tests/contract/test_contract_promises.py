"""What Promises promise, for every store, and which articles are on a topic."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.domain.channel import LOCAL_CHANNEL, Channel, Platform, Topic
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.domain.delivery import Reason, State
from bot.domain.reminder import Promise, Reminder
from bot.ports import Store
from tests.contract.kept import DAY, HOUR, NOON, article
from tests.contract.sends import delivery

SENT = delivery("reminder:a")
EVE = Reminder(
    channel=LOCAL_CHANNEL,
    entry_id="e",
    deadline=DAY,
    step="1",
    day=DAY - dt.timedelta(days=1),
    at=NOON,
    late=NOON + HOUR,
)
MORNING = replace(EVE, step="0", day=DAY, at=NOON + HOUR)
ELSEWHERE = replace(EVE, channel=Channel(Platform.SLACK, "T1", "C1"))


def _promise(reminder: Reminder, delivery_id: str = SENT.id) -> Promise:
    return Promise(reminder=reminder, delivery_id=delivery_id)


async def test_a_promise_is_found_by_channel_entry_and_delivery(store: Store) -> None:
    async with store.write() as unit:
        await unit.deliveries.add([SENT])
        await unit.promises.put([_promise(MORNING), _promise(EVE), _promise(ELSEWHERE)])
        assert await unit.promises.about(LOCAL_CHANNEL, ["e", "f"]) == (_promise(EVE), _promise(MORNING))
        assert await unit.promises.about(LOCAL_CHANNEL, ["f"]) == ()
        assert len(await unit.promises.of([SENT.id])) == 3
        assert await unit.promises.waiting(LOCAL) == (_promise(EVE), _promise(MORNING))


async def test_what_became_of_a_promise_is_what_became_of_its_delivery(store: Store) -> None:
    async with store.write() as unit:
        await unit.deliveries.add([SENT])
        await unit.promises.put([_promise(EVE)])
        await unit.deliveries.save([SENT.closed(State.SKIPPED, Reason.WITHDRAWN, "moved")])
        (found,) = await unit.promises.about(LOCAL_CHANNEL, ["e"])
        assert (found.state, found.reason) == (State.SKIPPED, Reason.WITHDRAWN)
        assert await unit.promises.waiting(LOCAL) == ()


async def test_one_reminder_is_promised_once(store: Store) -> None:
    later = delivery("reminder:b")
    async with store.write() as unit:
        await unit.deliveries.add([SENT, later])
        await unit.promises.put([_promise(EVE)])
        await unit.promises.put([_promise(EVE, later.id)])
        assert await unit.promises.about(LOCAL_CHANNEL, ["e"]) == (_promise(EVE, later.id),)
        assert await unit.promises.of([SENT.id]) == ()


async def test_of_some_articles_those_on_a_topic_are_named(store: Store) -> None:
    trade = Topic(name="trade", any_of=("cranes",))
    async with store.write() as unit:
        await unit.articles.add([article("a"), article("b", clean="Nothing."), article("c")])
        assert await unit.articles.on_topics(LOCAL, ["a", "b"], [trade]) == {"a"}
        assert await unit.articles.on_topics(LOCAL, ["a", "b"], []) == frozenset()
        assert await unit.articles.on_topics("T-other", ["a"], [trade]) == frozenset()
