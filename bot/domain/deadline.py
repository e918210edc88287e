"""A deadline as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.article import Citation
from bot.domain.briefing import SourceRef
from bot.domain.ledger import EntryState, Event
from summarizers.types import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """One event with its date; every citation's article is among `sources`, numbered from 1 within it.

    `id` is its entry's in the ledger and `sequence` its version. `disputed` holds the dates that other
    outlets give; `moved_from` is the first day that held before the last move, `given` every date that
    anybody gave, so that a month which moved is told as a month. `first_told` and `last_told` are when (UTC)
    it was first and last reported or corrected. `independent` counts the sources that tell it in
    their own words.
    """

    id: str
    deadline: Deadline
    text: str
    citations: tuple[Citation, ...]
    sources: tuple[SourceRef, ...]
    first_told: datetime
    last_told: datetime
    state: EntryState = EntryState.UPCOMING
    disputed: tuple[Deadline, ...] = ()
    history: tuple[Event, ...] = ()
    moved_from: date | None = None
    given: tuple[Deadline, ...] = ()
    sequence: int = 0
    independent: int = 1

    def __post_init__(self) -> None:
        """Refuse a date without proof."""
        if not self.citations:
            raise ValueError("a dated event needs at least one citation")
