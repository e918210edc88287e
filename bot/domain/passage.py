"""Passages: the pieces of articles that questions are matched against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some whole sentences of a body, as (start, end) in code points, in order; at least one."""

    sentences: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        """Refuse a passage without a sentence."""
        if not self.sentences:
            raise ValueError("a passage needs at least one sentence")

    @property
    def start(self) -> int:
        """Where its first sentence begins."""
        return self.sentences[0][0]

    @property
    def end(self) -> int:
        """Where its last sentence ends."""
        return self.sentences[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage that holds words of a search, with the revision it is of.

    `relevance` orders the hits of one search, larger first; it means nothing across searches.
    """

    article: Article
    passage: Passage
    relevance: float

    @property
    def texts(self) -> tuple[str, ...]:
        """Its sentences."""
        return tuple(self.article.body[start:end] for start, end in self.passage.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What to look for: passages with at least one of `words` in title or text, the most relevant first.

    They must also hold all of `required` and every phrase of `phrases`. Filters: published from `first` to
    `last` (local dates, both included; undated articles fall out as soon as one is set), not published after
    `until` as far as the instant is known, and from one of `sources` (if there are any), case and accents
    aside.
    """

    words: tuple[str, ...]
    required: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    until: datetime | None = None
    limit: int = 40
