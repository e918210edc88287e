"""What only Slack can tell of the set-up: whether its tokens are good, their rights, each channel's door."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.domain.channel import Channel
from bot.errors import DeliveryError, PermanentRefusal
from bot.platforms.probed import Probed
from bot.platforms.slack.install.scopes import SCOPES
from bot.platforms.slack.refusals import fix
from bot.platforms.slack.web import answered, read, web_client
from bot.texts import say

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient
    from slack_sdk.web.async_slack_response import AsyncSlackResponse

LACKING = "missing_scope"


async def probe(
    bot_token: str, app_token: str, base_url: str, channels: Sequence[Channel]
) -> tuple[Probed, ...]:
    """Ask Slack about both tokens and each channel; an empty token is not asked about. Changes nothing."""
    found: list[Probed] = []
    async with web_client(bot_token, base_url) as client:
        found.append(await _bot_token(client))
        if found[0].error is None or found[0].error.code == LACKING:
            found += [await _channel(client, channel) for channel in channels]
    if app_token:
        async with web_client(app_token, base_url) as client:
            found.append(await _app_token(client))
    return tuple(found)


async def _bot_token(client: AsyncWebClient) -> Probed:
    check = "slack bot token"
    try:
        answer = await answered(client, "auth.test")
    except DeliveryError as error:
        return Probed(check=check, error=error)
    missing = lacking(answer)
    if missing:
        return Probed(check=check, error=missing)
    return Probed(check=check, seen=f"{answer['user']} in {answer['team']}")


async def _app_token(client: AsyncWebClient) -> Probed:
    check = "slack app token"
    try:
        await answered(client, "apps.connections.open")
    except PermanentRefusal as error:
        refused = PermanentRefusal(error.what, code=error.code, todo=say("fix.slack.app_token"))
        return Probed(check=check, error=refused)
    except DeliveryError as error:
        return Probed(check=check, error=error)
    return Probed(check=check, seen="connections:write")


async def _channel(client: AsyncWebClient, channel: Channel) -> Probed:
    """Its history is asked for: who may read it is a member, and lost answers can be looked up."""
    try:
        await read(client, "conversations.history", {"channel": channel.channel_id, "limit": "1"})
    except DeliveryError as error:
        return Probed(check=str(channel), error=error)
    return Probed(check=str(channel), seen="a member, and may look up what it posted")


def lacking(answer: AsyncSlackResponse) -> PermanentRefusal | None:
    """The scopes that the token of this answer lacks, as Slack tells with every answer; None if none."""
    granted = str(answer.headers.get("x-oauth-scopes", "")).replace(" ", "").split(",")
    missing = [scope for scope in SCOPES if scope not in granted]
    if not missing:
        return None
    what = f"The bot token lacks {', '.join(missing)}"
    return PermanentRefusal(what, code=LACKING, todo=fix(LACKING))
