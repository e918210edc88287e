"""Waiting for a database that another program has locked, instead of giving up at the start."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from bot.errors import StoreUnavailable
from bot.runner.board import Board
from bot.runner.health import OK

T = TypeVar("T")

PAUSE = timedelta(seconds=1)
"""Between two tries; each of them waits for the lock itself as well."""

PART = "database"

PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "PostgreSQL 55P03", "PostgreSQL 57P03")
"""References of what passes by itself: somebody writes, or a server is just starting."""

log = logging.getLogger(__name__)


async def while_locked(board: Board, act: Callable[[], Awaitable[T]]) -> T:
    """The result of `act`, tried again for as long as the database is locked or its server starts.

    The board says so meanwhile. Every other StoreUnavailable is raised: waiting mends no right, no damage and
    no full disk.
    """
    while True:
        try:
            result = await act()
        except StoreUnavailable as error:
            if not error.reference.startswith(PASSING):
                raise
            log.warning(str(error), extra={"action": "database_locked"})
            board.say(PART, str(error))
            await asyncio.sleep(PAUSE.total_seconds())
        else:
            board.say(PART, OK)
            return result
