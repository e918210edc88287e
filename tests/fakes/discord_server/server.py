"""The whole server: REST, gateway, and `/_control` to act as a user and to make things fail.

`python -m tests.fakes.discord_server --port 8099` runs it by itself; tests run it beside them in a thread.
"""

from __future__ import annotations

import json
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.beside import in_a_thread
from tests.fakes.discord_server.faults import Fault
from tests.fakes.discord_server.gateway import Gateway
from tests.fakes.discord_server.interactions import control_data
from tests.fakes.discord_server.rest import Rest
from tests.fakes.discord_server.state import GUILD, ChannelState, GuildState, Json, author

TOKEN = "invented.token.x"


@dataclass(slots=True)
class DiscordServer:
    """One loopback Discord with one server in it."""

    rest: Rest = field(default_factory=lambda: Rest(token=TOKEN))
    gateway: Gateway = field(init=False)

    def __post_init__(self) -> None:
        self.gateway = Gateway(token=self.rest.token, state=self.rest.state)
        self.rest.state.guilds.setdefault(GUILD, GuildState(GUILD))

    @asynccontextmanager
    async def serving(self, port: int = 0) -> AsyncIterator[str]:
        """Serve on a port of the loopback; yields the address without a path."""
        runner = web.AppRunner(self._app(), handler_cancellation=True, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        host, bound = runner.addresses[0][:2]
        self.rest.state.gateway_url = f"ws://{host}:{bound}/gateway"
        try:
            yield f"http://{host}:{bound}"
        finally:
            await runner.cleanup()

    @contextmanager
    def beside(self) -> Iterator[Control]:
        """The same in a thread of its own, for tests that wait for a process."""
        with in_a_thread(self.serving()) as url:
            yield Control(url)

    def _app(self) -> web.Application:
        api = web.Application()
        api.add_routes(self.rest.routes())
        app = web.Application()
        app.add_subapp("/api/v10", api)
        app.add_routes([web.get("/gateway", self.gateway.serve), web.get("/gateway/", self.gateway.serve)])
        app.add_routes([web.post("/_control/{what}", self._control), web.get("/_control/state", self._state)])
        return app

    async def _control(self, request: web.Request) -> web.Response:
        body = await request.json()
        act = getattr(self, f"_do_{request.match_info['what']}")
        return web.json_response(await act(body) or {})

    async def _state(self, request: web.Request) -> web.Response:
        state = self.rest.state
        channels = {id_: list(one.messages.values()) for id_, one in state.channels.items()}
        interactions = self.rest.interactions.as_json(self.rest.clock.now().timestamp())
        told: Json = {"channels": channels, "interactions": interactions, "commands": state.commands}
        told["threads"] = {one.id: one.parent for one in state.channels.values() if one.parent}
        told |= {"gateway": self.gateway.log, "requests": self.rest.requests, "limited": self.rest.limited}
        told["events"] = {id_: list(one.values()) for id_, one in self.rest.events.held.items()}
        return web.json_response(told | {"sockets": len(self.gateway.sockets)})

    async def _do_act(self, act: Json) -> Json:
        """A person uses a command, button, form or shortcut, or types into an option."""
        type_, data = control_data(act)
        held, event = self.rest.interactions.make(type_, data, act, self.rest.clock.now().timestamp())
        await self.gateway.dispatch("INTERACTION_CREATE", event)
        if act.get("twice"):
            await self.gateway.dispatch("INTERACTION_CREATE", event)
        return {"id": held.id}

    async def _do_say(self, act: Json) -> Json:
        """A person writes a message; the bot sees its words only if it is mentioned or addressed."""
        state = self.rest.state
        channel = state.channels[act["channel"]]
        id_ = state.snowflake(self.rest.clock.now().timestamp())
        user = author(str(act.get("user", "600000000000000001")), bot=False)
        message = {**state.message(id_, channel.id, {"content": act["text"]}), "author": user}
        message["mentions"] = [author()] if act.get("mention") else []
        channel.messages[id_] = message
        told = dict(message) if act.get("mention") or channel.guild is None else {**message, "content": ""}
        if channel.guild:
            told["guild_id"] = channel.guild
            told["member"] = {"roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0}
        await self.gateway.dispatch("MESSAGE_CREATE", told)
        return {"id": id_}

    async def _do_channel(self, act: Json) -> None:
        """A channel, made before anybody is told."""
        self.rest.state.channels[act["id"]] = ChannelState(**act)

    async def _do_join(self, act: Json) -> None:
        """The bot is added to a server."""
        guild = self.rest.state.guilds.setdefault(act["guild"], GuildState(act["guild"]))
        guild.joinings += guild.left
        guild.left = False
        guild.locale = act.get("locale", guild.locale)
        await self.gateway.dispatch("GUILD_CREATE", self.rest.state.guild_json(guild))

    async def _do_leave(self, act: Json) -> None:
        """The bot is removed from a server."""
        self.rest.state.guilds[act["guild"]].left = True
        await self.gateway.dispatch("GUILD_DELETE", {"id": act["guild"]})

    async def _do_rights(self, act: Json) -> None:
        """What everybody may do in a server, the bot too."""
        self.rest.state.guilds[act["guild"]].rights = act["rights"]

    async def _do_event(self, act: Json) -> Json:
        """A person makes an event of their own, or takes one out by its id."""
        guild, now = self.rest.state.guilds[act["guild"]], self.rest.clock.now().timestamp()
        if "remove" in act:
            del self.rest.events.held[guild.id][act["remove"]]
            return {}
        return self.rest.events.create(guild, act["event"], now, by="600000000000000009")

    async def _do_fault(self, act: Json) -> None:
        self.rest.faults.add([Fault(**act)])

    async def _do_mend(self, _act: Json) -> None:
        """No fault waits any more."""
        self.rest.faults.waiting.clear()

    async def _do_expire(self, act: Json) -> None:
        """Let an interaction's fifteen minutes be over."""
        self.rest.interactions.held[act["id"]].expired = True

    async def _do_gateway(self, act: Json) -> None:
        """End the connections, stop answering heartbeats, or cut the network for new ones."""
        for name in ("deaf", "cut", "close_next", "heartbeat"):
            if name in act:
                setattr(self.gateway, name, act[name])
        if "end" in act:
            await self.gateway.end(act["end"], act.get("code", 4000))


@dataclass(frozen=True, slots=True)
class Control:
    """The control endpoints, for a test outside the server's loop."""

    url: str

    def do(self, what: str, **body: Any) -> Json:
        """Post to `/_control/what`."""
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_control/{what}", data=data, method="POST")  # noqa: S310 # loopback
        with urllib.request.urlopen(request) as answer:  # noqa: S310 # loopback
            told: Json = json.load(answer)
        return told

    @property
    def state(self) -> Json:
        """All that the server holds."""
        with urllib.request.urlopen(f"{self.url}/_control/state") as answer:  # noqa: S310 # loopback
            told: Json = json.load(answer)
        return told

    @property
    def variables(self) -> dict[str, str]:
        """What a bot that shall come here has in its environment."""
        return {
            "COMMUNIQUE_DISCORD__TOKEN": TOKEN,
            "COMMUNIQUE_DISCORD__GUILD": GUILD,
            "COMMUNIQUE_DISCORD__BASE_URL": f"{self.url}/api/v10",
            "COMMUNIQUE_DISCORD__GATEWAY_URL": f"{self.url.replace('http', 'ws', 1)}/gateway",
        }
