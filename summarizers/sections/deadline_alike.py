"""Which of the deadlines that an article sets for one day are one, told twice."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.lexicon import MONTHS, WEEKDAYS
from summarizers.text.tokens import content, words
from summarizers.types import DeadlineKind

_POINTS_BACK: Final = re.compile(
    r"^\W*(?:but |and |so |then |now )?(?:it|they|this|that|these|those|both|he|she)\b|"
    r"\b(?:deadline|the date|that day|same day|expiry|cut-?off)\b"
)
"""What may speak of a thing named before, in other words than its own."""

_NAMED: Final = frozenset({"expiry", "effective"})
_TRUCES: Final = frozenset(
    content(
        words(
            "truce ceasefire fire pause lull halt standstill freeze moratorium"
            " suspension deal accord agreement pact"
        )
    )
)
"""Names of one thing in one article."""

_OF_ANY: Final = frozenset((*MONTHS, *WEEKDAYS)) | frozenset(
    content(
        words(
            "until midnight noon today tomorrow day week month year end begin start open close expire lapse "
            "take effect come force run last stay remain due must will would said told expected new next"
        )
    )
)
"""Words that say when something begins or ends and who tells it, but not what it is."""


def is_told_again(one: str, other: str, kind: DeadlineKind) -> bool:
    """Whether two sentences in lower case, which set a date of `kind` for one day, may mean one thing.

    What has to be done by a day, a vote or a meeting is told again in other words each time: it is one. What
    ends or begins is called by its name: it is one where they share a word that says what it is about, or
    where one of them only points back.
    """
    if kind not in _NAMED or one == other or _POINTS_BACK.search(one) or _POINTS_BACK.search(other):
        return True
    first, second = matter(one), matter(other)
    return not (first and second) or not first.isdisjoint(second)


def are_two_hours(one: str | None, other: str | None, kind: DeadlineKind) -> bool:
    """Whether two times of one day tell two things of `kind` apart: two services resume at five and at seven.

    A hearing or a meeting has often more than one.
    """
    return kind in _NAMED and None not in {one, other} and one != other


def matter(text: str) -> frozenset[str]:
    """Stems of the words of `text` that say what it is about."""
    stems = frozenset(stem for stem in content(words(text)) if stem.isalpha())
    return (stems | {"truce"} if not stems.isdisjoint(_TRUCES) else stems) - _OF_ANY
