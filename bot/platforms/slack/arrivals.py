"""Channels and workspaces that the bot comes to and leaves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Platform
from bot.domain.request import Arrival, Person
from bot.errors import DeliveryError, StoreError
from bot.platforms.slack.asked import team_of
from bot.platforms.slack.markup import Json
from bot.platforms.slack.people import channels_of
from bot.platforms.slack.place import Homes
from bot.ports import Desk

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp, AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

WAITS = (1.0, 4.0, 15.0, 60.0)
"""Seconds between tries while the store is locked: Slack was told already that we have the event."""

LEFT = ("channel_left", "group_left", "channel_archive", "group_archive", "channel_deleted", "group_deleted")
BACK = ("channel_unarchive", "group_unarchive")

log = logging.getLogger(__name__)

Forget = Callable[[str], Awaitable[None]]
"""What is to be forgotten of a workspace by its id, when the bot was removed from it."""


async def nothing(_team_id: str) -> None:
    """Nothing is kept of a workspace beside what the desk has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """The handlers of coming and going; `forget` is told of each workspace that the bot left."""

    desk: Desk
    homes: Homes
    forget: Forget = nothing

    def on(self, app: AsyncApp) -> None:
        """Register the handlers."""
        app.event("member_joined_channel")(self.on_joined)
        app.event("member_left_channel")(self.on_member_left)
        for name in LEFT:
            app.event(name)(self.on_left)
        for name in BACK:
            app.event(name)(self.on_back)
        app.event("app_uninstalled")(self.on_uninstalled)
        app.event("tokens_revoked")(self.on_revoked)

    async def on_joined(self, event: Json, body: Json, context: AsyncBoltContext) -> None:
        """The bot was added to a channel."""
        if event.get("user") == context.bot_user_id:
            inviter = str(event.get("inviter") or "")
            person = Person(id=inviter) if inviter else None
            await self._joined(context, str(event["channel"]), str(body.get("event_id") or ""), person)

    async def on_back(self, event: Json, body: Json, context: AsyncBoltContext) -> None:
        """A channel is no longer archived."""
        await self._joined(context, str(event["channel"]), str(body.get("event_id") or ""), None)

    async def on_member_left(self, event: Json, context: AsyncBoltContext) -> None:
        """The bot was removed from a channel."""
        if event.get("user") == context.bot_user_id:
            await self.on_left(event, context)

    async def on_left(self, event: Json, context: AsyncBoltContext) -> None:
        """The bot is in a channel no more, or the channel is none any more."""
        tenant = self.homes.tenant(team_of(context))
        channel_id = str(event["channel"])
        await _persistently(lambda: self.desk.removed(Platform.SLACK, tenant, channel_id))

    async def on_uninstalled(self, context: AsyncBoltContext) -> None:
        """The bot was removed from the workspace: nothing goes there from now on."""
        team_id = team_of(context)
        await _persistently(lambda: self.desk.removed(Platform.SLACK, self.homes.tenant(team_id)))
        await _persistently(lambda: self.forget(team_id))

    async def on_revoked(self, event: Json, context: AsyncBoltContext) -> None:
        """The bot's own token is void, or only some person's."""
        if (event.get("tokens") or {}).get("bot"):
            await self.on_uninstalled(context)

    async def catch_up(self, client: AsyncWebClient, team_id: str) -> None:
        """Channels to which the bot was added while nobody listened are greeted now."""
        try:
            there = await channels_of(client)
        except DeliveryError as error:
            about = {"action": "not_told", "code": error.code}
            log.warning("Slack does not say which channels the bot is in", extra=about)
            return
        tenant = self.homes.tenant(team_id)
        known = {one.channel_id for one in await self.desk.channels(Platform.SLACK, tenant)}
        for channel_id in there:
            if channel_id not in known:
                arrival = Arrival(
                    channel=self.homes.channel(team_id, channel_id), event_id=f"member-{channel_id}"
                )
                await self.desk.joined(arrival)

    async def _joined(self, context: Any, channel_id: str, event_id: str, person: Person | None) -> None:
        channel = self.homes.channel(team_of(context), channel_id)
        arrival = Arrival(channel=channel, event_id=event_id, person=person)
        await _persistently(lambda: self.desk.joined(arrival))


async def _persistently(act: Callable[[], Awaitable[None]]) -> None:
    """Do what may be done twice, again while the store cannot be written."""
    for wait in (*WAITS, None):
        try:
            await act()
        except StoreError:
            if wait is None:
                raise
            await asyncio.sleep(wait)
        else:
            return
