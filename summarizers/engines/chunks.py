"""Evidence in pieces that a model can read at once, cut between sentences only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def chunks(
    sentences: Sequence[str], most: int, tokens: Callable[[str], int]
) -> tuple[tuple[str, ...], ...] | None:
    """`sentences` in order, as few chunks as go in sequence, each of at most `most` tokens in all.

    None if one sentence alone is longer: it is never cut.
    """
    found: list[tuple[str, ...]] = []
    for sentence in sentences:
        if tokens(sentence) > most:
            return None
        if found and tokens(" ".join((*found[-1], sentence))) <= most:
            found[-1] = (*found[-1], sentence)
        else:
            found.append((sentence,))
    return tuple(found)
