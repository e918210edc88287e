"""Negations, hedges and conditions: none lost, none added.

A bullet that uses the target of a marker must mark it as the best matching clause of its evidence does, and
may mark nothing that is plain there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from summarizers.grounding.lexicon import CONDITIONS, HEDGES, KEEPS_FUTURE
from summarizers.grounding.marked import Clause, denials, is_plain, marked
from summarizers.grounding.reading import keys, lows

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOUBTS: Final = frozenset({"unlikely", "improbable", "doubtful"})
_PLAIN_CONDITIONS: Final = CONDITIONS - {"subject", "provided", "providing"}


def negation_troubles(text: str, evidence: str) -> Iterator[str]:
    """Targets that only one of both denies, and doubt about what the evidence expects."""
    here, there = denials(text), denials(evidence)
    if not there and not _DOUBTS.isdisjoint(lows(text)) and _DOUBTS.isdisjoint(lows(evidence)):
        yield "unlikely"
    if not here and not there:
        return
    said, known = marked(text), marked(evidence)
    for clause in said:
        yield from (target for target in clause.denied[:1] if not _denied_in(clause, known, evidence))
        yield from _miscounted(clause, known)
    for one in known:
        for target in one.denied[:1]:
            yield from (target for clause in said if _dropped(clause, one, target, known))


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
    if not is_plain(text) or not is_plain(evidence):
        yield from _turned_hedge(text, evidence)
    if not CONDITIONS.isdisjoint(lows(evidence)):
        yield from _unconditional(text, evidence)
        yield from _turned_condition(text, evidence)


def _turned_hedge(text: str, evidence: str) -> Iterator[str]:
    """Targets that only one of both hedges."""
    said, known = marked(text), marked(evidence)
    hedged = any(one.hedged for one in known)
    if not hedged and CONDITIONS.isdisjoint(lows(evidence)):
        yield from (clause.hedged[0] for clause in said if clause.hedged)
    if hedged:
        for clause in said:
            yield from _firmed(clause, known)
        for there in known:
            yield from _unhedged(there, said, known)


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


def _unconditional(text: str, evidence: str) -> Iterator[str]:
    """The condition of the clause that a bullet tells, where the bullet has no condition and no hedge."""
    if _PLAIN_CONDITIONS.isdisjoint(lows(evidence)) or not CONDITIONS.isdisjoint(lows(text)):
        return
    for before, there in pairwise(marked(evidence)):
        condition, hung = there.markers & _PLAIN_CONDITIONS, before.keys
        if condition and hung and any(len(one.keys & hung) * 2 > len(hung) for one in marked(text)):
            yield min(condition)


def _turned_condition(text: str, evidence: str) -> Iterator[str]:
    """`if` for `unless` or the other way round, with no denial that makes up for it."""
    here, there = lows(text), lows(evidence)
    for one, other in (("if", "unless"), ("unless", "if")):
        turned = one in here and other in there and one not in there
        if turned and (denials(text) - denials(evidence)) % 2 == 0:
            yield one
