"""Long lists in portions that every database takes as parameters of one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

PORTION = 900
"""SQLite took 999 parameters a statement until 3.32, and a build may keep that (sqlite.org/limits.html)."""


def portions(values: Sequence[T], columns: int = 1) -> Iterator[Sequence[T]]:
    """The values in their order, at most `PORTION` parameters at a time; nothing for no values.

    A value of several columns, such as a channel's, takes as many parameters.
    """
    size = PORTION // columns
    return (values[i : i + size] for i in range(0, len(values), size))
