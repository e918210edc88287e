"""What Slack tells of one workspace, by whichever way it comes, handed to the handlers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.errors import AmbiguousOutcome, RetryableRefusal
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.arrivals import Arrivals
from bot.platforms.slack.clients import with_token
from bot.platforms.slack.hear import hear
from bot.platforms.slack.pace import Pace
from bot.platforms.slack.place import Homes
from bot.platforms.slack.web import answered
from bot.ports import Clock, Desk

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.authorization import AuthorizeResult
    from slack_sdk.web.async_client import AsyncWebClient

RETRY = 5.0
"""Seconds between two tries to reach Slack."""

GRACE = 5.0
"""Seconds that answers under way have at a stop."""

Serve = Callable[["AsyncApp"], Awaitable[None]]
"""Brings what Slack tells to an app until it is cancelled."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Hears one workspace with its bot token, whose tenant is `local`; `serve` brings what Slack tells."""

    client: AsyncWebClient
    serve: Serve
    desk: Desk
    clock: Clock
    pace: Pace

    async def listen(self) -> None:
        """Until cancelled; raise PermanentRefusal if a token is no good."""
        me = await self._known()
        team_id = str(me["team_id"])
        homes = Homes(local=team_id, alone=True)
        app = application(self.client, me)
        answers = Answers(desk=self.desk, homes=homes, clock=self.clock, pace=self.pace)
        arrivals = Arrivals(desk=self.desk, homes=homes)
        hear(app, answers)
        arrivals.on(app)
        try:
            catching_up = asyncio.create_task(arrivals.catch_up(self.client, team_id))
            await self.serve(app)
        finally:
            catching_up.cancel()
            await answers.working.drain(GRACE)

    async def _known(self) -> Any:
        """Who the bot is, as soon as Slack can be reached."""
        while True:
            try:
                return (await answered(self.client, "auth.test")).data
            except (RetryableRefusal, AmbiguousOutcome) as error:
                log.warning("Slack is away", extra={"action": "login_failed", "code": error.code})
                await asyncio.sleep(RETRY)


def application(client: AsyncWebClient, me: Any) -> AsyncApp:
    """Bolt's app for one workspace; `me` is what auth.test says of the token, which it need not ask again."""
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.authorization import AuthorizeResult

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=me.get("enterprise_id"),
            team_id=me["team_id"],
            bot_user_id=me["user_id"],
            bot_id=me.get("bot_id"),
            bot_token=client.token,
        )

    bare = with_token(client, None)  # Bolt warns of a token beside an `authorize`
    return AsyncApp(name="communique", client=bare, authorize=authorize, request_verification_enabled=False)
