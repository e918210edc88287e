"""How an answer gets to one person in Slack, over a real socket: within what a response URL allows, whole."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.domain.reply import Reply
from bot.platforms.slack.answering import USES, Way, after_a_while
from bot.platforms.slack.web import web_client
from bot.texts import say
from tests.fakes.slack_people import words
from tests.fakes.slack_server import response_urls
from tests.fakes.slack_server.content import with_ids
from tests.fakes.slack_server.nouns import Ephemeral
from tests.fakes.slack_server.server import ANNA, BOT, BOT_TOKEN, TEAM, SlackServer

LONG = Reply(paragraphs=tuple(f"#{number}: {'berth ' * 300}" for number in range(60)))
SHORT = Reply(paragraphs=("The answer.",))


@dataclass(frozen=True, slots=True)
class Asked:
    """A server and the way back to Anna in a channel of hers."""

    server: SlackServer
    way: Way

    @property
    def notes(self) -> list[Ephemeral]:
        return [one for one in self.server.state.ephemerals if not one.deleted]

    @property
    def said(self) -> list[str]:
        return [words({"blocks": one.blocks}).strip() or one.text for one in self.notes]


@pytest.fixture
async def asked() -> AsyncIterator[Asked]:
    server = SlackServer()
    server.state.channels["C1"].members.add(BOT)
    async with server.serving() as url, web_client(BOT_TOKEN, f"{url}/api/") as client:
        path = response_urls.made(server.state, "C1", ANNA).path
        way = Way(client=client, channel="C1", user=ANNA, url=f"{url}/response/{path}")
        yield Asked(server, way)
    assert not server.state.complaints


async def test_an_answer_longer_than_a_response_url_allows_comes_whole(asked: Asked) -> None:
    await asked.way.answer(LONG)
    ways = [one.via for one in asked.notes]
    assert ways[:USES] == ["response_url"] * USES
    assert len(ways) > USES
    assert set(ways[USES:]) == {"chat.postEphemeral"}
    told = "\n".join(asked.said)
    assert [told.count(f"#{number}: berth") for number in range(60)] == [1] * 60


@pytest.mark.parametrize("late", [1_801, 0])
async def test_a_response_url_that_is_over_is_left_alone(asked: Asked, late: int) -> None:
    asked.server.state.clock.advance(late)
    for url in asked.server.state.response_urls.values():
        url.uses = 0 if late else response_urls.USES
    await asked.way.answer(SHORT)
    await asked.way.answer(SHORT)
    assert [one.via for one in asked.notes] == ["chat.postEphemeral"] * 2
    assert asked.way.uses == 0


async def test_where_the_bot_is_not_in_the_channel_the_answer_is_a_direct_message(asked: Asked) -> None:
    asked.server.state.channels["C1"].members.discard(BOT)
    asked.way.url = ""
    await asked.way.answer(SHORT)
    direct = asked.server.state.direct(TEAM, BOT, ANNA)
    assert "The answer." in str([one.blocks for one in asked.server.state.in_channel(direct.id)])


async def _slowly(reply: Reply | None) -> Reply | None:
    await asyncio.sleep(1.0)
    return reply


async def test_a_command_that_takes_long_is_promised_its_answer(asked: Asked) -> None:
    reply = await after_a_while(asked.way, _slowly(SHORT))
    assert reply is not None
    await asked.way.answer(reply)
    assert asked.said == [say("slack.follows"), "The answer."]


async def test_a_message_for_one_person_shows_the_working_state_and_then_the_answer(asked: Asked) -> None:
    state = asked.server.state
    note = Ephemeral(
        team=TEAM, channel="C1", user=ANNA, ts=state.new_ts(), text="Asked", blocks=with_ids([]), via="test"
    )
    state.ephemerals.append(note)
    path = response_urls.made(state, "C1", ANNA, source=note.ts).path
    way = Way(
        client=asked.way.client, channel="C1", user=ANNA, url=f"{state.base_url}/response/{path}", over=True
    )
    await way.working()
    assert asked.said == [say("slack.working")]
    await way.answer(SHORT)
    assert asked.said == ["The answer."]


@pytest.mark.parametrize("over", [False, True])
async def test_who_was_promised_an_answer_is_told_that_none_comes(asked: Asked, over: bool) -> None:
    asked.way.over = over
    waiting = asyncio.create_task(after_a_while(asked.way, asyncio.Event().wait()))  # type: ignore[arg-type] # never comes
    async with asyncio.timeout(30):
        while not asked.way.busy:  # noqa: ASYNC110 - nobody tells when it is
            await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert asked.said[-1] == say("slack.stopped")
