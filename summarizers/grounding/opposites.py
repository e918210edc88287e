"""Words that say the opposite: a bullet may not raise what its evidence cuts, nor accept what it rejects."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summarizers.grounding.marked import marked
from summarizers.grounding.reading import TEXTS_KEPT, key, keys, lows, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SIDES: Final = (
    (
        "raise increase lift hike rise climb grow gain expand",
        "cut lower reduce decrease fall drop decline shrink slash",
    ),
    ("widen strengthen improve", "narrow weaken worsen"),
    ("accept agree approve adopt support endorse allow permit", "reject refuse oppose veto ban prohibit"),
    ("begin start launch resume reopen open opened", "end ended ends ending stop halt suspend cease close"),
    ("join enter", "leave quit exit"),
    ("buy acquire purchase", "sell divest"),
    ("import", "export"),
    ("impose tighten", "lift ease loosen relax waive scrap"),
    ("win", "lose"),
    ("succeed", "fail"),
    ("convict", "acquit"),
    ("guilty", "innocent"),
    ("confirm admit acknowledge", "deny"),
    ("arrive", "depart"),
    ("largest biggest highest most", "smallest lowest least"),
    ("majority", "minority"),
    ("first", "last"),
    ("more", "less fewer"),
    ("higher above", "lower below"),
    ("longer", "shorter"),
    ("earlier", "later"),
    ("before", "after"),
    ("because", "despite"),
    ("if", "unless"),
    ("sign ratify", "reject refuse"),
)
_SMALL: Final = (
    ("up", "down"),
    ("over", "under"),
    ("until", "from since after"),
    ("inside", "outside"),
    ("on", "off"),
    ("with", "without"),
    ("for", "against"),
    ("faster", "slower"),
    ("better", "worse"),
    ("bigger larger greater stronger", "smaller weaker"),
)
"""Words that may say the opposite only between the same neighbours."""

_AGAINST: Final = frozenset({"against", "versus", "anti", "v", "vs", "over"})
_OPPOSING: Final = frozenset(
    key(word) for word in ("oppose", "reject", "sue", "fight", "resist", "protest", "condemn", "criticise")
)
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non")
_NONE: Final = frozenset[str]()
_ROOT: Final = 5
"""Letters that a word keeps without its denying prefix: `likely` of `unlikely`, but nothing of `until`."""


_LIMIT: Final = re.compile(
    r"\b(no |not |n't )?(later|earlier|sooner|more|less|fewer|longer|higher|lower) than\b"
)


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The opposites of each key."""
    found: dict[str, frozenset[str]] = {}
    for sides in pairs:
        one, other = ({key(word) for word in side.split()} for side in sides)
        for own, theirs in ((one, other), (other, one)):
            for word in own:
                found[word] = (found.get(word, frozenset()) | theirs) - own
    return found


_OPPOSITE: Final = _table(_SIDES)
_BESIDE: Final = _table((*_SIDES, *_SMALL))


def opposites(text: str, evidence: str) -> Iterator[str]:
    """Words of `text` that its evidence has only as their opposite, and does not deny."""
    known = keys(evidence)
    new = () if keys(text) <= known else [word for word in read(text) if word.key not in known]
    for word in new:
        if _is_turned(word.key, text, evidence) or _is_undone(word.low, evidence):
            yield word.surface
    if "against" in lows(text) and not (lows(evidence) & _AGAINST or known & _OPPOSING):
        yield "against"
    yield from _between(text, evidence)
    yield from _unbounded(text, evidence)


def _unbounded(text: str, evidence: str) -> Iterator[str]:
    """`later than` for `no later than`, or the other way round."""
    for denied, word in sorted(_limits(text) - _limits(evidence)):
        if (not denied, word) in _limits(evidence):
            yield word


@lru_cache(maxsize=TEXTS_KEPT)
def _limits(text: str) -> frozenset[tuple[bool, str]]:
    """The comparisons of `text` that can be limits, each with whether it is denied."""
    if " than " not in text:
        return frozenset()
    return frozenset((bool(no), word) for no, word in _LIMIT.findall(text.lower()))


def _between(text: str, evidence: str) -> Iterator[str]:
    """Words of `text` between two neighbours that have only the opposite between them in the evidence.

    A half of `They open on 1 May and close on 2 June` keeps what follows its own word.
    """
    for beside, own in _neighbours(text).items():
        there = _neighbours(evidence).get(beside, _NONE)
        if own <= there:
            continue
        turned = {word for word in own - there if there & _BESIDE[word]}
        if turned:
            yield from sorted(turned - {run[0] for run in _runs(text) & _runs(evidence)})


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Each word with the two behind it, as keys."""
    known = [word.key for word in read(text)]
    return frozenset(zip(known, known[1:], known[2:], strict=False))


@lru_cache(maxsize=TEXTS_KEPT)
def _neighbours(text: str) -> Mapping[tuple[str, str], frozenset[str]]:
    """The words with an opposite by the keys of the words around them, none at an end of a sentence."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    words = read(text)
    for at, word in enumerate(words):
        if word.key in _BESIDE:
            left = words[at - 1].key if at and not word.first else ""
            right = words[at + 1].key if at + 1 < len(words) and not words[at + 1].first else ""
            found[left, right] = found.get((left, right), frozenset()) | {word.key}
    return found


def _is_turned(own: str, text: str, evidence: str) -> bool:
    """Whether the evidence has only the opposite of this key, and both or neither deny theirs."""
    if own not in _OPPOSITE:
        return False
    there = _OPPOSITE[own] & keys(evidence)
    return bool(there) and _denied(there, evidence) == _denied(frozenset({own}), text)


def _denied(wanted: frozenset[str], text: str) -> bool:
    return any(not wanted.isdisjoint(clause.denied) for clause in marked(text))


def _is_undone(low: str, evidence: str) -> bool:
    """Whether a word stands in the evidence without, or with, a prefix that denies it."""
    if low in lows(evidence):
        return False
    if low.startswith(_PREFIXES):
        bare = next(low[len(prefix) :] for prefix in _PREFIXES if low.startswith(prefix))
        if len(bare) >= _ROOT and bare in lows(evidence):
            return True
    return len(low) >= _ROOT and low in _bare(evidence)


@lru_cache(maxsize=TEXTS_KEPT)
def _bare(text: str) -> frozenset[str]:
    """The words of `text` that open with a prefix that may deny, without it."""
    return frozenset(
        low[len(prefix) :]
        for low in lows(text)
        if low.startswith(_PREFIXES)
        for prefix in _PREFIXES
        if low.startswith(prefix)
    )
