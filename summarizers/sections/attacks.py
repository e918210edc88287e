"""Whether a sentence tells first who is against what: `Two families have sued`, `Shopkeepers oppose it`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

ATTACKS: Final = frozenset({"accuse", "oppose", "threat", "foe", "fear"})
"""Cue classes of hostile acts, and of who fears or resents something."""

_HEAD: Final = 8
"""Words within which the main verb of a plain sentence stands."""

_PLURAL: Final = """
accuse denounce condemn criticise criticize deplore oppose reject defy refuse deny refute contradict boycott
threaten
"""
_SINGULAR: Final = """
accuses denounces condemns criticises criticizes deplores opposes rejects defies refuses denies refutes
contradicts threatens sues alleges disputes dismisses
"""
_ANGER: Final = """
angry furious worried outraged unhappy dismayed incensed aghast uneasy concerned alarmed upset indignant livid
seething appalled nervous anxious disappointed
"""
_OTHERWISE: Final = """
to will would shall should can could may might must did do does don't doesn't didn't won't wouldn't cannot
can't let and or
"""
_NOUN: Final = "amid of the a no any for with in over despite their its from"
_BARE: Final = frozenset(_PLURAL.split())
"""What nothing but a verb is: several do it, unless the word before makes it an infinitive."""

_PRESENT: Final = frozenset(_SINGULAR.split())
_FELT: Final = frozenset(_ANGER.split())
"""What somebody is who resents or fears something."""

_FEARS: Final = frozenset({"fear", "fears", "feared", "worry", "worries"})
_BE: Final = frozenset({"is", "are", "am", "was", "were", "be", "been"})
_BETWEEN: Final = frozenset({"still", "also", "now", "again", "already", "openly", "publicly", "all", "both"})
_NO_SUBJECT: Final = frozenset(_OTHERWISE.split())
_NO_VERB: Final = _NO_SUBJECT | frozenset(_NOUN.split())
"""Words behind which `fear` is a noun, or nobody's yet."""


def attacks(hits: Sequence[Hit], tokens: Sequence[str]) -> set[tuple[int, str]]:
    """Place among `hits` and class of each hostile act at the head, past or going on."""
    return {
        (at, hit[0])
        for at, hit in enumerate(hits)
        if hit[0] in ATTACKS and hit[1] < _HEAD and _is_act(hit, tokens)
    }


def _is_act(hit: Hit, tokens: Sequence[str]) -> bool:
    kind, word, past = hit
    return _is_felt(tokens, word) if kind == "fear" else past or _goes_on(tokens, word)


def _is_felt(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody fears what follows, or is angry or worried."""
    before = tokens[max(word - 2, 0) : word]
    if tokens[word] in _FELT:
        return not _BE.isdisjoint(before)
    return tokens[word] in _FEARS and _NO_VERB.isdisjoint(before[-1:])


def _goes_on(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody does now what the word says."""
    own = tokens[word]
    if own.endswith("ing"):
        before = tokens[max(word - 2, 0) : word]
        return bool(before) and (before[-1] in _BE or (before[0] in _BE and before[-1] in _BETWEEN))
    return word > 0 and (own in _PRESENT or (own in _BARE and tokens[word - 1] not in _NO_SUBJECT))
