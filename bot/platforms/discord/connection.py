"""The connection to Discord's gateway: begun as soon as Discord can be reached, and kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from bot.errors import PermanentRefusal, RetryableRefusal
from bot.platforms.discord.rest import refusals

if TYPE_CHECKING:
    from discord import Client

RETRY = 5.0
"""Seconds between two tries to begin."""

CLOSES = {
    4004: "Set COMMUNIQUE_DISCORD__TOKEN to the token of the application's page, Bot, Reset Token",
    4014: "The application does not allow an intent: see its page, Bot, Privileged Gateway Intents",
}
"""Closes after which no reconnecting helps (docs.discord.com, "Gateway Close Event Codes")."""

T = TypeVar("T")

log = logging.getLogger(__name__)


async def patiently(act: Callable[[], Awaitable[T]]) -> T:
    """Do what belongs to the beginning, as soon as Discord can be reached; raise PermanentRefusal."""
    while True:
        try:
            with refusals(sends=False):
                return await act()
        except RetryableRefusal as error:
            log.warning("Discord is away", extra={"action": "login_failed", "code": error.code})
            await asyncio.sleep(max(RETRY, error.wait.total_seconds() if error.wait else 0.0))


async def connected(client: Client) -> None:
    """Until cancelled; lost connections are taken up again. Raise PermanentRefusal for a fatal close."""
    import discord

    try:
        await client.connect(reconnect=True)
    except discord.PrivilegedIntentsRequired as error:
        raise _closed(4014) from error
    except discord.ConnectionClosed as error:
        raise _closed(error.code) from error


def _closed(code: int) -> PermanentRefusal:
    return PermanentRefusal(
        "Discord closed the connection for good",
        code=str(code),
        todo=CLOSES.get(code, "Run communique doctor"),
    )
