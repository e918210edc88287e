"""The gateway: HELLO, IDENTIFY or RESUME, heartbeats, events in order, and every way of ending a connection.

docs.discord.com, "Gateway". One session a shard; events are kept with their numbers, so that a resume gets
what it missed.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.fakes.discord_server.state import BOT, Json, State, author

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
WRONG_TOKEN = 4004
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)
DISALLOWED_INTENTS = 4014
FORGETTING = frozenset({4006, 4007, 4009})
"""Closes after which there is no session to resume; 4006 is documented no longer, but known to be sent."""


@dataclass(slots=True)
class Session:
    """What one shard was told, by number."""

    id: str
    shard: int
    events: list[Json] = field(default_factory=list)


@dataclass(slots=True)
class Gateway:
    """Sessions and their sockets. `log` tells what became of each connection."""

    token: str
    state: State
    heartbeat: float = 30.0
    shards: int = 1
    deaf: bool = False
    cut: bool = False
    close_next: int = 0
    sessions: dict[str, Session] = field(default_factory=dict)
    sockets: dict[str, web.WebSocketResponse] = field(default_factory=dict)
    transports: dict[str, asyncio.Transport] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection, from its HELLO to its end."""
        if self.cut:
            return web.Response(status=503)
        socket = web.WebSocketResponse(heartbeat=None)
        await socket.prepare(request)
        await _send(socket, {"op": HELLO, "d": {"heartbeat_interval": int(self.heartbeat * 1000)}})
        session: Session | None = None
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    break
                session = await self._hear(socket, json.loads(message.data), session)
                if session is not None and request.transport is not None:
                    self.transports[session.id] = request.transport
        finally:  # also where the bot was killed, which cancels this
            self.log.append(f"closed {socket.close_code}")
            for id_ in [id_ for id_, one in self.sockets.items() if one is socket]:
                del self.sockets[id_]
        return socket

    async def _hear(
        self, socket: web.WebSocketResponse, said: Json, session: Session | None
    ) -> Session | None:
        if said["op"] == HEARTBEAT and not self.deaf:
            await _send(socket, {"op": ACK})
        if said["op"] == IDENTIFY:
            return await self._identify(socket, said["d"])
        if said["op"] == RESUME:
            return await self._resume(socket, said["d"])
        return session

    async def _identify(self, socket: web.WebSocketResponse, told: Json) -> Session | None:
        code = self.close_next or (WRONG_TOKEN if told["token"] != self.token else 0)
        code = code or (DISALLOWED_INTENTS if told["intents"] & PRIVILEGED else 0)
        self.close_next = 0
        if code:
            await socket.close(code=code)
            return None
        shard = (told.get("shard") or [0, 1])[0]
        session = Session(id=f"session-{len(self.sessions) + 1}", shard=shard)
        self.sessions[session.id] = session
        self.sockets[session.id] = socket
        self.log.append("identified")
        await self._tell(session, "READY", self._ready(session, told))
        for guild in self.state.guilds.values():
            if not guild.left and self._shard_of(guild.id) == shard:
                await self._tell(session, "GUILD_CREATE", self.state.guild_json(guild))
        return session

    async def _resume(self, socket: web.WebSocketResponse, told: Json) -> Session | None:
        session = self.sessions.get(told["session_id"])
        if session is None:
            await _send(socket, {"op": INVALID, "d": False})
            return None
        self.log.append("resumed")
        self.sockets[session.id] = socket
        for event in session.events[told["seq"] :]:
            await _send(socket, event)
        await self._tell(session, "RESUMED", {})
        return session

    def _ready(self, session: Session, told: Json) -> Json:
        own = [one for one in self.state.guilds.values() if self._shard_of(one.id) == session.shard]
        guilds = [{"id": one.id, "unavailable": True} for one in own if not one.left]
        ready: Json = {"v": 10, "user": author(), "guilds": guilds, "session_id": session.id}
        ready["shard"] = told.get("shard") or [0, 1]
        return ready | {"resume_gateway_url": self.state.gateway_url, "application": {"id": BOT, "flags": 0}}

    async def dispatch(self, event: str, data: Json) -> None:
        """Tell the present session of the shard that has the event's server; what has none is the first's."""
        guild = data["id"] if event.startswith("GUILD_") else data.get("guild_id")
        latest = {session.shard: session for session in self.sessions.values()}
        session = latest.get(self._shard_of(guild or "0"))
        if session is not None:
            await self._tell(session, event, data)

    def _shard_of(self, guild: str) -> int:
        return (int(guild) >> 22) % self.shards

    async def _tell(self, session: Session, event: str, data: Json) -> None:
        payload = {"op": DISPATCH, "t": event, "s": len(session.events) + 1, "d": data}
        session.events.append(payload)
        socket = self.sockets.get(session.id)
        if socket is not None and not socket.closed:
            with suppress(ConnectionError):
                await _send(socket, payload)

    async def end(self, how: str, code: int = 4000) -> None:
        """End all: `reconnect`, `invalid`, `invalid_resumable`, `close` with a code, or `abort`."""
        for id_, socket in list(self.sockets.items()):
            self.log.append(f"{how} {code if how == 'close' else ''}".strip())
            if how == "reconnect":
                await _send(socket, {"op": RECONNECT, "d": None})
            elif how.startswith("invalid"):
                await _send(socket, {"op": INVALID, "d": how == "invalid_resumable"})
            elif how == "close":
                await socket.close(code=code)
            else:
                self.transports[id_].abort()
            if how == "invalid" or (how == "close" and code in FORGETTING):
                del self.sessions[id_]
            self.sockets.pop(id_, None)
        await asyncio.sleep(0)


async def _send(socket: web.WebSocketResponse, payload: Json) -> None:
    await socket.send_str(json.dumps(payload))
