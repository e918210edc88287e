"""Socket Mode: one connection over which Slack tells what is said, taken up again whenever it is lost."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.errors import PermanentRefusal
from bot.platforms.slack.web import refused
from bot.texts import say

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_sdk.web.async_client import AsyncWebClient

LOST = 45.0
"""Seconds without a connection after which a new one is begun from scratch.

The library tries the same address for ever, and an address serves once.
"""

LOOK = 1.0
PING = 5.0

log = logging.getLogger(__name__)


async def by_socket(app: AsyncApp, client: AsyncWebClient, app_token: str) -> None:
    """Bring what Slack tells until cancelled; `app_token` opens the connections.

    Raise PermanentRefusal if Slack opens none at the start. Later a refusal may be Slack's own trouble.
    """
    await _connected(app, client, app_token, first=True)
    while True:
        await _connected(app, client, app_token, first=False)


async def _connected(app: AsyncApp, client: AsyncWebClient, app_token: str, *, first: bool) -> None:
    """Serve one connection and those that follow it; return when none comes about any more."""
    from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler

    handler = AsyncSocketModeHandler(app, app_token, web_client=client, ping_interval=PING)
    connecting = asyncio.create_task(handler.client.connect_to_new_endpoint())
    lost = 0.0
    try:
        while lost < LOST:
            await asyncio.sleep(LOOK)
            lost = 0.0 if await handler.client.is_connected() else lost + LOOK
            if first and connecting.done() and not connecting.cancelled():
                _require(connecting.exception())
        log.warning("no connection to Slack", extra={"action": "connection_lost"})
    finally:
        connecting.cancel()
        await handler.client.close()  # type: ignore[no-untyped-call] # the library's own


def _require(error: BaseException | None) -> None:
    """Raise what Slack refuses for good, with what helps."""
    from slack_sdk.errors import SlackApiError

    told = refused(error) if isinstance(error, SlackApiError) else None
    if isinstance(told, PermanentRefusal):
        raise PermanentRefusal(told.what, code=told.code, todo=say("fix.slack.app_token")) from error
