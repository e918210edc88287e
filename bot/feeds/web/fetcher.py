"""The Fetcher port over aiohttp: one address, its redirects, and what came of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http import HTTPStatus

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.domain.fetched import Fetched
from bot.domain.source import NEVER_ASKED, Health, Validators
from bot.errors import FetchError
from bot.feeds.web.address import checked
from bot.feeds.web.answer import Answer, refused
from bot.feeds.web.asking import Asking
from bot.feeds.web.connecting import GuardedConnector, LookUps
from bot.feeds.web.decoding import CODINGS
from bot.feeds.web.limits import Limits
from bot.feeds.web.rests import Rests
from bot.feeds.web.robots import MOST_BYTES, Kept, Rules
from bot.ports import Clock, Fetcher
from bot.texts import count, say

MOST_REDIRECTS = 5

ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.8, */*;q=0.5"
)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclass(slots=True, kw_only=True)
class WebFetcher(Fetcher):
    """Fetches within `limits`, with `asking` for each request."""

    asking: Asking
    clock: Clock
    limits: Limits
    robots: Kept = field(default_factory=Kept)

    async def fetch(
        self, url: str, *, validators: Validators = NEVER_ASKED, ask_robots: bool = False
    ) -> Fetched:
        """See Fetcher."""
        first = here = checked(url, self.limits.allowed)
        moved, permanent, seen = None, True, {here}
        while True:
            self._require_awake(here)
            delay = await self._permitted(here) if ask_robots else 0.0
            answer = await self.asking.ask(here, _conditions(validators, once=not ask_robots), delay=delay)
            if answer.status not in _REDIRECTS or not answer.location:
                fetched = self._told(answer, moved, validators)
                # Validators belong to an address: those of another one are neither kept nor told to it.
                is_own = str(here) in (str(first), moved)
                return fetched if is_own else replace(fetched, validators=NEVER_ASKED)
            validators = NEVER_ASKED
            there = self._next(here, answer.location, seen)
            permanent = permanent and answer.status in _PERMANENT
            permanent = permanent and not (here.scheme == "https" and there.scheme == "http")
            moved = str(there) if permanent else moved
            here = there

    def _require_awake(self, url: URL) -> None:
        """Raise FetchError (BUSY) if that host asked for fewer requests just now."""
        left = self.asking.rests.left(url, self.clock)
        if left:
            length = count("minute", -(-left // timedelta(minutes=1)))
            raise FetchError(say("fetch.rests", host=url.host, length=length), health=Health.BUSY, wait=left)

    def _next(self, here: URL, location: str, seen: set[URL]) -> URL:
        """Where a redirect leads; raise FetchError for a circle, too many, or no public address."""
        try:
            joined = here.join(URL(location.strip()))
        except ValueError:
            raise FetchError(say("fetch.odd", url=location[:80]), health=Health.UNSAFE) from None
        there = checked(str(joined), self.limits.allowed)
        if there in seen:
            raise FetchError(say("fetch.circle", url=there), health=Health.CLIENT_ERROR)
        if len(seen) > MOST_REDIRECTS:
            raise FetchError(say("fetch.redirects", most=MOST_REDIRECTS), health=Health.CLIENT_ERROR)
        seen.add(there)
        return there

    def _told(self, answer: Answer, moved: str | None, sent: Validators) -> Fetched:
        now = self.clock.now()
        if answer.status == HTTPStatus.NOT_MODIFIED and sent != NEVER_ASKED:
            fetched = answer.fetched(now)
            kept = Validators(
                etag=fetched.validators.etag or sent.etag,
                last_modified=fetched.validators.last_modified or sent.last_modified,
            )
            return replace(fetched, body=None, validators=kept, moved=moved, cut=False)
        if not answer.succeeded:
            raise refused(answer, now)
        if answer.trouble and not answer.body:
            raise FetchError(say("fetch.undecodable", coding=answer.trouble), health=Health.MANGLED)
        return replace(answer.fetched(now), moved=moved)

    async def _permitted(self, url: URL) -> float:
        """The delay that the host asks for; raise FetchError (FORBIDDEN) if it asks us to stay away."""
        origin, now = str(url.origin()), self.clock.now()
        rules = self.robots.get(origin, now)
        if rules is None:
            rules = await self._rules(url)
            self.robots.put(origin, rules)
        if rules.closed:
            raise FetchError(say("fetch.robots_unread", host=url.host), health=Health.UNREACHABLE)
        if not rules.allow(str(url), self.limits.agent):
            raise FetchError(say("fetch.robots", host=url.host), health=Health.FORBIDDEN)
        return rules.delay(self.limits.agent)

    async def _rules(self, url: URL) -> Rules:
        """What stands at /robots.txt: none with 4xx allows all, no answer or 5xx nothing (RFC 9309, 2.3)."""
        here, now = url.with_path("/robots.txt").with_query(None), self.clock.now()
        try:
            for _ in range(MOST_REDIRECTS):
                answer = await self.asking.ask(here, {}, most=MOST_BYTES)
                if answer.status not in _REDIRECTS or not answer.location:
                    break
                here = checked(str(here.join(URL(answer.location))), self.limits.allowed)
        except (FetchError, ValueError):
            return Rules(read=now, closed=True)
        if answer.succeeded:
            return Rules.of(answer.body.decode("utf-8", "replace"), now)
        return Rules(read=now, closed=answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR)


def _conditions(validators: Validators, *, once: bool) -> dict[str, str]:
    """Of a conditional request (RFC 9110, 13.1).

    A feed is asked `once` in a quarter of an hour or longer: thousands of connections left open until then
    would use up the files that a process may have open. Pages follow one another.
    """
    headers = {
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.last_modified,
        "Connection": "close" if once else "",
    }
    return {name: value for name, value in headers.items() if value}


@asynccontextmanager
async def open_fetcher(
    limits: Limits, clock: Clock, resolver: AbstractResolver | None = None
) -> AsyncIterator[WebFetcher]:
    """A fetcher for the length of the block; `resolver` stands in for that of this machine."""
    proxy_host = URL(limits.proxy).host if limits.proxy else None
    connector = GuardedConnector(
        allowed=limits.allowed,
        proxies=frozenset({proxy_host} if proxy_host else ()),
        resolver=resolver or LookUps(),
    )
    headers = {"User-Agent": limits.user_agent, "Accept": ACCEPT, "Accept-Encoding": CODINGS}
    async with aiohttp.ClientSession(
        connector=connector,
        headers=headers,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
        trust_env=False,
    ) as session:
        asking = Asking(session=session, connector=connector, clock=clock, limits=limits, rests=Rests())
        yield WebFetcher(asking=asking, clock=clock, limits=limits)
