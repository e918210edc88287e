"""The REST API: what the bot calls, answered as documented."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.ports import Clock
from bot.runner.clock import SystemClock
from tests.fakes.discord_server.answers import dropped, failed, in_json, spoilt, too_many
from tests.fakes.discord_server.channels import Channels
from tests.fakes.discord_server.components import command_faults
from tests.fakes.discord_server.events import Events
from tests.fakes.discord_server.faults import Faults
from tests.fakes.discord_server.interactions import Interactions
from tests.fakes.discord_server.limits import IN_ALL, IN_CHANNEL, Window
from tests.fakes.discord_server.refusing import INVALID_FORM, UNKNOWN_GUILD, RefusedError
from tests.fakes.discord_server.state import BOT, GuildState, Json, State, author


@dataclass(slots=True)
class Rest:
    """The endpoints over one state; `requests` is what was asked, `limited` counts refusals for speed
    by their scope."""

    token: str
    clock: Clock = field(default_factory=SystemClock)
    state: State = field(default_factory=State)
    faults: Faults = field(default_factory=Faults)
    requests: list[str] = field(default_factory=list)
    limited: Counter[str] = field(default_factory=Counter)
    all_requests: Window = field(default_factory=lambda: Window(*IN_ALL))
    in_channels: dict[str, Window] = field(default_factory=dict)
    interactions: Interactions = field(init=False)
    events: Events = field(init=False)
    channels: Channels = field(init=False)
    shards: int = 1

    def __post_init__(self) -> None:
        self.interactions = Interactions(self.state)
        self.events = Events(self.state)
        self.channels = Channels(self.state, self.clock)

    def routes(self) -> list[web.RouteDef]:
        """All endpoints under the API's base path."""
        get, post, patch = web.get, web.post, web.patch
        return [
            get("/users/@me", self._answer(self._me)),
            get("/users/@me/guilds", self._answer(self._servers)),
            post("/users/@me/channels", self._answer(self.channels.direct)),
            get("/oauth2/applications/@me", self._answer(self._application)),
            get("/applications/@me", self._answer(self._application)),
            get("/channels/{channel}", self._answer(self.channels.shown)),
            get("/channels/{channel}/messages", self._answer(self.channels.history)),
            get("/channels/{channel}/messages/{message}", self._answer(self.channels.message)),
            post("/channels/{channel}/messages", self._answer(self.channels.send)),
            patch("/channels/{channel}/messages/{message}", self._answer(self.channels.edit)),
            post("/channels/{channel}/messages/{message}/threads", self._answer(self.channels.begin_thread)),
            post("/channels/{channel}/threads", self._answer(self.channels.post_in_forum)),
            get("/channels/{channel}/threads/archived/public", self._answer(self.channels.archived)),
            get("/guilds/{guild}/threads/active", self._answer(self.channels.active)),
            get("/guilds/{guild}", self._answer(self._guild)),
            get("/guilds/{guild}/members/{user}", self._answer(self._member)),
            get("/guilds/{guild}/scheduled-events", self._answer(self._events)),
            post("/guilds/{guild}/scheduled-events", self._answer(self._create_event)),
            patch("/guilds/{guild}/scheduled-events/{event}", self._answer(self._edit_event)),
            web.delete("/guilds/{guild}/scheduled-events/{event}", self._answer(self._delete_event)),
            post("/channels/{channel}/typing", self._answer(self.channels.typing)),
            get("/gateway/bot", self._answer(self._gateway)),
            get("/applications/{application}/commands", self._answer(self._commands)),
            web.put("/applications/{application}/commands", self._answer(self._register)),
            post("/interactions/{interaction}/{token}/callback", self._answer(self._callback)),
            patch("/webhooks/{application}/{token}/messages/@original", self._answer(self._fill_in)),
            post("/webhooks/{application}/{token}", self._answer(self._follow)),
        ]

    def _answer(self, act: Any) -> Any:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._served(request, act)

        return handle

    async def _served(self, request: web.Request, act: Any) -> web.StreamResponse:
        what = f"{request.method} {request.path}"
        self.requests.append(what)
        fault = self.faults.next(what)
        if fault and fault.hang:
            await asyncio.sleep(fault.hang)
        if fault and (fault.drop_before or fault.kill_before):
            return dropped(request, fault.kill_before)
        if fault and fault.status and not fault.done:
            return failed(fault)
        by_token = "/webhooks/" in request.path or "/interactions/" in request.path
        if not by_token and request.headers.get("Authorization") != f"Bot {self.token}":
            return in_json(401, {"message": "401: Unauthorized", "code": 0})
        limited = self._limited(request)
        if limited is not None:
            return limited
        try:
            body = await request.json() if request.can_read_body else {}
            content = act(request, body)
            answer = in_json(200, content) if content is not None else web.Response(status=204)
        except RefusedError as error:
            answer = in_json(error.status, {"message": error.message, "code": error.code})
        self._headers(request, answer)
        return await spoilt(request, answer, fault) if fault else answer

    def _limited(self, request: web.Request) -> web.Response | None:
        now = self._now()
        if "/webhooks/" in request.path or "/interactions/" in request.path:
            return None  # not counted into the bot's global limit
        wait, scope = self.all_requests.take(now), "global"
        if not wait and request.method == "POST" and request.path.endswith("/messages"):
            window = self.in_channels.setdefault(request.match_info["channel"], Window(*IN_CHANNEL))
            wait, scope = window.take(now), "user"
        if not wait:
            return None
        self.limited[scope] += 1
        return too_many(wait, scope)

    def _headers(self, request: web.Request, answer: web.Response) -> None:
        if request.method == "POST" and request.path.endswith("/messages"):
            channel = request.match_info["channel"]
            window = self.in_channels[channel]
            reset = max(0.0, window.taken[0] + window.seconds - self._now()) if window.taken else 0.0
            answer.headers["X-RateLimit-Bucket"] = "messages"
            answer.headers["X-RateLimit-Limit"] = str(window.most)
            answer.headers["X-RateLimit-Remaining"] = str(window.left())
            answer.headers["X-RateLimit-Reset-After"] = f"{reset:.3f}"
            answer.headers["X-RateLimit-Reset"] = f"{self._now() + reset:.3f}"

    def _now(self) -> float:
        return self.clock.now().timestamp()

    def _me(self, request: web.Request, body: Json) -> Json:
        return author()

    def _servers(self, request: web.Request, body: Json) -> list[Json]:
        about: Json = {"name": "Server", "icon": None, "owner": False, "permissions": "0", "features": []}
        return [{"id": one.id, **about} for one in self.state.guilds.values() if not one.left]

    def _application(self, request: web.Request, body: Json) -> Json:
        about = {"id": BOT, "name": "Communiqué", "icon": None, "description": "", "summary": "", "flags": 0}
        rights = {"bot_public": True, "bot_require_code_grant": False, "verify_key": "0" * 64}
        return {**about, **rights, "owner": author(), "team": None}

    def _gateway(self, request: web.Request, body: Json) -> Json:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return {"url": self.state.gateway_url, "shards": self.shards, "session_start_limit": limit}

    def _commands(self, request: web.Request, body: Json) -> list[Json]:
        """With their translations only where these are asked for, like Discord."""
        if request.query.get("with_localizations") == "true":
            return self.state.commands
        return [_untranslated(one) for one in self.state.commands]

    def _register(self, request: web.Request, body: Any) -> list[Json]:
        found = [fault for one in body for fault in command_faults(one)]
        if found:
            raise RefusedError(400, INVALID_FORM, f"Invalid Form Body: {'; '.join(found)}")
        self.state.commands = [{"id": str(n), "version": "1", **one} for n, one in enumerate(body, start=1)]
        return self.state.commands

    def _callback(self, request: web.Request, body: Json) -> Json:
        return self.interactions.callback(request, body, self._now())

    def _fill_in(self, request: web.Request, body: Json) -> Json:
        return self.interactions.edit(request, body, self._now())

    def _follow(self, request: web.Request, body: Json) -> Json:
        return self.interactions.follow(request, body, self._now())

    def _guild(self, request: web.Request, body: Json) -> Json:
        return self.state.guild_json(self._in(request))

    def _member(self, request: web.Request, body: Json) -> Json:
        member: Json = self.state.guild_json(self._in(request))["members"][0]
        return member

    def _events(self, request: web.Request, body: Json) -> list[Json]:
        return self.events.every(self._in(request), self._now())

    def _create_event(self, request: web.Request, body: Json) -> Json:
        return self.events.create(self._in(request), body, self._now())

    def _edit_event(self, request: web.Request, body: Json) -> Json:
        return self.events.edit(self._in(request), request.match_info["event"], body, self._now())

    def _delete_event(self, request: web.Request, body: Json) -> None:
        self.events.delete(self._in(request), request.match_info["event"], self._now())

    def _in(self, request: web.Request) -> GuildState:
        guild = self.state.guilds.get(request.match_info["guild"])
        if guild is None or guild.left:
            raise RefusedError(404, UNKNOWN_GUILD, "Unknown Guild")
        return guild


def served(rest: Rest) -> web.Application:
    """The API as an application, under /api/v10."""
    api = web.Application()
    api.add_routes(rest.routes())
    app = web.Application()
    app.add_subapp("/api/v10", api)
    return app


def _untranslated(command: Json) -> Json:
    shown = {key: value for key, value in command.items() if not key.endswith("_localizations")}
    if "options" in shown:
        shown["options"] = [_untranslated(one) for one in shown["options"]]
    return shown
