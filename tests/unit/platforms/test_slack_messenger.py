"""The Slack Messenger over a real socket: every way an answer can come or fail, and what is found again.

The server here knows three methods and answers as it is told; nothing of the client is replaced.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.domain.channel import Channel, Platform
from bot.domain.post import Post, Receipt
from bot.errors import AmbiguousOutcome, PermanentRefusal, RetryableRefusal
from bot.platforms.slack.messenger import PAGES_MOST, SlackMessenger
from bot.platforms.slack.web import web_client
from bot.ports import Presence

CHANNEL = Channel(Platform.SLACK, "T1", "C1")
START = datetime(2031, 3, 6, 8, tzinfo=UTC)

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class _Clock:
    at: datetime = START

    def now(self) -> datetime:
        self.at += timedelta(seconds=2)
        return self.at


@dataclass(slots=True)
class _Slack:
    """Keeps what is posted; `faulty` answers the next post instead, `refuse` all look-ups."""

    posted: list[dict[str, Any]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    faulty: Answer | None = None
    refuse: str = ""
    page: int = 200

    def keep(self, body: dict[str, Any]) -> dict[str, Any]:
        message = {**body, "ts": f"{START.timestamp() + len(self.posted):.6f}"}
        self.posted.append(message)
        return message

    async def post(self, request: web.Request) -> web.StreamResponse:
        self.calls.append("post")
        if self.faulty is not None:
            return await self.faulty(request)
        message = self.keep(await request.json())
        return web.json_response({"ok": True, "ts": message["ts"], "channel": message["channel"]})

    async def read(self, request: web.Request) -> web.StreamResponse:
        self.calls.append(request.path.rpartition(".")[2])
        if self.refuse:
            return web.json_response({"ok": False, "error": self.refuse})
        thread = request.query.get("ts")
        found = [one for one in self.posted if one.get("thread_ts") == thread and _since(one, request)]
        start = int(request.query.get("cursor", "0"))
        following = str(start + self.page) if start + self.page < len(found) else ""
        page = found[start : start + self.page]
        if request.query.get("include_all_metadata") != "true":
            page = [{key: value for key, value in one.items() if key != "metadata"} for one in page]
        return web.json_response(
            {"ok": True, "messages": page, "response_metadata": {"next_cursor": following}}
        )


def _since(message: dict[str, Any], request: web.Request) -> bool:
    return float(message["ts"]) >= float(request.query["oldest"])


@pytest.fixture
async def slack() -> AsyncIterator[tuple[_Slack, SlackMessenger]]:
    server = _Slack()
    application = web.Application(client_max_size=1 << 20)
    application.router.add_post("/api/chat.postMessage", server.post)
    application.router.add_get("/api/conversations.history", server.read)
    application.router.add_get("/api/conversations.replies", server.read)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    async with web_client("xoxb-test", f"http://{host}:{port}/api/") as client:
        yield server, SlackMessenger(client=client, clock=_Clock())
    await runner.cleanup()


Pair = tuple[_Slack, SlackMessenger]


async def _refused(error: str, request: web.Request) -> web.StreamResponse:
    await request.read()
    return web.json_response({"ok": False, "error": error})


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


async def test_a_part_that_the_post_does_not_have_is_not_sent(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack
    with pytest.raises(RetryableRefusal):
        await messenger.post("d1.99", _post(busy_post), 99, Receipt(message_id="1.0", at=START))
    assert server.calls == []


async def test_a_429_is_a_refusal_with_its_wait(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack

    async def limited(request: web.Request) -> web.StreamResponse:
        body = {"ok": False, "error": "ratelimited"}
        return web.json_response(body, status=429, headers={"Retry-After": "7"})

    server.faulty = limited
    with pytest.raises(RetryableRefusal) as caught:
        await messenger.post("d1.0", _post(busy_post), 0, None)
    assert caught.value.wait == timedelta(seconds=7)
    assert server.calls == ["post"]


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "is_archived", "token_revoked"])
async def test_a_definite_refusal_says_what_to_do(slack: Pair, busy_post: Post, error: str) -> None:
    server, messenger = slack
    server.faulty = lambda request: _refused(error, request)
    with pytest.raises(PermanentRefusal) as caught:
        await messenger.post("d1.0", _post(busy_post), 0, None)
    assert (caught.value.code, bool(caught.value.todo)) == (error, True)


async def _dropped(request: web.Request) -> web.StreamResponse:
    await request.read()
    assert request.transport is not None
    request.transport.abort()
    await asyncio.sleep(0)
    return web.Response()


async def _not_json(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>bad gateway</html>", status=502, content_type="text/html")


async def _half_json(request: web.Request) -> web.StreamResponse:
    return web.Response(text='{"ok": tr', status=500, content_type="application/json")


@pytest.mark.parametrize(
    "fault",
    [_dropped, _not_json, _half_json, lambda request: _refused("internal_error", request)],
)
async def test_no_clear_answer_is_ambiguous_and_the_call_is_made_once(
    slack: Pair, busy_post: Post, fault: Answer
) -> None:
    server, messenger = slack
    server.faulty = fault
    with pytest.raises(AmbiguousOutcome):
        await messenger.post("d1.0", _post(busy_post), 0, None)
    assert server.calls == ["post"]


async def test_a_server_that_cannot_be_reached_took_nothing(busy_post: Post) -> None:
    async with web_client("xoxb-test", "http://127.0.0.1:1/api/") as client:
        messenger = SlackMessenger(client=client, clock=_Clock())
        with pytest.raises(RetryableRefusal):
            await messenger.post("d1.0", _post(busy_post), 0, None)


async def test_a_message_whose_answer_was_lost_is_found_again(slack: Pair, busy_post: Post) -> None:
    server, messenger = slack

    async def kept_and_dropped(request: web.Request) -> web.StreamResponse:
        server.keep(await request.json())
        return await _dropped(request)

    server.faulty = kept_and_dropped
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
    server.refuse = "missing_scope"
    with pytest.raises(PermanentRefusal):
        await messenger.reconcile("d1.0", CHANNEL, START)


def _metadata(delivery_id: str) -> dict[str, Any]:
    metadata = {"event_type": "communique_delivery", "event_payload": {"delivery_id": delivery_id}}
    assert len(json.dumps(metadata)) < 8_000
    return metadata
