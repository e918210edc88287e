"""The text of a deadline bullet: its sentence trimmed like any other, but never without its date."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, compress
from typing import TYPE_CHECKING, Final

from summarizers.dates.bounds import bounds
from summarizers.dates.find import find
from summarizers.grounding.guard import supports
from summarizers.sections.dated_clause import clauses_of_their_own, stands
from summarizers.sections.deadline_dates import spelled
from summarizers.sections.furniture import stripped
from summarizers.sections.wording import LONGEST_READ, finished, trim
from summarizers.text.holding import holds_any
from summarizers.types import MAX_POINT_CHARS, Point

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from summarizers.dates.types import Timex
    from summarizers.types import Deadline, Publication


_TEXTS_KEPT: Final = 16
"""Sentences whose dates are remembered: each deadline of one asks, and its wording asks again.

Few are kept: one sentence may be as long as an article.
"""


def worded(point: Point, published: Publication, engine: str) -> Point | None:
    """The deadline `point` with its sentence trimmed to a bullet, signed by `engine`.

    Where the sentence cannot be trimmed to one that fits, its clause with the date is told alone; where that
    does not stand either, what the deadline is about takes the sentence's place, with its day, if the
    sentence says it right beside that day. None otherwise.
    """
    deadline = point.deadline
    if deadline is None:
        return None

    def keeps(shorter: str) -> bool:
        return _holds(shorter, point.text, deadline.date, published)

    text = trim(point.text, keeps=keeps) or _clause(point.text, _clauses(point.text), keeps)
    dates = _words_of(point.text, deadline.date, published) if text is None else ()
    if text is None and _is_beside(deadline.about, point.text, dates):
        text = _bracketed(deadline)
    return None if text is None else _reworded(point, text, engine)


def told_apart(points: Sequence[Point], published: Publication) -> tuple[Point, ...]:
    """Deadlines of one sentence, each by the clause with its own date and no other's, where there is one.

    `points` are the deadlines as found, with their whole sentence; one without such a clause stays as it is.
    """
    if len(points) == 1:
        return tuple(points)
    dates = [_words_of(point.text, point.deadline.date, published) for point in points if point.deadline]
    if len(dates) != len(points):
        return tuple(points)
    clauses = _clauses(points[0].text)
    return tuple([_apart(point, clauses, dates, place) for place, point in enumerate(points)])


def _apart(point: Point, clauses: Sequence[str], dates: Sequence[Sequence[str]], place: int) -> Point:
    """The deadline `point` by a clause with its dates, which stand at `place`, and none of the others'."""
    own, others = dates[place], [*chain.from_iterable((*dates[:place], *dates[place + 1 :]))]

    def keeps(shorter: str) -> bool:
        return holds_any(shorter, own) and not holds_any(shorter, others)

    text = _clause(point.text, clauses, keeps)
    return point if text is None else _reworded(point, text, point.engine)


def listed(point: Point, deadline: Deadline, engine: str) -> Point:
    """The deadline `point` in few words, for a list of deadlines: what it is about and its day."""
    return _reworded(point, _bracketed(deadline), engine)


def _reworded(point: Point, text: str, engine: str) -> Point:
    """The deadline `point` in these words; `dataclasses.replace` would take three times as long."""
    if text == point.text and engine == point.engine:
        return point
    return Point(
        section=point.section,
        text=text,
        evidence=point.evidence,
        engine=engine,
        deadline=point.deadline,
        weight=point.weight,
    )


def _bracketed(deadline: Deadline) -> str:
    about = f"{deadline.about[:1].upper()}{deadline.about[1:]}"
    return f"{about} ({deadline.boundary} {spelled(deadline.date, deadline.last_day)})."


def _is_beside(about: str, text: str, dates: tuple[str, ...]) -> bool:
    """Whether `about` stands alone, names none of `dates` and ends right before one in `text`."""
    if holds_any(about, dates):
        return False
    last = re.escape(about.rsplit(" ", 1)[-1])
    near = (re.search(rf"\b{last}\W+(?:\w+\W+){{0,3}}?{re.escape(date)}", text) for date in dates)
    return stands(about) and any(near) and supports(f"{about}.", [text])


def _clauses(text: str) -> Sequence[str]:
    """The clauses of a sentence that may be told as a bullet, the longest first."""
    if len(text) > LONGEST_READ:
        return ()
    return clauses_of_their_own(stripped(text).rstrip("."), MAX_POINT_CHARS - 1)


def _clause(text: str, clauses: Sequence[str], keeps: Callable[[str], bool]) -> str | None:
    """The first of its `clauses` with the date as a sentence, where the guard agrees that `text` says so."""
    found = next(filter(stands, filter(keeps, clauses)), None)
    told = None if found is None else finished(found)
    return told if told is not None and supports(told, [text]) else None


def _holds(shorter: str, text: str, day: dt.date, published: Publication) -> bool:
    """Whether `shorter` has words of `text` that may name `day`, and not as part of another day's.

    `Friday` stands in `late Friday`, which may be another one.
    """
    own = _words_of(text, day, published)
    for other in _expressions(text, published):
        if other.text not in own and holds_any(other.text, own):
            shorter = shorter.replace(other.text, "")
    return holds_any(shorter, own)


@lru_cache(maxsize=_TEXTS_KEPT)
def _words_of(text: str, day: dt.date, published: Publication) -> tuple[str, ...]:
    """The expressions of `text` that may name `day`, each once.

    Those that begin on it; else those it lies in, for a week may be cut to its month; else those that name no
    day (`within 30 days`); else all.
    """
    found = _expressions(text, published)
    days = [bounds(timex.value) for timex in found]
    fits = (
        [own is not None and own[0] == day for own in days],
        [own is not None and own[0] <= day <= own[1] for own in days],
        [own is None for own in days],
    )
    naming = next(filter(any, fits), [True] * len(found))
    return tuple(dict.fromkeys(timex.text for timex in compress(found, naming)))


@lru_cache(maxsize=_TEXTS_KEPT)
def _expressions(text: str, published: Publication) -> tuple[Timex, ...]:
    """What `find` finds."""
    return find(text, published)
