"""What is not so any more of something that a channel was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Wrong(StrEnum):
    """Why a bullet no longer holds."""

    MOVED = "moved"
    """Its deadline has another date now."""

    CALLED_OFF = "called_off"
    """What it announced will not take place."""

    WITHDRAWN = "withdrawn"
    """Every article that it quotes was changed, and none says it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One bullet of a briefing, by its item's key, and why it no longer holds; `source` is who tells so.

    `day` is the first day that holds now, for a deadline that moved.
    """

    item_key: str
    wrong: Wrong
    source: str
    day: date | None = None
