"""What is set and said in a chat: settings, events taken, kept replies, feedback, removals."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.domain.action import Action, ActionName, Button
from bot.domain.apart import Apart
from bot.domain.appointment import CalendarPolicy
from bot.domain.catchup import Visit
from bot.domain.channel import LOCAL_TENANT, Channel, Platform, Topic
from bot.domain.preferences import ChannelSettings
from bot.domain.question import Asker, Turn
from bot.domain.reminder import Policy, Wish, WishKind
from bot.domain.reply import Feedback, KeptReply, Reply
from bot.domain.schedule import QuietHours
from bot.domain.style import Length
from bot.ports import Change, Hold, Pause, Store, UnitOfWork
from summarizers.types import Section
from tests.contract.kept import HOUR, NOON, OTHER_TENANT, article, briefing, fingerprint
from tests.contract.sends import run, schedule

ROOM = Channel(Platform.SLACK, LOCAL_TENANT, "C1")
ABROAD = Channel(Platform.SLACK, OTHER_TENANT, "C2")
SETTINGS = ChannelSettings(
    channel=ROOM,
    zone="Europe/Berlin",
    times=(dt.time(8), dt.time(17, 30)),
    topics=("tariffs", '"soy beans"'),
    weekdays=frozenset({0, 4}),
    quiet=QuietHours(start=dt.time(22), end=dt.time(7)),
    sections=(Section.DEADLINE,),
    length=Length.LONG,
    role="S1",
    reminders=False,
    apart=Apart(
        schedules=(schedule(), replace(schedule("evening"), skip_after=dt.timedelta(hours=2))),
        policy=Policy(channel=ROOM, zone="UTC", ladder=(30, 2), late=dt.timedelta(hours=3)),
        calendar=CalendarPolicy(channel=ROOM, zone="UTC", topics=("tariffs",)),
    ),
)
SHARE = Button(label="Share", action=Action(name=ActionName.SHARE, target="r1"))
KEPT = KeptReply(
    id="r1", channel=ROOM, owner="U1", until=NOON, reply=Reply(paragraphs=("Yes.",), buttons=(SHARE,))
)


async def test_settings_come_back_whole_and_for_their_channel_alone(store: Store) -> None:
    async with store.write() as unit:
        await unit.preferences.put(SETTINGS)
    async with store.read() as unit:
        assert await unit.preferences.get(ROOM) == SETTINGS
        assert await unit.preferences.get(ABROAD) is None
        rooms = [Channel(Platform.SLACK, LOCAL_TENANT, f"{n}") for n in range(2000)]
        assert await unit.preferences.of([*rooms, ABROAD, ROOM]) == {ROOM: SETTINGS}


async def test_settings_are_replaced_and_listed(store: Store) -> None:
    abroad = replace(SETTINGS, channel=ABROAD)
    async with store.write() as unit:
        await unit.preferences.put(abroad)
        await unit.preferences.put(replace(SETTINGS, zone="UTC"))
        await unit.preferences.put(SETTINGS)
        assert await unit.preferences.every() == (abroad, SETTINGS)
        assert await unit.preferences.every(LOCAL_TENANT) == (SETTINGS,)


async def test_an_event_has_the_last_holder_until_it_is_forgotten(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.inbound.holder("slack:E1") is None
        assert await unit.inbound.oldest() is None
        await unit.inbound.hold("slack:E1", Hold(owner="p1", at=NOON - HOUR))
        await unit.inbound.hold("slack:E1", Hold(owner="", at=NOON))
        await unit.inbound.hold("slack:E2", Hold(owner="p1", at=NOON - HOUR))
        assert await unit.inbound.oldest() == NOON - HOUR
        await unit.inbound.forget(NOON)
        assert await unit.inbound.oldest() == NOON
    async with store.read() as unit:
        assert await unit.inbound.holder("slack:E1") == Hold(owner="", at=NOON)
        assert await unit.inbound.holder("slack:E2") is None


async def test_a_kept_reply_is_its_channels_and_goes_with_its_time(store: Store) -> None:
    async with store.write() as unit:
        await unit.replies.put(KEPT)
        await unit.replies.put(replace(KEPT, shared_by="E1"))
        await unit.replies.put(replace(KEPT, id="r0", until=NOON - HOUR))
        assert await unit.replies.get(ROOM, "r1") == replace(KEPT, shared_by="E1")
        assert await unit.replies.get(ABROAD, "r1") is None
        assert await unit.replies.oldest() == NOON - HOUR
        await unit.replies.forget(NOON)
        assert await unit.replies.oldest() == NOON
        assert await unit.replies.get(ROOM, "r0") is None
        assert await unit.replies.get(ROOM, "r1") is not None


async def test_a_person_has_one_opinion_of_a_briefing(store: Store) -> None:
    first = Feedback(channel=ROOM, briefing_id="b", user_id="U1", useful=True, at=NOON)
    second = replace(first, useful=False, at=NOON + HOUR)
    other = replace(first, user_id="U2")
    abroad = replace(first, channel=ABROAD)
    async with store.write() as unit:
        for one in (first, second, other, abroad, replace(first, briefing_id="c")):
            await unit.feedback.put(one)
        assert await unit.feedback.of(LOCAL_TENANT, "b") == (other, second)
        assert await unit.feedback.of(OTHER_TENANT, "b") == (abroad,)


async def test_a_removal_pauses_every_channel_of_its_tenant_until_it_is_back(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.tenants.remove(Platform.SLACK, OTHER_TENANT, NOON)
        assert not await unit.tenants.remove(Platform.SLACK, OTHER_TENANT, NOON + HOUR)
        paused = await unit.channels.paused([ROOM, ABROAD])
        assert list(paused) == [ABROAD]
        assert paused[ABROAD].since == NOON
        assert not await unit.channels.pause(ABROAD, Pause(reason="again", since=NOON))
        assert await unit.tenants.back(Platform.SLACK, OTHER_TENANT)
        assert not await unit.tenants.back(Platform.SLACK, OTHER_TENANT)
        assert await unit.channels.paused([ROOM, ABROAD]) == {}


async def test_removals_are_found_once_they_are_old_enough(store: Store) -> None:
    async with store.write() as unit:
        await unit.tenants.remove(Platform.SLACK, OTHER_TENANT, NOON)
        assert await unit.tenants.removed(NOON) == ()
        assert await unit.tenants.removed(NOON + HOUR) == ((Platform.SLACK, OTHER_TENANT),)


async def _fill(unit: UnitOfWork, channel: Channel) -> None:
    tenant_id = channel.tenant_id
    await unit.articles.add([article("a", tenant_id=tenant_id)])
    await unit.articles.add_fingerprints(tenant_id, [fingerprint("a", 1)])
    made = briefing("b", tenant_id=tenant_id)
    await unit.briefings.put(made, NOON)
    await unit.briefings.show(channel, made, NOON)
    await unit.checkpoints.put(tenant_id, "file", "1")
    await unit.audit.note(tenant_id, Change(at=NOON, who="U1", what="set up"))
    await unit.preferences.put(replace(SETTINGS, channel=channel))
    await unit.schedules.put([(schedule(f"chat:{channel}:1", channel), run())])
    await unit.replies.put(replace(KEPT, channel=channel))
    await unit.wishes.put(Wish(channel=channel, entry_id="e", kind=WishKind.MUTE))
    asker = Asker(channel=channel, user_id="U1")
    await unit.conversations.add(Turn(asker=asker, at=NOON, question="?", understood="?"))
    await unit.conversations.visit(asker, Visit(at=NOON))


async def test_deleting_a_tenant_leaves_nothing_of_it_and_all_of_the_others(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, ROOM)
        await _fill(unit, ABROAD)
        await unit.tenants.remove(Platform.SLACK, OTHER_TENANT, NOON)
        await unit.tenants.delete(Platform.SLACK, OTHER_TENANT)
    async with store.read() as unit:
        truce = [Topic(name="t", any_of=("cranes",))]
        for channel, left in ((ROOM, True), (ABROAD, False)):
            tenant_id, asker = channel.tenant_id, Asker(channel=channel, user_id="U1")
            assert bool(await unit.articles.count(tenant_id)) is left
            assert bool(await unit.articles.on_topics(tenant_id, ["a"], truce)) is left
            assert bool(await unit.articles.candidates(tenant_id, [1])) is left
            assert (await unit.briefings.get(tenant_id, "b") is not None) is left
            assert (await unit.checkpoints.get(tenant_id, "file") is not None) is left
            assert bool(await unit.audit.latest(tenant_id, 5)) is left
            assert bool(await unit.schedules.every(tenant_id)) is left
            assert (await unit.preferences.get(channel) is not None) is left
            assert (await unit.replies.get(channel, "r1") is not None) is left
            assert bool(await unit.wishes.of(channel)) is left
            assert (await unit.conversations.visited(asker) is not None) is left
            assert bool(await unit.conversations.count(channel, NOON)) is left
        assert await unit.channels.paused([ABROAD]) == {}


async def test_deleting_the_local_tenant_of_a_platform_leaves_its_articles(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, ROOM)
        await unit.tenants.delete(Platform.SLACK, LOCAL_TENANT)
        assert await unit.articles.count(LOCAL_TENANT) == 1
        assert await unit.preferences.get(ROOM) is None
        assert await unit.briefings.get(LOCAL_TENANT, "b") is not None
