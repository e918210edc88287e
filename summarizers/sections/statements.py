"""A sentence that states an agreement or a tension, with how sure and how firm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizers.types import Section, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Sentence number `index` states something for `section`, with a probability in (0, 1)."""

    section: Section
    index: int
    probability: float
    status: Status | None = None
