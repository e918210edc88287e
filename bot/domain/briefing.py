"""What a channel reads: a frozen briefing whose every bullet carries its proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.article import Article, Citation
from summarizers.types import Deadline, Publication, Section, Status


class Basis(StrEnum):
    """Which instant of an article counts for a window."""

    PUBLISHED = "published"
    """On request: what was published in the window."""

    SEEN = "seen"
    """Scheduled digests: what came in since the last one that was sent, so a late article is not lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The time a briefing covers: after `since`, up to and including `until` (both UTC).

    `oldest` is the earliest publication date that may appear, whatever the basis.
    """

    since: datetime
    until: datetime
    oldest: date
    basis: Basis = Basis.PUBLISHED

    def __post_init__(self) -> None:
        """Refuse a window that ends before it begins or whose ends have no zone."""
        if self.since.tzinfo is None or self.until.tzinfo is None:
            raise ValueError("a window needs instants with a zone")
        if self.until < self.since:
            raise ValueError(f"a window cannot end before it begins: {self.since}..{self.until}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """What came in after one article revision, up to and including another one, by their arrivals."""

    after: int
    upto: int


class Mark(StrEnum):
    """How a bullet stands to this channel's last briefing."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One statement with at least one verbatim citation; `engine` wrote its words."""

    section: Section
    text: str
    citations: tuple[Citation, ...]
    engine: str
    status: Status | None = None
    deadline: Deadline | None = None

    def __post_init__(self) -> None:
        """Refuse a bullet without proof: such a bullet cannot be built."""
        if not self.citations:
            raise ValueError("a bullet needs at least one citation")
        if not self.text.strip():
            raise ValueError("a bullet needs text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A bullet in its briefing: which story it belongs to, its mark, and how many sources carry it.

    `key` names it: the same for the same story and evidence. `weight` orders items by importance within one
    briefing, larger first.
    """

    key: str
    story_id: str
    bullet: Bullet
    mark: Mark
    sources: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """One cited article under its number `n` in this briefing, complete without a look-up."""

    n: int
    article_id: str
    revision: int
    title: str
    source: str
    url: str | None
    published: Publication | None

    @classmethod
    def of(cls, n: int, article: Article) -> SourceRef:
        """Number an article."""
        return cls(
            n=n,
            article_id=article.id,
            revision=article.revision,
            title=article.title,
            source=article.source,
            url=article.url,
            published=article.published,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event. `sources` counts the independent ones: wire copies count once."""

    id: str
    headline: str
    gist: str | None
    gist_citations: tuple[Citation, ...]
    article_ids: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the briefing looked at, so that a quiet day can be told from a failure.

    `unread` of its articles broke the engine: of them it tells nothing.
    """

    articles: int
    outlets: int
    stories: int
    undated: int = 0
    ahead: int = 0
    failed_sources: int = 0
    unread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One frozen briefing, the same for every platform and for all channels that want the same; see `id`.

    `id` follows from the tenant, zone, window, topics, articles, engine and the briefing it is compared with.

    `items` are in order of importance within each section; deadlines are in order of date. `newest` is the
    latest publication stored on these topics, so that an empty window can say where the news is.
    """

    id: str
    tenant_id: str
    zone: str
    window: Window
    topics: tuple[str, ...]
    stories: tuple[Story, ...]
    items: tuple[Item, ...]
    sources: tuple[SourceRef, ...]
    coverage: Coverage
    engine: str
    previous_id: str | None = None
    newest: date | None = None

    @property
    def quiet(self) -> bool:
        """Whether there is nothing of note to tell."""
        return not self.items

    def section(self, section: Section) -> tuple[Item, ...]:
        """The items of one section, in order."""
        return tuple(item for item in self.items if item.bullet.section is section)

    def reference(self, citation: Citation) -> SourceRef:
        """The numbered source that a citation points to; raise KeyError if it is not of this briefing."""
        for ref in self.sources:
            if (ref.article_id, ref.revision) == (citation.article_id, citation.revision):
                return ref
        raise KeyError(citation.article_id)
