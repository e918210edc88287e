"""Channels, their messages and threads, as the API shows and changes them."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.ports import Clock
from tests.fakes.discord_server.components import V2, numbered
from tests.fakes.discord_server.components import faults as wrong
from tests.fakes.discord_server.limits import NAME_MOST, NONCE_MOST, NONCE_SECONDS, PAGE_MOST
from tests.fakes.discord_server.refusing import (
    INVALID_FORM,
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    RefusedError,
)
from tests.fakes.discord_server.state import DM, FORUM, HISTORY, PUBLIC_THREAD, ChannelState, Json, State

NO_TEXT_CHANNEL, WRONG_CHANNEL, HAS_THREAD, NEEDS_TAG = 50008, 50024, 160004, 40067


@dataclass(frozen=True, slots=True)
class Channels:
    """The endpoints of channels over one state; each takes a request with its body."""

    state: State
    clock: Clock

    def shown(self, request: web.Request, body: Json) -> Json:
        return self._visible(request).as_json()

    def direct(self, request: web.Request, body: Json) -> Json:
        """The bot's direct messages with a person: one channel, however often it is asked for."""
        return self.state.channel(f"5{body['recipient_id']}"[:-1], kind=DM, guild=None).as_json()

    def history(self, request: web.Request, body: Json) -> list[Json]:
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

    def message(self, request: web.Request, body: Json) -> Json:
        return self._held(request)[1]

    def send(self, request: web.Request, body: Json) -> Json:
        channel = self._writable(request)
        if channel.kind == FORUM:
            raise RefusedError(400, NO_TEXT_CHANNEL, "Cannot send messages in a non-text channel")
        known = self._same_nonce(channel, body)
        return known or self._kept(channel, body)

    def edit(self, request: web.Request, body: Json) -> Json:
        channel, message = self._held(request)
        _require_well(body, classic=channel.classic or bool(message["embeds"]))
        message.update(
            {key: value for key, value in body.items() if key in {"components", "content", "embeds", "flags"}}
        )
        message["edited_timestamp"] = self.clock.now().isoformat()
        return message

    def begin_thread(self, request: web.Request, body: Json) -> Json:
        channel, message = self._held(request)
        if channel.kind == PUBLIC_THREAD:
            raise RefusedError(400, WRONG_CHANNEL, "Cannot execute action on this channel type")
        if message["id"] in self.state.channels:
            raise RefusedError(400, HAS_THREAD, "A thread has already been created for this message")
        _require_name(body)
        return self._thread(message["id"], channel, body).as_json()

    def post_in_forum(self, request: web.Request, body: Json) -> Json:
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

    def archived(self, request: web.Request, body: Json) -> Json:
        return {"threads": [], "members": [], "has_more": False}

    def active(self, request: web.Request, body: Json) -> Json:
        threads = [one.as_json() for one in self.state.channels.values() if one.kind == PUBLIC_THREAD]
        return {"threads": threads, "members": []}

    def typing(self, request: web.Request, body: Json) -> None:
        self._visible(request)

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

    def _now(self) -> float:
        return self.clock.now().timestamp()


def _require_well(body: Json, *, classic: bool = False) -> None:
    found = wrong(body) + (["flags"] if classic and body.get("flags", 0) & V2 else [])
    if found:
        raise RefusedError(400, INVALID_FORM, f"Invalid Form Body: {'; '.join(found)}")


def _require_name(body: Json) -> None:
    if not 1 <= len(body.get("name", "")) <= NAME_MOST:
        raise RefusedError(400, INVALID_FORM, "Invalid Form Body: name")
