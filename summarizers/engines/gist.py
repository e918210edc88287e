"""One sentence on what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.engines.alone import Alone, named
from summarizers.engines.spans import span
from summarizers.engines.tellable import tellable
from summarizers.rank.diversity import share
from summarizers.rank.extract import informativeness
from summarizers.sections.furniture import is_furniture
from summarizers.sections.leaning import leans, names_nobody
from summarizers.sections.wording import trim
from summarizers.text.quotation import MARKS
from summarizers.types import Gist

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizers.text.analysis import Analysis

_LOOK_AT = 5
"""Sentences of an article that may be its gist: news says it early or not at all."""

_LOOK_BEYOND = 10
"""Sentences among which lines of the page are looked for."""

LONGEST = 280
"""Characters of a gist: one sentence that stands alone may be longer than a bullet in a list."""

_QUOTED = 0.5
_LEANING = 0.4


def gist(
    analyses: Sequence[Analysis], weights: Sequence[Mapping[str, float]], shared: frozenset[str]
) -> Gist | None:
    """The most informative early sentence of the story whose trimmed text fits; None where none does.

    `weights` are the term weights of each article; stems that several articles use, `shared`, count on top.
    """
    ranked = sorted(
        (-_score(analysis, index, base, shared), number, index)
        for number, (analysis, own) in enumerate(zip(analyses, weights, strict=True))
        for index, base in enumerate(informativeness(analysis, own, _LOOK_AT + _furniture(analysis)))
    )
    for _, number, index in ranked:
        sentence = analyses[number].sentences[index]
        text = trim(sentence.text, LONGEST)
        if text is not None and tellable(sentence.text):
            told = named(analyses[number], index, text, LONGEST) or Alone(text=text, cited=(index,))
            evidence = tuple(span(analyses[number], cited) for cited in told.cited)
            return Gist(text=told.text, evidence=evidence)
    return None


def _furniture(analysis: Analysis) -> int:
    """How many lines of the page, and not of the article, stand at its head."""
    lines = (is_furniture(sentence.text) for sentence in analysis.sentences[:_LOOK_BEYOND])
    return sum(lines)


def _score(analysis: Analysis, index: int, base: float, shared: frozenset[str]) -> float:
    """Informativeness, more for words that several articles use.

    Less for a bare quotation, and for what cannot be read without the sentence before.
    """
    text = analysis.sentences[index].text
    less = (_QUOTED if text[0] in MARKS else 0.0) + (_LEANING if leans(text) or names_nobody(text) else 0.0)
    return base + share(frozenset(analysis.stems[index]), shared) - less
