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
from summarizers.rank.diversity import share
from summarizers.sections.cued import still_states
from summarizers.sections.deadlines import deadlines
from summarizers.sections.leaning import is_thin, leans
from summarizers.sections.selection import Candidate
from summarizers.sections.speakers import speaker
from summarizers.sections.wording import trim
from summarizers.text.quotation import MARKS, continued, is_whole
from summarizers.text.tokens import content, words
from summarizers.types import MAX_POINT_CHARS, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarizers.sections.statements import Statement
    from summarizers.text.analysis import Analysis
    from summarizers.types import Section

_SUPPORT = 0.2
"""How much a sentence gains in a story of several articles if others use all its words too."""


_LEANING = 0.2
"""How much a bullet loses that leans on what its article said before."""

_PAIRED = 0.1
"""The same where it brings that along."""


def stated(
    analysis: Analysis, statements: Iterable[Statement], shared: frozenset[str], engine: str
) -> Iterator[Candidate]:
    """The statements that can be worded, signed by `engine`.

    `shared` are the stems that several articles of the story use: what others report too weighs more. A
    sentence that stands in front of another of its section, which needs it, is no bullet of its own.
    """
    told = _told(analysis, statements)
    surest, in_front = _surest(told), _in_front(told)
    for statement, wording in told.items():
        if not wording.paired and (statement.section, statement.index) in in_front:
            continue
        stems = frozenset(analysis.stems[statement.index])
        both = wording.cited if wording.paired else (statement.index,)
        probability = max(surest.get((statement.section, index), 0.0) for index in both)
        point = Point(
            section=statement.section,
            text=wording.text,
            evidence=tuple(span(analysis, number) for number in wording.cited),
            engine=engine,
            status=statement.status,
            weight=_weight(probability, stems, shared, wording),
        )
        yield Candidate(point=point, stems=stems)


def _told(analysis: Analysis, statements: Iterable[Statement]) -> dict[Statement, Alone]:
    """The statements that may be told and say something, each with its words."""
    inside = continued(analysis.sentences)
    told = {}
    for statement in statements:
        may = tellable(analysis.sentences[statement.index].text)
        wording = _wording(analysis, inside, statement) if may else None
        if wording is not None and not is_thin(wording.text):
            told[statement] = wording
    return told


def _surest(told: Mapping[Statement, Alone]) -> dict[tuple[Section, int], float]:
    """The probability of each statement that is told, by its section and sentence."""
    return {(one.section, one.index): one.probability for one in told}


def _in_front(told: Mapping[Statement, Alone]) -> frozenset[tuple[Section, int]]:
    """Sections and sentences that stand in front of another bullet of that section."""
    return frozenset((one.section, wording.cited[1]) for one, wording in told.items() if wording.paired)


def _weight(probability: float, stems: frozenset[str], shared: frozenset[str], wording: Alone) -> float:
    """How sure it is, more for what others report too, less for what cannot be read alone."""
    alone = _PAIRED if wording.paired else _LEANING if leans(wording.text) else 0.0
    return probability + _SUPPORT * share(stems, shared) - alone


def dated(analysis: Analysis, engine: str) -> Iterator[Candidate]:
    """The deadlines that the article states, signed by `engine`; none if it is undated."""
    published = analysis.document.published
    if published is None:
        return
    inside = continued(analysis.sentences)
    places = {sentence.start: sentence.index for sentence in analysis.sentences}
    sentences = groupby(deadlines(analysis.document, analysis.sentences), key=attrgetter("evidence"))
    for found in chain.from_iterable(told_apart(tuple(same), published) for _, same in sentences):
        if found.deadline is None or not tellable(found.text):
            continue
        stems = frozenset(content(words(found.text)))
        point = worded(found, published, engine)
        if point is None:
            yield Candidate(point=listed(found, found.deadline, engine), stems=stems, shown=False)
        else:
            told = _dated_alone(analysis, inside, places[found.evidence[0].start], point.text)
            evidence = tuple(span(analysis, number) for number in told.cited)
            shown = replace(point, text=told.text, evidence=evidence)
            yield Candidate(point=shown, stems=stems, listed=point if told.paired else None)


def _dated_alone(analysis: Analysis, inside: list[bool], index: int, text: str) -> Alone:
    """A deadline's text made to read alone; a sentence that is quoted stays as it is."""
    if inside[index] or is_whole(analysis.sentences[index].text):
        return Alone(text=text, cited=(index,))
    return read_alone(analysis, inside, index, text)


def _wording(analysis: Analysis, inside: list[bool], statement: Statement) -> Alone | None:
    """Text of a bullet and the sentences it rests on; None if no clause fits or the speaker is unknown."""
    index = statement.index
    text = analysis.sentences[index].text
    keeps = partial(still_states, statement.section, analysis.words[index])
    if not (inside[index] or is_whole(text)):
        trimmed = trim(text, keeps=keeps)
        return None if trimmed is None else read_alone(analysis, inside, index, trimmed)
    found = speaker(analysis.sentences, inside, index)
    if found is None:
        return None
    name, named_in = found
    trimmed = trim(text, MAX_POINT_CHARS - len(name) - len(": “”"), keeps)
    if trimmed is None or name in trimmed:
        return None if trimmed is None else Alone(text=trimmed, cited=(index,))
    quoted = trimmed if any(mark in trimmed for mark in MARKS) else f"“{trimmed}”"
    return Alone(text=f"{name}: {quoted}", cited=tuple(dict.fromkeys((index, named_in))))
