"""A source is added: found behind the address that was given, shown, and only then kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from urllib.parse import urlsplit

from bot.domain.fetched import Fetched, Item, Reading
from bot.domain.source import Health, Kind, Source, called, of_the_web, one_address
from bot.errors import FetchError, InputError
from bot.gather.choose import choose
from bot.gather.take import Take
from bot.gather.timing import FIRST
from bot.ports import Change, Clock, Fetcher, Reader, RunCpu, Store, UnitOfWork
from bot.texts import say

SHOWN = 5
"""How many items a preview shows."""

TRIED = 3
"""How many of the feeds that a page names are tried."""

MAX_SOURCES = 2_000
"""For one tenant: what one process polls in a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What stands at an address. `newest` are its first items, `keeps` how many a first look would keep.

    `of` is how many items there are, `fetched` the answer that holds them.
    """

    source: Source
    newest: tuple[Item, ...]
    keeps: int
    of: int
    trouble: str = ""
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSource:
    """The use case, in two steps: what was previewed is what is kept."""

    store: Store
    clock: Clock
    run_cpu: RunCpu
    fetcher: Fetcher
    reader: Reader

    async def preview(self, tenant_id: str, typed: str, *, name: str = "", who: str = "") -> Preview:
        """What would be kept of the source behind an address; nothing is stored.

        A web page stands for the feed that it names, or for itself if it names none. Raise InputError for an
        address that is none or that the tenant has already, FetchError for one that cannot be read.
        """
        url = address(typed)
        await self._must_be_new(tenant_id, url)
        shown = await self.look_at(tenant_id, url, name=name, who=who)
        if shown.source.url != url:
            await self._must_be_new(tenant_id, shown.source.url)
        return shown

    async def look_at(self, tenant_id: str, typed: str, *, name: str = "", who: str = "") -> Preview:
        """The same of any address, whether the tenant has it already or not."""
        url, now = address(typed), self.clock.now()
        asked, fetched, reading = await self._found(url, now)
        final = one_address(fetched.moved or asked)
        source = Source(
            tenant_id=tenant_id,
            id=source_id(tenant_id, final),
            url=final,
            kind=reading.kind,
            name=called(name) or _name(reading, final),
            added=now,
            due=now,
            every=FIRST,
            who=who,
        )
        chosen = choose(reading.items, {}, now, first=True)
        return Preview(
            source=source,
            newest=chosen.take[:SHOWN] or reading.items[:SHOWN],
            keeps=len(chosen.take),
            of=len(reading.items),
            trouble=say("source.cut") if fetched.cut or reading.cut else reading.trouble,
            fetched=fetched,
        )

    async def keep(self, source: Source) -> Source:
        """Keep a previewed source, due at once; raise InputError if it was added meanwhile."""
        now = self.clock.now()
        fresh = replace(source, added=now, due=now)
        async with self.store.write() as unit:
            await _room(unit, source.tenant_id)
            try:
                await unit.sources.add(fresh)
            except ValueError:
                raise _there_already(source.url) from None
            what = say("audit.source_added", name=source.name, url=source.url)
            await unit.audit.note(source.tenant_id, Change(at=now, who=source.who or "terminal", what=what))
        return fresh

    async def _found(self, url: str, now: datetime) -> tuple[str, Fetched, Reading]:
        """What stands at the address, or at the first feed that it names, and which of the two it was."""
        fetched, reading = await self._read(url, now)
        take = Take(
            clock=self.clock,
            run_cpu=self.run_cpu,
            fetcher=self.fetcher,
            reader=self.reader,
            full_text=False,
        )
        for feed in reading.feeds[:TRIED] if reading.kind is Kind.PAGE else ():
            try:
                inner, found = await self._read(feed, now)
            except FetchError:
                continue  # the next one may do; the page itself is the last resort
            if found.kind is not Kind.PAGE:
                return feed, inner, await take.whole(inner, found, now)
        if reading.kind is Kind.PAGE:  # it is going to be polled: its robots.txt has a say, as it has then
            fetched, reading = await self._read(url, now, ask_robots=True)
        return url, fetched, await take.whole(fetched, reading, now)

    async def _read(self, url: str, now: datetime, *, ask_robots: bool = False) -> tuple[Fetched, Reading]:
        fetched = await self.fetcher.fetch(url, ask_robots=ask_robots)
        if fetched.body is None:
            raise FetchError(say("source.nothing"), health=Health.MANGLED)
        return fetched, await self.run_cpu(self.reader.source, fetched, now)

    async def _must_be_new(self, tenant_id: str, url: str) -> None:
        async with self.store.read() as unit:
            every = await unit.sources.every(tenant_id)
        if any(url in (one.url, one.moved_from) for one in every):
            raise _there_already(url)


def address(typed: str) -> str:
    """The address that a person means; `https://` may be left out, `feed:` before it. Raise InputError.

    However it is typed, one feed has one address (see `one_address`).
    """
    text = typed.strip().strip("<>").partition("|")[0]  # <https://…|words>, as Slack writes addresses
    text = of_the_web(text)
    url = text if "://" in text else f"https://{text.removeprefix('//')}"
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if not parts.hostname or " " in text:
        raise InputError(say("source.no_address", text=text[:80]), todo=say("source.no_address.fix"))
    return one_address(url)


def source_id(tenant_id: str, url: str) -> str:
    """The id of a tenant's source by the address it was added under: 10 hexadecimal digits."""
    return blake2b(f"{tenant_id}\x1f{url}".encode(errors="surrogatepass"), digest_size=5).hexdigest()


def _name(reading: Reading, url: str) -> str:
    return called(reading.title) or (urlsplit(url).hostname or url).removeprefix("www.")


def _there_already(url: str) -> InputError:
    return InputError(say("source.there", url=url), todo=say("source.see_list"))


async def _room(unit: UnitOfWork, tenant_id: str) -> None:
    if len(await unit.sources.every(tenant_id)) >= MAX_SOURCES:
        raise InputError(say("source.full", limit=MAX_SOURCES), todo=say("source.full.fix"))
