"""Long lists in portions that every database takes as parameters of one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

PORTION = 900
"""SQLite took 999 parameters a statement until 3.32, and a build may keep that (sqlite.org/limits.html)."""


def portions(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in their order, at most `PORTION` at a time; nothing for no values."""
    return (values[i : i + PORTION] for i in range(0, len(values), PORTION))
