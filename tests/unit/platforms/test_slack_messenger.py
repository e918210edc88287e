"""The Slack Messenger over a real socket: every way an answer can come or fail, and what is found again."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.channel import Channel, Platform
from bot.domain.post import Post, Receipt
from bot.errors import AmbiguousOutcome, PermanentRefusal, RetryableRefusal
from bot.platforms.slack.clients import OneWorkspace
from bot.platforms.slack.messenger import PAGES_MOST, SlackMessenger
from bot.platforms.slack.pace import Pace
from bot.platforms.slack.web import web_client
from bot.ports import Presence
from tests.fakes.slack_posting import Fault, SlackPosting

CHANNEL = Channel(Platform.SLACK, "T1", "C1")
START = datetime(2031, 3, 6, 8, tzinfo=UTC)


@pytest.fixture
async def slack() -> AsyncIterator[tuple[SlackPosting, SlackMessenger]]:
    server = SlackPosting()
    async with server.serving() as url, web_client("xoxb-test", url) as client:
        yield server, SlackMessenger(clients=OneWorkspace(client), pace=Pace(in_channel=(1, 0.0)))


Pair = tuple[SlackPosting, SlackMessenger]


def _post(post: Post) -> Post:
    return replace(post, channel=CHANNEL)


async def test_a_message_carries_its_delivery_id_and_unfurls_nothing(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    receipt = await messenger.post("d1.0", _post(busy_post), 0, None)
    (sent,) = server.posted
    assert sent["metadata"]["event_payload"] == {"delivery_id": "d1.0"}
    assert (sent["unfurl_links"], sent["unfurl_media"], sent["mrkdwn"]) == (False, False, False)
    assert sent["ts"] == receipt.message_id
    assert "thread_ts" not in sent


async def test_details_go_into_the_thread_of_their_parent(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    parent = await messenger.post("d1.0", _post(busy_post), 0, None)
    for part in range(1, messenger.parts(busy_post)):
        await messenger.post(f"d1.{part}", _post(busy_post), part, parent)
    assert len(server.posted) == messenger.parts(busy_post) >= 2
    assert {one["thread_ts"] for one in server.posted[1:]} == {parent.message_id}


@pytest.mark.parametrize(
    ("name", "alone"), [("U1", True), ("W1", True), ("D1", True), ("C1", False), ("G1", False)]
)
async def test_a_person_and_their_direct_messages_are_written_to_alone(
    slack: Pair, busy_post: Post, name: str, alone: bool
) -> None:
    _, messenger = slack
    assert messenger.is_direct(messenger.direct(busy_post.channel, name)) is alone


async def test_a_part_that_the_post_does_not_have_is_not_sent(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    with pytest.raises(RetryableRefusal):
        await messenger.post("d1.99", _post(busy_post), 99, Receipt(message_id="1.0", at=START))
    assert server.calls == []


async def test_a_429_is_a_refusal_with_its_wait(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    server.faults = [Fault.LIMITED]
    with pytest.raises(RetryableRefusal) as caught:
        await messenger.post("d1.0", _post(busy_post), 0, None)
    assert caught.value.wait == timedelta(seconds=1)
    assert server.calls == ["post"]


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "is_archived", "token_revoked"])
async def test_a_definite_refusal_says_what_to_do(slack: Pair, busy_post: Post, error: str) -> None:
    server, messenger = slack
    server.refusal = error
    with pytest.raises(PermanentRefusal) as caught:
        await messenger.post("d1.0", _post(busy_post), 0, None)
    assert (caught.value.code, bool(caught.value.todo)) == (error, True)


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.BROKEN, Fault.INTERNAL])
async def test_no_clear_answer_is_ambiguous_and_the_call_is_made_once(
    slack: Pair, busy_post: Post, fault: Fault
) -> None:
    server, messenger = slack
    server.faults = [fault]
    with pytest.raises(AmbiguousOutcome):
        await messenger.post("d1.0", _post(busy_post), 0, None)
    assert server.calls == ["post"]


async def test_a_server_that_cannot_be_reached_took_nothing(busy_post: Post) -> None:
    async with web_client("xoxb-test", "http://127.0.0.1:1/api/") as client:
        messenger = SlackMessenger(clients=OneWorkspace(client), pace=Pace(in_channel=(1, 0.0)))
        with pytest.raises(RetryableRefusal):
            await messenger.post("d1.0", _post(busy_post), 0, None)


async def test_a_message_whose_answer_was_lost_is_found_again(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    server.faults = [Fault.DROP_AFTER]
    with pytest.raises(AmbiguousOutcome):
        await messenger.post("d1.0", _post(busy_post), 0, None)
    found = await messenger.reconcile("d1.0", CHANNEL, START - timedelta(minutes=2))
    assert found.receipt is not None
    assert found.receipt.message_id == server.posted[0]["ts"]
    other = await messenger.reconcile("d2.0", CHANNEL, START - timedelta(minutes=2))
    assert other.presence is Presence.ABSENT


async def test_a_part_is_looked_up_in_its_thread(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    parent = await messenger.post("d1.0", _post(busy_post), 0, None)
    await messenger.post("d1.1", _post(busy_post), 1, parent)
    found = await messenger.reconcile("d1.1", CHANNEL, START)
    assert found.presence is Presence.FOUND
    assert server.calls[-2:] == ["history", "replies"]
    assert (await messenger.reconcile("d1.2", CHANNEL, START)).presence is Presence.ABSENT
    assert (await messenger.reconcile("d9.1", CHANNEL, START)).presence is Presence.UNKNOWN


async def test_a_note_is_looked_up_in_the_thread_of_the_message_that_it_answers(
    slack: Pair, busy_post: Post
) -> None:
    server, messenger = slack
    parent = await messenger.post("d1.0", _post(busy_post), 0, None)
    assert (await messenger.reconcile("n1.1", CHANNEL, START, parent)).presence is Presence.ABSENT
    await messenger.post("n1.1", _post(busy_post), 1, parent)
    assert (await messenger.reconcile("n1.1", CHANNEL, START, parent)).presence is Presence.FOUND
    assert "history" not in server.calls


async def test_a_long_history_is_read_page_by_page(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    for number in range(5):
        server.keep({"channel": "C1", "metadata": _metadata(f"d{number}.0")})
    server.page = 2
    assert (await messenger.reconcile("d4.0", CHANNEL, START)).presence is Presence.FOUND
    assert server.calls == ["history"] * 3


async def test_a_history_too_long_to_read_cannot_tell(slack: Pair) -> None:
    server, messenger = slack
    for number in range(PAGES_MOST + 1):
        server.keep({"channel": "C1", "metadata": _metadata(f"d{number}.0")})
    server.page = 1
    assert (await messenger.reconcile("none.0", CHANNEL, START)).presence is Presence.UNKNOWN


async def test_a_history_that_is_refused_never_tells(slack: Pair) -> None:
    server, messenger = slack
    server.refused = "missing_scope"
    with pytest.raises(PermanentRefusal):
        await messenger.reconcile("d1.0", CHANNEL, START)


def _metadata(delivery_id: str) -> dict[str, Any]:
    metadata = {"event_type": "communique_delivery", "event_payload": {"delivery_id": delivery_id}}
    assert len(json.dumps(metadata)) < 8_000
    return metadata


async def test_an_edited_message_has_the_new_words_and_is_found_as_before(
    slack: Pair, busy_post: Post
) -> None:
    server, messenger = slack
    receipt = await messenger.post("d1.0", _post(busy_post), 0, None)
    for _ in range(2):
        await messenger.edit("d1.0", replace(_post(busy_post), title="Corrected"), receipt)
    assert len(server.posted) == 1
    assert "Corrected" in json.dumps(server.posted[0]["blocks"])
    found = await messenger.reconcile("d1.0", CHANNEL, START)
    assert found.receipt == receipt


async def test_a_message_that_is_gone_cannot_be_edited(slack: Pair, busy_post: Post) -> None:
    _, messenger = slack
    gone = Receipt(message_id="1.000100", at=START)
    with pytest.raises(PermanentRefusal):
        await messenger.edit("d1.0", _post(busy_post), gone)
