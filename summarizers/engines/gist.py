"""One sentence on what happened."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from itertools import filterfalse, islice
from typing import TYPE_CHECKING

from summarizers.engines.alone import Alone, named
from summarizers.engines.spans import span
from summarizers.engines.tellable import tellable
from summarizers.rank.diversity import share
from summarizers.rank.extract import informativeness
from summarizers.rank.lead import position
from summarizers.sections.datelines import LIVE_CLOCK
from summarizers.sections.furniture import is_furniture, stripped
from summarizers.sections.leaning import is_thin, leans, names_nobody
from summarizers.sections.wording import trim
from summarizers.text.quotation import MARKS
from summarizers.types import Gist

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizers.text.analysis import Analysis

_LOOK_AT = 5
"""Sentences of an article that may be its gist: news says it early or not at all."""

_LOOK_BEYOND = 15
"""Sentences among which those are looked for: the rest may be lines of the page."""

_LIVE_ENTRIES = 3
_LOOK_AT_LIVE = 60

LONGEST = 280
"""Characters of a gist: one sentence that stands alone may be longer than a bullet in a list."""

_PLACE = 1.5
_TITLE = 1.0
_CLOSE = 0.5
"""What counts of a sentence: that it stands early, tells what the title tells, and is close to the centroid.

Closeness alone prefers short sentences, which tell one side matter; news tells first what happened.
"""

_QUOTED = 1.0
_LEANING = 0.8
_THIN = 1.5


def gist(
    analyses: Sequence[Analysis], weights: Sequence[Mapping[str, float]], shared: frozenset[str]
) -> Gist | None:
    """The early sentence of the story that best tells what happened and fits when trimmed; None if none does.

    `weights` are the term weights of each article; stems that several articles use, `shared`, count on top.
    """
    for number, index in _best_first(analyses, weights, shared):
        sentence = analyses[number].sentences[index]
        text = trim(sentence.text, LONGEST)
        if text is not None and tellable(sentence.text):
            told = named(analyses[number], index, text, LONGEST) or Alone(text, (index,))
            evidence = tuple(span(analyses[number], cited) for cited in told.cited)
            return Gist(text=told.text, evidence=evidence)
    return None


def _best_first(
    analyses: Sequence[Analysis], weights: Sequence[Mapping[str, float]], shared: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Number of the article and index of each sentence that may be the gist, the best first.

    What a sentence loses is asked only while it could be the next: nearly always of the first alone.
    """
    queue = [
        (-score, False, number, index)
        for number, (analysis, own) in enumerate(zip(analyses, weights, strict=True))
        for index, score in _scored(analysis, own, shared)
    ]
    heapify(queue)
    while queue:
        lost, is_whole, number, index = heappop(queue)
        if is_whole:
            yield number, index
        else:
            heappush(queue, (lost + _less(analyses[number], index), True, number, index))


def _scored(
    analysis: Analysis, weights: Mapping[str, float], shared: frozenset[str]
) -> Iterator[tuple[int, float]]:
    """The sentences of one article that may be its gist, by index, with how well each tells what happened.

    That is the most that it can score: `_less` comes off.
    """
    live = _is_live(analysis)
    close = informativeness(analysis, weights, _LOOK_AT_LIVE if live else _LOOK_BEYOND, place=0.0)
    news = filterfalse(lambda index: is_furniture(analysis.sentences[index].text), range(len(close)))
    for place, index in enumerate(news if live else islice(news, _LOOK_AT)):
        early = 0.0 if live else _PLACE * position(place)
        told = early + _TITLE * _of_title(analysis, index) + _CLOSE * close[index]
        yield index, told + share(analysis.bags[index], shared)


def _is_live(analysis: Analysis) -> bool:
    """Whether the article is a live report: the last word stands first there, and the news anywhere."""
    numbered = [one.text for one in analysis.sentences[:_LOOK_BEYOND] if one.text[0].isdigit()]
    return len([*filter(LIVE_CLOCK.match, numbered)]) >= _LIVE_ENTRIES


def _of_title(analysis: Analysis, index: int) -> float:
    """Share of the title's words that a sentence has, in [0, 1]."""
    return share(analysis.title, analysis.bags[index])


def _less(analysis: Analysis, index: int) -> float:
    """What a sentence loses that says hardly anything, only quotes, or needs the one before it."""
    text = stripped(analysis.sentences[index].text)
    if is_thin(text):
        return _THIN
    quoted = _QUOTED if text.startswith(tuple(MARKS)) else 0.0
    return quoted + (_LEANING if leans(text) or names_nobody(text) else 0.0)
