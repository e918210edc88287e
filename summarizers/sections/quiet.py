"""Whether nobody is divided though the words are there: all of them are meant otherwise, or denied.

They are asked of what would be told as a tension only, as `company.py` asks of agreements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summarizers.sections.lexicon.quiet import BLAMELESS, QUIET
from summarizers.sections.senses import calmly
from summarizers.sections.sides import DIVIDED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cued import Cues

_DIVIDING: Final = DIVIDED - {"violence"} | {"probe", "want", "foe"}
"""Classes by which a sentence may tell a dispute; violence alone is none."""

_TROOP_NAMES: Final = "insurers rebels troops army armies soldiers navy missiles"
_is_calm: Final = calmly(QUIET, frozenset(_TROOP_NAMES.split()))
_BLAMES: Final = frozenset({"blame", "blames", "blamed", "blaming"})
_DENIED: Final = frozenset({"fear", "obstacle", "measure", "oppose", "protest", "dispute"})
"""Classes of what there may be none of: no risk, not opposing, without objection."""

_NONE: Final = frozenset({"no", "not", "never", "without"})
_BETWEEN: Final = frozenset(
    ["a", "an", "any", "see", "face", "imposed", "impose", "much", "real", "further", "major", "be"]
)
"""Words between `not` and what there is none of: `not imposed restrictions`."""

_GREATER_NAMES: Final = "bigger greater larger louder stronger fiercer deeper longer worse more"
_GREATER: Final = frozenset(_GREATER_NAMES.split())
_IS: Final = frozenset({"is", "are", "was", "were", "been"})
_COMPARED: Final = 6
"""Words behind `no dispute` in which it is said to be the greatest: `is bigger than`."""

_OBJECT: Final = 8
"""Words between `blame` and what somebody is blamed for."""

_NAMED_NAMES: Final = """
court courts judge judges justices tribunal attorney attorneys prosecutors prosecutor magistrate jury lawyers
supreme high constitutional petition petitions appeal
"""
_NAMED: Final = frozenset(_NAMED_NAMES.split())
_HEARING_NAMES: Final = """
hearing hear hears heard adjourned adjourn fixed scheduled postpone postponed deliver pronounce bench benches
retiring
"""
_HEARINGS: Final = frozenset(_HEARING_NAMES.split())
"""Where only these are told of a court, it sets its days."""

_SUITS: Final = frozenset({"suit", "suits", "lawsuit", "lawsuits", "challenge", "challenges"})
_OF_CRIMES: Final = frozenset({"accuse", "court", "unlawful", "probe"})
"""Classes that a report of a crime has without any dispute."""


def is_quiet(cues: Cues) -> bool:
    """Whether each word that could divide is meant otherwise, denied, or tells a court's days or a crime."""
    tokens = cues.tokens
    asked = [(kind, word) for kind, word, _ in cues.hits if kind in _DIVIDING]
    hearing = not _HEARINGS.isdisjoint(tokens) and _SUITS.isdisjoint(tokens)
    crime = "offence" in cues.kinds and "actors" not in cues.kinds
    quiet = {
        word
        for kind, word in asked
        if (crime and kind in _OF_CRIMES)
        or (hearing and tokens[word] in _NAMED)
        or (_is_calm(tokens, word) and not _is_blaming(tokens, word))
        or (kind in _DENIED and _is_denied(tokens, word))
    }
    return bool(quiet) and all(word in quiet for _, word in asked)


def _is_denied(tokens: Sequence[str], word: int) -> bool:
    """Whether there is none of it: `no risk`, `not a major problem`, but not `no risk is greater than`."""
    first, last = ("", "", *tokens[max(word - 2, 0) : word])[-2:]
    none = last in _NONE or (first in _NONE and last in _BETWEEN)
    return none and not _is_greatest(tokens[word + 1 : word + 1 + _COMPARED])


def _is_greatest(behind: Sequence[str]) -> bool:
    """Whether what there is none of is only measured by another."""
    if "than" not in behind:
        return False
    measure = behind[: behind.index("than")]
    return not (_IS.isdisjoint(measure) or _GREATER.isdisjoint(measure))


def _is_blaming(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody is blamed, if only for a flood: `blamed the mayor for the flood`."""
    if tokens[word] not in _BLAMES:
        return False
    behind = tokens[word + 1 : word + 1 + _OBJECT]
    end = behind.index("for") if "for" in behind else 0
    return end > 0 and BLAMELESS.isdisjoint(behind[:end])
