"""The default engine: every word comes from the articles, no model is needed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING

from summarizers.engines.gist import gist
from summarizers.engines.line_ends import quoted, read, spans
from summarizers.engines.outlets import told_by_outlets
from summarizers.engines.points import dated, stated
from summarizers.engines.spans import span
from summarizers.rank.centroid import term_weights
from summarizers.rank.extract import summary
from summarizers.sections.agreements import agreements
from summarizers.sections.features import features
from summarizers.sections.offers import Offer, ranked, ranked_as_asked
from summarizers.sections.selection import all_dated, choose
from summarizers.sections.statements import told_apart
from summarizers.sections.tensions import tensions
from summarizers.sections.weights import AGREEMENT, TENSION
from summarizers.text.analysis import Analysis, analyse
from summarizers.types import Budget, Document, Span, Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizers.sections.features import Rows
    from summarizers.sections.model import Classifier

NAME = "extractive-19"


class Extractive:
    """A `Summarizer` that chooses sentences by learned weights over cue classes and trims them to clauses.

    `rows` describes the sentences of an article to the classifiers, by default by the `features` of those
    that can count; other weights may want other rows.
    """

    __slots__ = ("_agreement", "_rows", "_tension")

    def __init__(
        self,
        agreement: Classifier = AGREEMENT,
        tension: Classifier = TENSION,
        rows: Callable[[Analysis, Mapping[str, float]], Rows] | None = None,
    ) -> None:
        needs = agreement.needs | tension.needs if agreement.needs and tension.needs else frozenset[str]()
        self._agreement, self._tension = agreement, tension
        self._rows = rows or partial(features, needs=needs)

    @property
    def name(self) -> str:
        """Name and version."""
        return NAME

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        """See `Summarizer.summarize`."""
        told = tuple(map(read, documents))
        analyses = [analyse(document) for document in told]
        weights = [term_weights(analysis.stems, analysis.bags) for analysis in analyses]
        shared = _shared(weights)
        offers = chain.from_iterable(map(self._offers, analyses, weights, repeat(shared)))
        facts = told_by_outlets(ranked(offers), told) if len(told) > 1 else ranked_as_asked(offers)
        found = Summary(
            gist=gist(analyses, weights, shared),
            points=choose(facts, budget),
            engine=NAME,
            dated=all_dated(facts),
        )
        return quoted(found, documents, told)

    def extract(self, document: Document, sentences: int) -> tuple[Span, ...]:
        """See `Summarizer.extract`."""
        told = read(document)
        analysis = analyse(told)
        return spans([span(analysis, index) for index in summary(analysis, sentences)], document, told)

    def _offers(
        self, analysis: Analysis, weights: Mapping[str, float], shared: frozenset[str]
    ) -> list[Offer]:
        """What one article offers to show."""
        rows = self._rows(analysis, weights)
        published = analysis.document.published
        settled = agreements(rows, self._agreement, published.local_date.year if published else None)
        statements = told_apart((*settled, *tensions(rows, self._tension)))
        return [*stated(analysis, statements, shared, NAME), *dated(analysis, NAME)]


def _shared(weights: list[dict[str, float]]) -> frozenset[str]:
    """Stems that at least two of the articles use."""
    if len(weights) == 1:
        return frozenset()
    seen = Counter(stem for own in weights for stem in own)
    return frozenset(stem for stem, count in seen.items() if count > 1)
