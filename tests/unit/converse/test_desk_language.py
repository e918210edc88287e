"""A channel is spoken to in the language that was chosen for it, in all that is said there."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from bot.domain.action import Action, ActionName
from bot.domain.channel import Channel, Platform
from bot.domain.command import Suggest
from bot.domain.post import Post, PostKind
from bot.domain.preferences import ChannelSettings
from bot.domain.request import Arrival, Typing
from bot.store.codec import decode, encode
from bot.texts import Language, say, speaking, spoken
from tests.fakes.chat import ANNA, BEN, ChatWorld, chat
from tests.fakes.world import ROOM, schedule
from tests.unit.converse.saying import failure_of, text_of

OTHER = Channel(Platform.SLACK, "local", "C2")
GERMAN, ENGLISH = Language.GERMAN, Language.ENGLISH


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


def posts(world: ChatWorld, kind: PostKind) -> list[Post]:
    return [one.post for one in world.platform.messages if one.post.kind is kind and one.part == 0]


async def kept(world: ChatWorld, channel: Channel = ROOM) -> ChannelSettings | None:
    async with world.store.read() as unit:
        return await unit.preferences.get(channel)


async def test_a_form_changes_the_language_of_all_answers_in_its_channel_alone(world: ChatWorld) -> None:
    saved = await world.submit("settings", language="de")
    assert saved.paragraphs[0] == "Gespeichert."
    assert [one.label for one in saved.buttons] == ["Einstellungen"]
    german = await world.command("help", person=BEN)
    assert (german.title, german.language) == ("Alle Befehle", GERMAN)
    assert (await world.command("help", channel=OTHER)).title == "What can be asked of me"
    wrong = failure_of(await world.command("nothing"))
    assert (wrong.what, wrong.todo) == (
        "Den Befehl nothing gibt es nicht",
        "/brief help zeigt alle Befehle",
    )
    assert failure_of(await world.command("settings", person=BEN)).what.startswith("Was in diesen Kanal geht")
    assert "Termine ab" in text_of(await world.command("deadlines"))
    assert spoken() is ENGLISH


async def test_the_form_itself_is_in_that_language_and_changes_it_back(world: ChatWorld) -> None:
    await world.submit("settings", language="de")
    form = (await world.command("settings")).form
    assert form is not None
    assert (form.title, form.submit) == ("Einstellungen", "Speichern")
    labels = {field.name: field.label for field in form.fields}
    assert labels["language"] == "Sprache"
    assert labels["weekdays"] == "Tage"
    [field] = [one for one in form.fields if one.name == "language"]
    assert field.values == ("de",)
    assert [one.label for one in field.choices] == ["English", "Deutsch"]
    problem = await world.submit("settings", times="mittags")
    assert [one.what for one in problem.problems] == ["Eine Uhrzeit ist etwa 08:00"]
    assert (await world.submit("settings", language="en")).paragraphs[0] == "Saved."
    assert (await world.command("help")).title == "What can be asked of me"


async def test_a_language_that_is_none_is_refused_and_a_change_is_noted(world: ChatWorld) -> None:
    await world.submit("settings", language="de")
    refused = await world.submit("settings", language="xx")
    assert [one.field for one in refused.problems] == ["language"]
    settings = await kept(world)
    assert settings is not None
    assert settings.language is GERMAN
    assert any("language" in one for one in await world.audit())


async def test_who_asks_where_nothing_is_set_is_answered_in_their_own_language(world: ChatWorld) -> None:
    german = replace(ANNA, language=GERMAN)
    assert (await world.command("help", person=german)).title == "Alle Befehle"
    assert (await world.command("help")).title == "What can be asked of me"
    await world.submit("settings", language="en")
    assert (await world.command("help", person=german)).title == "What can be asked of me"


async def test_first_contact_is_in_the_language_of_the_place_and_keeps_it(world: ChatWorld) -> None:
    await world.desk.joined(Arrival(channel=ROOM, event_id="E-de", language=GERMAN))
    await world.live(world.clock.at + dt.timedelta(seconds=5))
    [greeting] = posts(world, PostKind.SETUP)
    assert (greeting.title, greeting.language) == ("Communiqué ist da", GERMAN)
    assert [one.label for one in greeting.buttons] == ["Kanal einrichten"]
    admin = replace(ANNA, language=GERMAN)
    reply = await world.submit("setup", person=admin, time="08:00", zone="Europe/Berlin")
    assert reply.paragraphs[:2] == ("Gespeichert.", "Das erste Briefing ist unterwegs.")
    await world.live(world.clock.at + dt.timedelta(minutes=1))
    [digest] = posts(world, PostKind.DIGEST)
    assert digest.language is GERMAN
    assert digest.title == "Communiqué · Donnerstag, 30. Oktober 2025"
    assert [block.heading for block in digest.blocks] == ["Einigungen", "Konflikte", "Termine"]
    assert digest.buttons[0].label == "Dazu fragen"


async def test_what_articles_say_stays_in_their_own_words(world: ChatWorld) -> None:
    english = await world.command("now", channel=OTHER)
    await world.submit("settings", language="de")
    german = await world.command("now")
    assert english.post is not None
    assert german.post is not None
    assert [[line.text for line in block.lines] for block in german.post.blocks] == [
        [line.text for line in block.lines] for block in english.post.blocks
    ]
    assert "Stand" in german.post.subtitle


async def test_digests_of_two_channels_are_each_in_their_language(world: ChatWorld) -> None:
    for channel, language in ((ROOM, "de"), (OTHER, "en")):
        await world.submit(
            "settings", channel=channel, language=language, times="20:00", zone="Europe/Berlin"
        )
    await world.live(world.clock.at + dt.timedelta(hours=2))
    told = {one.channel: one.language for one in posts(world, PostKind.DIGEST)}
    assert told == {ROOM: GERMAN, OTHER: ENGLISH}


async def test_why_a_send_waits_or_was_skipped_is_told_in_the_language_of_its_channel(
    world: ChatWorld,
) -> None:
    await world.submit(
        "settings", language="de", times="20:00", zone="Europe/Berlin", quiet="19:30 bis 22:30"
    )
    await world.live(world.clock.at + dt.timedelta(hours=2))
    told = "\n".join((await world.command("why")).paragraphs)
    assert "nächster Versuch" in told
    assert "(Ruhezeit bis 22:30)" in told
    await world.submit("settings", quiet="")
    world.clock.at += dt.timedelta(days=2)
    await world.live(world.clock.at)
    told = "\n".join((await world.command("why", day="2025-10-31")).paragraphs)
    assert "ausgelassen, " in told
    assert "zu spät, erlaubt sind 6 Stunden" in told


async def test_a_channel_of_the_settings_file_is_spoken_to_as_the_file_says(world: ChatWorld) -> None:
    world.languages.named[ROOM] = GERMAN
    await world.register(schedule())
    assert (await world.command("help", person=replace(BEN, language=ENGLISH))).title == "Alle Befehle"
    form = (await world.command("settings")).form
    assert form is not None
    assert [one.values for one in form.fields if one.name == "language"] == [("de",)]


async def test_a_channel_that_was_set_up_before_there_was_a_choice_speaks_the_default(
    world: ChatWorld,
) -> None:
    kept_then = json.loads(encode(ChannelSettings(channel=ROOM, zone="UTC")))
    del kept_then["language"]
    async with world.store.write() as unit:
        await unit.preferences.put(decode(ChannelSettings, json.dumps(kept_then)))
    world.languages.named[None] = GERMAN
    assert (await world.command("help", person=replace(BEN, language=ENGLISH))).title == "Alle Befehle"


async def test_the_default_is_for_all_that_said_nothing(world: ChatWorld) -> None:
    world.languages.named[None] = GERMAN
    assert (await world.command("help")).title == "Alle Befehle"
    assert (await world.desk.home(BEN, [])).title == "Communiqué: gemeinsame Kanäle"
    home = await world.desk.home(replace(BEN, language=ENGLISH), [])
    assert (home.title, home.language) == ("Communiqué: your channels", ENGLISH)


async def test_a_button_of_an_english_message_is_answered_in_the_language_of_now(world: ChatWorld) -> None:
    await world.submit("settings", language="en", times="20:00", zone="Europe/Berlin")
    await world.live(world.clock.at + dt.timedelta(hours=2))
    [digest] = posts(world, PostKind.DIGEST)
    await world.submit("settings", language="de")
    [why] = [one for one in digest.buttons if one.action.name is ActionName.WHY]
    assert why.label == "Why these"
    assert (await world.press(why.action)).title == "Warum diese"


async def test_a_reply_that_is_shared_keeps_its_language(world: ChatWorld) -> None:
    await world.submit("settings", language="de")
    shown = await world.command("deadlines")
    assert shown.share is not None
    assert shown.share.label == "Teilen"
    shared = await world.press(shown.share.action)
    assert shared.language is GERMAN
    assert shared.paragraphs[0] == "Geteilt von Anna"


async def test_a_store_that_cannot_be_read_is_told_of_in_some_language(world: ChatWorld) -> None:
    assert await world.desk.language(OTHER, replace(BEN, language=GERMAN)) is GERMAN
    await world.submit("settings", language="de")
    assert await world.desk.language(ROOM) is GERMAN
    with speaking(GERMAN):
        assert say("chat.failed").startswith("Hier ist etwas")


async def test_suggestions_are_made_in_a_german_channel_too(world: ChatWorld) -> None:
    await world.submit("settings", language="de")
    typing = Typing(channel=ROOM, person=ANNA, suggest=Suggest.COMMANDS, typed="dead")
    assert [one.value for one in await world.desk.suggest(typing)] == ["deadlines"]


async def test_an_unknown_button_is_answered_in_the_language_of_its_channel(world: ChatWorld) -> None:
    await world.submit("settings", language="de")
    told = failure_of(await world.press(Action(name=ActionName.UNKNOWN)))
    assert told.what == "Diese Schaltfläche oder dieses Formular ist aus einer früheren Version"
