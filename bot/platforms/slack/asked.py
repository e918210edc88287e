"""One thing that somebody did in Slack, and where, as a payload says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.channel import Channel
from bot.domain.request import Person
from bot.platforms.slack.answering import Way
from bot.platforms.slack.markup import Json
from bot.platforms.slack.people import person_in
from bot.platforms.slack.place import Homes

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What it needs to be answered."""

    client: AsyncWebClient
    way: Way
    channel: Channel
    team: str
    event_id: str
    home: bool = False

    @classmethod
    def of(
        cls,
        *,
        client: AsyncWebClient,
        homes: Homes,
        context: AsyncBoltContext,
        body: Json,
        channel: str,
        user: str,
        thread: str = "",
        url: str = "",
        home: bool = False,
    ) -> Asked:
        """By the ids of a payload; `url` answers where the payload names no response URL of its own."""
        url = str(body.get("response_url") or url)
        return cls(
            client=client,
            way=Way(client=client, channel=channel, user=user, thread=thread, url=url),
            channel=homes.channel(team_of(context), channel),
            team=homes.team(team_of(context)),
            event_id=str(body.get("trigger_id") or ""),
            home=home,
        )

    async def person(self) -> Person:
        """Who did it, and what Slack says now of their rights here."""
        return await person_in(self.client, self.way.user, self.channel.channel_id, self.team)


def team_of(context: Any) -> str:
    """The workspace of a request, or the organisation where the bot is installed for all of one."""
    whole = context.is_enterprise_install or not context.team_id
    return str((context.enterprise_id if whole else context.team_id) or "")
