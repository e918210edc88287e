"""The server: one workspace, its addresses, and `/_control/…` by which a test acts as its people.

`POST /_control/NAME` with a JSON object calls the method NAME of `Acting`, or sets a fault, a disconnect or
the clock; the answer is a JSON object.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.beside import in_a_thread
from tests.fakes.slack_server import response_urls
from tests.fakes.slack_server.acting import Acting
from tests.fakes.slack_server.clock import TurnedClock
from tests.fakes.slack_server.events import Events
from tests.fakes.slack_server.faults import Fault, Kind
from tests.fakes.slack_server.messages import shown
from tests.fakes.slack_server.nouns import App, Channel, Json, Token, User, Workspace
from tests.fakes.slack_server.refusal import CannotAct
from tests.fakes.slack_server.sockets import Sockets
from tests.fakes.slack_server.state import SlackState
from tests.fakes.slack_server.views import shown_view, stack
from tests.fakes.slack_server.web_api import WebApi

BOT_TOKEN, APP_TOKEN = "xoxb-1-bot", "xapp-1-app"
TEAM, BOT, ANNA, BEN, CORA = "T1", "U0BOT", "U1ANNA", "U2BEN", "U3CORA"
SCOPES = (
    "chat:write,commands,app_mentions:read,channels:history,groups:history,im:history,im:write,"
    "channels:read,groups:read,users:read,usergroups:read"
)
EVENTS = frozenset(
    {"app_home_opened", "app_mention", "app_uninstalled", "channel_left", "group_left", "message"}
    | {"member_joined_channel", "tokens_revoked"}
)


def workspace() -> SlackState:
    """A workspace with its admin Anna, the members Ben and Cora, and two channels that Cora made."""
    app = App(
        id="A1",
        client_id="1.1",
        client_secret="secret",
        signing_secret="signing",
        verification_token="verification",
        scopes=tuple(SCOPES.split(",")),
        events=set(EVENTS),
    )
    state = SlackState(app=app, clock=TurnedClock())
    state.workspaces[TEAM] = Workspace(
        id=TEAM, name="Ostmark Desk", domain="ostmark", bot_user=BOT, bot_id="B1", installer=ANNA
    )
    state.users[BOT] = User(id=BOT, team=TEAM, name="communique", is_bot=True)
    for key, name, admin in ((ANNA, "anna", True), (BEN, "ben", False), (CORA, "cora", False)):
        state.users[key] = User(
            id=key, team=TEAM, name=name, real_name=name.title(), tz="Europe/Berlin", is_admin=admin
        )
    for key, name in (("C1", "trade"), ("C2", "labour")):
        members = {ANNA, BEN, CORA}
        state.channels[key] = Channel(id=key, team=TEAM, name=name, created=1, creator=CORA, members=members)
    state.tokens[BOT_TOKEN] = Token(
        value=BOT_TOKEN, kind="bot", team=TEAM, user=BOT, scopes=tuple(SCOPES.split(","))
    )
    state.tokens[APP_TOKEN] = Token(
        value=APP_TOKEN, kind="app", team=TEAM, user="", scopes=("connections:write",)
    )
    state.groups["S1"] = "trade-desk"
    return state


@dataclass(slots=True)
class SlackServer:
    """A loopback Slack; all of its state may be read."""

    state: SlackState = field(default_factory=workspace)
    sockets: Sockets = field(init=False)
    acting: Acting = field(init=False)
    api: WebApi = field(init=False)

    def __post_init__(self) -> None:
        self.sockets = Sockets(state=self.state)
        events = Events(state=self.state, sockets=self.sockets)
        self.acting = Acting(state=self.state, sockets=self.sockets, events=events)
        self.api = WebApi(self.state, events, {"apps.connections.open": self.sockets.connect})

    async def control(self, request: web.Request) -> web.Response:
        """See the module."""
        name, body = request.match_info["name"], await request.json()
        try:
            told = await self._told(name, body)
        except CannotAct as error:
            return web.json_response({"error": str(error)}, status=409)
        return web.json_response(told or {})

    async def _told(self, name: str, body: Json) -> Json | None:
        if name == "fault":
            self.state.faults.add(Fault(kind=Kind(body.pop("kind")), **body))
        elif name == "disconnect":
            await self.sockets.disconnect(**body)
        elif name == "cut":
            await self.sockets.cut()
        elif name == "lose_acks":
            self.sockets.lose_acks = body["count"]
        elif name == "enable":
            self.sockets.disabled = False
        elif name == "advance":
            self.state.clock.advance(body["seconds"])
        elif name == "seen":
            return self.seen(**body)
        else:
            acted: Json = await getattr(self.acting, name)(**body)
            return acted
        return None

    def seen(self, user: str) -> Json:
        """What a person sees: messages, notes for them alone, their form and their home page."""
        state = self.state
        views = stack(state, TEAM, user)
        home = state.homes.get((TEAM, user))
        visible = [one.id for one in state.channels.values() if user in one.members]
        return {
            "messages": {key: [shown(state, one) for one in state.in_channel(key)] for key in visible},
            "notes": [
                {"channel": one.channel, "ts": one.ts, "text": one.text, "blocks": one.blocks, "via": one.via}
                for one in state.ephemerals
                if one.user == user and not one.deleted
            ],
            "view": shown_view(state, views[-1]) if views else None,
            "home": shown_view(state, home) if home else None,
        }

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Serve on a loopback port of its own; the address of everything, without a path."""
        application = web.Application(client_max_size=1 << 22)
        application.router.add_route("*", "/api/{method}", self.api.handle)
        application.router.add_get("/link", self.sockets.serve)
        application.router.add_post("/response/{path}", self._responded)
        application.router.add_post("/_control/{name}", self.control)
        runner = web.AppRunner(application, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        self.state.base_url = f"http://{host}:{port}"
        self.sockets.url = f"ws://{host}:{port}/link"
        try:
            yield self.state.base_url
        finally:
            self.api.closing.set()
            for one in tuple(self.acting.events.under_way):  # what nobody was there to take
                one.cancel()
            await runner.cleanup()

    async def _responded(self, request: web.Request) -> web.Response:
        return await response_urls.handle(self.state, request)

    def beside(self) -> AbstractContextManager[str]:
        """The same in a thread of its own, for tests that wait for a process."""
        return in_a_thread(self.serving())
