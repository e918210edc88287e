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
from summarizers.types import DEADLINE, MAX_POINT_CHARS, Point, Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from summarizers.dates.types import Timex
    from summarizers.sections.due import Due
    from summarizers.types import Publication


_TEXTS_KEPT: Final = 16
"""Sentences whose dates are remembered: each deadline of one asks, and its wording asks again.

Few are kept: one sentence may be as long as an article.
"""


def worded(due: Due, published: Publication) -> str | None:
    """The sentence of a deadline trimmed to a bullet.

    Where the sentence cannot be trimmed to one that fits, its clause with the date is told alone; where that
    does not stand either, what the deadline is about takes the sentence's place, with its day, if the
    sentence says it right beside that day. None otherwise.
    """

    def keeps(shorter: str) -> bool:
        return _holds(shorter, due.text, due.day, published)

    text = trim(due.text, keeps=keeps) or _clause(due.text, _clauses(due.text), keeps)
    if text is not None:
        return text
    dates = _words_of(due.text, due.day, published)
    return listed(due) if _is_beside(due.deadline.about, due.text, dates) else None


def told_apart(dues: Sequence[Due], published: Publication) -> Sequence[Due]:
    """Deadlines of one sentence, each by the clause with its own date and no other's, where there is one.

    `dues` are the deadlines as found, with their whole sentence; one without such a clause stays as it is.
    """
    if len(dues) == 1:
        return dues
    dates = [_words_of(due.text, due.day, published) for due in dues]
    clauses = _clauses(dues[0].text)
    return [_apart(due, clauses, dates, place) for place, due in enumerate(dues)]


def _apart(due: Due, clauses: Sequence[str], dates: Sequence[Sequence[str]], place: int) -> Due:
    """The deadline by a clause with its dates, which stand at `place`, and none of the others'."""
    own, others = dates[place], [*chain.from_iterable((*dates[:place], *dates[place + 1 :]))]

    def keeps(shorter: str) -> bool:
        return holds_any(shorter, own) and not holds_any(shorter, others)

    text = _clause(due.text, clauses, keeps)
    return due if text is None else due.told(text)


def bullet(due: Due, text: str, engine: str) -> Point:
    """A deadline in these words, signed by `engine`."""
    return Point(
        section=DEADLINE,
        text=text,
        evidence=tuple([Span(due.document_id, told.start, told.end) for told in due.telling]),
        engine=engine,
        deadline=due.deadline,
        weight=due.weight,
    )


def listed(due: Due) -> str:
    """A deadline in few words, for a list of deadlines: what it is about and its day."""
    deadline = due.deadline
    about = f"{deadline.about[:1].upper()}{deadline.about[1:]}"
    return f"{about} ({deadline.boundary} {spelled(due.day, due.last_day)})."


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
