"""Which pact a sentence tells of, by what stands before the word: a grain truce is no prisoner truce.

Two states have many pacts, so that their names and `accord` alone tell none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from bot.domain.ledger import Report
from bot.remind.likeness import topic_words
from bot.remind.states import written_as

PACT = (
    r"(?:truce|cease-?fire|deal|pact|accord|agreement|treaty|arrangement|mandate|licen[cs]e|permit|lease|contract"
    r"|waiver|exemption|moratorium|embargo)"
)
"""What holds until it ends and may be prolonged."""

_PHRASE = re.compile(
    rf"\b(?i:the|an?|their|its|his|her|this|that)\s+(?P<which>(?:[a-z][\w’'-]{{0,40}}\s+){{1,3}})(?P<pact>{PACT})s?\b"
)
_HOW = re.compile(
    r"\b(?:fragile|shaky|uneasy|tense|brittle|delicate|current|present|existing|ongoing|standing|initial|original"
    r"|earlier|recent|latest|short|brief|broad\w*|wide\w*|limited|partial|temporary|interim|tentative|landmark"
    r"|historic|key|crucial|vital|important|controversial|bilateral|mutual|joint|rare|so-called"
    r"|[\w-]{1,24}ed|\w{1,24}ly|[\w-]{0,24}(?:day|week|month|year)s?(?:-long|-old)?)\b"
)
"""Words that tell how a pact is, not which one."""

_TRADE = frozenset(topic_words("trade tariff customs commerce commercial economic"))
"""Words for one field, which news exchanges freely."""

_LEAST = 4
"""Letters in which two words for one thing agree: `rail` and `railway`, `fishing` and `fisheries`."""


def other_pact(one: Report, other: Report) -> bool:
    """Whether both say which pact of a kind they tell of, and no word of the one is like one of the other."""
    mine, theirs = pacts_in(_told(one)), pacts_in(_told(other))
    states = written_as((*one.states, *other.states), seats=True)
    pairs = ((mine[kind] - states, theirs[kind] - states) for kind in mine.keys() & theirs.keys())
    return any(here and there and not _any_alike(here, there) for here, there in pairs)


@lru_cache(maxsize=4096)
def pacts_in(text: str) -> Mapping[str, frozenset[str]]:
    """For each kind of pact in a text the words that say which it is; none where a mention says none."""
    found: dict[str, frozenset[str]] = {}
    for phrase in _PHRASE.finditer(text):
        which = frozenset(topic_words(_HOW.sub(" ", phrase["which"])))
        for kind in topic_words(phrase["pact"].replace("-", "")):
            found[kind] = found.get(kind, frozenset()) | which
    return found


def _told(report: Report) -> str:
    return "\n".join((report.text, *(one.quote for one in report.citations)))


def _any_alike(here: frozenset[str], there: frozenset[str]) -> bool:
    return any(_alike(one, other) for one in here for other in there)


def _alike(one: str, other: str) -> bool:
    return one[:_LEAST] == other[:_LEAST] or {one, other} <= _TRADE
