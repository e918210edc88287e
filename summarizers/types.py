"""The library's nouns: what goes in (`Document`), what comes out (`Summary`), the proof between (`Span`)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, Protocol

MAX_POINT_CHARS = 200
"""A point is one line on a phone or two in a channel; longer evidence is trimmed to a clause, never cut."""


class Section(StrEnum):
    """The three fixed sections of a briefing, in the order in which they are shown."""

    AGREEMENT = "agreement"
    TENSION = "tension"
    DEADLINE = "deadline"


AGREEMENT: Final = Section.AGREEMENT
TENSION: Final = Section.TENSION
DEADLINE: Final = Section.DEADLINE
SECTIONS: Final[tuple[Section, ...]] = (AGREEMENT, TENSION, DEADLINE)
"""By names of their own: an enumeration that is asked for a member, or for all, takes ten times as long."""


class Status(StrEnum):
    """Whether an agreement is settled or only reported as about to be."""

    AGREED = "agreed"
    TENTATIVE = "tentative"


DeadlineKind = Literal[
    "expiry", "due", "effective", "vote", "meeting", "hearing", "election", "release", "other"
]
Certainty = Literal["fixed", "tentative", "conditional"]
Boundary = Literal["on", "by", "before", "until", "from", "within"]
Granularity = Literal["minute", "day", "weekend", "week", "month", "quarter", "half", "season", "year"]


_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?P<offset>Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When an article came out: always its local date, and the instant with its offset where known.

    The local date is the document creation time (DCT) from which relative dates are counted: a stamp of
    01:00 UTC is still the previous evening in New York, so the offset that was published is kept.
    """

    local_date: dt.date
    at: dt.datetime | None = None

    def __post_init__(self) -> None:
        """Refuse an instant without offset or one that contradicts the local date."""
        if self.at is not None and self.at.utcoffset() is None:
            raise ValueError("a publication time needs a UTC offset")
        if self.at is not None and self.at.date() != self.local_date:
            raise ValueError("the local date of a publication is the date of its own instant")

    @classmethod
    def parse(cls, text: str) -> Publication:
        """Read an ISO 8601 date, or date and time with offset; raise ValueError for anything else.

        A time without offset is refused: guessing a zone moves deadlines by a day.
        """
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not an ISO date or a time with offset: {text[:40]!r}")
        if len(match[0]) == len("2025-11-10"):
            return cls(local_date=dt.date.fromisoformat(match[0]))
        if match["offset"] is None:
            raise ValueError(f"a time needs a UTC offset, such as +01:00 or Z: {text[:40]!r}")
        at = dt.datetime.fromisoformat(match[0])
        return cls(local_date=at.date(), at=at)

    @property
    def utc(self) -> dt.datetime | None:
        """The instant in UTC, where known."""
        return None if self.at is None else self.at.astimezone(dt.UTC)

    def __str__(self) -> str:
        """The same ISO text that `parse` reads."""
        return self.local_date.isoformat() if self.at is None else self.at.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as the library sees it. Offsets everywhere are code points of `body`, half open."""

    id: str
    title: str
    body: str
    published: Publication | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half open) of the body of document `document_id`."""

    document_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or negative range."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a range: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A dated event ahead of its article.

    `date` is the first day and `end` the last one, inclusive (None for a single day), so a coarse date stays
    coarse: "in February 2026" is 2026-02-01 … 2026-02-28 with granularity month. `time` is local wall time
    HH:MM in zone `tz` (IANA name or offset). `about` reads alone in at most 12 words.
    """

    date: dt.date
    end: dt.date | None = None
    granularity: Granularity = "day"
    kind: DeadlineKind = "other"
    certainty: Certainty = "fixed"
    boundary: Boundary = "on"
    about: str
    time: str | None = None
    tz: str | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.end is not None and self.end < self.date:
            raise ValueError(f"a period cannot end before it begins: {self.date}..{self.end}")

    @property
    def last_day(self) -> dt.date:
        """The last day of its period."""
        return self.end or self.date

    @property
    def last_open_day(self) -> dt.date:
        """The last day on which it can still be met: "before February" is over where February begins.

        Before a time of day, the day itself is still open.
        """
        if self.boundary != "before" or (self.time and self.end is None) or self.date == dt.date.min:
            return self.last_day
        return self.date - dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One bullet as the library proposes it; `evidence` holds at least one span, the best first.

    `weight` orders points of one section, larger first, also across summaries of one engine; it means nothing
    across sections or engines.
    """

    section: Section
    text: str
    evidence: tuple[Span, ...]
    engine: str
    status: Status | None = None
    deadline: Deadline | None = None
    weight: float = 0.0

    def __post_init__(self) -> None:
        """Refuse a point without proof or without text, and a deadline section without its date."""
        if not self.evidence:
            raise ValueError("a point needs at least one span of evidence")
        if not self.text.strip():
            raise ValueError("a point needs text")
        if (self.section is DEADLINE) != (self.deadline is not None):
            raise ValueError("a deadline point has a date, and only a deadline point has one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """One sentence on what happened, with its proof."""

    text: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an engine made of one story. `gist` is None only where no sentence can carry it.

    `points` are what the budget has room for; `dated` are all deadlines stated, those among `points` too, as
    the article words them: a list of deadlines must not miss one for want of room in a briefing.
    """

    gist: Gist | None
    points: tuple[Point, ...]
    engine: str
    dated: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much may be said: at most `points` bullets in all and `per_section` in each section."""

    points: int = 7
    per_section: int = 5

    def __post_init__(self) -> None:
        """Refuse a negative budget."""
        if self.points < 0 or self.per_section < 0:
            raise ValueError("a budget cannot be negative")


class Summarizer(Protocol):
    """An engine. Same input, same output; no state that a caller can see."""

    @property
    def name(self) -> str:
        """Name and version (`extractive-19`); it changes whenever the output for any input may change."""
        ...

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        """Condense one story (one or more articles on one event), evidence verbatim from their bodies.

        An undated document yields no deadline. An empty body yields an empty summary, never an error.
        """
        ...

    def extract(self, document: Document, sentences: int) -> tuple[Span, ...]:
        """The `sentences` most informative sentences, in the order of the text; fewer if there are fewer."""
        ...
