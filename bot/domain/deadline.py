"""A deadline ahead, as the stored articles report it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.article import Citation
from bot.domain.briefing import SourceRef
from summarizers.types import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """One event with its date; every citation's article is among `sources`, numbered from 1 within it."""

    deadline: Deadline
    text: str
    citations: tuple[Citation, ...]
    sources: tuple[SourceRef, ...]

    def __post_init__(self) -> None:
        """Refuse a date without proof."""
        if not self.citations:
            raise ValueError("a dated event needs at least one citation")
