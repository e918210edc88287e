"""Socket Mode: connections, envelopes with their acknowledgements, redelivery, and the kinds of disconnect.

Source: docs.slack.dev/apis/events-api/using-socket-mode. An acknowledgement counts on the connection on which
the envelope came; what was not acknowledged there is delivered again, elsewhere if that connection is gone.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.fakes.slack_server.call import Call
from tests.fakes.slack_server.nouns import Json
from tests.fakes.slack_server.refusal import SlackRefusal
from tests.fakes.slack_server.requests import Requests
from tests.fakes.slack_server.state import SlackState

PATIENCE = 3.0
"""Seconds in which an envelope is to be acknowledged."""

ATTEMPTS = 4
WAITING = 60.0
"""Seconds that an envelope waits for a connection."""


@dataclass(slots=True, kw_only=True, eq=False)
class Connection:
    """One WebSocket of the app; a closing one gets no more envelopes."""

    socket: web.WebSocketResponse
    closing: bool = False
    pending: dict[str, asyncio.Future[Json]] = field(default_factory=dict)

    def gone(self) -> None:
        for one in self.pending.values():
            if not one.done():
                one.cancel()


@dataclass(slots=True, kw_only=True)
class Sockets:
    """The app's connections. `log` has each delivery: kind, name, attempt, whether and when it was taken.

    `requests` brings everything over HTTP instead.
    """

    state: SlackState
    url: str = ""
    requests: Requests | None = None
    disabled: bool = False
    open: list[Connection] = field(default_factory=list)
    tickets: set[str] = field(default_factory=set)
    log: list[Json] = field(default_factory=list)
    lose_acks: int = 0
    """So many acknowledgements to come are lost on the way, so that Slack delivers again."""

    def connect(self, call: Call) -> Json:
        """apps.connections.open: an address that serves once."""
        if self.disabled:
            raise SlackRefusal("access_denied")
        ticket = f"ticket-{call.state.number()}"
        self.tickets.add(ticket)
        return {"url": f"{self.url}?ticket={ticket}&app_id={self.state.app.id}"}

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection, until either side ends it."""
        ticket = request.query.get("ticket", "")
        if ticket not in self.tickets:
            return web.Response(status=403)
        self.tickets.discard(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(socket=socket)
        hello = {"type": "hello", "num_connections": len(self.open) + 1}
        await socket.send_json({**hello, "connection_info": {"app_id": self.state.app.id}, "debug_info": {}})
        self.open.append(connection)
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledged(connection, json.loads(message.data))
        finally:
            if connection in self.open:
                self.open.remove(connection)
            connection.gone()
        return socket

    def _acknowledged(self, connection: Connection, said: Json) -> None:
        waiting = connection.pending.get(said.get("envelope_id", ""))
        if waiting is None or waiting.done():
            return
        if self.lose_acks > 0:
            self.lose_acks -= 1
            return
        waiting.set_result(said.get("payload") or {})

    async def deliver(self, kind: str, payload: Json) -> Json | None:
        """Bring an envelope to the app; the payload of its acknowledgement, None if there never was one."""
        for attempt in range(ATTEMPTS):
            connection = None if self.requests else await self._connection()
            if not (self.requests or connection):
                return None
            began = self.state.clock.seconds()
            answer = await self._by(connection, kind, payload, attempt)
            took = self.state.clock.seconds() - began
            known = {"kind": kind, "name": name_of(kind, payload), "attempt": attempt}
            self.log.append({**known, "taken": answer is not None, "seconds": took})
            if answer is not None:
                return answer
        return None

    async def _by(self, connection: Connection | None, kind: str, payload: Json, attempt: int) -> Json | None:
        if connection is not None:
            return await self._once(connection, kind, payload, attempt)
        assert self.requests is not None
        return await self.requests.once(kind, payload, attempt, int(self.state.clock.seconds()))

    async def _connection(self) -> Connection | None:
        for _ in range(int(WAITING / 0.02)):
            ready = [one for one in self.open if not one.closing]
            if ready:
                return ready[-1]
            await asyncio.sleep(0.02)
        return None

    async def _once(self, connection: Connection, kind: str, payload: Json, attempt: int) -> Json | None:
        envelope_id = f"envelope-{self.state.number()}"
        waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        connection.pending[envelope_id] = waiting
        answers = kind in {"slash_commands", "interactive"}
        envelope = {"type": kind, "envelope_id": envelope_id, "payload": payload}
        retry: Mapping[str, object] = {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
        try:
            await connection.socket.send_json(
                {**envelope, "accepts_response_payload": answers, **(retry if kind == "events_api" else {})}
            )
            return await asyncio.wait_for(waiting, PATIENCE)
        except (TimeoutError, asyncio.CancelledError, ConnectionError):
            return None
        finally:
            connection.pending.pop(envelope_id, None)

    async def disconnect(self, reason: str, after: float = 0.0) -> None:
        """End every connection as Slack does: `warning`, `refresh_requested` or `link_disabled`."""
        self.disabled = reason == "link_disabled"
        for one in tuple(self.open):
            one.closing = True
            await one.socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {}})
            if after:
                await asyncio.sleep(after)
            await one.socket.close()
            one.gone()

    async def cut(self) -> None:
        """End every connection without a word."""
        for one in tuple(self.open):
            one.closing = True
            transport = one.socket._req and one.socket._req.transport  # noqa: SLF001 - no other way to cut it
            if transport:
                transport.abort()
            one.gone()


def name_of(kind: str, payload: Json) -> str:
    """What a person did, in a few words."""
    if kind == "events_api":
        return f"event {payload['event']['type']}"
    if kind == "slash_commands":
        return f"{payload['command']} {payload['text'].partition(' ')[0]}".strip()
    view, actions = payload.get("view") or {}, payload.get("actions") or []
    where = " on the home page" if view.get("type") == "home" else ""
    named = {
        "block_actions": lambda: f"button {actions[0]['text']['text']}{where}",
        "view_submission": lambda: f"form {view['title']['text']}",
        "block_suggestion": lambda: f"search {payload['block_id']}",
    }
    made = named.get(payload["type"])
    return made() if made else "shortcut"
