"""What polls the world: the sources of a tenant, the network, and what reads its answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.fetched import Fetched, Page, Reading
from bot.domain.source import NEVER_ASKED, Dealt, Source, Validators


class Sources(Protocol):
    """The sources of all tenants, and which items of each were dealt with."""

    async def add(self, source: Source) -> None:
        """Keep a new source; raise ValueError if the tenant has one with its id or address."""
        ...

    async def put(self, source: Source) -> bool:
        """Keep the new state of a source; False, and nothing is kept, if it is not there any more."""
        ...

    async def put_all(self, sources: Sequence[Source]) -> None:
        """Keep the new states of sources that are there, in one go; one that is gone stays gone."""
        ...

    async def get(self, tenant_id: str, source_id: str) -> Source | None:
        """The source with that id, None if there is none."""
        ...

    async def those(self, keys: Sequence[tuple[str, str]]) -> tuple[Source, ...]:
        """The sources with these tenants and ids, in no order; those that are not there are left out."""
        ...

    async def every(self, tenant_id: str) -> tuple[Source, ...]:
        """The sources of a tenant, by name, then id."""
        ...

    async def put_looks(self, sources: Sequence[Source]) -> None:
        """Keep of sources that are there only what a look without news changes, in one go.

        That is when they are due, how often, and when they were checked and read; all else stays as it is.
        """
        ...

    async def claim(self, now: datetime, until: datetime, limit: int, owner: str = "") -> tuple[Source, ...]:
        """At most `limit` sources that are due, those due longest first, as they were before.

        Each is made due at `until`, so that nobody else takes it before then, and it is taken up again then
        if this process dies: earlier if `owner`, its name (see Life), is released. Those of a tenant that
        removed the bot wait for it to come back.
        """
        ...

    async def claimants(self) -> frozenset[str]:
        """The owners that have sources claimed."""
        ...

    async def release(self, owners: Collection[str], now: datetime) -> int:
        """Make due what these had claimed; how many sources that were."""
        ...

    async def give_back(self, sources: Collection[Source]) -> None:
        """Make sources that were claimed and not looked at due again as they were before."""
        ...

    async def wake(self, now: datetime) -> int:
        """Make due what a clock that was ahead put off; how many that were.

        So were a source that was added or looked at later than now, and one that waits longer than any does.
        """
        ...

    async def failing(self, tenant_id: str, at: datetime) -> int:
        """How many sources of a tenant fail now and did so already then, less those paused by hand."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next source is due, None if there is none."""
        ...

    async def drop(self, tenant_id: str, source_id: str) -> bool:
        """Forget a source and what is known of its items; its articles stay. Whether it was there."""
        ...

    async def known(self, tenant_id: str, source_id: str, keys: Sequence[str]) -> Mapping[str, str]:
        """The items with these keys that were dealt with, each with the digest it had."""
        ...

    async def know(self, looks: Sequence[Dealt]) -> None:
        """Keep that these items were dealt with, or were there again."""
        ...

    async def forget(self, before: datetime) -> int:
        """Forget the items that were last there before then; how many.

        What stood in its source when that was last read is kept, however long ago that is.
        """
        ...


class Fetcher(Protocol):
    """Fetches pages and feeds; refuses every address that is neither public nor allowed by the settings."""

    async def fetch(
        self, url: str, *, validators: Validators = NEVER_ASKED, ask_robots: bool = False
    ) -> Fetched:
        """The answer after at most 5 redirects, and as many seconds and bytes as the settings allow.

        Waits its turn: few requests at a time to one host, with a delay in between. `ask_robots` obeys the
        host's robots.txt (RFC 9309). Raise FetchError, which says what happened in words and as a Health.
        """
        ...


class Reader(Protocol):
    """Reads what was fetched. Pure and safe with hostile input, but slow: to be run through RunCpu."""

    def source(self, fetched: Fetched, now: datetime) -> Reading:
        """What stands there: a feed, a sitemap or a page. Raise FetchError (MANGLED) if nothing can be read.

        `now` is only for not believing dates that lie ahead.
        """
        ...

    def page(self, fetched: Fetched, now: datetime) -> Page:
        """The article of a web page. Raise FetchError (MANGLED) if nothing can be read."""
        ...
