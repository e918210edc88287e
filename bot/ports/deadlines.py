"""The ledger of deadlines, what readers wish of it, and what was promised to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.article import Article
from bot.domain.channel import Channel
from bot.domain.ledger import Entry
from bot.domain.reminder import Promise, Wish


class Ledger(Protocol):
    """The deadline ledger: entries that are never removed, and which article revisions they have taken in."""

    async def put(self, changed: Sequence[Entry]) -> None:
        """Keep entries, replacing those of the same ids."""
        ...

    async def get(self, tenant_id: str, ids: Sequence[str]) -> tuple[Entry, ...]:
        """The entries with these ids, by id; missing ones are left out."""
        ...

    async def between(self, tenant_id: str, first: date, last: date) -> tuple[Entry, ...]:
        """The entries for which anybody reports a day from `first` to `last`, both included, by id."""
        ...

    async def waiting(self, tenant_id: str, engine: str, limit: int) -> tuple[Article, ...]:
        """At most `limit` dated revisions, not only heads, not taken in yet as that engine condenses them.

        Ordered by publication date, then id, then revision.
        """
        ...

    async def absorb(self, tenant_id: str, engine: str, taken: Sequence[tuple[str, int]]) -> None:
        """Note that these (article id, revision) pairs are taken in; the same again changes nothing."""
        ...


class LedgerKeeper(Protocol):
    """Brings the ledger up to date, for those who may only read it."""

    async def run(self, tenant_id: str) -> int:
        """Take in every dated revision of a tenant that is not yet; return how many."""
        ...

    async def waiting(self, tenant_id: str, most: int) -> int:
        """How many dated revisions are not taken in yet, counted up to `most`."""
        ...


class Wishes(Protocol):
    """What channels and their readers want of single entries: mute, snooze, remind me."""

    async def put(self, wish: Wish) -> None:
        """Keep a wish, replacing the earlier one of the same channel, entry and reader."""
        ...

    async def drop(self, channel: Channel, entry_id: str, reader: str = "") -> bool:
        """Forget a wish; False if there is none."""
        ...

    async def of(self, channel: Channel) -> tuple[Wish, ...]:
        """The wishes in a channel, by entry, then reader."""
        ...


class Promises(Protocol):
    """Which reminders of which entries were taken over by which deliveries: each reminder once."""

    async def put(self, promises: Sequence[Promise]) -> None:
        """Keep promises, replacing those of the same channel, entry, deadline, step and reader.

        Their state and reason are not kept: those are their deliveries'.
        """
        ...

    async def about(self, channel: Channel, entry_ids: Sequence[str]) -> tuple[Promise, ...]:
        """The promises to a channel about these entries, with what became of them; by instant, then step.

        One whose delivery is not there is left out.
        """
        ...

    async def of(self, delivery_ids: Sequence[str]) -> tuple[Promise, ...]:
        """What these deliveries took over, with what became of it, by entry, then step."""
        ...

    async def waiting(self, tenant_id: str) -> tuple[Promise, ...]:
        """The promises to a tenant's channels whose delivery is still open, by instant, then step."""
        ...
