"""Socket Mode: one connection over which Slack tells what is said, taken up again whenever it is lost."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

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
    """Bring what Slack tells until cancelled; `app_token` opens the connections."""
    while True:
        await _connected(app, client, app_token)


async def _connected(app: AsyncApp, client: AsyncWebClient, app_token: str) -> None:
    """Serve one connection and those that follow it; return when none comes about any more."""
    from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler

    handler = AsyncSocketModeHandler(app, app_token, web_client=client, ping_interval=PING)
    connecting = asyncio.create_task(handler.client.connect_to_new_endpoint())
    lost = 0.0
    try:
        while lost < LOST:
            await asyncio.sleep(LOOK)
            lost = 0.0 if await handler.client.is_connected() else lost + LOOK
        log.warning("no connection to Slack", extra={"action": "connection_lost"})
    finally:
        connecting.cancel()
        await handler.client.close()  # type: ignore[no-untyped-call] # the library's own
