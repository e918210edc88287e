"""What stands at an address is kept once, without making a source of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.source import Kind, Source
from bot.errors import FetchError
from bot.gather.adding import address, source_id
from bot.gather.advice import refused
from bot.gather.pipeline import Gather
from bot.ingest.pipeline import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """The use case. Running it again on the same answer changes nothing."""

    gather: Gather

    async def run(self, tenant_id: str, typed: str) -> Report:
        """Keep every item of a feed or sitemap, or the one article of a page.

        Raise InputError for what is no address, FetchError with what the server answered.
        """
        url, now = address(typed), self.gather.clock.now()
        try:
            fetched = await self.gather.fetcher.fetch(url)
            reading = await self.gather.run_cpu(self.gather.reader.source, fetched, now)
            take = replace(self.gather.take, pages=len(reading.items))
            reading = await take.whole(fetched, reading, now)
        except FetchError as error:
            raise refused(url, error) from None
        source = Source(
            tenant_id=tenant_id,
            id=source_id(tenant_id, url),
            url=url,
            kind=Kind.FEED,
            name="",
            added=now,
            due=now,
            every=timedelta(0),
        )
        taken = await take.entries(source, reading, reading.items)
        return await self.gather.ingest.keep(tenant_id, taken.entries)
