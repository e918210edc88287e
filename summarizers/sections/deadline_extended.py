"""A date that moved before its article names it: `agreed to extend it by a week. It was due to end on …`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from summarizers.dates.types import Timex
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_replaced import WAS_DUE, Behind, Replaced
from summarizers.text.prefilter import Prefiltered
from summarizers.text.sentence import Sentence

_EXTENDED: Final = re.compile(
    r"\b(?:extended|prolonged|renewed"
    r"|(?:agree[ds]?|decided|voted)(?: [a-z’'-]+){0,4} to (?:extend|prolong|renew))\b"
    r"[^.;]{0,80}? (?:by|for)(?: another| a further| an extra| an additional| a)? ?$"
)
"""Right before the length by which something was made longer."""
_LONGEST_HEAD: Final = 250

_CURRENTLY: Final = Prefiltered(
    r"\b(?:the|its|their) (?:current|existing|present)\b[^,;]* (?:is|are) (?:due|set|scheduled) to\b[^,;]*$"
)
_ENDS: Final = re.compile(
    r"\b(?:expire|lapse|end|run out|close|finish|cease|stop|terminate|fall away|be (?:over|lifted))d?\b"
)
"""What a thing does that was made longer; whoever was due to decide or to meet is no such thing."""
_PRONOUN: Final = re.compile(r"\W*(?:it|this|that|they|these)\b")
_NOUN: Final = re.compile(
    r"\b(?:truce|ceasefire|cease-fire|deal|pact|accord|agreement|treaty|mandate|licen[cs]e|permit|lease|contract|"
    r"sanctions|embargo|moratorium|ban|waiver|exemption|visa|scheme|order|curfew|emergency|lockdown|deadline|"
    r"mission|programme|program|facility|loan|period|strike|concession|franchise|patent|closure|suspension|"
    r"restrictions|measures|tariffs|duties|quota|freeze|pause|standstill|consultation|registration|detention)\b"
)
"""What may be made longer: two sentences that share one speak of it."""
_OF_WHAT: Final = re.compile(
    rf"{_NOUN.pattern} (?:on|with|between|against|over|in|at|of)"
    r"((?: (?!(?:by|for|until|was|were|is|are|had|has)\b)[\w’'-]+){1,6})"
)
"""Which one it is: `the ban on pork`."""
_LETTERS: Final = re.compile(r"(?!(?:the|its|their|and)\b)\b\w{2,4}")
"""The first letters of its words: the north and the northern valley may be one."""

_UNSURE: Final = re.compile(
    r"\b(?:not|could|may|might|would|should|if|unless|propos\w*|call\w*|urg\w*|consider\w*|want\w*|refus\w*|"
    r"reject\w*|discuss\w*|ask\w*|demand\w*|hop\w*|wish\w*"
    r"|had (?:been )?(?:agreed|extended|prolonged|renewed))\b|n[’']t\b"
)
"""In the words before it, where that is not so, or was so long ago."""
_YEAR: Final = len("2030")
_MOST_TOLD: Final = 20
"""Sentences of an article, from the first, that are asked about each date."""


class Longer(NamedTuple):
    """A sentence that says by what `length` something was made longer, the `nouns` in it, and which it is."""

    sentence: Sentence
    length: str
    nouns: frozenset[str]
    which: frozenset[str]


def longer(told: Behind) -> Longer | None:
    """What a sentence says to have been made longer by a length; None where it says no such thing of now."""
    length = _by_how_long(told)
    if length is None or any(len(timex.value) == _YEAR and timex.value.isdigit() for timex in told.timexes):
        return None
    return Longer(told.sentence, length.value, frozenset(_NOUN.findall(told.lower)), _which(told.lower))


def extended(around: Clause, number: int, earlier: Callable[[], Sequence[Longer]]) -> Replaced | None:
    """The length by which one of the sentences that `earlier` gives moves the date of the clause `around`.

    The article then tells what was agreed first, and what held until then after it, in the sentence of
    `number`. None where it does not.
    """
    due = WAS_DUE.search(around.before) or _CURRENTLY.search(around.before)
    if due is None or _ENDS.search(around.before, due.start()) is None:
        return None
    words = around.before[: due.end()]
    nouns, which = frozenset(_NOUN.findall(words)), _which(words)
    if not nouns:
        last = earlier()[-1:] if _PRONOUN.match(words) else ()
        fits = [told for told in last if told.sentence.index == number - 1]
    else:
        fits = [told for told in earlier()[:_MOST_TOLD] if nouns & told.nouns and _is_one(which, told.which)]
    return Replaced(fits[0].sentence, fits[0].length) if fits else None


def _which(words: str) -> frozenset[str]:
    """What tells one such thing from another."""
    return frozenset(_LETTERS.findall(" ".join(_OF_WHAT.findall(words))))


def _is_one(mine: frozenset[str], others: frozenset[str]) -> bool:
    return not (mine and others) or not mine.isdisjoint(others)


def _by_how_long(told: Behind) -> Timex | None:
    """By how long a sentence says that something was made longer."""
    for timex in told.timexes:
        at = timex.start - told.sentence.start
        if timex.type == "DURATION" and _EXTENDED.search(told.lower, max(0, at - _LONGEST_HEAD), at):
            return None if _UNSURE.search(told.lower, 0, at) else timex
    return None
