"""From what one article states to the points that may be shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from summarizers.engines.alone import Alone, read_alone
from summarizers.engines.dated import listed, told_apart, worded
from summarizers.engines.spans import span
from summarizers.engines.tellable import tellable
from summarizers.engines.wordings import Wordings
from summarizers.rank.diversity import share
from summarizers.sections.deadlines import deadlines
from summarizers.sections.firmness import status
from summarizers.sections.leaning import leans, tells_terms
from summarizers.sections.offers import Offer
from summarizers.sections.selection import Candidate
from summarizers.text.quotation import is_whole
from summarizers.text.tokens import content, words
from summarizers.types import Point, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.sections.statements import Statement
    from summarizers.text.analysis import Analysis

_SUPPORT = 0.2
"""How much a sentence gains in a story of several articles if others use all its words too."""


_LEANING = 0.2
"""How much a bullet loses that leans on what its article said before."""

_PAIRED = 0.1
"""The same where it brings that along."""


_DETAIL = 0.05
"""The same where it tells the terms of a deal."""


def stated(
    analysis: Analysis, statements: Sequence[Statement], shared: frozenset[str], engine: str
) -> Iterator[Offer]:
    """The statements, signed by `engine`.

    `shared` are the stems that several articles of the story use: what others report too weighs more. A
    sentence that stands in front of another of its section, which needs it, is no bullet of its own.
    """
    wordings = Wordings(analysis, statements)
    for statement in statements:
        section, index = statement.section, statement.index
        stems = frozenset(analysis.stems[index])
        support = _SUPPORT * share(stems, shared)
        plain = Candidate(
            point=Point(
                section=section,
                text=analysis.sentences[index].text,
                evidence=(span(analysis, index),),
                engine=engine,
                weight=wordings.at_most(section, index) + support,
            ),
            stems=stems,
        )
        yield Offer(plain=plain, worded=partial(_told, analysis, wordings, index, plain, support))


def _told(
    analysis: Analysis, wordings: Wordings, index: int, plain: Candidate, support: float
) -> Candidate | None:
    """`plain`, a statement on sentence `index`, in the words of a bullet, with what it weighs then."""
    section = plain.point.section
    told = wordings.told(section, index)
    if told is None or (not told.paired and wordings.is_in_front(section, index)):
        return None
    point = replace(
        plain.point,
        text=told.text,
        evidence=tuple(span(analysis, number) for number in told.cited),
        status=status(analysis, index) if section is Section.AGREEMENT else None,
        weight=wordings.sure(section, index, paired=told.paired) + support - _lost(told),
    )
    return Candidate(point=point, stems=plain.stems)


def _lost(told: Alone) -> float:
    """What a bullet loses that cannot be read alone, or is less than what it rests on."""
    if told.paired:
        return _PAIRED
    return _LEANING if leans(told.text) else _DETAIL if tells_terms(told.text) else 0.0


def dated(analysis: Analysis, engine: str) -> Iterator[Offer]:
    """The deadlines that the article states, signed by `engine`; none if it is undated."""
    published = analysis.document.published
    if published is None:
        return
    places = {sentence.start: sentence.index for sentence in analysis.sentences}
    sentences = groupby(deadlines(analysis.document, analysis.sentences), key=attrgetter("evidence"))
    told: set[str] = set()
    for found in chain.from_iterable(told_apart(tuple(same), published) for _, same in sentences):
        plain = Candidate(point=found, stems=frozenset(content(words(found.text))))
        index = places[found.evidence[0].start]
        due = partial(_due, analysis, index, plain, engine)
        yield Offer(plain=plain, worded=partial(_for_lists, plain, engine) if found.text in told else due)
        told.add(found.text)


def _for_lists(plain: Candidate, engine: str) -> Candidate | None:
    """`plain`, a deadline that needs no bullet: it has no words of its own, or another has them."""
    found = plain.point
    if found.deadline is None or not tellable(found.text):
        return None
    return Candidate(point=listed(found, found.deadline, engine), stems=plain.stems, shown=False)


def _due(analysis: Analysis, index: int, plain: Candidate, engine: str) -> Candidate | None:
    """`plain`, a deadline that sentence `index` sets, in the words of a bullet, or good for lists only."""
    found, stems, published = plain.point, plain.stems, analysis.document.published
    if published is None or found.deadline is None or not tellable(found.text):
        return None
    if len(found.evidence) > 1:
        return Candidate(point=replace(found, engine=engine), stems=stems)
    point = worded(found, published, engine)
    if point is None:
        return _for_lists(plain, engine)
    told = _dated_alone(analysis, index, point.text)
    evidence = tuple(span(analysis, number) for number in told.cited)
    shown = replace(point, text=told.text, evidence=evidence)
    return Candidate(point=shown, stems=stems, listed=point if told.paired else None)


def _dated_alone(analysis: Analysis, index: int, text: str) -> Alone:
    """A deadline's text made to read alone; a sentence that is quoted stays as it is."""
    if analysis.inside[index] or is_whole(analysis.sentences[index].text):
        return Alone(text=text, cited=(index,))
    return read_alone(analysis, index, text)
