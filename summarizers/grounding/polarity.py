"""Negations, hedges and conditions: none lost, none added.

A marker denies or weakens the first word of meaning after it, its target. A bullet that uses the target must
mark it as the best matching clause of its evidence does, and may mark nothing that is plain there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizers.grounding.lexicon import (
    BE,
    CONDITIONS,
    FUTURES,
    HEDGES,
    KEEPS_FUTURE,
    NEGATORS,
    REFUSALS,
)
from summarizers.grounding.reading import TEXTS_KEPT, Word, clauses, keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_REACH: Final = 8
"""Words after a marker among which its target stands."""

_ADVERBIAL: Final = 3
"""Words within which the `to` of a refusal follows (`refused on Thursday to sign`)."""

_SCOPE: Final = 3
"""Words of meaning after a negation that it may deny as well (`no new deal was reached`)."""


_LIMITED: Final = frozenset({"only", "least", "less", "fewer", "later", "more"})
_MARKERS: Final = NEGATORS | REFUSALS | HEDGES | FUTURES | {"set", "plan"}
_DOUBTS: Final = frozenset({"unlikely", "improbable", "doubtful"})


class Clause(NamedTuple):
    """One clause: its keys, and what is denied and what is hedged in it, the nearest target first.

    `held` are its keys and all that is denied in it.
    """

    keys: frozenset[str]
    denied: tuple[str, ...]
    hedged: tuple[str, ...]
    markers: frozenset[str]
    denials: int
    held: frozenset[str]

    @property
    def negative(self) -> bool:
        """Whether anything in it is denied."""
        return bool(self.denied)


@lru_cache(maxsize=TEXTS_KEPT)
def marked(text: str) -> tuple[Clause, ...]:
    """The clauses of `text` with their markers; a marker's target may lie in the next clause."""
    parts = clauses(text)
    return tuple(_clause(part, parts[at + 1] if at + 1 < len(parts) else ()) for at, part in enumerate(parts))


def _clause(part: tuple[Word, ...], following: tuple[Word, ...]) -> Clause:
    lows = frozenset([word.low for word in part])
    own = frozenset([word.key for word in part if word.counts])
    marking = [] if lows.isdisjoint(_MARKERS) and "n't" not in "".join(lows) else _marking(part)
    if not marking:
        return Clause(own, (), (), lows, 0, own)
    words = (*part, *following)
    denied = tuple(_targets(words, marking, _denies))
    return Clause(
        keys=own,
        denied=denied,
        hedged=tuple(_targets(words, marking, _hedges)),
        markers=lows,
        denials=sum([_denies(words, at) for at in marking]),
        held=own.union(denied),
    )


def _marking(part: tuple[Word, ...]) -> list[int]:
    """Where words stand that may deny or weaken what follows."""
    return [at for at, word in enumerate(part) if word.low in _MARKERS or word.low.endswith("n't")]


def _denies(words: tuple[Word, ...], at: int) -> bool:
    low = words[at].low
    if low in REFUSALS:
        return any(word.low == "to" for word in words[at + 1 : at + 1 + _ADVERBIAL])
    if low not in NEGATORS and not low.endswith("n't"):
        return False
    return not (at + 1 < len(words) and words[at + 1].low in _LIMITED)


def _hedges(words: tuple[Word, ...], at: int) -> bool:
    low = words[at].low
    leads = at + 1 < len(words) and words[at + 1].low == "to"
    if low == "set":
        return leads and at > 0 and words[at - 1].low in BE
    if low == "plan":
        return leads
    return (low in HEDGES and words[at].surface != "May") or low in FUTURES


def _targets(
    words: tuple[Word, ...], marking: list[int], marks: Callable[[tuple[Word, ...], int], bool]
) -> Iterator[str]:
    """What the markers at these places stand for; a marker without target stands for itself."""
    for at in marking:
        if marks(words, at):
            after = [word for word in words[at + 1 : at + 1 + _REACH] if _is_target(word)]
            yield from [word.key for word in after[:_SCOPE]] or [words[at].key]


def _is_target(word: Word) -> bool:
    return word.counts and not word.name and word.low not in HEDGES and not word.low.endswith("ly")


def negation_troubles(text: str, evidence: str) -> Iterator[str]:
    """Targets that only one of both denies, and doubt about what the evidence expects."""
    said, known = marked(text), marked(evidence)
    doubted = any(one.denials or one.markers & _DOUBTS for one in known)
    if not doubted and any(one.markers & _DOUBTS for one in said):
        yield "unlikely"
    if not any(one.denials for one in (*said, *known)):
        return
    for clause in said:
        yield from (target for target in clause.denied[:1] if not _denied_in(clause, known, evidence))
        yield from _miscounted(clause, known)
    for there in known:
        for target in there.denied[:1]:
            yield from (target for clause in said if _dropped(clause, there, target, known))


def _miscounted(clause: Clause, known: tuple[Clause, ...]) -> Iterator[str]:
    """A clause that is denied once more or once less than the clause of the evidence that holds most of it.

    It counts only where that clause holds more than half of it: one denial too many is a denial undone.
    """
    best = [one for one in _nearest(clause, known) if 2 * len(one.keys & clause.keys) > len(clause.keys)]
    if best and all((one.denials - clause.denials) % 2 for one in best):
        yield min(clause.keys)


def _denied_in(clause: Clause, known: tuple[Clause, ...], evidence: str) -> bool:
    """Whether the clause of the evidence that matches best is negative too."""
    best = _nearest(clause, known)
    named = [key for key in clause.denied if key in keys(evidence)]
    return any(one.negative for one in best) or (not named and any(one.negative for one in known))


def _dropped(clause: Clause, there: Clause, target: str, known: tuple[Clause, ...]) -> bool:
    """Whether a bullet's clause says plainly what this one of the evidence denies, and no other says so."""
    if target not in clause.keys or clause.negative:
        return False
    plain = [one for one in known if target in one.keys and not one.negative]
    own = len(clause.keys & there.held)
    return not plain or own > max(len(clause.keys & one.keys) for one in plain)


def _nearest(clause: Clause, known: tuple[Clause, ...]) -> list[Clause]:
    """The clauses of the evidence that share most with this one, all that tie."""
    shared = [len(clause.keys & one.held) for one in known]
    most = max(shared, default=0)
    return [one for one, count in zip(known, shared, strict=True) if count == most] if most else []


def hedge_troubles(text: str, evidence: str) -> Iterator[str]:
    """Targets that only one of both hedges, and conditions that a bullet leaves out."""
    said, known = marked(text), marked(evidence)
    hedged = any(one.hedged for one in known)
    if not hedged and not any(one.markers & CONDITIONS for one in known):
        yield from (clause.hedged[0] for clause in said if clause.hedged)
    if hedged:
        for clause in said:
            yield from _firmed(clause, known)
        for there in known:
            yield from _unhedged(there, said, known)
    yield from _unconditional(said, known)
    yield from _turned_condition(said, known)


def _firmed(clause: Clause, known: tuple[Clause, ...]) -> Iterator[str]:
    """A clause without a hedge whose nearest clause in the evidence holds most of it and has one."""
    best = [one for one in _nearest(clause, known) if 2 * len(one.keys & clause.keys) > len(clause.keys)]
    if (
        best
        and not clause.hedged
        and all(set(one.hedged[:1]) & clause.keys and one.markers & HEDGES for one in best)
    ):
        yield best[0].hedged[0]


def _unhedged(there: Clause, said: tuple[Clause, ...], known: tuple[Clause, ...]) -> Iterator[str]:
    """What this clause of the evidence hedges and a clause of the bullet says as a fact."""
    for target in there.hedged[:1]:
        for clause in said:
            plain = any(target in one.keys and not one.hedged for one in known if one is not there)
            if target in clause.keys and not plain and not _keeps(clause, there, said):
                yield target


def _keeps(clause: Clause, there: Clause, said: tuple[Clause, ...]) -> bool:
    if clause.hedged:
        return True
    if not there.markers & HEDGES and not there.markers & {"set", "plan"}:
        return bool(clause.markers & KEEPS_FUTURE) or any(one.markers & {"said", "says"} for one in said)
    return any(one.hedged and clause.hedged == () and clause.keys <= one.keys for one in said)


def _unconditional(said: tuple[Clause, ...], known: tuple[Clause, ...]) -> Iterator[str]:
    """The condition of the clause that a bullet tells, where the bullet has no condition and no hedge."""
    if any(one.markers & CONDITIONS for one in said):
        return
    for before, there in zip(("", *known), known, strict=False):
        condition = there.markers & (CONDITIONS - {"subject", "provided", "providing"})
        hung = before.keys if isinstance(before, Clause) else frozenset()
        if condition and any(len(one.keys & hung) * 2 > len(hung) for one in said if hung):
            yield min(condition)


def _turned_condition(said: tuple[Clause, ...], known: tuple[Clause, ...]) -> Iterator[str]:
    """`if` for `unless` or the other way round, with no denial that makes up for it."""
    here, there = (frozenset().union(*(one.markers for one in side)) for side in (said, known))
    denials = sum(one.denials for one in said) - sum(one.denials for one in known)
    for one, other in (("if", "unless"), ("unless", "if")):
        if one in here and other in there and one not in there and not denials % 2:
            yield one
