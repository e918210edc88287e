"""What changed for a reader since the last visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.article import Citation
from bot.domain.briefing import SourceRef
from summarizers.types import Deadline, Section


class Change(StrEnum):
    """What happened to a point or a deadline."""

    NEW = "new"
    UPDATED = "updated"
    MOVED = "moved"
    DISPUTED = "disputed"
    CALLED_OFF = "called_off"
    MET = "met"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One change with its proof; `citations` and `sources` run parallel, at least one each."""

    change: Change
    section: Section
    text: str
    citations: tuple[Citation, ...]
    sources: tuple[SourceRef, ...]
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """When a person caught up (UTC), and the latest arrival of an article then, if that is known."""

    at: datetime
    arrival: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtUp:
    """The changes since `since` (UTC) until this `visit`; `first` says that there was none to count from."""

    since: datetime
    visit: Visit
    first: bool
    news: tuple[News, ...]

    @property
    def until(self) -> datetime:
        """When it was looked (UTC)."""
        return self.visit.at
