"""One sentence on what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.rank.extract import informativeness
from summarizers.sections.wording import trim
from summarizers.text.quotation import MARKS
from summarizers.types import Gist, Span

if TYPE_CHECKING:
    from summarizers.text.analysis import Analysis

_LOOK_AT = 5
"""Sentences of an article that may be its gist: news says it early or not at all."""

_QUOTED = 0.5


def gist(analyses: tuple[Analysis, ...], shared: frozenset[str]) -> Gist | None:
    """The most informative early sentence of the story whose trimmed text fits; None where none does.

    Among several articles, the words that they share count on top.
    """
    ranked = sorted(
        (
            (-_score(analysis, index, base, shared), number, index)
            for number, analysis in enumerate(analyses)
            for index, base in enumerate(informativeness(analysis)[:_LOOK_AT])
        )
    )
    for _, number, index in ranked:
        sentence = analyses[number].sentences[index]
        text = trim(sentence.text)
        if text is not None:
            return Gist(
                text=text, evidence=(Span(analyses[number].document.id, sentence.start, sentence.end),)
            )
    return None


def _score(analysis: Analysis, index: int, base: float, shared: frozenset[str]) -> float:
    """Informativeness, less for a bare quotation, more for words that several articles use."""
    stems = set(analysis.stems[index])
    support = len(stems & shared) / len(stems) if stems else 0.0
    quoted = analysis.sentences[index].text[0] in MARKS
    return base + support - (_QUOTED if quoted else 0.0)
