"""Articles, what is worked out of them, and what is found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.article import Article, Lead, Outlet
from bot.domain.briefing import Arrivals, Briefing
from bot.domain.channel import Channel, Topic
from bot.domain.passage import Found, Passage, Search
from summarizers.types import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of an article to find its near-duplicates: a MinHash signature and its LSH band keys.

    `signature` holds 32-bit hashes; `bands` are 63-bit keys, equal for articles that agree in that band. An
    article need not be filed under all keys of its signature.
    """

    article_id: str
    group_id: str
    signature: tuple[int, ...]
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How an article begins: its title, and so many characters of its clean text."""

    title: str
    text: str


class Articles(Protocol):
    """Kept articles of all tenants; every call names the tenant it may see.

    "Head" means the newest revision. Ids are unique per tenant, revisions per article.
    """

    async def heads(self, tenant_id: str, ids: Sequence[str], urls: Sequence[str]) -> tuple[Article, ...]:
        """The heads with one of these ids or one of these canonical URLs, in any order, each once."""
        ...

    async def history(self, tenant_id: str, ids: Sequence[str]) -> tuple[Article, ...]:
        """All revisions of these articles, by id, then oldest first."""
        ...

    async def add(self, articles: Sequence[Article]) -> None:
        """Keep new articles and new revisions and index their title and clean text for search.

        Raise ValueError, and keep none of them, if one of these revisions exists already.
        """
        ...

    async def add_fingerprints(self, tenant_id: str, fingerprints: Sequence[Fingerprint]) -> None:
        """Keep the fingerprints of articles, replacing earlier ones of the same articles."""
        ...

    async def candidates(self, tenant_id: str, bands: Sequence[int]) -> tuple[Fingerprint, ...]:
        """The fingerprints that share at least one of these bands, each once, ordered by article id."""
        ...

    async def openings(self, tenant_id: str, ids: Sequence[str], length: int) -> Mapping[str, Opening]:
        """By id, how the heads with these ids begin; ids of no article are left out."""
        ...

    async def get(self, tenant_id: str, article_id: str, revision: int | None = None) -> Article | None:
        """That revision, or the head; None if it is not there."""
        ...

    async def published(
        self,
        tenant_id: str,
        first: date,
        last: date,
        topics: Sequence[Topic] = (),
        until: datetime | None = None,
    ) -> tuple[Article, ...]:
        """Per article, the newest revision published on a local date from `first` to `last`, both included.

        With `until`, revisions whose publication instant is known and later do not count. With topics, only
        articles whose head matches at least one. Ordered by publication date, then id.
        """
        ...

    async def most_told(
        self, tenant_id: str, first: date | None, last: date, sources: Sequence[str], limit: int
    ) -> tuple[Article, ...]:
        """At most `limit` heads published on a local date from `first` to `last`, by sources of these names.

        All of any source without `sources`; undated ones only without `first`. Heads of one group of
        near-duplicates stand together, the group of most sources first, of these the newest. Of very many
        heads only the newest are looked at.
        """
        ...

    async def arrived(
        self, tenant_id: str, arrivals: Arrivals, topics: Sequence[Topic] = (), oldest: date | None = None
    ) -> tuple[Article, ...]:
        """The heads that came in then, in that order; with `oldest`, those published earlier are left out.

        Each revision that is kept has a greater arrival than all that its tenant has: in whatever order
        clocks stamp them, what a transaction saw as the latest divides what it can read from all that comes.
        """
        ...

    async def stamped(
        self, tenant_id: str, upto: int, after: datetime, until: datetime
    ) -> tuple[Article, ...]:
        """The heads that came in up to an arrival and are stamped after one instant, up to another, by id.

        One with a day alone is among them if that day is neither before that of `after` in UTC nor later
        than the day after that of `until`: when it begins depends on a zone.
        """
        ...

    async def lead(self, tenant_id: str, seen: datetime, after: datetime) -> Lead:
        """How many of the dated heads that came in after one instant are stamped after another."""
        ...

    async def latest(self, tenant_id: str) -> int:
        """The arrival of the revision that came in last, 0 where there is none."""
        ...

    async def arrival(self, tenant_id: str, since: datetime) -> int:
        """The arrival after which every head came in that is stamped later than an instant."""
        ...

    async def on_topics(self, tenant_id: str, ids: Sequence[str], topics: Sequence[Topic]) -> frozenset[str]:
        """Those of these article ids whose head matches at least one of the topics."""
        ...

    async def undated(self, tenant_id: str, topics: Sequence[Topic] = ()) -> int:
        """How many heads have no publication."""
        ...

    async def newest(
        self, tenant_id: str, topics: Sequence[Topic] = (), until: date = date.max
    ) -> date | None:
        """The latest publication date among the heads that is not after a day, None if there is none."""
        ...

    async def count(self, tenant_id: str) -> int:
        """How many articles (not revisions) are kept."""
        ...

    async def outlets(self, tenant_id: str) -> tuple[Outlet, ...]:
        """The named sources of the heads, the one with most articles first, then by name."""
        ...


class Summaries(Protocol):
    """Summaries per article revision and engine, so that no article is condensed twice."""

    async def get(
        self, tenant_id: str, revisions: Sequence[tuple[str, int]], engine: str
    ) -> Mapping[tuple[str, int], Summary]:
        """The summaries there are of these (article id, revision) pairs by that engine."""
        ...

    async def put(self, tenant_id: str, engine: str, made: Mapping[tuple[str, int], Summary]) -> None:
        """Keep summaries; one that is there already stays as it is."""
        ...


class Briefings(Protocol):
    """Every briefing that was made, frozen, and which channel was shown which."""

    async def put(self, briefing: Briefing, made_at: datetime) -> None:
        """Keep a briefing; the same id again changes nothing."""
        ...

    async def get(self, tenant_id: str, briefing_id: str) -> Briefing | None:
        """That briefing, exactly as it was kept; None if it is not there."""
        ...

    async def show(self, channel: Channel, briefing: Briefing, at: datetime) -> None:
        """Note that a channel was shown a kept briefing on request; the same again changes nothing."""
        ...

    async def shown_since(self, channel: Channel, since: datetime) -> tuple[Briefing, ...]:
        """The briefings shown to a channel on request, their window over after then, oldest first."""
        ...

    async def last(self, channel: Channel, topics: Sequence[str], before: datetime) -> Briefing | None:
        """The latest briefing on these topics that the channel was shown, its window over before then."""
        ...


class Checkpoints(Protocol):
    """How far a long ingest has come, kept in the same transaction as what it stored."""

    async def get(self, tenant_id: str, name: str) -> str | None:
        """The state kept under a name; None if there is none."""
        ...

    async def put(self, tenant_id: str, name: str, state: str) -> None:
        """Keep a state under a name, replacing the earlier one."""
        ...

    async def drop(self, tenant_id: str, name: str) -> None:
        """Forget a name; no error if it is not there."""
        ...


class Passages(Protocol):
    """The passages of heads in a full-text index: words are compared without case, accents and endings.

    A passage whose revision is no longer its article's head is never found. On PostgreSQL a tsvector over
    title and text, ranked with ts_rank, fits this port.
    """

    async def put(self, made: Sequence[tuple[Article, Sequence[Passage]]]) -> None:
        """Index articles under these passages, in place of those of their earlier revisions."""
        ...

    async def drop(self, tenant_id: str, ids: Sequence[str]) -> None:
        """Forget the passages of articles; to be called before the articles themselves are deleted."""
        ...

    async def clear(self) -> None:
        """Forget every passage of every tenant, so that the index can be built anew."""
        ...

    async def waiting(self, after: tuple[str, str], limit: int) -> tuple[Article, ...]:
        """At most `limit` heads of all tenants that have no passage, by tenant and id, those after a pair."""
        ...

    async def size(self) -> int:
        """About how many passages there are in all tenants: what a search costs grows with it."""
        ...

    async def rarity(self, words: Sequence[str], most: int) -> Mapping[str, int]:
        """How many passages of all tenants hold each of these words; counting stops at `most`."""
        ...

    async def find(self, tenant_id: str, search: Search) -> tuple[Found, ...]:
        """The most relevant passages, at most `search.limit`; nothing in it is ever syntax."""
        ...

    async def sources(self, tenant_id: str) -> tuple[str, ...]:
        """The names of a tenant's sources as their newest articles spell them, in order."""
        ...

    async def span(self, tenant_id: str) -> tuple[date, date] | None:
        """The first and the last publication date among a tenant's heads; None if none is dated."""
        ...
