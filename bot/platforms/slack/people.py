"""Who acts in Slack, and whether Slack itself says that they may manage a channel."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.domain.request import Person
from bot.errors import DeliveryError, PermanentRefusal
from bot.platforms.slack.markup import Json
from bot.platforms.slack.place import is_direct
from bot.platforms.slack.web import read
from bot.texts import Language

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

PAGE, PAGES_MOST = 200, 25
"""Channels of one person that are looked through."""

ADMIN = ("is_admin", "is_owner", "is_primary_owner")
GUEST = ("is_restricted", "is_ultra_restricted")

log = logging.getLogger(__name__)


async def person_in(client: AsyncWebClient, user_id: str, channel_id: str, team_id: str) -> Person:
    """The person as the workspace `team_id`, or the organisation of that id, knows them now.

    In a channel, workspace admins and owners and who made the channel may manage it, guests never, nor who
    comes from another workspace into a shared channel: an admin is one at home. A direct message is the
    person's own. The sources are the workspace's: having a direct message gives no right to
    them. What Slack does not tell is taken as no, and said to be unsure where it may tell soon.
    """
    told = await _asked(client, "users.info", {"user": user_id, "include_locale": "true"}, "user")
    user = told or {}
    profile: Json = user.get("profile") or {}
    name = profile.get("display_name") or user.get("real_name") or user.get("name") or ""
    ours = told is None or _belongs(user, team_id)
    may = ours and await _may_manage(client, told, user_id, channel_id)
    manages = may is True
    return Person(
        id=user_id,
        name=str(name),
        zone=str(user.get("tz") or ""),
        may_manage=manages,
        may_source=manages and (_is_admin(user) or not is_direct(channel_id)),
        unsure=may is None,
        language=Language.of_locale(str(user.get("locale") or "")),
    )


async def _may_manage(
    client: AsyncWebClient, user: Json | None, user_id: str, channel_id: str
) -> bool | None:
    """Whether they may; None where Slack does not say now."""
    if user is None:
        return None
    if not user or user.get("deleted") or any(user.get(flag) for flag in GUEST):
        return False
    if is_direct(channel_id) or _is_admin(user):
        return True
    if not channel_id:
        return False  # a home page is in no channel
    channel = await _asked(client, "conversations.info", {"channel": channel_id}, "channel")
    return channel if channel is None else channel.get("creator") == user_id


def _belongs(user: Json, team_id: str) -> bool:
    """Whether a person is of this workspace, or of this organisation (docs.slack.dev, "User object")."""
    inside: Json = user.get("enterprise_user") or {}
    return team_id in {user.get("team_id"), inside.get("enterprise_id"), *(inside.get("teams") or ())}


def _is_admin(user: Json) -> bool:
    return any(user.get(flag) for flag in ADMIN)


async def _asked(client: AsyncWebClient, method: str, arguments: Json, part: str) -> Json | None:
    """That part of an answer, empty where Slack refuses it for good; None where it does not answer now."""
    try:
        found: Json = (await read(client, method, arguments)).get(part) or {}
    except DeliveryError as error:
        log.warning("Slack does not say", extra={"action": "not_told", "method": method, "code": error.code})
        return {} if isinstance(error, PermanentRefusal) else None
    return found


async def channels_of(client: AsyncWebClient, user_id: str = "") -> tuple[str, ...]:
    """The channels that a person and the bot both are in, or all of the bot's own; raise DeliveryError."""
    arguments: Json = {"types": "public_channel,private_channel", "exclude_archived": "true"}
    arguments |= {"limit": str(PAGE), **({"user": user_id} if user_id else {})}
    found: list[str] = []
    for _ in range(PAGES_MOST):
        answer = await read(client, "users.conversations", arguments)
        found += [str(one["id"]) for one in answer["channels"]]
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            break
        arguments["cursor"] = cursor
    return tuple(found)
