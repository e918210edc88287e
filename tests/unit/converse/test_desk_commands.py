"""What each command answers, on the bundled articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ask.limits import Limits
from bot.converse.answers import told
from bot.converse.claims import Claims
from bot.converse.desk import ChatDesk
from bot.domain.channel import Channel, Platform, Topic
from bot.domain.command import BY_NAME, COMMANDS, Visibility
from bot.domain.post import Post
from bot.domain.question import Outcome, Question
from bot.domain.reply import Reply
from bot.domain.request import Request
from bot.errors import StoreUnavailable
from bot.texts import Language
from tests.fakes.chat import ANNA, BEN, EVENING, ChatWorld, chat
from tests.fakes.world import ROOM, schedule
from tests.unit.converse.saying import failure_of, text_of

ABROAD = Channel(Platform.SLACK, "T-other", "C1")


def post_of(reply: Reply) -> Post:
    assert reply.post is not None
    return reply.post


@pytest.fixture
async def world() -> ChatWorld:
    return await chat()


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if not any(o.required for o in one.options)])
async def test_every_command_answers_its_person_alone(world: ChatWorld, name: str) -> None:
    reply = await world.command(name)
    assert reply.failure is None
    assert reply.visibility is Visibility.EPHEMERAL
    assert text_of(reply) or reply.form


async def test_a_briefing_is_in_the_zone_of_the_person_where_the_channel_has_none(world: ChatWorld) -> None:
    post = (await world.command("now", BEN)).post
    assert post is not None
    assert "as of 18:30 Europe/London" in post.subtitle
    assert post.stories == ()
    assert post.buttons[0].action.name == "ask_about"


async def test_a_briefing_keeps_to_the_topic_and_the_hours(world: ChatWorld) -> None:
    world.topics["quays"] = Topic(name="quays", any_of=("quayworkers", "dock"))
    post = (await world.command("now", topic="QUAYS", hours="168")).post
    assert post is not None
    assert "Topics: quays" in post.subtitle
    assert {line.text for block in post.blocks for line in block.lines}
    assert {ref.source for ref in post.references} <= {"Grenmouth Gazette", "Ninefold Wire"}


async def test_words_in_quotes_are_a_topic_of_their_own(world: ChatWorld) -> None:
    post = (await world.command("now", topic='"cerrolite"', hours="168")).post
    assert post is not None
    assert 'Topics: "cerrolite"' in post.subtitle
    assert post.blocks


@pytest.mark.parametrize("typed", ["Cerrolite", '"cerrolite"', "“cerrolite”"])
async def test_words_that_the_channel_follows_are_named_with_quotes_and_without(
    world: ChatWorld, typed: str
) -> None:
    await world.submit("setup", topics="cerrolite, ponies", time="08:00", zone="UTC")
    for name in ("now", "deadlines"):
        assert (await world.command(name, topic=typed)).post is not None
    assert 'Topics: "cerrolite"' in post_of(await world.command("now", topic=typed)).subtitle


async def test_a_topic_of_the_settings_is_meant_though_its_name_is_in_quotes(world: ChatWorld) -> None:
    world.topics["rare earths"] = Topic(name="rare earths", any_of=("cerrolite",))
    assert "Topics: rare earths" in post_of(await world.command("now", topic='"Rare Earths"')).subtitle


async def test_an_unknown_topic_is_refused_with_those_that_there_are(world: ChatWorld) -> None:
    world.topics["quays"] = Topic(name="quays", any_of=("dock",))
    await world.submit("setup", topics="quays, rare earths", time="08:00", zone="UTC")
    failure = failure_of(await world.command("now", topic="ponies"))
    assert failure.what == "There is no topic ponies"
    assert failure.todo == 'Topics: quays, rare earths. Any other words in quotes: "ponies"'


@pytest.mark.parametrize(
    ("name", "options", "what"),
    [
        ("now", {"hours": "0"}, "hours is a whole number from 1 to 168"),
        ("now", {"hours": "169"}, "hours is a whole number from 1 to 168"),
        ("now", {"hours": "many"}, "hours is a whole number"),
        ("now", {"colour": "red"}, "no option for: colour"),
        ("now", {"topic": "t" * 101}, "topic may have at most 100 characters"),
        ("ask", {}, "No question came with it"),
        ("ask", {"question": "  "}, "No question came with it"),
        ("ask", {"question": "q" * 2001}, "at most 2000 characters"),
        ("ask", {"question": "?!"}, "no word to look for"),
        ("why", {"day": "yesterday"}, "day is a day such as 2025-11-10"),
        ("why", {"": "yesterday"}, "no option for: yesterday"),
        ("now", {"topic": '"!?"'}, 'There is no topic "!?"'),
        ("help", {"command": "explode"}, "There is no command explode"),
        ("sources", {"source": "Nowhere Times"}, "There is no source 'Nowhere Times'"),
        ("deadlines", {"deadline": "ponies"}, "No deadline ahead matches ponies"),
        ("explode", {}, "There is no command explode"),
        ("catchup", {"since": "May"}, "no option for: since"),
    ],
)
async def test_what_cannot_be_read_is_refused_with_what_to_do(
    world: ChatWorld, name: str, options: dict[str, str], what: str
) -> None:
    reply = await world.command(name, options=options)
    failure = failure_of(reply)
    assert what in failure.what
    assert failure.todo
    assert reply.share is None


@pytest.mark.parametrize("language", list(Language))
async def test_who_asks_nothing_is_told_what_to_type(world: ChatWorld, language: Language) -> None:
    failure = failure_of(await world.command("ask", replace(ANNA, language=language)))
    assert "/brief ask " in failure.todo
    assert failure.what != failure.todo


async def test_an_answer_quotes_its_sources(world: ChatWorld) -> None:
    reply = await world.command("ask", question="When does the present tariff standstill expire?")
    assert any("November 10" in quote.quote for quote in reply.quotes)
    assert all(quote.source and quote.title and quote.published for quote in reply.quotes)
    assert [quote.n for quote in reply.quotes] == [1, 2, 3]


async def test_nothing_in_the_sources_is_said_aloud_with_the_nearest_article(world: ChatWorld) -> None:
    reply = await world.command("ask", question="Who won the chess olympiad in Tromso?")
    assert reply.quotes == ()
    assert "Nothing stored on" in text_of(reply)


async def test_a_question_leans_on_the_one_before_in_its_own_thread_alone(world: ChatWorld) -> None:
    await world.say("When does the present tariff standstill expire?", thread="t1")
    leaning = await world.say("when exactly?", thread="t1")
    elsewhere = await world.say("when exactly?", thread="t2")
    assert "Understood as" in text_of(leaning)
    assert "Understood as" not in text_of(elsewhere)


async def test_one_question_too_many_is_refused_and_says_how_long_to_wait(world: ChatWorld) -> None:
    world.limits = Limits(person=1, channel=2)
    assert (await world.command("ask", question="Which ministers?")).failure is None
    failure = failure_of(await world.command("ask", question="Which ministers?"))
    assert failure.what == "You may ask 1 question in 1 minute"
    assert (await world.command("ask", BEN, question="Which ministers?")).failure is None
    other = failure_of(await world.command("ask", ANNA, question="Which ministers?"))
    assert other.what.startswith(("You may ask", "This channel may ask"))
    world.clock.at += timedelta(minutes=2)
    assert (await world.command("ask", question="Which ministers?")).failure is None


async def test_another_tenant_is_answered_from_nothing_of_ours(world: ChatWorld) -> None:
    for name in ("now", "deadlines", "catchup", "sources"):
        reply = await world.command(name, channel=ABROAD)
        assert "Ninefold Wire" not in text_of(reply)
    reply = await world.command("ask", channel=ABROAD, question="When does the tariff standstill expire?")
    assert reply.quotes == ()


async def test_deadlines_show_the_next_ones_and_count_the_rest(world: ChatWorld) -> None:
    post = (await world.command("deadlines")).post
    assert post is not None
    block = post.blocks[0]
    assert (len(block.lines), block.more > 0) == (10, True)
    dates = [line.deadline.date for line in block.lines if line.deadline]
    assert dates == sorted(dates)


async def test_one_deadline_comes_with_its_buttons(world: ChatWorld) -> None:
    reply = await world.command("deadlines", deadline="standstill")
    assert reply.post is not None
    assert len(reply.post.blocks[0].lines) == 1
    names = [button.action.name for button in reply.buttons]
    assert names == ["remind_me", "snooze", "mute", "source"]
    entry = reply.buttons[0].action.target
    again = await world.command("deadlines", deadline=entry)
    assert again.post == reply.post


async def test_catching_up_tells_what_changed_once_it_was_seen(world: ChatWorld) -> None:
    await world.command("deadlines")
    request = Request(channel=ROOM, person=ANNA, command="catchup", event_id="lost")
    lost = await world.desk.command(request)
    first = await world.command("catchup")
    assert lost is not None
    assert lost.paragraphs == first.paragraphs
    world.clock.at += timedelta(minutes=1)
    assert (await world.command("catchup")).paragraphs == ("Nothing changed.",)
    assert (await world.command("catchup", BEN)).paragraphs == first.paragraphs


async def test_sources_list_the_outlets_and_how_fresh_they_are(world: ChatWorld) -> None:
    world.clock.at = EVENING + timedelta(hours=3)
    lines = (await world.command("sources")).paragraphs
    assert lines[1] == (
        "Ninefold Wire: 7 articles, the newest of 30 October 2025, the last came in 3 hours ago"
    )
    one = await world.command("sources", source="ninefold wire")
    assert one.title == "Ninefold Wire"
    assert len(one.quotes) == 5
    assert {quote.source for quote in one.quotes} == {"Ninefold Wire"}


async def test_no_sources_are_a_clear_answer() -> None:
    world = ChatWorld()
    assert (await world.command("sources")).paragraphs == (
        "No feed is polled yet: /brief sources add https://… shows one, then adds it.",
        "No article with a named outlet is stored.",
    )


async def test_why_tells_what_became_of_the_sends_of_this_channel_alone(world: ChatWorld) -> None:
    await world.register(schedule(), schedule("other", channel=Channel(Platform.SLACK, "local", "C9")))
    await world.live(EVENING + timedelta(days=1))
    said = text_of(await world.command("why", day="2025-10-31"))
    assert said.count("Briefing due") == 1
    assert "sent 2025-10-31 08:00" in said
    assert "next: Saturday 1 November 2025 08:00 UTC" in said
    for day in ("2025-01-01", "0001-01-01", "9999-12-31"):
        assert "No send was due." in text_of(await world.command("why", day=day))


async def test_help_lists_every_command_and_explains_one(world: ChatWorld) -> None:
    listed = await world.command("help")
    assert [line.split()[1].rstrip(":") for line in listed.paragraphs] == list(BY_NAME)
    one = await world.command("help", command="why")
    assert one.title == "/brief why [day]"
    assert len(one.paragraphs) == 2


async def test_settings_are_for_those_who_manage_the_channel(world: ChatWorld) -> None:
    assert (await world.command("settings", ANNA)).form is not None
    reply = await world.command("settings", BEN)
    assert reply.form is None
    assert "manages this channel" in failure_of(reply).what


@pytest.mark.parametrize("text", ["", "help", "Help!", "/help"])
async def test_a_mention_without_a_question_is_help(world: ChatWorld, text: str) -> None:
    reply = await world.say(text)
    assert reply.title == "What can be asked of me"
    assert reply.visibility is Visibility.THREAD


async def test_a_mention_may_name_a_command_or_ask(world: ChatWorld) -> None:
    assert (await world.say("deadlines")).post is not None
    assert (await world.say("settings")).buttons[0].action.name == "settings"
    answer = await world.say("When does the present tariff standstill expire?")
    assert any("November 10" in quote.quote for quote in answer.quotes)
    assert answer.share is None


async def test_a_command_is_understood_as_the_help_writes_it(world: ChatWorld) -> None:
    """In a thread Slack has no commands, so that people type to the bot what its help says."""
    assert 'Topics: "cerrolite"' in post_of(await world.say('/brief now "cerrolite" 168')).subtitle
    assert (await world.say("/Brief  deadlines 30")).post is not None
    assert (await world.say("/brief")).title == "What can be asked of me"
    assert (await world.say("/brief settings")).buttons[0].action.name == "settings"
    assert failure_of(await world.say("/brief frobnicate")).what == "There is no command frobnicate"
    answer = await world.say("/brief ask When does the present tariff standstill expire?")
    assert any("November 10" in quote.quote for quote in answer.quotes)
    asked = await world.say("/briefing on the present tariff standstill")
    assert asked.title


async def test_an_unforeseen_error_is_told_with_a_reference_that_the_log_holds(
    world: ChatWorld, caplog: pytest.LogCaptureFixture
) -> None:
    world.broken = {"everything"}
    world.limits = None  # type: ignore[assignment] # breaks every question in a way nobody foresaw
    failure = failure_of(await world.command("ask", question="Which ministers?"))
    assert failure.what == "Something went wrong here, and it is our fault"
    assert failure.kept
    assert failure.todo
    assert [getattr(record, "reference", "") for record in caplog.records] == [failure.reference]
    assert "NoneType" not in text_of(await world.command("help"))


async def test_a_locked_database_is_told_with_what_to_do(world: ChatWorld) -> None:
    class Locked(Claims):
        async def take(self, platform: Platform, event_id: str) -> bool:
            raise StoreUnavailable("The database is locked", kept="Nothing was changed", todo="Try again")

    claims = Locked(store=world.store, clock=world.clock, owner="p1", dead=world.gone)
    desk = ChatDesk(cases=world.cases, claims=claims)
    reply = await desk.command(Request(channel=ROOM, person=ANNA, command="help", event_id="E"))
    assert reply is not None
    failure = failure_of(reply)
    assert (failure.what, failure.kept) == ("The database is locked", "Nothing was changed")
    assert (failure.todo, len(failure.reference)) == ("Try again", 8)


async def test_what_may_not_answer_says_so_before_its_quotes(world: ChatWorld) -> None:
    question = Question(text="When does the tariff standstill expire?", asked=EVENING)
    answer = await world.cases.ask.run(question)
    said = told(replace(answer, outcome=Outcome.CLOSEST))
    assert "Closest I have; it may not answer this:" in said.paragraphs
    assert said.quotes
