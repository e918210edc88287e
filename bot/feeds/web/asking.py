"""One request over aiohttp: its turn, its time, and what came back or went wrong."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field

import aiohttp
from yarl import URL

from bot.domain.source import Health
from bot.errors import FetchError
from bot.feeds.web.answer import Answer
from bot.feeds.web.connecting import GuardedConnector, Unsafe
from bot.feeds.web.decoding import Undecodable, Unpacking
from bot.feeds.web.headers import retry_after
from bot.feeds.web.limits import Limits
from bot.feeds.web.rests import Rests
from bot.feeds.web.turns import Turns
from bot.ports import Clock
from bot.texts import say


@dataclass(slots=True, kw_only=True)
class Asking:
    """Asks within `limits`; the session's connector must be `connector`.

    `rests` hears who asks for fewer requests.
    """

    session: aiohttp.ClientSession
    connector: GuardedConnector
    clock: Clock
    limits: Limits
    rests: Rests
    turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        """Take the limits over."""
        self.turns = Turns(self.limits.per_host, self.limits.delay)

    async def ask(
        self, url: URL, headers: Mapping[str, str], *, most: int | None = None, delay: float = 0.0
    ) -> Answer:
        """One request. Raise FetchError for anything that is no answer."""
        async with self.turns.turn(url.host or "", delay):
            try:
                async with asyncio.timeout(self.limits.timeout):
                    if self.limits.proxy:
                        await self.connector.check(url.raw_host or "", url.port or 0)
                    answer = await self._answer(url, headers, most or self.limits.most)
            except TimeoutError:
                what = say("fetch.timeout", seconds=f"{self.limits.timeout:g}")
                raise FetchError(what, health=Health.TIMEOUT) from None
            except Unsafe as error:
                raise error.error from None
            except (aiohttp.ClientError, ssl.SSLError, OSError, ValueError) as error:
                raise trouble(error, url) from None
            if not answer.succeeded:
                now = self.clock.now()
                wait = retry_after(answer.headers.get("Retry-After", ""), now)
                self.rests.note(url, answer.status, wait, now)
            return answer

    async def _answer(self, url: URL, headers: Mapping[str, str], most: int) -> Answer:
        request = self.session.get(
            url,
            headers=headers,
            allow_redirects=False,
            proxy=self.limits.proxy or None,
            max_line_size=16 * 1024,
            max_field_size=16 * 1024,
        )
        async with request as response:
            bare = Answer.of(response, b"")
            if not bare.succeeded:
                response.close()  # what an error page says is not read
                return bare
            return await self._body(response, most)

    async def _body(self, response: aiohttp.ClientResponse, most: int) -> Answer:
        try:
            unpacking = Unpacking(response.headers.get("Content-Encoding", ""), most)
        except Undecodable as error:
            response.close()
            return Answer.of(response, b"", cut=True, trouble=str(error))
        trouble_seen = ""
        try:
            async for portion in response.content.iter_any():
                unpacking.feed(portion)
                if unpacking.full:
                    response.close()
                    break
        except (aiohttp.ClientPayloadError, aiohttp.ClientConnectionError, Undecodable) as error:
            trouble_seen = str(error)[:80] or type(error).__name__
        if unpacking.plain and unpacking.ended_early:  # a server may close in good order what its proxy lost
            trouble_seen = trouble_seen or "the compression has no end"
        cut = bool(trouble_seen) or unpacking.full or not unpacking.whole
        return Answer.of(response, bytes(unpacking.plain), cut=cut, trouble=trouble_seen)


def trouble(error: Exception, url: URL) -> FetchError:
    """What went wrong on the way, in words."""
    host = url.host
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return FetchError(say("fetch.dns", host=host), health=Health.UNREACHABLE)
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return FetchError(say("fetch.tls", host=host), health=Health.UNREACHABLE)
    if isinstance(error, aiohttp.InvalidURL):
        return FetchError(say("fetch.odd", url=str(url)[:80]), health=Health.UNSAFE)
    if isinstance(error, aiohttp.ClientResponseError | ValueError):
        return FetchError(say("fetch.framing", host=host), health=Health.MANGLED)
    return FetchError(say("fetch.connection", host=host), health=Health.UNREACHABLE)
