"""From what one article states to the points that may be shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from summarizers.engines.alone import Alone, read_alone
from summarizers.engines.dated import bullet, listed, told_apart, worded
from summarizers.engines.spans import span
from summarizers.engines.tellable import tellable
from summarizers.engines.wordings import Wordings
from summarizers.rank.diversity import share
from summarizers.sections.deadlines import deadlines
from summarizers.sections.firmness import status
from summarizers.sections.leaning import leans, tells_terms
from summarizers.sections.offers import Offer
from summarizers.sections.selection import Candidate, Fact
from summarizers.text.quotation import is_whole
from summarizers.types import AGREEMENT, DEADLINE, TENSION, Point

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarizers.sections.due import Due
    from summarizers.sections.statements import Statement
    from summarizers.text.analysis import Analysis
    from summarizers.types import Publication

_SUPPORT = 0.2
"""How much a sentence gains in a story of several articles if others use all its words too."""


_STATED = (AGREEMENT, TENSION)
_LEANING = 0.2
"""How much a bullet loses that leans on what its article said before."""

_PAIRED = 0.1
"""The same where it brings that along."""


_DETAIL = 0.05
"""The same where it tells the terms of a deal, or what somebody said of it."""


def stated(
    analysis: Analysis, statements: Sequence[Statement], shared: frozenset[str], engine: str
) -> Iterator[Offer]:
    """The statements, signed by `engine`.

    `shared` are the stems that several articles of the story use: what others report too weighs more. A
    sentence that stands in front of another of its section, which needs it, is no bullet of its own.
    """
    of_section = {
        section: Wordings(analysis, [one for one in statements if one.section is section])
        for section in _STATED
    }
    for statement in statements:
        section, index = statement.section, statement.sentence
        wordings = of_section[section]
        stems = analysis.bags[index]
        support = _SUPPORT * share(stems, shared)
        fact = Fact(section, wordings.at_most(index) + support, stems)
        yield Offer(fact, partial(_told, analysis, wordings, index, fact, support=support, engine=engine))


def _told(
    analysis: Analysis, wordings: Wordings, index: int, fact: Fact, *, support: float, engine: str
) -> Candidate | None:
    """`fact`, a statement on sentence `index`, in the words of a bullet, with what it weighs then."""
    section = fact.section
    told = wordings.told(index)
    if told is None or (not told.paired and wordings.is_in_front(index)):
        return None
    point = Point(
        section=section,
        text=told.text,
        evidence=tuple([span(analysis, number) for number in told.cited]),
        engine=engine,
        status=status(analysis, index) if section is AGREEMENT else None,
        weight=wordings.sure(index, paired=told.paired) + support - _lost(told),
    )
    return Candidate(point, fact)


def _lost(told: Alone) -> float:
    """What a bullet loses that cannot be read alone, or is less than what it rests on."""
    if told.paired:
        return _PAIRED
    return _LEANING if leans(told.text) else _DETAIL if told.quoted or tells_terms(told.text) else 0.0


def dated(analysis: Analysis, engine: str) -> Iterator[Offer]:
    """The deadlines that the article states, signed by `engine`; none if it is undated."""
    published = analysis.document.published
    if published is None:
        return
    sentences = groupby(deadlines(analysis.document, analysis.sentences), key=attrgetter("telling"))
    every = [*chain.from_iterable(told_apart(list(same), published) for _, same in sentences)]
    first, bullets = _heaviest(every, _day_and_kind), _one_a_text(every)
    for due in every:
        weight = due.weight * (1 if first[_day_and_kind(due)] is due else _BESIDE)
        fact = Fact(DEADLINE, weight, due)
        wording = partial(_due, analysis, published) if bullets[due.text] is due else _for_lists
        yield Offer(fact, partial(wording, due, fact, engine))


_BESIDE: Final = 0.1
"""How much of its weight another thing of one kind and day keeps: other days are shown before it."""


def _heaviest(dues: Iterable[Due], key: Callable[[Due], object]) -> dict[object, Due]:
    """The heaviest of the deadlines with the same `key`, the first of equals."""
    best: dict[object, Due] = {}
    for due in dues:
        same = key(due)
        held = best.get(same)
        if held is None or due.weight > held.weight:
            best[same] = due
    return best


def _one_a_text(dues: Sequence[Due]) -> dict[object, Due]:
    """Of the deadlines with one text the heaviest of the day that comes first.

    Were it another of that day, a heavier one that is good for lists only would stand for it.
    """
    days = {due.text: due.day for due in reversed(dues)}
    return _heaviest([due for due in dues if due.day == days[due.text]], attrgetter("text"))


def _day_and_kind(due: Due) -> object:
    return due.day, due.last_day, due.deadline.kind


def _for_lists(due: Due, fact: Fact, engine: str) -> Candidate | None:
    """A deadline where it needs no bullet: it has no words of its own, or another has them."""
    if not tellable(due.text):
        return None
    return Candidate(bullet(due, listed(due), engine), fact, shown=False)


def _due(analysis: Analysis, published: Publication, due: Due, fact: Fact, engine: str) -> Candidate | None:
    """A deadline in the words of a bullet, or good for lists only."""
    if not tellable(due.text):
        return None
    if len(due.telling) > 1:
        return Candidate(bullet(due, due.text, engine), fact)
    text = worded(due, published)
    if text is None:
        return _for_lists(due, fact, engine)
    point = bullet(due, text, engine)
    told = _dated_alone(analysis, due.telling[0].index, text)
    if len(told.cited) == 1:
        return Candidate(point, fact)
    evidence = tuple([span(analysis, number) for number in told.cited])
    shown = replace(point, text=told.text, evidence=evidence)
    return Candidate(shown, fact, listed=point if told.paired else None)


def _dated_alone(analysis: Analysis, index: int, text: str) -> Alone:
    """A deadline's text made to read alone; a sentence that is quoted stays as it is."""
    if analysis.inside[index] or is_whole(analysis.sentences[index].text):
        return Alone(text, (index,))
    return read_alone(analysis, index, text)
