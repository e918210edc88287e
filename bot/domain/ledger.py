"""The deadline ledger: one entry for each real-world deadline, with everything that was reported of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.article import Citation
from bot.domain.briefing import SourceRef
from summarizers.types import Deadline, Publication


class EntryState(StrEnum):
    """Where a deadline stands."""

    UPCOMING = "upcoming"
    MET = "met"
    LAPSED = "lapsed"
    CALLED_OFF = "called_off"


class Signal(StrEnum):
    """What a sentence says of a deadline, and what kind of thing happened to an entry."""

    REPORTED = "reported"
    MOVED = "moved"
    DISPUTED = "disputed"
    MET = "met"
    LAPSED = "lapsed"
    CALLED_OFF = "called_off"


AsTold = Callable[["Entry", datetime, str], "Entry | None"]
"""An entry as articles had told of it at an instant in a zone, None where none had."""


def as_it_is(entry: Entry, _now: datetime, _zone: str) -> Entry | None:
    """The entry as it stands, whatever articles are of a later day."""
    return entry


OUTCOMES = frozenset({Signal.MET, Signal.LAPSED})
ENDS = OUTCOMES | {Signal.CALLED_OFF}
"""Signals that bring no date of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of one deadline, with its proof.

    `deadline` is None exactly for the signals in `ENDS`, and for a move that says only how far: `length` is
    then an ISO 8601 duration such as P1Y or -P2W, and the ledger adds the date. `named` are other dates
    that its sentence names: for a move the old ones, for a dispute the other ones. `words` are what it is
    about and `subjects` the names among them, `names` those of its whole article: by these it is
    compared. `states` are those that its article names and `parties` those that act in its sentence, each
    in one word (`bot/remind/states.py`). `until` is the publication of the revision that no longer says so,
    None while it stands. `group_id` is its article's group of near-duplicates, empty where that was not kept.
    `sorts` tell of which sort the things are that it is about (`bot/remind/sorts.py`).
    """

    article_id: str
    revision: int
    source: str
    title: str
    url: str | None
    published: Publication
    signal: Signal
    text: str
    deadline: Deadline | None
    citations: tuple[Citation, ...]
    named: tuple[date, ...] = ()
    words: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    until: Publication | None = None
    length: str = ""
    group_id: str = ""
    sorts: tuple[str, ...] = ()

    def reference(self, n: int) -> SourceRef:
        """Its article under the number `n`."""
        return SourceRef(
            n=n,
            article_id=self.article_id,
            revision=self.revision,
            title=self.title,
            source=self.source,
            url=self.url,
            published=self.published,
        )

    @property
    def voice(self) -> tuple[str, str]:
        """The text and the outlet that speak: copies of one text are one voice."""
        return self.group_id or self.article_id, self.source

    def __post_init__(self) -> None:
        """Refuse a report without proof, and a date where there can be none or none where there must be."""
        if not self.citations:
            raise ValueError("a report needs at least one citation")
        undated = self.signal in ENDS or (bool(self.length) and self.deadline is None)
        if (self.deadline is None) != undated:
            raise ValueError(f"a report that says {self.signal} and its date do not fit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to an entry, by which article; dates are first days, None where none is meant.

    Without an article it is nobody's report: the date passed without news.
    """

    kind: Signal
    on: date
    article_id: str | None = None
    revision: int | None = None
    before: date | None = None
    after: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One deadline. `id` never changes; `sequence` rises with every change that a calendar must see.

    `deadline` is what holds now and `disputed` what other outlets say. Nothing is deleted from `reports`
    and `history`: a correction supersedes.
    """

    id: str
    tenant_id: str
    text: str
    deadline: Deadline
    state: EntryState
    disputed: tuple[Deadline, ...]
    reports: tuple[Report, ...]
    history: tuple[Event, ...]
    sequence: int = 0

    @property
    def first_day(self) -> date:
        """The earliest day that anybody reports."""
        return min(report.deadline.date for report in self.reports if report.deadline)

    @property
    def last_day(self) -> date:
        """The latest day that anybody reports."""
        return max(report.deadline.last_day for report in self.reports if report.deadline)

    @property
    def given(self) -> tuple[Deadline, ...]:
        """Every date that anybody gave, in order of publication."""
        return tuple(report.deadline for report in self.reports if report.deadline)

    @property
    def moved_from(self) -> date | None:
        """The date that held before the last move, None if it never moved."""
        return next((event.before for event in reversed(self.history) if event.kind is Signal.MOVED), None)
