"""The user groups of a workspace: who may be pinged before a deadline."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.form import Choice
from bot.errors import DeliveryError
from bot.platforms.slack.web import read

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

MOST = 100
"""Options of a search field (docs.slack.dev, "External data source select")."""

FRESH = timedelta(minutes=1)
"""Slack takes usergroups.list some 20 times a minute (docs.slack.dev, "Rate Limits", tier 2)."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Groups:
    """The groups of each workspace, by its token: looked up once a minute, not at each keystroke."""

    kept: dict[str, tuple[datetime, tuple[Choice, ...]]] = field(default_factory=dict)

    async def of(self, client: AsyncWebClient, now: datetime) -> tuple[Choice, ...]:
        """The groups by their handles; none where Slack does not tell, since nothing depends on them."""
        self.kept = {key: one for key, one in self.kept.items() if now - FRESH < one[0] <= now}
        key = client.token or ""
        if key not in self.kept:
            found = await _told(client)
            if found is None:
                return ()
            self.kept[key] = (now, found)
        return self.kept[key][1]


async def _told(client: AsyncWebClient) -> tuple[Choice, ...] | None:
    try:
        answer = await read(client, "usergroups.list", {})
    except DeliveryError as error:
        log.warning("no user groups", extra={"action": "not_told", "code": error.code})
        return None
    found = [Choice(value=one["id"], label=f"@{one['handle']}") for one in answer["usergroups"]]
    return tuple(found[:MOST])
