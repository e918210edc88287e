"""The text of a deadline bullet: its sentence trimmed like any other, but never without its date."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from summarizers.dates import bounds, find
from summarizers.sections.wording import trim

if TYPE_CHECKING:
    import datetime as dt

    from summarizers.types import Deadline, Point, Publication


def worded(point: Point, published: Publication, engine: str) -> Point | None:
    """The deadline `point` with its sentence trimmed to a bullet, signed by `engine`.

    Where no whole clause with the date fits, what the deadline is about takes the sentence's place, with
    its day.
    """
    deadline = point.deadline
    if deadline is None:
        return None
    dates = cache(lambda: _words_of(point.text, deadline.date, published))
    text = trim(point.text, keeps=lambda shorter: any(date in shorter for date in dates()))
    if text is None:
        text = f"{deadline.about[:1].upper()}{deadline.about[1:]} ({deadline.boundary} {_days(deadline)})."
    return replace(point, text=text, engine=engine)


def _words_of(text: str, day: dt.date, published: Publication) -> tuple[str, ...]:
    """The expressions of `text` that may name `day`: those that do on their own, else all."""
    found = find(text, published)
    naming = tuple(timex.text for timex in found if (bounds(timex.value) or (None,))[0] == day)
    return naming or tuple(timex.text for timex in found)


def _days(deadline: Deadline) -> str:
    """The days of the deadline in words that need no context: `10 November 2025`."""
    first, last = deadline.date, deadline.last_day
    shown = f"{last.day} {last:%B %Y}"
    return shown if first == last else f"{first.day} {first:%B %Y} to {shown}"
