"""From what one article states to the points that may be shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from summarizers.engines.tellable import tellable
from summarizers.grounding.guard import supports
from summarizers.rank.diversity import share
from summarizers.sections.cued import still_states
from summarizers.sections.dated import worded
from summarizers.sections.deadlines import deadlines
from summarizers.sections.leaning import leans
from summarizers.sections.pronouns import resolved
from summarizers.sections.selection import Candidate
from summarizers.sections.speakers import speaker
from summarizers.sections.wording import trim
from summarizers.text.quotation import MARKS, continued, is_whole
from summarizers.text.tokens import content, words
from summarizers.types import MAX_POINT_CHARS, Point, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizers.sections.statements import Statement
    from summarizers.text.analysis import Analysis

_SUPPORT = 0.2
"""How much a sentence gains in a story of several articles if others use all its words too."""


_LEANING = 0.2
"""How much a bullet loses that leans on what its article said before."""


def stated(
    analysis: Analysis, statements: Iterable[Statement], shared: frozenset[str], engine: str
) -> Iterator[Candidate]:
    """The statements that can be worded, signed by `engine`.

    `shared` are the stems that several articles of the story use: what others report too weighs more.
    """
    inside = continued(analysis.sentences)
    for statement in statements:
        may = tellable(analysis.sentences[statement.index].text)
        wording = _wording(analysis, inside, statement) if may else None
        if wording is not None:
            text, cited = wording
            stems = frozenset(analysis.stems[statement.index])
            point = Point(
                section=statement.section,
                text=text,
                evidence=tuple(span(analysis, number) for number in cited),
                engine=engine,
                status=statement.status,
                weight=_weight(statement, stems, shared, text),
            )
            yield Candidate(point=point, stems=stems)


def _weight(statement: Statement, stems: frozenset[str], shared: frozenset[str], text: str) -> float:
    """How sure it is, more for what others report too, less for what cannot be read alone."""
    alone = _LEANING if leans(text) else 0.0
    return statement.probability + _SUPPORT * share(stems, shared) - alone


def dated(analysis: Analysis, engine: str) -> Iterator[Candidate]:
    """The deadlines that the article states, signed by `engine`; none if it is undated."""
    published = analysis.document.published
    if published is None:
        return
    for found in deadlines(analysis.document, analysis.sentences):
        point = worded(found, published, engine) if tellable(found.text) else None
        if point is not None:
            yield Candidate(point=point, stems=frozenset(content(words(found.text))))


def _wording(
    analysis: Analysis, inside: list[bool], statement: Statement
) -> tuple[str, tuple[int, ...]] | None:
    """Text of a bullet and the sentences it rests on; None if no clause fits or the speaker is unknown."""
    index = statement.index
    text = analysis.sentences[index].text
    keeps = partial(still_states, statement.section, analysis.words[index])
    if not (inside[index] or is_whole(text)):
        trimmed = trim(text, keeps=keeps)
        return None if trimmed is None else _named(analysis, index, trimmed)
    found = speaker(analysis.sentences, inside, index)
    if found is None:
        return None
    name, named_in = found
    trimmed = trim(text, MAX_POINT_CHARS - len(name) - len(": “”"), keeps)
    if trimmed is None or name in trimmed:
        return None if trimmed is None else (trimmed, (index,))
    quoted = trimmed if any(mark in trimmed for mark in MARKS) else f"“{trimmed}”"
    return f"{name}: {quoted}", tuple(dict.fromkeys((index, named_in)))


def _named(analysis: Analysis, index: int, text: str) -> tuple[str, tuple[int, ...]]:
    """`text` with names for its pronouns and the sentences that carry it, where the guard agrees."""
    found = resolved(analysis.sentences, index, text)
    if found is None:
        return text, (index,)
    told, named_in = found
    cited = (index, named_in)
    carried = supports(told, [analysis.sentences[number].text for number in cited])
    return (told, cited) if carried else (text, (index,))


def span(analysis: Analysis, index: int) -> Span:
    """Where sentence `index` stands in its article."""
    sentence = analysis.sentences[index]
    return Span(analysis.document.id, sentence.start, sentence.end)
