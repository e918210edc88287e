"""A loopback Slack of several workspaces that install one app: what each token posted, and signed requests.

Beside `oauth.py` it knows just the methods that a hosted bot calls on its way.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from aiohttp import ClientSession, web

from tests.fakes.slack_server import requests
from tests.fakes.slack_server.oauth import OAuth, Workspace, now

SIGNING_SECRET = "signing-secret-of-the-app"
BOT_USER = "UBOT"


@dataclass(slots=True)
class ManySlacks:
    """`posted` has the workspace id of the token that posted, and the message; `responded` response URLs."""

    oauth: OAuth = field(default_factory=OAuth)
    posted: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    responded: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Serve on a loopback port of its own; the base URL of the Web API."""
        application = web.Application()
        application.add_routes(
            [
                *self.oauth.routes(),
                web.post("/api/chat.postMessage", self.post),
                web.post("/respond", self.respond),
                web.route("*", "/api/{method}", self.anything),
            ]
        )
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        try:
            yield f"{self.url}/api/"
        finally:
            await runner.cleanup()

    async def post(self, request: web.Request) -> web.Response:
        """chat.postMessage."""
        whose = self.oauth.tokens.get(self.oauth.token_of(request))
        if whose is None:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        self.posted.append((whose.id, await request.json()))
        return web.json_response({"ok": True, "ts": f"{now()}.{len(self.posted):06}"})

    async def respond(self, request: web.Request) -> web.Response:
        """A response URL."""
        self.responded.append(await request.json())
        return web.Response(text="ok")

    async def anything(self, request: web.Request) -> web.Response:
        """Reads that find nothing; refused without a token that holds."""
        if self.oauth.token_of(request) not in self.oauth.tokens:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        nothing: dict[str, Any] = {"channels": [], "messages": [], "user": {}, "channel": {}}
        return web.json_response({"ok": True, **nothing})


@dataclass(slots=True, kw_only=True)
class Outside:
    """Slack and a person's browser, as the bot's server at `address` sees them."""

    slack: ManySlacks
    session: ClientSession
    address: str

    async def begin(self) -> tuple[str, str]:
        """Open the page to install; return the mark that Slack is handed and the browser's cookie."""
        async with self.session.get(f"{self.address}/slack/install", allow_redirects=False) as answer:
            assert answer.status == 302
            asked = parse_qs(urlsplit(answer.headers["Location"]).query)
            assert asked["client_id"] == [self.slack.oauth.client_id]
            cookie = SimpleCookie(answer.headers["Set-Cookie"])
        return asked["state"][0], "; ".join(f"{one.key}={one.value}" for one in cookie.values())

    async def end(self, cookie: str, **query: str) -> tuple[int, str]:
        """Come back from Slack's page."""
        address = f"{self.address}/slack/oauth_redirect?{urlencode(query)}"
        async with self.session.get(address, headers={"Cookie": cookie}) as answer:
            return answer.status, await answer.text()

    async def install(self, workspace: Workspace) -> tuple[int, str]:
        """All of an installation."""
        state, cookie = await self.begin()
        return await self.end(cookie, state=state, code=self.slack.oauth.allow(workspace))

    async def event(self, workspace: Workspace, event: dict[str, Any], **changes: Any) -> int:
        """An event of the Events API; the HTTP status of the answer."""
        body = {
            "type": "event_callback",
            "team_id": None if workspace.whole else workspace.team_id,
            "enterprise_id": workspace.enterprise_id or None,
            "is_enterprise_install": workspace.whole,
            "event_id": f"Ev{hashlib.sha256(json.dumps(event).encode()).hexdigest()[:9]}-{workspace.id}",
            "event_time": now(),
            "event": event,
            **changes,
        }
        return await self.send(json.dumps(body).encode(), content_type="application/json")

    async def command(self, workspace: Workspace, text: str) -> int:
        """`/brief` with a text."""
        body = {
            "command": "/brief",
            "text": text,
            "team_id": workspace.team_id,
            "channel_id": "C1",
            "user_id": "U1",
            "trigger_id": f"1.{text}.{workspace.id}",
            "response_url": f"{self.slack.url}/respond",
        }
        return await self.send(urlencode(body).encode(), path="/slack/commands")

    async def send(
        self,
        body: bytes,
        *,
        path: str = "/slack/events",
        content_type: str = "application/x-www-form-urlencoded",
        **forged: str,
    ) -> int:
        """A signed request; `timestamp`, `signature` and `secret` may be other than Slack's."""
        headers = {"Content-Type": content_type, **signed(body, **forged)}
        async with self.session.post(f"{self.address}{path}", data=BytesIO(body), headers=headers) as answer:
            return answer.status


def signed(
    body: bytes, *, secret: str = SIGNING_SECRET, timestamp: str = "", signature: str = ""
) -> Mapping[str, str]:
    """The two headers by which Slack's requests are known."""
    return requests.signed(body, secret, timestamp or str(now()), signature)
