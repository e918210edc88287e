"""What the items of a reading become: entries for ingest, with the text of their pages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.article import RawEntry
from bot.domain.fetched import Fetched, Item, Page, Reading
from bot.domain.source import Health, Kind, Source
from bot.errors import FetchError
from bot.gather.choose import digest
from bot.gather.entries import entry_of, wants_page
from bot.gather.misdated import misdated
from bot.ports import Clock, Fetcher, Reader, RunCpu
from bot.texts import say

PAGES = 20
"""Pages fetched for one source in one look; further items wait for the next one."""

SITEMAPS = 3
"""Sitemaps of an index that are read: the newest, which is where news stands."""

_PASSES = frozenset({Health.TIMEOUT, Health.UNREACHABLE, Health.BUSY, Health.SERVER_ERROR})

FAULTS = (ValueError, TypeError, LookupError, RecursionError, OverflowError)
"""What a fault of ours in reading hostile input looks like: it must stop nothing else, and not be hidden."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """`entries` are to be kept; `done` are the items, key to digest, that need no further look."""

    entries: tuple[RawEntry, ...] = ()
    done: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """Reads on where a source's answer leads elsewhere.

    `full_text` fetches the page of an item that its feed only hints at, for `pages` of them at most, and for
    none any more once `stopping` says so.
    """

    clock: Clock
    run_cpu: RunCpu
    fetcher: Fetcher
    reader: Reader
    full_text: bool
    pages: int = PAGES
    stopping: Callable[[], bool] = lambda: False

    async def whole(self, fetched: Fetched, reading: Reading, now: datetime) -> Reading:
        """The reading with what stands elsewhere: a watched page's text, the sitemaps of an index."""
        if reading.kind is Kind.PAGE:
            page: Page = await self.run_cpu(self.reader.page, fetched, now)
            return replace(reading, items=(item_of(page),))
        return await self._with_sitemaps(reading, now) if reading.more else reading

    async def _with_sitemaps(self, index: Reading, now: datetime) -> Reading:
        """An index with what its sitemaps hold; raise FetchError where none of them can be read."""
        found, broken = index.items, list[FetchError]()
        urls = index.more[:SITEMAPS]
        for url in urls:
            try:
                found += (await self.run_cpu(self.reader.source, await self.fetcher.fetch(url), now)).items
            except FetchError as error:
                broken.append(FetchError(say("source.part", url=url, detail=error.what), health=error.health))
        if len(broken) == len(urls):
            raise broken[0]
        return replace(index, items=found, trouble=broken[0].what if broken else index.trouble)

    async def entries(self, source: Source, reading: Reading, take: Sequence[Item]) -> Taken:
        """What is to be kept of these items; those whose page failed for now are not done with."""
        entries: list[RawEntry] = []
        done: dict[str, str] = {}
        left = self.pages if self.full_text else 0
        now = self.clock.now()
        wrong = misdated(reading.items, now)
        for item in take:
            page, later = None, False
            if self.full_text and reading.kind is not Kind.PAGE and wants_page(item):
                if not left or self.stopping():
                    continue
                left -= 1
                page, later = await self._page(item)
            entry = entry_of(item, page, source, reading, instead=now if item.key in wrong else None)
            entries += [entry] if entry and not (later and not item.text) else []
            done |= {} if later else {item.key: digest(item)}
        return Taken(entries=tuple(entries), done=done)

    async def _page(self, item: Item) -> tuple[Page | None, bool]:
        """The page of an item, and whether it is worth another try."""
        try:
            fetched = await self.fetcher.fetch(item.url or "", ask_robots=True)
            return await self.run_cpu(self.reader.page, fetched, self.clock.now()), False
        except FetchError as error:
            log.info("a page could not be read", extra={"action": "page_failed", "detail": error.what})
            return None, error.health in _PASSES
        except FAULTS:
            log.exception("a page could not be read", extra={"action": "page_fault", "url": item.url})
            return None, False


def item_of(page: Page) -> Item:
    """A watched page as the one item of its source."""
    return Item(
        key=page.url,
        title=page.title,
        url=page.url,
        text=page.text,
        whole=not page.stub,
        published=page.published,
        dated_by=page.dated_by,
        author=page.author,
        outlet=page.outlet,
        language=page.language,
    )
