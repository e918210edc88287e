"""What has taken another's place: the words around tell who, how many and how much stood there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from summarizers.grounding.pieces import Sort
from summarizers.grounding.places import places
from summarizers.grounding.reading import TEXTS_KEPT

_Side: TypeAlias = "dict[tuple[str, ...] | None, list[tuple[Sort, frozenset[str]]]]"


class _Around(NamedTuple):
    """What has words before and behind it: its sort and what it is known by, by the words on that side."""

    before: _Side
    behind: _Side


def misplaced(text: str, evidence: str, sort: Sort) -> Iterator[str]:
    """Fillers of `text` at a place that the evidence gives to others, and at no place it gives to them."""
    for one in places(text):
        if one.sort is sort and (one.before is not None or one.behind is not None):
            known = _around(evidence)
            at_both = (*known.before.get(one.before, ()), *known.behind.get(one.behind, ()))
            there = [what for own, what in at_both if own is sort]
            if there and one.what not in there and not any(_same(one.what, other) for other in there):
                yield " ".join(sorted(one.what))


def repeated(text: str, evidence: str) -> Iterator[str]:
    """Figures that `text` has more often than its evidence: one of them has taken another's place."""
    own = _figures(text)
    for what in sorted(set(own), key=own.index) if len(own) > 1 else ():
        if own.count(what) > 1 and own.count(what) > _figures(evidence).count(what) > 0:
            yield what


def exchanged(text: str, evidence: str) -> Iterator[str]:
    """A quantity that the evidence lacks, where `text` lacks one that the evidence has."""
    own = _quantities(text)
    if own and (there := _quantities(evidence)) - own:
        yield from sorted(own - there)


@lru_cache(maxsize=TEXTS_KEPT)
def _figures(text: str) -> tuple[str, ...]:
    return tuple([what for one in places(text) if one.sort is Sort.FIGURE for what in sorted(one.what)])


@lru_cache(maxsize=TEXTS_KEPT)
def _quantities(text: str) -> frozenset[str]:
    return frozenset([what for one in places(text) if one.sort is Sort.QUANTITY for what in one.what])


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two fillers share at least half of what the shorter one is known by."""
    return 2 * len(one & other) >= min(len(one), len(other))


@lru_cache(maxsize=TEXTS_KEPT)
def _around(evidence: str) -> _Around:
    known = _Around({}, {})
    for one in places(evidence):
        if one.before is not None:
            known.before.setdefault(one.before, []).append((one.sort, one.what))
        if one.behind is not None:
            known.behind.setdefault(one.behind, []).append((one.sort, one.what))
    return known
