"""Whether an answer that a model composed may be shown: every statement cited, and carried by its quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summarizers.grounding.guard import objections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizers.engines.phrasing import Composition

_MARKS: Final = re.compile(r"\s*\[\d{1,3}\](?:[\s,]*\[\d{1,3}\])*\s*")
_NUMBER: Final = re.compile(r"\d+")
_STOPS: Final = " .!?;,"


def troubles(text: str, wanted: Composition) -> Iterator[str]:
    """Why `text` may not be shown, as `uncited` or `2: figure`; nothing if it may.

    A statement is what stands before one or more marks such as `[2]`; it is held against those quotes alone.
    """
    if len(text) > wanted.limit:
        yield f"{len(text)} characters"
    start = 0
    for marks in _MARKS.finditer(text):
        said = text[start : marks.start()].strip(_STOPS)
        yield from _stated(said, [int(n) for n in _NUMBER.findall(marks[0])], wanted)
        start = marks.end()
    if text[start:].strip(_STOPS) or not start:
        yield "uncited"


def _stated(said: str, numbers: list[int], wanted: Composition) -> Iterator[str]:
    if not said:
        yield "a number without a statement"
    elif not all(0 < n <= len(wanted.quotes) for n in numbers):
        yield "a number that no quote has"
    else:
        cited = [wanted.quotes[n - 1] for n in numbers]
        yield from (f"{numbers[0]}: {one.kind.value}" for one in objections(said, cited, wanted.limit))
