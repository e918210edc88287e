"""A bullet made to read alone: names for its pronouns and short forms, or the sentence before it.

Whatever is put in comes from a sentence of the article, which is then cited too. A name is put in only where
the guard agrees that the two carry the text; two sentences word for word, trimmed as ever, need no leave.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Final

from summarizers.engines.tellable import tellable
from summarizers.grounding.guard import supports
from summarizers.sections.deadline_context import context_of, is_named
from summarizers.sections.leaning import counts, gives_what, leans, names_nobody, stands_before
from summarizers.sections.pronouns import resolved
from summarizers.sections.short_names import spelled_out
from summarizers.sections.wording import trim
from summarizers.text.analysis import Analysis
from summarizers.types import MAX_POINT_CHARS

_HEAD: Final = 60
"""Sentences among which the headline's name is looked for."""

_PEOPLE: Final = re.compile(r"^\w+(?:ian|ese|ish)$")
"""What belongs to a people names nobody in brackets: `(Serbian)`."""

_FEWEST_LEFT: Final = 40
"""Characters that the sentence before must have room for."""


class Alone:
    """The text of a bullet and the sentences that carry it, its own first.

    `paired` tells that the sentence before stands in front of it, word for word; `quoted` that it is what
    somebody said, behind who said it.
    """

    __slots__ = ("cited", "paired", "quoted", "text")

    def __init__(
        self, text: str, cited: tuple[int, ...], *, paired: bool = False, quoted: bool = False
    ) -> None:
        self.text: Final = text
        self.cited: Final = cited
        self.paired: Final = paired
        self.quoted: Final = quoted


def read_alone(analysis: Analysis, index: int, text: str) -> Alone:
    """`text`, a bullet on sentence `index`, as it reads best alone in `MAX_POINT_CHARS` characters.

    Without a name that is sure, and without a sentence before it that fits, the text stays as it is.
    """
    told = named(analysis, index, text, MAX_POINT_CHARS)
    if told is not None and not leans(told.text):
        return told
    paired = _paired(analysis, index, text)
    return paired or told or _placed(analysis, index, text) or Alone(text, (index,))


def named(analysis: Analysis, index: int, text: str, limit: int) -> Alone | None:
    """`text` with a name for its pronoun or its short form; None where no name is sure."""
    found = resolved(analysis.sentences, index, text) or spelled_out(analysis.sentences, index, text)
    if found is None:
        return None
    told, named_in = found
    return _carried(analysis, Alone(told, (index, named_in)), limit)


def _paired(analysis: Analysis, index: int, text: str) -> Alone | None:
    """`text` behind the sentence before it, if it needs that one and that one needs no other."""
    room, inside = MAX_POINT_CHARS - len(text) - 1, analysis.inside
    if index == 0 or room < _FEWEST_LEFT or inside[index - 1] or inside[index]:
        return None
    before, own = analysis.sentences[index - 1], analysis.sentences[index]
    near = before.paragraph == own.paragraph
    if not gives_what(before.text, text, near=near) or not tellable(before.text):
        return None
    first = trim(before.text, room)
    if first is None or not stands_before(first):
        return None
    return Alone(f"{first} {text}", (index, index - 1), paired=True)


def _placed(analysis: Analysis, index: int, text: str) -> Alone | None:
    """`text` with the name that the headline gives in brackets, where it names nobody itself."""
    if (leans(text) and not counts(text)) or not names_nobody(text) or not text.endswith("."):
        return None
    name = context_of(analysis.document.title, analysis.document.body)
    if _PEOPLE.search(name) is not None:
        return None
    named_in = filter(lambda one: is_named(name, one.text), analysis.sentences[:_HEAD] if name else ())
    first = next(map(attrgetter("index"), named_in), index)
    return (
        None
        if first == index
        else _carried(analysis, Alone(f"{text[:-1]} ({name}).", (index, first)), MAX_POINT_CHARS)
    )


def _carried(analysis: Analysis, told: Alone, limit: int) -> Alone | None:
    """`told` where the guard agrees that its sentences carry it."""
    evidence = [analysis.sentences[number].text for number in sorted(told.cited)]
    return told if supports(told.text, evidence, limit) else None
