"""The default engine: every word comes from the articles, no model is needed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from summarizers.engines.gist import gist
from summarizers.rank.extract import summary
from summarizers.sections.agreements import agreements
from summarizers.sections.dated import worded
from summarizers.sections.deadlines import deadlines
from summarizers.sections.features import features, still_states
from summarizers.sections.selection import Candidate, choose
from summarizers.sections.speakers import speaker
from summarizers.sections.tensions import tensions
from summarizers.sections.weights import AGREEMENT, TENSION
from summarizers.sections.wording import trim
from summarizers.text.analysis import Analysis, analyse
from summarizers.text.quotation import continued
from summarizers.text.tokens import content, words
from summarizers.types import MAX_POINT_CHARS, Budget, Document, Point, Span, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizers.sections.model import Classifier
    from summarizers.sections.statements import Statement

NAME = "extractive-1"
_SUPPORT = 0.2
"""How much a sentence gains in a story of several articles if others use all its words too."""


class Extractive:
    """A `Summarizer` that chooses sentences by learned weights over cue classes and trims them to clauses."""

    __slots__ = ("_agreement", "_tension")

    def __init__(self, agreement: Classifier = AGREEMENT, tension: Classifier = TENSION) -> None:
        self._agreement = agreement
        self._tension = tension

    @property
    def name(self) -> str:
        """Name and version."""
        return NAME

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        """See `Summarizer.summarize`."""
        analyses = tuple(analyse(document) for document in documents)
        shared = _shared(analyses)
        candidates = [one for analysis in analyses for one in self._candidates(analysis, shared)]
        return Summary(gist=gist(analyses, shared), points=choose(candidates, budget), engine=NAME)

    def extract(self, document: Document, sentences: int) -> tuple[Span, ...]:
        """See `Summarizer.extract`."""
        analysis = analyse(document)
        return tuple(_span(analysis, index) for index in summary(analysis, sentences))

    def _candidates(self, analysis: Analysis, shared: frozenset[str]) -> Iterator[Candidate]:
        """The points that one article offers."""
        rows = features(analysis)
        inside = continued(analysis.sentences)
        for statement in (
            *agreements(rows, analysis.sentences, self._agreement),
            *tensions(rows, self._tension),
        ):
            stems = frozenset(analysis.stems[statement.index])
            point = _point(analysis, inside, statement, _support(stems, shared))
            if point is not None:
                yield Candidate(point=point, stems=stems)
        yield from _dated(analysis)


def _shared(analyses: tuple[Analysis, ...]) -> frozenset[str]:
    """Stems that at least two of the articles use."""
    seen = Counter(stem for analysis in analyses for stem in {s for bag in analysis.stems for s in bag})
    return frozenset(stem for stem, count in seen.items() if count > 1)


def _dated(analysis: Analysis) -> Iterator[Candidate]:
    """The deadlines that one article offers; none if it is undated."""
    published = analysis.document.published
    if published is None:
        return
    for found in deadlines(analysis.document, analysis.sentences):
        point = worded(found, published, NAME)
        if point is not None:
            yield Candidate(point=point, stems=frozenset(content(words(found.text))))


def _support(stems: frozenset[str], shared: frozenset[str]) -> float:
    """Share of `stems` that other articles of the story use, times its weight."""
    return _SUPPORT * len(stems & shared) / len(stems) if stems else 0.0


def _point(analysis: Analysis, inside: list[bool], statement: Statement, bonus: float) -> Point | None:
    """The statement as a point, or None if no clause of it fits or nobody is known to have said it."""
    worded = _worded(analysis, inside, statement)
    if worded is None:
        return None
    text, cited = worded
    return Point(
        section=statement.section,
        text=text,
        evidence=tuple(_span(analysis, number) for number in cited),
        engine=NAME,
        status=statement.status,
        weight=statement.probability + bonus,
    )


def _worded(
    analysis: Analysis, inside: list[bool], statement: Statement
) -> tuple[str, tuple[int, ...]] | None:
    """Text of a bullet and the sentences that it rests on."""
    index = statement.index
    text = analysis.sentences[index].text
    keeps = partial(still_states, statement.section, analysis.words[index])
    if not inside[index]:
        trimmed = trim(text, keeps=keeps)
        return None if trimmed is None else (trimmed, (index,))
    found = speaker([sentence.text for sentence in analysis.sentences], inside, index)
    if found is None:
        return None
    name, named_in = found
    trimmed = trim(text, MAX_POINT_CHARS - len(name) - 2, keeps)
    if trimmed is None or name in trimmed:
        return None if trimmed is None else (trimmed, (index,))
    return f"{name}: {trimmed}", tuple(dict.fromkeys((index, named_in)))


def _span(analysis: Analysis, index: int) -> Span:
    """Where sentence `index` stands in its article."""
    sentence = analysis.sentences[index]
    return Span(analysis.document.id, sentence.start, sentence.end)
