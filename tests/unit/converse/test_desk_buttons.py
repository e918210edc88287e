"""What each button does, after a restart as well: a press brings nothing but its code."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.domain.action import Action, ActionName
from bot.domain.channel import Channel, Platform
from bot.domain.command import Visibility
from bot.domain.delivery import State
from bot.domain.form import FieldKind
from bot.domain.reminder import Wish, WishKind
from bot.domain.reply import Reply
from tests.contract.sends import delivery
from tests.fakes.chat import ANNA, BEN, EVENING, ChatWorld, chat
from tests.fakes.world import ROOM, schedule
from tests.unit.converse.saying import failure_of, text_of

ABROAD = Channel(Platform.SLACK, "T-other", "C1")
NEXT_DOOR = Channel(Platform.SLACK, "local", "C2")


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


async def digest(world: ChatWorld) -> dict[ActionName, Action]:
    """The buttons of a digest that was posted."""
    await world.register(schedule(at=dt.time(19)))
    await world.live(EVENING + dt.timedelta(hours=1))
    return {button.action.name: button.action for button in world.platform.messages[0].post.buttons}


async def entry(world: ChatWorld) -> str:
    """The id of the standstill's deadline."""
    reply = await world.command("deadlines", deadline="standstill")
    return reply.buttons[0].action.target


async def wishes(world: ChatWorld, channel: Channel = ROOM) -> tuple[Wish, ...]:
    async with world.store.read() as unit:
        return await unit.wishes.of(channel)


async def test_every_button_of_a_digest_is_answered(world: ChatWorld) -> None:
    for action in (await digest(world)).values():
        reply = await world.press(action)
        assert reply.failure is None
        assert text_of(reply) or reply.form


async def test_why_these_tells_what_was_looked_at_and_how_many_sources_tell_each(world: ChatWorld) -> None:
    reply = await world.press((await digest(world))[ActionName.WHY])
    assert reply.title == "Why these"
    assert "came in from" in reply.paragraphs[0]
    assert any("source" in line for line in reply.paragraphs[2:])
    assert "Sends of Thursday 30 October 2025" in reply.paragraphs


async def test_why_without_a_briefing_is_the_days_sends(world: ChatWorld) -> None:
    for target in ("", "no-such-briefing"):
        reply = await world.press(Action(name=ActionName.WHY, target=target))
        assert reply.title == "Sends of Thursday 30 October 2025"


async def test_why_tells_what_is_open_of_earlier_days(world: ChatWorld) -> None:
    lost = delivery("settings:d", EVENING.date() - dt.timedelta(days=2), ROOM).closed(State.UNKNOWN)
    elsewhere = delivery("settings:d", EVENING.date() - dt.timedelta(days=2), ABROAD)
    async with world.store.write() as unit:
        await unit.deliveries.add([lost, elsewhere])
    lines = (await world.command("why")).paragraphs
    assert [line for line in lines if "Still open" in line] == [
        "Still open from 28 October 2025: Briefing due 12:00: unknown: "
    ]


async def test_feedback_on_a_briefing_that_is_not_the_tenants_is_not_kept(world: ChatWorld) -> None:
    briefing = (await digest(world))[ActionName.FEEDBACK].target
    for channel, target in ((ABROAD, briefing), (ROOM, "made-up"), (ROOM, "")):
        reply = await world.press(Action(name=ActionName.USEFUL, target=target), channel=channel)
        assert reply.failure
        async with world.store.read() as unit:
            assert await unit.feedback.of(channel.tenant_id, target) == ()


async def test_feedback_is_asked_for_and_kept_once_a_person(world: ChatWorld) -> None:
    asked = await world.press((await digest(world))[ActionName.FEEDBACK])
    useful, not_useful = (button.action for button in asked.buttons)
    await world.press(useful)
    await world.press(useful, BEN)
    await world.press(not_useful)
    async with world.store.read() as unit:
        kept = await unit.feedback.of("local", useful.target)
    assert {(one.user_id, one.useful) for one in kept} == {("U1", False), ("U2", True)}
    why = await world.press(Action(name=ActionName.WHY, target=useful.target))
    assert "Readers found it useful: 1; not useful: 1." in why.paragraphs


async def test_ask_about_opens_a_form_whose_question_is_answered(world: ChatWorld) -> None:
    form = (await world.press((await digest(world))[ActionName.ASK_ABOUT])).form
    assert form is not None
    assert [field.kind for field in form.fields] == [FieldKind.LONG_TEXT]
    assert len(form.code) <= 100
    reply = await world.submit(form.code, question="When does the present tariff standstill expire?")
    assert any("November 10" in quote.quote for quote in reply.quotes)


async def test_a_question_about_a_message_leans_on_it(world: ChatWorld) -> None:
    about = Action(name=ActionName.ASK_ABOUT)
    await world.press(about, quoted="The present tariff standstill expires", thread="t7")
    reply = await world.submit("ask", question="when exactly?", thread="t7")
    assert any("November 10" in quote.quote for quote in reply.quotes)
    elsewhere = await world.submit("ask", question="when exactly?", thread="t8")
    assert elsewhere.quotes == ()


async def test_an_empty_question_of_a_form_is_refused(world: ChatWorld) -> None:
    assert "no word" in failure_of(await world.submit("ask", question="")).what


@pytest.mark.parametrize("name", [ActionName.UNKNOWN])
async def test_an_old_button_says_so(world: ChatWorld, name: ActionName) -> None:
    failure = failure_of(await world.press(Action(name=name)))
    assert "earlier version" in failure.what
    assert failure.todo


async def test_snooze_offers_lengths_and_keeps_the_one_that_is_chosen(world: ChatWorld) -> None:
    target = await entry(world)
    offered = await world.press(Action(name=ActionName.SNOOZE, target=target))
    assert [button.label for button in offered.buttons] == ["1 hour", "4 hours", "1 day", "3 days", "1 week"]
    reply = await world.press(offered.buttons[2].action)
    assert "Quiet until 2025-10-31 19:30 Europe/Berlin" in text_of(reply)
    [wish] = await wishes(world)
    assert (wish.kind, wish.until) == (WishKind.SNOOZE, EVENING + dt.timedelta(days=1))
    assert any("slack:U1" in line and "Quiet until" in line for line in await world.audit())


async def test_a_made_up_length_is_refused(world: ChatWorld) -> None:
    action = Action(name=ActionName.SNOOZE, target=await entry(world), choice="100000")
    assert "earlier version" in failure_of(await world.press(action)).what
    assert await wishes(world) == ()


async def test_mute_can_be_undone_with_the_button_that_comes_with_it(world: ChatWorld) -> None:
    muted = await world.press(Action(name=ActionName.MUTE, target=await entry(world)))
    assert [wish.kind for wish in await wishes(world)] == [WishKind.MUTE]
    await world.press(muted.buttons[0].action)
    assert await wishes(world) == ()


async def test_remind_me_is_one_persons_and_anybody_may(world: ChatWorld) -> None:
    target = await entry(world)
    reply = await world.press(Action(name=ActionName.REMIND_ME, target=target), BEN)
    assert [(wish.kind, wish.reader) for wish in await wishes(world)] == [(WishKind.REMIND, "U2")]
    await world.press(reply.buttons[0].action, ANNA)
    assert len(await wishes(world)) == 1
    await world.press(reply.buttons[0].action, BEN)
    assert await wishes(world) == ()
    assert await world.audit() == []


@pytest.mark.parametrize("name", [ActionName.SNOOZE, ActionName.MUTE, ActionName.UNMUTE])
async def test_what_is_for_all_is_for_who_manages_the_channel(world: ChatWorld, name: ActionName) -> None:
    action = Action(name=name, target=await entry(world), choice="1" if name is ActionName.SNOOZE else "")
    assert "manages this channel" in failure_of(await world.press(action, BEN)).what
    assert await wishes(world) == ()


async def test_of_whom_the_platform_does_not_say_now_whether_they_manage_is_told_so(world: ChatWorld) -> None:
    cora = replace(BEN, unsure=True)
    replies = [
        await world.command("settings", cora),
        await world.command("sources", cora, remove="wire"),
        await world.press(Action(name=ActionName.SETTINGS), cora),
        await world.press(Action(name=ActionName.ADD_SOURCE), cora),
        await world.submit("settings", cora, times="08:00"),
        await world.submit("source", cora, url="https://wire.test/feed"),
    ]
    told = {(failure_of(one).what, failure_of(one).todo) for one in replies}
    assert told == {("Who manages this channel could not be learned just now", "Try again in a minute")}
    assert await world.audit() == []


async def test_the_source_of_a_deadline_is_its_sentences(world: ChatWorld) -> None:
    reply = await world.press(Action(name=ActionName.SOURCE, target=await entry(world)), BEN)
    assert any("November 10" in quote.quote for quote in reply.quotes)
    assert "10 November 2025" in reply.paragraphs[0]


ENTRY_BUTTONS = [
    ActionName.SNOOZE,
    ActionName.MUTE,
    ActionName.UNMUTE,
    ActionName.REMIND_ME,
    ActionName.FORGET_ME,
    ActionName.SOURCE,
]


@pytest.mark.parametrize("name", ENTRY_BUTTONS)
async def test_a_deadline_of_another_tenant_is_not_known(world: ChatWorld, name: ActionName) -> None:
    action = Action(name=name, target=await entry(world), choice="1" if name is ActionName.SNOOZE else "")
    reply = await world.press(action, channel=ABROAD)
    assert "not known any more" in failure_of(reply).what
    assert await wishes(world, ABROAD) == ()


async def shared_by(world: ChatWorld, reply: Reply, **who: object) -> Reply:
    assert reply.share is not None
    return await world.press(reply.share.action, **who)  # type: ignore[arg-type] # person or channel


async def test_a_reply_is_shared_once_by_its_owner_with_a_name(world: ChatWorld) -> None:
    reply = await world.command("ask", question="When does the present tariff standstill expire?")
    said = await shared_by(world, reply)
    assert said.visibility is Visibility.CHANNEL
    assert said.paragraphs[0] == "Shared by Anna"
    assert said.quotes == reply.quotes
    assert said.share is None
    assert "shared already" in failure_of(await shared_by(world, reply)).what


async def test_nobody_else_shares_it_and_nowhere_else(world: ChatWorld) -> None:
    reply = await world.command("deadlines")
    assert "Only who asked" in failure_of(await shared_by(world, reply, person=BEN)).what
    assert "no longer" in failure_of(await shared_by(world, reply, channel=NEXT_DOOR)).what
    assert "no longer" in failure_of(await shared_by(world, reply, channel=ABROAD)).what
    assert (await shared_by(world, reply)).post == reply.post


async def test_a_reply_can_be_shared_for_an_hour(world: ChatWorld) -> None:
    reply = await world.command("deadlines")
    world.clock.at += dt.timedelta(minutes=61)
    assert "no longer" in failure_of(await shared_by(world, reply)).what


async def test_a_briefing_that_is_shared_counts_as_shown_to_the_channel(world: ChatWorld) -> None:
    reply = await world.command("now")
    async with world.store.read() as unit:
        assert await unit.briefings.shown_since(ROOM, EVENING - dt.timedelta(days=9)) == ()
    await shared_by(world, reply)
    async with world.store.read() as unit:
        shown = await unit.briefings.shown_since(ROOM, EVENING - dt.timedelta(days=9))
    assert reply.post is not None
    assert [one.id for one in shown] == [reply.post.briefing_id]


@pytest.mark.parametrize("name", ["help", "why", "settings"])
async def test_what_is_of_no_use_to_others_has_no_share_button(world: ChatWorld, name: str) -> None:
    assert (await world.command(name)).share is None


async def test_a_name_that_is_not_known_is_the_platforms_id(world: ChatWorld) -> None:
    nameless = replace(ANNA, name="")
    said = await shared_by(world, await world.command("deadlines", nameless), person=nameless)
    assert said.paragraphs[0] == "Shared by U1"
