"""What has taken another's place: the words around tell who, how many and how much stood there."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from summarizers.grounding.pieces import Sort
from summarizers.grounding.places import places
from summarizers.grounding.reading import TEXTS_KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_Side: TypeAlias = "Mapping[tuple[Sort, tuple[str, ...]], list[frozenset[str]]]"


class _Around(NamedTuple):
    """What has words before and behind it: fillers of one sort by the words on that side."""

    before: _Side
    behind: _Side


def misplaced(text: str, evidence: str, sort: Sort) -> Iterator[str]:
    """Fillers of `text` at a place that the evidence gives to others, and at no place it gives to them."""
    for one in places(text):
        if one.sort is sort:
            known = _around(evidence)
            there = [
                fillers
                for side, words in ((known.before, one.before), (known.behind, one.behind))
                if words is not None and (fillers := side.get((sort, words)))
            ]
            if there and not any(_same(one.what, other) for fillers in there for other in fillers):
                yield " ".join(sorted(one.what))


def repeated(text: str, evidence: str) -> Iterator[str]:
    """Figures that `text` has more often than its evidence: one of them has taken another's place."""
    for what, count in _counts(text, Sort.FIGURE).items():
        if count > 1 and count > _counts(evidence, Sort.FIGURE)[what] > 0:
            yield what


def exchanged(text: str, evidence: str) -> Iterator[str]:
    """A quantity that the evidence lacks, where `text` lacks one that the evidence has."""
    own = _counts(text, Sort.QUANTITY).keys()
    if own and (there := _counts(evidence, Sort.QUANTITY).keys()) - own:
        yield from own - there


@lru_cache(maxsize=TEXTS_KEPT)
def _counts(text: str, sort: Sort) -> Counter[str]:
    return Counter([what for one in places(text) if one.sort is sort for what in one.what])


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two fillers share at least half of what the shorter one is known by."""
    return 2 * len(one & other) >= min(len(one), len(other))


@lru_cache(maxsize=TEXTS_KEPT)
def _around(evidence: str) -> _Around:
    before = defaultdict[tuple[Sort, tuple[str, ...]], list[frozenset[str]]](list)
    behind = defaultdict[tuple[Sort, tuple[str, ...]], list[frozenset[str]]](list)
    for one in places(evidence):
        if one.before is not None:
            before[one.sort, one.before].append(one.what)
        if one.behind is not None:
            behind[one.sort, one.behind].append(one.what)
    return _Around(before, behind)
