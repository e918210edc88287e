"""Who does what a clause tells, two who do one thing have each their own day."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final, NamedTuple

from summarizers.dates.lexicon import MONTHS, WEEKDAYS
from summarizers.text.tokens import stem


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SETTING: Final = re.compile(
    r"\W*(?:(?:and|but|then|so) )?(?:(?:(?:on|in|at|after|before|by|for|as|with|under) [^,]{2,60}|[a-z]+ly|"
    r"meanwhile|then|now|elsewhere|next), )?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[\w’'.-]*\w[’']?")
_DAYS: Final = frozenset((*MONTHS, *WEEKDAYS))
_MOST: Final = 7
"""Words up to a verb: a longer subject is not read."""
_DETERMINERS: Final = _listed("a an the its their his her our some all both these those")
_PREPOSITIONS: Final = _listed(
    "of in at on for from by with to against between over about into under before after ahead during "
    "next last this"
)
_VERBS: Final = _listed(
    "will would shall must should may can could might is are was were has have had need needs do does "
    "holds meets begins opens closes ends expires starts hears decides goes takes resumes elects chooses "
    "faces plans wants expects hopes agrees hold meet begin decide go take resume elect choose hear want "
    "expect hope agree publish publishes release releases impose imposes submit submits said says"
)
_NOUNS_TOO: Final = re.compile(
    r"(?:vote|plan|strike|launch|report|end|start|close|open|play|visit|march|protest|debate|rule|run|return|"
    r"host|walk|stage|face|aim|need|sign|pass|leave|travel|gather)s?"
)
"""Verbs that are nouns as well."""
_PRONOUNS: Final = _listed("it they he she we you i this that these those who which both all")


class Actor(NamedTuple):
    """The stem of the noun before the verb, the names before it, and those behind it (`of England`)."""

    head: str
    names: frozenset[str]
    places: frozenset[str]


def actor(clause: str) -> Actor | None:
    """Who or what a clause as written speaks of; None where that is a pronoun or cannot be told."""
    opening = _SETTING.match(clause)
    words = _WORD.findall(clause[opening.end() if opening else 0 :][:200])
    if words and words[0].lower() in _DETERMINERS and words[0].lower() not in _PRONOUNS:
        words = words[1:]
    noun = _noun(words)
    if not noun or len(noun) > _MOST or noun[0].lower() in _PRONOUNS:
        return None
    behind = takewhile(lambda word: word.lower() not in _VERBS | {"to", "by"}, words[len(noun) :])
    return Actor(_stem(noun[-1]), _names(noun[:-1]), _names([*behind]))


def _noun(words: list[str]) -> list[str]:
    """The words up to a preposition, an article or a verb; of `Senators vote on` only the first."""
    ends = _PREPOSITIONS | _DETERMINERS | _VERBS
    noun = [*takewhile(lambda word: word.lower() not in ends, words)]
    by_verb = len(noun) < len(words) and words[len(noun)].lower() in _VERBS
    if len(noun) > 1 and not by_verb and _NOUNS_TOO.fullmatch(noun[-1]):
        return noun[:-1]
    return noun


def _names(words: list[str]) -> frozenset[str]:
    return frozenset(_stem(word) for word in words if word[0].isupper() and word.lower() not in _DAYS)


def named(text: str) -> frozenset[str]:
    """Stems of the names in the end of a text; so is its first word one, where no little word opens it."""
    words = _WORD.findall(text[-_LONGEST:])
    if words and words[0].lower() in _OPENINGS:
        words = words[1:]
    return _names(words)


_LONGEST: Final = 1000
"""Characters that are read: a long run of stops takes the square of its length."""
_OPENINGS: Final = (
    _DETERMINERS | _PREPOSITIONS | _PRONOUNS | _listed("and but so then meanwhile if when while")
)


def _stem(word: str) -> str:
    return stem(re.sub(r"['’]s?$", "", word.lower()))


def are_two(one: str, other: str, shared: frozenset[str]) -> bool:
    """Whether two clauses speak of two who do what they share, and not of the `shared` thing itself."""
    first, second = actor(one), actor(other)
    if first is None or second is None:
        return False
    if first.head != second.head and shared.isdisjoint({first.head, second.head}):
        return True
    return _differ(first.places, second.places) or _differ(first.names, second.names)


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and ours.isdisjoint(theirs)
