"""The user groups of a workspace: who may be pinged before a deadline."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.domain.form import Choice
from bot.errors import DeliveryError
from bot.platforms.slack.web import read

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

MOST = 100
"""Options of a search field (docs.slack.dev, "External data source select")."""

log = logging.getLogger(__name__)


async def groups(client: AsyncWebClient) -> tuple[Choice, ...]:
    """The groups by their handles; none where Slack does not tell, since nothing depends on them."""
    try:
        answer = await read(client, "usergroups.list", {})
    except DeliveryError as error:
        log.warning("no user groups", extra={"action": "not_told", "code": error.code})
        return ()
    found = [Choice(value=one["id"], label=f"@{one['handle']}") for one in answer["usergroups"]]
    return tuple(found[:MOST])
