"""The REST API: what the bot calls, answered as documented."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.ports import Clock
from bot.runner.clock import SystemClock
from tests.fakes.discord_server.components import V2, command_faults, numbered
from tests.fakes.discord_server.components import faults as wrong
from tests.fakes.discord_server.events import Events
from tests.fakes.discord_server.faults import Fault, Faults
from tests.fakes.discord_server.interactions import Interactions
from tests.fakes.discord_server.limits import (
    IN_ALL,
    IN_CHANNEL,
    NAME_MOST,
    NONCE_MOST,
    NONCE_SECONDS,
    PAGE_MOST,
    Window,
)
from tests.fakes.discord_server.refusing import RefusedError
from tests.fakes.discord_server.state import (
    BOT,
    FORUM,
    HISTORY,
    PUBLIC_THREAD,
    ChannelState,
    GuildState,
    Json,
    State,
    author,
)

UNKNOWN_GUILD, UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, MISSING_ACCESS, MISSING_PERMISSIONS = (
    10004,
    10003,
    10008,
    50001,
    50013,
)
INVALID_FORM, NO_TEXT_CHANNEL, WRONG_CHANNEL, HAS_THREAD, NEEDS_TAG = 50035, 50008, 50024, 160004, 40067


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
    shards: int = 1

    def __post_init__(self) -> None:
        self.interactions = Interactions(self.state)
        self.events = Events(self.state)

    def routes(self) -> list[web.RouteDef]:
        """All endpoints under the API's base path."""
        at = web.get, web.post, web.patch
        get, post, patch = at
        return [
            get("/users/@me", self._answer(self._me)),
            get("/users/@me/guilds", self._answer(self._servers)),
            get("/oauth2/applications/@me", self._answer(self._application)),
            get("/applications/@me", self._answer(self._application)),
            get("/channels/{channel}", self._answer(self._channel)),
            get("/channels/{channel}/messages", self._answer(self._history)),
            get("/channels/{channel}/messages/{message}", self._answer(self._message)),
            post("/channels/{channel}/messages", self._answer(self._send)),
            patch("/channels/{channel}/messages/{message}", self._answer(self._edit)),
            post("/channels/{channel}/messages/{message}/threads", self._answer(self._begin)),
            post("/channels/{channel}/threads", self._answer(self._forum_post)),
            get("/channels/{channel}/threads/archived/public", self._answer(self._archived)),
            get("/guilds/{guild}/threads/active", self._answer(self._active)),
            get("/guilds/{guild}", self._answer(self._guild)),
            get("/guilds/{guild}/members/{user}", self._answer(self._member)),
            get("/guilds/{guild}/scheduled-events", self._answer(self._events)),
            post("/guilds/{guild}/scheduled-events", self._answer(self._create_event)),
            patch("/guilds/{guild}/scheduled-events/{event}", self._answer(self._edit_event)),
            web.delete("/guilds/{guild}/scheduled-events/{event}", self._answer(self._delete_event)),
            post("/channels/{channel}/typing", self._answer(self._nothing)),
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
            return _dropped(request, fault.kill_before)
        if fault and fault.status and not fault.done:
            return _failed(fault)
        by_token = "/webhooks/" in request.path or "/interactions/" in request.path
        if not by_token and request.headers.get("Authorization") != f"Bot {self.token}":
            return _json(401, {"message": "401: Unauthorized", "code": 0})
        limited = self._limited(request)
        if limited is not None:
            return limited
        try:
            body = await request.json() if request.can_read_body else {}
            content = act(request, body)
            answer = _json(200, content) if content is not None else web.Response(status=204)
        except RefusedError as error:
            answer = _json(error.status, {"message": error.message, "code": error.code})
        self._headers(request, answer)
        return await _spoilt(request, answer, fault) if fault else answer

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
        return _too_many(wait, scope)

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

    def _nothing(self, request: web.Request, body: Json) -> None:
        self._visible(request)

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

    def _channel(self, request: web.Request, body: Json) -> Json:
        return self._visible(request).as_json()

    def _history(self, request: web.Request, body: Json) -> list[Json]:
        channel = self._visible(request)
        if channel.kind == FORUM:
            raise RefusedError(400, WRONG_CHANNEL, "Cannot execute action on this channel type")
        if channel.denied & HISTORY:
            return []  # docs.discord.com, "Get Channel Messages": not refused, but empty
        most = min(int(request.query.get("limit", "50")), PAGE_MOST)
        after, before = int(request.query.get("after", "0")), int(request.query.get("before", str(1 << 63)))
        held = [one for id_, one in channel.messages.items() if after < int(id_) < before]
        page = held[:most] if "after" in request.query else held[-most:]
        return page[::-1]

    def _message(self, request: web.Request, body: Json) -> Json:
        return self._held(request)[1]

    def _send(self, request: web.Request, body: Json) -> Json:
        channel = self._writable(request)
        if channel.kind == FORUM:
            raise RefusedError(400, NO_TEXT_CHANNEL, "Cannot send messages in a non-text channel")
        known = self._same_nonce(channel, body)
        return known or self._kept(channel, body)

    def _edit(self, request: web.Request, body: Json) -> Json:
        channel, message = self._held(request)
        _require_well(body, classic=channel.classic or bool(message["embeds"]))
        message.update(
            {key: value for key, value in body.items() if key in {"components", "content", "embeds", "flags"}}
        )
        message["edited_timestamp"] = self.clock.now().isoformat()
        return message

    def _begin(self, request: web.Request, body: Json) -> Json:
        channel, message = self._held(request)
        if channel.kind == PUBLIC_THREAD:
            raise RefusedError(400, WRONG_CHANNEL, "Cannot execute action on this channel type")
        if message["id"] in self.state.channels:
            raise RefusedError(400, HAS_THREAD, "A thread has already been created for this message")
        _require_name(body)
        return self._thread(message["id"], channel, body).as_json()

    def _forum_post(self, request: web.Request, body: Json) -> Json:
        forum = self._writable(request)
        if forum.kind != FORUM:
            raise RefusedError(400, WRONG_CHANNEL, "Cannot execute action on this channel type")
        _require_name(body)
        if forum.flags & 16 and not body.get("applied_tags"):
            raise RefusedError(400, NEEDS_TAG, "A tag is required to create a forum post in this channel")
        _require_well(body["message"], classic=forum.classic)
        thread = self._thread(self.state.snowflake(self._now()), forum, body)
        message = self._kept(thread, body["message"], id_=thread.id)
        return {**thread.as_json(), "message": message}

    def _thread(self, id_: str, parent: ChannelState, body: Json) -> ChannelState:
        tags = [str(tag) for tag in body.get("applied_tags") or []]
        return self.state.channel(
            id_,
            kind=PUBLIC_THREAD,
            guild=parent.guild,
            parent=parent.id,
            name=body["name"],
            tagged=tags,
            classic=parent.classic,
        )

    def _archived(self, request: web.Request, body: Json) -> Json:
        return {"threads": [], "members": [], "has_more": False}

    def _active(self, request: web.Request, body: Json) -> Json:
        threads = [one.as_json() for one in self.state.channels.values() if one.kind == PUBLIC_THREAD]
        return {"threads": threads, "members": []}

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

    def _kept(self, channel: ChannelState, body: Json, id_: str = "") -> Json:
        _require_well(body, classic=channel.classic)
        id_ = id_ or self.state.snowflake(self._now())
        message = self.state.message(id_, channel.id, body)
        message["components"] = numbered(message["components"])
        channel.messages[id_] = message
        if body.get("nonce"):
            channel.nonces[body["nonce"]] = (self._now(), id_)
        return {**message, "nonce": body.get("nonce")}

    def _same_nonce(self, channel: ChannelState, body: Json) -> Json | None:
        nonce = str(body.get("nonce") or "")
        if len(nonce) > NONCE_MOST:
            raise RefusedError(400, INVALID_FORM, "Invalid Form Body: nonce")
        at, id_ = channel.nonces.get(nonce, (float("-inf"), ""))
        fresh = body.get("enforce_nonce") and self._now() - at < NONCE_SECONDS
        return channel.messages[id_] if fresh else None

    def _visible(self, request: web.Request) -> ChannelState:
        channel = self.state.channels.get(request.match_info["channel"])
        if channel is None:
            raise RefusedError(404, UNKNOWN_CHANNEL, "Unknown Channel")
        if not channel.readable:
            raise RefusedError(403, MISSING_ACCESS, "Missing Access")
        return channel

    def _writable(self, request: web.Request) -> ChannelState:
        channel = self._visible(request)
        if not channel.writable:
            raise RefusedError(403, MISSING_PERMISSIONS, "Missing Permissions")
        return channel

    def _held(self, request: web.Request) -> tuple[ChannelState, Json]:
        channel = self._visible(request)
        message = channel.messages.get(request.match_info["message"])
        if message is None:
            raise RefusedError(404, UNKNOWN_MESSAGE, "Unknown Message")
        return channel, message


def _require_well(body: Json, *, classic: bool = False) -> None:
    found = wrong(body) + (["flags"] if classic and body.get("flags", 0) & V2 else [])
    if found:
        raise RefusedError(400, INVALID_FORM, f"Invalid Form Body: {'; '.join(found)}")


def _require_name(body: Json) -> None:
    if not 1 <= len(body.get("name", "")) <= NAME_MOST:
        raise RefusedError(400, INVALID_FORM, "Invalid Form Body: name")


def _json(status: int, content: Any) -> web.Response:
    # The library reads JSON only where the content type is exactly this.
    return web.Response(
        status=status,
        body=json.dumps(content).encode(),
        headers={"Content-Type": "application/json", "Via": "1.1 loopback"},
    )


def _too_many(wait: float, scope: str) -> web.Response:
    content = {"message": "You are being rate limited.", "retry_after": wait, "global": scope == "global"}
    answer = _json(429, content)
    answer.headers["Retry-After"] = f"{wait:.3f}"
    answer.headers["X-RateLimit-Scope"] = scope
    return answer


def _failed(fault: Fault) -> web.Response:
    if fault.status == 429:
        answer = _too_many(fault.retry_after, fault.scope)
        if not fault.via:
            del answer.headers["Via"]
        return answer
    return _json(fault.status, {"message": "fault", "code": fault.code})


async def _spoilt(request: web.Request, answer: web.Response, fault: Fault) -> web.Response:
    """The answer to what was done, as the fault lets it arrive."""
    await asyncio.sleep(fault.slow)
    if fault.drop_after or fault.kill_after:
        return _dropped(request, fault.kill_after)
    return _failed(fault) if fault.done else answer


def _dropped(request: web.Request, victim: int = 0) -> web.Response:
    if victim:
        os.kill(victim, signal.SIGKILL)
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


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
