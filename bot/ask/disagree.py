"""When the newest quote comes first: they give different figures or dates, or the latest is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from bot.ask.choose import COVERED, Choice
from bot.ask.features import NAMES
from bot.ask.intents import latest_in
from bot.ask.kinds import Kind
from bot.ask.query import Query
from summarizers.dates import Timex, bounds, find
from summarizers.dates.lexicon import SCALES, SMALL_NUMBERS, TENS
from summarizers.dates.numbers import amount
from summarizers.grounding.lexicon import TELLING
from summarizers.text.tokens import words

_SPELLED = "|".join(sorted((*SMALL_NUMBERS, *TENS), key=len, reverse=True))
_SCALE = "|".join(SCALES)
_FIGURE = re.compile(
    rf"(?<![\w.,])(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{_SPELLED})(?:-(?:{_SPELLED}))?)"
    rf"(?:[\s-]?(?P<scale>{_SCALE}|bn|m)s?)?(?!\w)",
    re.IGNORECASE,
)
_SHORT = {"bn": 1e9, "m": 1e6}
_PASSAGE = NAMES.index("passage")
_REACH = 5
"""Words before a day among which a verb of saying makes it the day of the saying."""

ABOUT_IT = 0.6
"""Share of the question that a passage and its title must hold to be about what was asked."""

OF_IT = 0.3
"""And the share that the sentence itself must hold."""

Span = tuple[date, date]
Values = frozenset[Span] | frozenset[float]


def differing(query: Query, choices: Sequence[Choice]) -> tuple[Choice, ...] | None:
    """The choices newest first if two dated articles answer with different figures or dates, else None.

    What a question of "how many" wants is a figure, what "when" wants a date; copies of one text are one.
    """
    telling = [(one, told) for one in choices if (told := _told(query, one))]
    first = telling[0] if telling else None
    if first is None or not any(_apart(first, other) for other in telling[1:]):
        return None
    apart = [one for one, _ in telling]
    rest = [one for one in choices if one not in apart]
    return (*sorted(apart, key=_at, reverse=True), *rest)


def latest(query: Query, choices: Sequence[Choice]) -> tuple[Choice, ...] | None:
    """The dated choices on the matter newest first, if it is the latest that is asked for; else None."""
    if latest_in(query.text) is None:
        return None
    about = [one for one in choices if _on_the_matter(one)]
    return (*sorted(about, key=_at, reverse=True), *(one for one in choices if one not in about))


def _on_the_matter(one: Choice) -> bool:
    dated = one.article.published is not None
    return dated and one.features[_PASSAGE] >= ABOUT_IT and one.features[COVERED] >= OF_IT


def _told(query: Query, one: Choice) -> Values:
    """The dates or the figures that a quote on the matter gives beyond the question's own."""
    published, text = one.article.published, one.citation.quote
    if published is None or not _on_the_matter(one) or query.kind not in {Kind.COUNT, Kind.WHEN}:
        return frozenset()
    dates = find(text, published)
    if query.kind is Kind.WHEN:
        return frozenset(_days(text, dates))
    for timex in dates:
        text = text[: timex.start] + " " * (timex.end - timex.start) + text[timex.end :]
    return frozenset(_figures(text)) - frozenset(_figures(query.text))


def _days(text: str, dates: Sequence[Timex]) -> Iterator[Span]:
    for timex in dates:
        days = bounds(timex.value) if timex.type in {"DATE", "TIME"} else None
        if days and TELLING.isdisjoint(words(text[: timex.start])[-_REACH:]):
            yield days


def _figures(text: str) -> Iterator[float]:
    for found in _FIGURE.finditer(text):
        number = amount(found["number"].lower())
        scale = (found["scale"] or "").lower()
        if number is not None:
            yield number * (_SHORT.get(scale) or SCALES.get(scale) or 1)


def _apart(one: tuple[Choice, Values], other: tuple[Choice, Values]) -> bool:
    """Whether they are of different articles and no value of the one may be a value of the other."""
    if one[0].article.group_id == other[0].article.group_id:
        return False
    return not any(_one_value(a, b) for a in one[1] for b in other[1])


def _one_value(one: Span | float, other: Span | float) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one[0] <= other[1] and other[0] <= one[1]
    return one == other


def _at(one: Choice) -> float:
    """When it was published; without an hour, as its day begins."""
    published = one.article.published
    assert published is not None  # noqa: S101 - only dated ones are put in order
    return (published.at or datetime.combine(published.local_date, time.min, UTC)).timestamp()
