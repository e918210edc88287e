"""A fetcher over loopback, as the tests of fetching ask it."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

import pytest

from bot.errors import FetchError
from bot.feeds.web.allowed import Allowed
from bot.feeds.web.fetcher import WebFetcher, open_fetcher
from bot.feeds.web.limits import Limits
from tests.fakes.world import SetClock

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
LIMITS = Limits(
    user_agent="Communique/test",
    timeout=45.0,
    delay=0.0,
    most=100_000,
    allowed=Allowed.read(["127.0.0.0/8", "::1"]),
)
TEXT = b"<rss>" + b"The harbour of Velden opened again. " * 500 + b"</rss>"


def fetcher(limits: Limits = LIMITS) -> AbstractAsyncContextManager[WebFetcher]:
    return open_fetcher(limits, SetClock(NOW))


async def failure(url: str, limits: Limits = LIMITS, *, robots: bool = False) -> FetchError:
    async with fetcher(limits) as one:
        with pytest.raises(FetchError) as caught:
            await one.fetch(url, ask_robots=robots)
    return caught.value
