"""A person's home page: shown when they look at it, and what its buttons do."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.action import Action
from bot.domain.channel import Platform
from bot.domain.reply import Failure, Reply
from bot.errors import DeliveryError
from bot.platforms.slack.answering import patiently
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.asked import Asked, team_of
from bot.platforms.slack.home import home_view
from bot.platforms.slack.markup import Json
from bot.platforms.slack.people import channels_of, person_in
from bot.platforms.slack.web import call
from bot.texts import say, speaking

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HomePage:
    """The handlers of the home page."""

    answers: Answers

    def on(self, app: AsyncApp) -> None:
        """Register the handler; buttons come with those of messages."""
        app.event("app_home_opened")(self.on_opened)

    async def on_opened(self, event: Json, client: AsyncWebClient, context: AsyncBoltContext) -> None:
        """Somebody looks at the home page."""
        if event.get("tab") == "home":
            async with self.answers.working.counted():
                await self.publish(client, context, str(event["user"]))

    async def pressed(
        self, action: Json, body: Json, client: AsyncWebClient, context: AsyncBoltContext
    ) -> None:
        """A button beside a channel on the page: it counts only if Slack says they are in it."""
        user_id, channel_id = body["user"]["id"], str(action.get("value") or "")
        asked = Asked.of(
            client=client,
            homes=self.answers.homes,
            context=context,
            body=body,
            channel=channel_id,
            user=user_id,
            home=True,
        )

        async def answer() -> Reply | None:
            if channel_id not in await channels_of(client, user_id):
                return Reply(failure=Failure(what=say("slack.not_yours")))
            return await self.answers.pressed(asked, Action.read(str(action.get("action_id") or "")))

        await self.answers.show(asked, answer())

    async def publish(self, client: AsyncWebClient, context: AsyncBoltContext, user_id: str) -> None:
        """Draw the page anew; what keeps it from being shown is logged."""
        team_id, homes, desk = team_of(context), self.answers.homes, self.answers.desk
        try:
            theirs = set(await channels_of(client, user_id))
            served = await desk.channels(Platform.SLACK, homes.tenant(team_id))
            person = await person_in(client, user_id, "", homes.team(team_id))
            home = await desk.home(person, [one for one in served if one.channel_id in theirs])
            with speaking(home.language):
                view = {"user_id": user_id, "view": home_view(home)}
            await patiently(lambda: call(client, "views.publish", view))
        except DeliveryError as error:
            about = {"action": "home_failed", "code": error.code}
            log.warning("a home page could not be shown", extra=about, exc_info=True)
