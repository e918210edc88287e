"""Events of the Events API, brought to the app in the order in which they happened."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.fakes.slack_server.call import Emits
from tests.fakes.slack_server.nouns import Json
from tests.fakes.slack_server.sockets import Sockets
from tests.fakes.slack_server.state import SlackState


@dataclass(slots=True, kw_only=True)
class Events(Emits):
    """Sends what the app subscribed to; `under_way` are those not yet acknowledged."""

    state: SlackState
    sockets: Sockets
    under_way: set[asyncio.Task[Json | None]] = field(default_factory=set)

    def emit(self, team: str, event: Json) -> None:
        """See Emits."""
        if event["type"] not in self.state.app.events or not self.state.workspace(team).bot_user:
            return
        task = asyncio.ensure_future(self.sockets.deliver("events_api", self.wrapped(team, event)))
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)

    def wrapped(self, team: str, event: Json) -> Json:
        """The payload around an event."""
        seconds = int(self.state.clock.seconds())
        bot = self.state.workspace(team).bot_user
        authorization = {"enterprise_id": None, "team_id": team, "user_id": bot, "is_bot": True}
        return {
            "token": self.state.app.verification_token,
            "team_id": team,
            "api_app_id": self.state.app.id,
            "event": {"event_ts": f"{seconds}.000000", **event},
            "type": "event_callback",
            "event_id": self.state.new_id("Ev"),
            "event_time": seconds,
            "authorizations": [{**authorization, "is_enterprise_install": False}],
            "is_ext_shared_channel": False,
        }
