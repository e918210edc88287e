"""What sentences state as deadlines, not yet in words: what of it is one, and which day stands for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple

from summarizers.sections.deadline_alike import are_two_hours, is_told_again
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_dates import Days
from summarizers.sections.deadline_finer import Told, finer, is_longer
from summarizers.sections.deadline_spans import Span
from summarizers.text.sentence import Sentence
from summarizers.types import Boundary, DeadlineKind


class Stated(NamedTuple):
    """A deadline as a sentence states it."""

    sentence: Sentence
    lower: str
    span: Span
    around: Clause
    days: Days
    kind: DeadlineKind
    boundary: Boundary
    weight: float
    label: str
    other: Sentence | None = None
    """The sentence that tells how far the date moves, if it is not its own."""

    @property
    def time(self) -> str | None:
        """The hour of its day, where one is told."""
        return self.span.timex.value.partition("T")[2] if self.days.granularity == "minute" else None

    @property
    def telling(self) -> tuple[Sentence, ...]:
        """The sentences that say so, in their order."""
        if self.other is None:
            return (self.sentence,)
        return tuple(sorted((self.sentence, self.other), key=attrgetter("start")))


def finest(found: list[Stated]) -> list[Stated]:
    """What was stated, without a longer time of a thing of which another sentence names the day.

    The day has the weight of both: the longer time stands where the news is.
    """
    if not any(is_longer(one.days) for one in found):
        return found
    told = [Told(one.sentence.index, one.days, one.kind, *_clause(one)) for one in found]
    finest, weights = finer(told), [one.weight for one in found]
    for place, fine in finest.items():
        weights[fine] = max(weights[fine], weights[place])
    return [one._replace(weight=weights[place]) for place, one in enumerate(found) if place not in finest]


def _clause(one: Stated) -> tuple[str, str]:
    """The clause as its sentence writes it, and what stands before it."""
    text = one.sentence.text
    return text[one.around.start : one.around.end], text[: one.around.start]


def merged(found: list[Stated]) -> Iterable[Stated]:
    """One for each thing that a date is set for, the best evidence first: an article says the same again."""
    best: dict[tuple[dt.date, dt.date, str], list[Stated]] = {}
    for one in found:
        key = (one.days.first, max(one.days.first, one.days.last), one.kind)
        known = best.setdefault(key, [])
        same = next((at for at, other in enumerate(known) if _are_one(one, other)), None)
        if same is None and len(known) < _MOST_OF_A_DAY:
            known.append(one)
        elif same is not None and one.weight > known[same].weight:
            known[same] = one
    return sorted(chain.from_iterable(best.values()), key=attrgetter("sentence.start"))


def _are_one(one: Stated, other: Stated) -> bool:
    """Whether two deadlines of one kind and day are one, told twice."""
    return not are_two_hours(one.time, other.time, one.kind) and is_told_again(
        one.lower, other.lower, one.kind
    )


_MOST_OF_A_DAY: Final = 12
"""Things of one kind that an article sets for one day; more are a table of dates, or no honest text."""
