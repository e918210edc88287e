"""The real clock and a real thread: the only reader of the time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

T = TypeVar("T")


class SystemClock:
    """The Clock port on the system's clock."""

    def now(self) -> datetime:
        """The present instant in UTC."""
        return datetime.now(UTC)


async def run_in_thread(function: Callable[..., T], /, *args: object) -> T:
    """The RunCpu port on a worker thread: the event loop keeps turning meanwhile."""
    return await asyncio.to_thread(function, *args)
