"""Whether the quotes give different figures for what was asked, and which is the newest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ask.choose import Choice
from bot.ask.kinds import Kind
from bot.ask.query import Query

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_COVERED = 0
ABOUT_IT = 0.6
"""Share of the question that a sentence must cover for its figure to be one for what was asked."""


def differing(query: Query, choices: Sequence[Choice]) -> tuple[Choice, ...] | None:
    """The choices newest first if two dated articles give different figures; None if they do not."""
    if query.kind not in {Kind.COUNT, Kind.WHEN}:
        return None
    telling = [(one, figures) for one in choices if (figures := _figures(query, one))]
    first = telling[0] if telling else None
    if first is None or not any(_differ(first, other) for other in telling[1:]):
        return None
    told = [one for one, _ in telling]
    rest = [one for one in choices if one not in told]
    return (*sorted(told, key=_day, reverse=True), *rest)


def _figures(query: Query, one: Choice) -> frozenset[str]:
    if one.features[_COVERED] < ABOUT_IT or one.article.published is None:
        return frozenset()
    return frozenset(_FIGURE.findall(one.citation.quote)) - frozenset(_FIGURE.findall(query.text))


def _differ(one: tuple[Choice, frozenset[str]], other: tuple[Choice, frozenset[str]]) -> bool:
    return one[0].article.group_id != other[0].article.group_id and not one[1] & other[1]


def _day(one: Choice) -> tuple[str, str]:
    published = one.article.published
    return (str(published.local_date) if published else "", str(published))
