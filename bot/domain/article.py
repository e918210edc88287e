"""What was published: from the wire (`RawEntry`) to what is kept (`Article`), and how it is cited."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from summarizers.types import Document, Publication

MAX_BODY_CHARS = 2_000_000
"""Two million code points, about 400,000 words: longer bodies are refused by name, not cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """One entry as it came in, checked for form only: `body` is not blank and holds no lone surrogate.

    `assumed` tells that it is dated by when it was found, since its own date cannot be.
    """

    body: str
    id: str | None = None
    title: str = ""
    source: str = ""
    url: str | None = None
    published: Publication | None = None
    language: str | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One stored revision of one article; revisions count from 1 and are never rewritten.

    `body` is as received; `clean` is the same text made fit for search. `first_seen` is when the article came
    in, `seen` when this revision did, both UTC, by the clock of that moment. `group_id` is the id of the
    first article of its group of near-duplicates (its own id when it is alone). `arrival` is the place of
    this revision among all that came in, which the store gives it: None until it is kept.
    """

    tenant_id: str
    id: str
    revision: int
    title: str
    source: str
    body: str
    clean: str
    group_id: str
    first_seen: datetime
    seen: datetime
    url: str | None = None
    canonical_url: str | None = None
    published: Publication | None = None
    language: str | None = None
    arrival: int | None = field(default=None, compare=False)

    @property
    def document(self) -> Document:
        """The article as the summarizer library reads it."""
        return Document(
            id=self.id,
            title=self.title,
            body=self.body,
            published=self.published,
            source=self.source or None,
            url=self.url,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One source of the stored articles, as its newest one spells it; `seen` is when the last came in (UTC).

    `newest` is its latest publication date, None if none of its articles is dated.
    """

    name: str
    articles: int
    newest: date | None
    seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Of `dated` articles `ahead` are stamped later than they could be, by `outlets` different sources."""

    dated: int
    ahead: int
    outlets: int

    @property
    def tells_a_clock_behind(self) -> bool:
        """Whether it is our clock that is wrong, not a source: most are ahead, and several sources agree."""
        return self.outlets > 1 and 2 * self.ahead > self.dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The proof of a statement: `quote` is exactly `body[start:end]` of that revision, in code points."""

    article_id: str
    revision: int
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        """Refuse a quote that cannot lie at its offsets."""
        if not self.quote or self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(f"the quote does not fit {self.start}..{self.end}")

    @classmethod
    def of(cls, article: Article, start: int, end: int) -> Citation:
        """Cite characters `start` to `end` of an article."""
        quote = article.body[start:end]
        return cls(article_id=article.id, revision=article.revision, start=start, end=end, quote=quote)

    def holds(self, article: Article) -> bool:
        """Whether this is that revision and the quote stands there, verbatim."""
        same = (self.article_id, self.revision) == (article.id, article.revision)
        return same and article.body[self.start : self.end] == self.quote
