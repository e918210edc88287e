"""Days that an article takes back: `An earlier version of this article said 4 May`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.remind.likeness import topic_words
from bot.remind.moves import Moves
from summarizers.text.sentence import Sentence

_SAID = r"(?:said|says|stated|gave|gives|reported|wrote|listed|had)"
_WRONGLY = r"(?:wrongly|mistakenly|incorrectly|erroneously)"
_OURS = "(?:article|story|report|page)"
_TAKES_BACK = re.compile(
    rf"\b(?:earlier|previous|prior|original|first) versions? of (?:this|our) {_OURS} "
    rf"(?:(?:\w+ly |had )?{_SAID}|misstated)\b"
    rf"|\b(?:earlier|previous) versions? (?:misstated|{_WRONGLY} {_SAID})\b"
    rf"|\bcorrect(?:ed|ion)\b[^.;]{{0,40}}\b(?:earlier|previous) version {_SAID}\b"
    rf"|\bin an? (?:earlier|previous|prior) version of (?:this|our) {_OURS}\b"
    rf"|\b(?:we|this {_OURS}) (?:had )?(?:earlier )?"
    rf"(?:{_WRONGLY} (?:earlier )?{_SAID}|misstated|{_SAID} (?:{_WRONGLY}|in error))\b",
    re.IGNORECASE,
)
"""Only who says of itself that it said so takes a day back: a `first report` is also a thing that is due."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What one sentence of an article takes back: its words, and the days that it names."""

    start: int
    words: frozenset[str]
    days: tuple[date, ...]


def taken_back(moves: Moves) -> tuple[TakenBack, ...]:
    """What the article takes back, the first of it where that is much; of most articles nothing."""
    found = (one for one in moves.sentences if _TAKES_BACK.search(one.text))
    return tuple(_of(moves, one) for one in islice(found, _MOST))


def _of(moves: Moves, sentence: Sentence) -> TakenBack:
    days = tuple(day for day, _ in islice(moves.days(sentence.start, sentence.end), _MOST))
    return TakenBack(start=sentence.start, words=frozenset(topic_words(sentence.text)), days=days)


_MOST = 5
"""Sentences of an article, and days of each: no honest correction has more."""


def wrong_days(taken: Sequence[TakenBack], told: Sentence, day: date, *, alone: bool) -> tuple[date, ...]:
    """The days that were `taken` back for the one which the sentence `told` gives, never its own.

    Where that is not `alone` with a date, both sentences must share a word of the matter.
    """
    return tuple(
        wrong
        for one in taken
        if one.start != told.start and (alone or not one.words.isdisjoint(topic_words(told.text)))
        for wrong in one.days
        if wrong != day
    )
