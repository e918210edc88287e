"""Sources from a chat: shown before they are kept, looked after, and each tenant's own."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.domain.action import OPENS_FORM, REPLACING, SOURCE_ACTIONS, Action, ActionName, Button
from bot.domain.channel import Channel, Platform
from bot.domain.command import BY_NAME, Suggest, Who
from bot.domain.fetched import Item
from bot.domain.reply import Reply
from bot.domain.request import Press, Typing
from bot.domain.source import Source, Wanted
from bot.errors import FetchError
from bot.gather.listed import FILE, Listed
from summarizers.types import Publication
from tests.fakes.chat import ANNA, BEN, EVENING, ChatWorld, chat
from tests.fakes.paper_web import feed
from tests.fakes.world import ROOM
from tests.unit.converse.saying import failure_of, text_of

ABROAD = Channel(Platform.SLACK, "T-other", "C1")
URL = "https://harbour.test/feed"
LOUD = "<!channel> @everyone *bold* <@U2BEN>"


def item(n: int) -> Item:
    day = EVENING.date() - dt.timedelta(days=n)
    return Item(
        key=f"k{n}",
        title=f"Tide {n} {LOUD}",
        url=f"https://harbour.test/{n}",
        text=f"The harbour of Ostmark opens berth {n} on Monday, the port said.",
        whole=True,
        published=Publication(local_date=day),
    )


@pytest.fixture
async def world() -> ChatWorld:
    world = await chat()
    world.web.sites[URL] = feed(item(0), item(1), item(30))
    return world


def labelled(reply: Reply, name: ActionName) -> Button:
    [found] = [one for one in reply.buttons if one.action.name is name]
    return found


async def polled(world: ChatWorld, tenant_id: str = "local") -> tuple[Source, ...]:
    async with world.store.read() as unit:
        return await unit.sources.every(tenant_id)


async def added(world: ChatWorld, url: str = URL) -> Source:
    shown = await world.command("sources", add=url)
    await world.press(labelled(shown, ActionName.KEEP_SOURCE).action)
    return next(one for one in await polled(world) if one.url == url)


async def test_a_source_is_shown_before_it_is_kept(world: ChatWorld) -> None:
    shown = await world.command("sources", add=URL)
    assert shown.title == "A new source"
    assert "The Harbour: a feed at https://harbour.test/feed" in text_of(shown)
    assert "Tide 0" in text_of(shown)
    assert "keeps 2 items of 3" in text_of(shown)
    assert [one.label for one in shown.buttons] == ["Keep", "Cancel"]
    assert await polled(world) == ()


async def test_what_was_shown_is_kept_and_its_articles_come_at_the_next_look(world: ChatWorld) -> None:
    shown = await world.command("sources", add=URL)
    reply = await world.press(labelled(shown, ActionName.KEEP_SOURCE).action)
    assert "The Harbour is a source now" in text_of(reply)
    [source] = await polled(world)
    assert (source.url, source.who, source.due) == (URL, "slack:U1", EVENING)
    assert await world.audit() == [f"slack:U1: source The Harbour added: {URL}"]
    assert await world.gather.look() == 1
    assert "The Harbour: 2 articles" in text_of(await world.command("sources"))


async def test_what_is_cancelled_can_no_longer_be_kept(world: ChatWorld) -> None:
    shown = await world.command("sources", add=URL)
    assert "Nothing was stored" in text_of(await world.press(labelled(shown, ActionName.CANCEL).action))
    late = await world.press(labelled(shown, ActionName.KEEP_SOURCE).action)
    assert "decided already" in failure_of(late).what
    assert await polled(world) == ()
    assert "Nothing was stored" in text_of(await world.press(Action(name=ActionName.CANCEL, target="none")))


async def test_what_was_kept_is_not_cancelled_and_that_is_said(world: ChatWorld) -> None:
    shown = await world.command("sources", add=URL)
    cancel = labelled(shown, ActionName.CANCEL).action
    await world.press(labelled(shown, ActionName.KEEP_SOURCE).action)
    told = await world.press(cancel)
    assert "The Harbour is a source now" in text_of(told)
    assert "Nothing was stored" not in text_of(told)
    await world.press(labelled(told, ActionName.REMOVE_SOURCE).action)
    assert await polled(world) == ()
    assert "Nothing was stored" in text_of(await world.press(cancel))


async def test_a_source_that_was_shown_can_be_kept_for_an_hour_once_and_by_who_saw_it(
    world: ChatWorld,
) -> None:
    shown = await world.command("sources", add=URL)
    keep = labelled(shown, ActionName.KEEP_SOURCE).action
    other = type(ANNA)(id="U9", may_manage=True, may_source=True)
    assert "decided already" in failure_of(await world.press(keep, other)).what
    world.clock.at += dt.timedelta(minutes=61)
    assert "too long ago" in failure_of(await world.press(keep)).what
    again = labelled(await world.command("sources", add=URL), ActionName.KEEP_SOURCE).action
    reply = await world.press(again)
    assert (await world.press(again)).paragraphs == reply.paragraphs
    assert len(await polled(world)) == 1
    await world.press(labelled(reply, ActionName.REMOVE_SOURCE).action)
    assert "decided already" in failure_of(await world.press(again)).what
    assert await polled(world) == ()


async def test_a_press_that_is_delivered_again_after_a_crash_tells_the_same(world: ChatWorld) -> None:
    shown = await world.command("sources", add=URL)
    press = Press(
        channel=ROOM,
        person=ANNA,
        action=labelled(shown, ActionName.KEEP_SOURCE).action,
        event_id="E-again",
    )
    first = await world.desk.press(press)
    world.process, world.dead = "p2", {"p1"}
    second = await world.desk.press(press)
    assert first is not None
    assert second is not None
    assert second.paragraphs == first.paragraphs
    assert len(await polled(world)) == 1


async def test_a_source_that_came_in_meanwhile_is_there_already(world: ChatWorld) -> None:
    one, other = [await world.command("sources", add=URL) for _ in range(2)]
    await world.press(labelled(one, ActionName.KEEP_SOURCE).action)
    failure = failure_of(await world.press(labelled(other, ActionName.KEEP_SOURCE).action))
    assert "There is a source" in failure.what
    assert "/brief sources" in failure.todo


async def test_errors_say_what_the_feed_answered(world: ChatWorld) -> None:
    failure = failure_of(await world.command("sources", add="https://harbour.test/gone"))
    assert failure.what == "https://harbour.test/gone could not be read: 404 Not Found"
    assert failure.kept == "Nothing was stored"
    world.web.sites["https://slow.test/"] = FetchError("no whole answer within 10 seconds", health="timeout")
    assert "within 10 seconds" in failure_of(await world.command("sources", add="https://slow.test/")).what
    assert "no web address" in failure_of(await world.command("sources", add="no address")).what


async def test_the_form_takes_an_address_and_a_name(world: ChatWorld) -> None:
    listed = await world.command("sources")
    form = (await world.press(labelled(listed, ActionName.ADD_SOURCE).action)).form
    assert form is not None
    assert [field.name for field in form.fields] == ["url", "name"]
    shown = await world.submit(form.code, url=URL, name="My harbour")
    await world.press(labelled(shown, ActionName.KEEP_SOURCE).action)
    assert [one.name for one in await polled(world)] == ["My harbour"]


async def test_each_source_is_listed_with_how_it_fares_those_in_trouble_first(world: ChatWorld) -> None:
    for name in ("aa", "bb", "cc"):
        world.web.sites[f"https://{name}.test/"] = feed(item(0), title=name)
        await added(world, f"https://{name}.test/")
    world.web.sites["https://cc.test/"] = FetchError("the server answered 503", health="5xx")
    await world.command("sources", pause="bb")
    await world.command("sources", test="cc")
    lines = (await world.command("sources")).paragraphs
    assert lines[0] == "Polled: 3 sources; 1 cannot be read now, 1 paused."
    assert [line.partition(" ")[0] for line in lines[1:4]] == ["bb", "cc", "aa"]
    assert "paused by hand" in lines[1]
    assert "its server has trouble (5xx)" in lines[2]
    assert "the server answered 503" in lines[2]


async def test_without_sources_it_is_said_how_to_add_one(world: ChatWorld) -> None:
    assert "/brief sources add https://" in (await world.command("sources")).paragraphs[0]
    assert (await world.command("sources", BEN)).buttons == ()


async def test_one_source_shows_what_can_be_done_with_it(world: ChatWorld) -> None:
    source = await added(world)
    shown = await world.command("sources", source=source.id)
    assert [one.action.name for one in shown.buttons] == ["test_source", "pause_source", "remove_source"]
    assert (await world.command("sources", BEN, source=source.id)).buttons == ()
    await world.gather.look()
    both = await world.command("sources", source="the harbour")
    assert [quote.title.partition(" <")[0] for quote in both.quotes] == ["Tide 0", "Tide 1"]
    assert both.share is not None
    assert "There is no source" in failure_of(await world.command("sources", source="nobody")).what


async def test_a_source_is_paused_resumed_tested_and_removed_by_its_buttons(world: ChatWorld) -> None:
    source = await added(world)
    shown = await world.command("sources", source=source.id)
    reply = await world.press(labelled(shown, ActionName.TEST_SOURCE).action)
    assert "The Harbour brought 2 articles." in text_of(reply)
    reply = await world.press(labelled(reply, ActionName.PAUSE_SOURCE).action)
    assert "The Harbour is paused." in text_of(reply)
    assert (await polled(world))[0].is_paused
    reply = await world.press(labelled(reply, ActionName.RESUME_SOURCE).action)
    assert "The Harbour goes on." in text_of(reply)
    assert not (await polled(world))[0].is_paused
    reply = await world.press(labelled(reply, ActionName.REMOVE_SOURCE).action)
    assert text_of(reply) == "The Harbour is removed; its articles stay."
    assert await polled(world) == ()
    gone = await world.press(labelled(shown, ActionName.PAUSE_SOURCE).action)
    assert "not there any more" in failure_of(gone).what
    told = [line.partition(": ")[2] for line in await world.audit()]
    assert [line.partition(":")[0] for line in reversed(told)] == [
        "source The Harbour added",
        "source The Harbour paused",
        "source The Harbour goes on",
        "source The Harbour removed",
    ]


async def test_a_source_that_a_file_lists_comes_back_and_that_is_said(world: ChatWorld) -> None:
    await Listed(store=world.store, clock=world.clock).take_over("local", [Wanted(url=URL, name="Quay")])
    assert FILE in text_of(await world.command("sources", remove="quay"))


async def test_one_thing_at_a_time(world: ChatWorld) -> None:
    assert "One thing" in failure_of(await world.command("sources", pause="a", remove="a")).what


@pytest.mark.parametrize("name", sorted(SOURCE_ACTIONS))
async def test_who_may_not_change_sources_cannot_by_any_button(world: ChatWorld, name: ActionName) -> None:
    source = await added(world)
    before = await world.audit()
    shown = await world.command("sources", add="https://aa.test/")
    target = source.id if name is not ActionName.KEEP_SOURCE else "x"
    assert shown.failure
    for person in (BEN, type(BEN)(id="U3", may_manage=True)):
        refusal = failure_of(await world.press(Action(name=name, target=target), person))
        assert "may change their sources" in refusal.what
    assert await polled(world) == (source,)
    assert await world.audit() == before


@pytest.mark.parametrize("option", [one.name for one in BY_NAME["sources"].options if one.who is Who.SOURCER])
async def test_who_may_not_change_sources_cannot_by_any_option_or_form(world: ChatWorld, option: str) -> None:
    await added(world)
    before, asked = await polled(world), len(world.web.asked)
    for reply in (
        await world.command("sources", BEN, options={option: URL}),
        await world.submit("source", BEN, url=URL),
    ):
        assert "may change their sources" in failure_of(reply).what
    assert await polled(world) == before
    assert len(world.web.asked) == asked


async def test_sources_of_a_tenant_are_its_own(world: ChatWorld) -> None:
    source = await added(world)
    assert URL not in text_of(await world.command("sources", channel=ABROAD))
    assert (
        "There is no source"
        in failure_of(await world.command("sources", channel=ABROAD, remove=source.id)).what
    )
    button = Action(name=ActionName.REMOVE_SOURCE, target=source.id)
    assert "not there any more" in failure_of(await world.press(button, channel=ABROAD)).what
    shown = await world.command("sources", add=URL)
    keep = labelled(await world.command("sources", channel=ABROAD, add=URL), ActionName.KEEP_SOURCE).action
    assert "There is a source" in failure_of(shown).what
    assert "decided already" in failure_of(await world.press(keep)).what
    await world.press(keep, channel=ABROAD)
    assert [one.tenant_id for one in await polled(world, "T-other")] == ["T-other"]
    assert await polled(world) == (source,)
    typing = Typing(channel=Channel(Platform.SLACK, "T-3", "C"), person=ANNA, suggest=Suggest.POLLED)
    assert await world.desk.suggest(typing) == ()


async def test_what_is_polled_is_suggested_by_name_with_how_it_fares(world: ChatWorld) -> None:
    source = await added(world)
    typing = Typing(channel=ROOM, person=ANNA, suggest=Suggest.POLLED, typed="harb")
    [choice] = await world.desk.suggest(typing)
    assert (choice.value, choice.label) == (source.id, "The Harbour (not read yet)")
    both = Typing(channel=ROOM, person=ANNA, suggest=Suggest.SOURCES, typed="harb")
    assert await world.desk.suggest(both) == (choice,)
    await world.gather.look()
    [outlet] = await world.desk.suggest(both)
    assert outlet.value == "The Harbour"
    await world.command("sources", pause=choice.value)
    [choice] = await world.desk.suggest(typing)
    assert choice.label == "The Harbour (paused)"


def test_a_form_is_opened_at_once_and_answers_stand_in_place_of_what_asked() -> None:
    assert ActionName.ADD_SOURCE in OPENS_FORM
    assert not OPENS_FORM & REPLACING
    assert REPLACING > SOURCE_ACTIONS - OPENS_FORM
