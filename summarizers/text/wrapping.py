"""Lines broken at a fixed width, as mail and old news wires have them: their breaks end no sentence."""

from __future__ import annotations

import re
from typing import Final

_NARROWEST: Final = 45
_WIDEST: Final = 100
"""Characters of the longest line of a text that may have been wrapped."""

_FEWEST: Final = 3
"""Breaks that show that a text is wrapped."""

_SLACK: Final = 6
"""Characters by which programs leave a line shorter than it could be."""

_OWN_LINE: Final = re.compile(
    r"\s|$|[-–—*•>#|]|\d{1,2}[.)] |\(?[a-z][.)] |\([ivx]+\) |\d{1,2}:\d\d (?=[A-Z])"
)
"""What opens a line that stands for itself: an indent, a bullet, a quoted mail, a row, a count, a time."""

_COLUMNS: Final = re.compile(r"\S(?: {3}|\t|\.{4})")
"""What parts the columns of a row."""


def unwrapped(body: str) -> str:
    """`body` with a space in place of each line break that only wraps a line; every offset stays.

    The same text where it is not wrapped: nearly all its lines but the last of each paragraph must be so full
    that the next word did not fit, and a third of the breaks must stand within a sentence.
    """
    lines = body.split("\n")
    width = max(map(len, lines))
    if len(lines) <= _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return body
    followed = [number for number, line in enumerate(lines[1:]) if lines[number] and line.strip()]
    wraps = {number for number in followed if _is_full(lines[number], lines[number + 1], width)}
    within = sum(1 for number in wraps if _runs_on(lines[number], lines[number + 1]))
    if len(wraps) < max(_FEWEST, 0.8 * len(followed)) or 3 * within < len(wraps):
        return body
    ends = (" " if number in wraps else "\n" for number in range(len(lines) - 1))
    return "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the `following` line did not fit on `line`."""
    first = following.split(" ", 1)[0]
    return len(line) + 1 + len(first) > width - _SLACK and not (
        _OWN_LINE.match(following) or _COLUMNS.search(line) or _COLUMNS.search(following)
    )


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence plainly goes on behind the break."""
    return line[-1].isalnum() and following[0].islower()
