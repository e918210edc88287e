"""Wrapped bodies whose lines end in two characters: read as if they ended in one, and quoted as they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from summarizers.text.wrapping import unwrapped
from summarizers.types import Document, Gist, Point, Span, Summary

if TYPE_CHECKING:
    from collections.abc import Sequence

_TWO: Final = "\r\n"
_BREAK: Final = re.compile(_TWO)


def read(document: Document) -> Document:
    """`document` without line breaks that end nothing; every offset stays, if each break is one character.

    Where it is two, spans are those of the text with one: see `quoted`.
    """
    plain = document.body.replace(_TWO, "\n")
    body = unwrapped(plain)
    return document if body is plain else replace(document, body=body)


def quoted(summary: Summary, given: Sequence[Document], told: Sequence[Document]) -> Summary:
    """`summary` of the documents as they were `read`, its evidence where the ones `given` have it."""
    shifts = {
        one.id: _breaks(one.body) for one, other in zip(given, told, strict=True) if _differ(one, other)
    }
    if not shifts:
        return summary
    return replace(
        summary,
        gist=summary.gist and replace(summary.gist, evidence=_moved(summary.gist, shifts)),
        points=_quoted(summary.points, shifts),
        dated=_quoted(summary.dated, shifts),
    )


def spans(found: Sequence[Span], given: Document, told: Document) -> tuple[Span, ...]:
    """Spans of the document as it was `read`, where the one `given` has them."""
    return tuple(_back(one, _breaks(given.body)) for one in found) if _differ(given, told) else tuple(found)


def _differ(given: Document, told: Document) -> bool:
    return len(given.body) != len(told.body)


def _quoted(points: Sequence[Point], shifts: dict[str, list[int]]) -> tuple[Point, ...]:
    return tuple(replace(point, evidence=_moved(point, shifts)) for point in points)


def _moved(told: Point | Gist, shifts: dict[str, list[int]]) -> tuple[Span, ...]:
    return tuple(_back(span, shifts.get(span.document_id, [])) for span in told.evidence)


def _breaks(body: str) -> list[int]:
    """Where the line ends of two characters are in the text that has one for each."""
    return [found.start() - number for number, found in enumerate(_BREAK.finditer(body))]


def _back(span: Span, breaks: list[int]) -> Span:
    start, end = (at + bisect_left(breaks, at) for at in (span.start, span.end))
    return Span(span.document_id, start, end)
