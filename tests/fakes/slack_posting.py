"""A loopback Slack that takes posts and shows its history, and answers each post as it is told.

It knows the methods that a poster and `communique doctor` call; what it took it holds for good.
"""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiohttp import web

from bot.platforms.slack.install.scopes import SCOPES
from tests.fakes.beside import in_a_thread

FIRST_TS = 1_940_000_000
"""Later than any look-up asks for."""


class Fault(StrEnum):
    """What becomes of one post."""

    NONE = "none"
    DROP_BEFORE = "drop_before"
    """The connection breaks, and nothing was taken."""

    DROP_AFTER = "drop_after"
    """The message is taken, and the connection breaks instead of an answer."""

    LIMITED = "limited"
    """429 with a Retry-After of one second."""

    BROKEN = "broken"
    """500 with a page, and nothing was taken."""

    INTERNAL = "internal"
    """`internal_error`, though the message was taken."""

    KILL_BEFORE = "kill_before"
    """The poster is killed before the message is taken."""

    KILL_AFTER = "kill_after"
    """The poster is killed when the message was taken and before it is answered."""


TAKEN = frozenset({Fault.NONE, Fault.DROP_AFTER, Fault.INTERNAL, Fault.KILL_AFTER})


@dataclass(slots=True)
class SlackPosting:
    """`faults` are used up by the posts in order.

    `refusal` is the error of every post, `refused` that of every look-up, and `victim` the process to kill.
    `scopes` are what the bot token allows; the token `unknown` is not one of ours.
    """

    faults: list[Fault] = field(default_factory=list)
    refused: str = ""
    refusal: str = ""
    scopes: str = ",".join(SCOPES)
    unknown: str = ""
    page: int = 200
    victim: int = 0
    posted: list[dict[str, Any]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    @property
    def delivered(self) -> list[str]:
        """The delivery ids of all messages, in the order in which they were taken."""
        return [one["metadata"]["event_payload"]["delivery_id"] for one in self.posted]

    def keep(self, body: dict[str, Any]) -> dict[str, Any]:
        """Take a message under a `ts` of its own."""
        message = {**body, "ts": f"{FIRST_TS + len(self.posted)}.000100"}
        self.posted.append(message)
        return message

    async def post(self, request: web.Request) -> web.StreamResponse:
        """chat.postMessage."""
        self.calls.append("post")
        body = await request.json()
        if self.refusal:
            return web.json_response({"ok": False, "error": self.refusal})
        fault = self.faults.pop(0) if self.faults else Fault.NONE
        ts = self.keep(body)["ts"] if fault in TAKEN else ""
        if fault in {Fault.KILL_BEFORE, Fault.KILL_AFTER}:
            os.kill(self.victim, signal.SIGKILL)
        return _answer(fault, request, ts)

    async def update(self, request: web.Request) -> web.StreamResponse:
        """chat.update: the message under that `ts` takes what is given."""
        self.calls.append("update")
        body = await request.json()
        found = [n for n, one in enumerate(self.posted) if one["ts"] == body["ts"]]
        if not found:
            return web.json_response({"ok": False, "error": "message_not_found"})
        self.posted[found[0]] |= body
        return web.json_response({"ok": True, "ts": body["ts"]})

    async def token(self, request: web.Request) -> web.StreamResponse:
        """auth.test and apps.connections.open."""
        if self.unknown and self.unknown in request.headers["Authorization"]:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        body = {"ok": True, "user": "communique", "team": "Ostmark Desk", "url": "ws://127.0.0.1:1/"}
        body |= {"team_id": "T1", "user_id": "U0"}
        return web.json_response(body, headers={"x-oauth-scopes": self.scopes})

    async def read(self, request: web.Request) -> web.StreamResponse:
        """conversations.history and conversations.replies, metadata only where it is asked for."""
        self.calls.append(request.path.rpartition(".")[2])
        if self.refused:
            return web.json_response({"ok": False, "error": self.refused})
        found = [one for one in self.posted if _asked(one, request)]
        start = int(request.query.get("cursor", "0"))
        following = str(start + self.page) if start + self.page < len(found) else ""
        page = found[start : start + self.page]
        if request.query.get("include_all_metadata") != "true":
            page = [{key: value for key, value in one.items() if key != "metadata"} for one in page]
        return web.json_response(
            {"ok": True, "messages": page, "response_metadata": {"next_cursor": following}}
        )

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Serve on a loopback port of its own; the base URL."""
        application = web.Application(client_max_size=1 << 20)
        application.router.add_post("/api/chat.postMessage", self.post)
        application.router.add_post("/api/chat.update", self.update)
        application.router.add_post("/api/auth.test", self.token)
        application.router.add_post("/api/apps.connections.open", self.token)
        application.router.add_get("/api/conversations.history", self.read)
        application.router.add_get("/api/conversations.replies", self.read)
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        try:
            yield f"http://{host}:{port}/api/"
        finally:
            await runner.cleanup()

    def beside(self) -> AbstractContextManager[str]:
        """The same in a thread of its own, for tests that wait for a process."""
        return in_a_thread(self.serving())


def _answer(fault: Fault, request: web.Request, ts: str) -> web.StreamResponse:
    if fault is Fault.NONE:
        return web.json_response({"ok": True, "ts": ts})
    if fault is Fault.LIMITED:
        body = {"ok": False, "error": "ratelimited"}
        return web.json_response(body, status=429, headers={"Retry-After": "1"})
    if fault is Fault.BROKEN:
        return web.Response(text="<html>bad gateway</html>", status=500, content_type="text/html")
    if fault is Fault.INTERNAL:
        return web.json_response({"ok": False, "error": "internal_error"})
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _asked(message: dict[str, Any], request: web.Request) -> bool:
    late_enough = float(message["ts"]) >= float(request.query["oldest"])
    return message.get("thread_ts") == request.query.get("ts") and late_enough
