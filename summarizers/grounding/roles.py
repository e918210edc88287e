"""Who does what to whom: a bullet may not turn the roles of its evidence round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from summarizers.grounding.lexicon import AUXILIARIES, BE, BREAKS, IRREGULAR, PREPOSITIONS, TELLING
from summarizers.grounding.names import identity
from summarizers.grounding.reading import TEXTS_KEPT, Word, sentences

_PASSIVE_REACH: Final = 4
"""Words before a verb among which a form of `be` makes it passive."""


class Sides(NamedTuple):
    """Names to the left and right of a word in its sentence, turned round where it is passive with `by`."""

    left: frozenset[str]
    right: frozenset[str]


_NOBODY: Final = Sides(frozenset(), frozenset())
_NO_PAIRS: Final = frozenset[tuple[str, str]]()


class Role(NamedTuple):
    """The names nearest to a verb in its clause, None where there is none."""

    verb: str
    agent: str | None
    patient: str | None


def role_troubles(text: str, evidence: str) -> Iterator[str]:
    """Names that stand on the other side of a verb than in the evidence."""
    for role in roles(text):
        there = sides(evidence).get(role.verb)
        if there is None:
            continue
        if role.agent and role.agent in there.right - there.left:
            yield role.agent
        if role.patient and role.patient in there.left - there.right:
            yield role.patient
    yield from _turned_round(text, evidence)


def _turned_round(text: str, evidence: str) -> Iterator[str]:
    """Two names that have changed places around a word, with or without prepositions; passives apart."""
    for word, pairs in _around(text).items():
        there = _around(evidence).get(word, _NO_PAIRS)
        yield from (f"{one} {other}" for one, other in sorted(pairs - there) if (other, one) in there)


@lru_cache(maxsize=TEXTS_KEPT)
def _around(text: str) -> dict[str, set[tuple[str, str]]]:
    """For each active verb or other word of meaning, which name stands before it and which behind it."""
    found: dict[str, set[tuple[str, str]]] = {}
    for sentence in sentences(text):
        for (left, one), (right, other) in pairwise(_who(sentence)):
            for at in range(left + 1, right) if one != other else ():
                if sentence[at].counts and not _passive(sentence, at):
                    found.setdefault(sentence[at].key, set()).add((one, other))
    return found


def _who(sentence: Sequence[Word]) -> list[tuple[int, str]]:
    """Each name of a sentence with its place."""
    return [(at, identity(word)) for at, word in enumerate(sentence) if word.capital]


@lru_cache(maxsize=TEXTS_KEPT)
def sides(evidence: str) -> dict[str, Sides]:
    """For each word of meaning the names on both its sides, over all its places."""
    found: dict[str, Sides] = {}
    for sentence in sentences(evidence):
        who = [(at, name) for at, name in _who(sentence) if _by(sentence, at) or not _governed(sentence, at)]
        for at, word in enumerate(sentence):
            if not word.counts or word.name:
                continue
            left = frozenset(name for place, name in who if place < at)
            right = frozenset(name for place, name in who if place > at)
            if _passive(sentence, at):
                agents = frozenset(name for place, name in who if place > at and _by(sentence, place))
                left, right = (agents, (left | right) - agents) if agents else (left, right | left)
            old = found.get(word.key, _NOBODY)
            found[word.key] = Sides(old.left | left, old.right | right)
    return found


@lru_cache(maxsize=TEXTS_KEPT)
def roles(text: str) -> tuple[Role, ...]:
    """Agent and patient of each word that may be a verb, as far as they are named in its clause."""
    return tuple(
        role
        for sentence in sentences(text)
        if any(word.capital for word in sentence)
        for at in _beside_names(sentence)
        for role in _role(sentence, at)
    )


def _beside_names(sentence: Sequence[Word]) -> Iterator[int]:
    """The words that may be verbs and have no other word of meaning on one side of them.

    Only these can have a name right beside them.
    """
    links, last = False, len(sentence) - 1
    for at, word in enumerate(sentence):
        if word.counts and not word.capital:
            after = sentence[at + 1] if at < last else word
            if links or not after.counts or after.capital:
                yield at
        links = word.capital or word.low in AUXILIARIES or word.low.endswith("ly")


def _role(sentence: Sequence[Word], at: int) -> Iterator[Role]:
    before, after = _subject(sentence, at), _object(sentence, at)
    if _passive(sentence, at):
        agent = identity(sentence[after]) if after is not None and _by(sentence, after) else None
        yield Role(sentence[at].key, agent, None if before is None else identity(sentence[before]))
    elif before is not None or after is not None:
        yield Role(
            sentence[at].key,
            None if before is None else identity(sentence[before]),
            None if after is None else identity(sentence[after]),
        )


def _subject(sentence: Sequence[Word], at: int) -> int | None:
    """The name before a verb with nothing but auxiliaries between."""
    for place in range(at - 1, -1, -1):
        word = sentence[place]
        if word.clause != sentence[at].clause and word.low not in AUXILIARIES:
            return None
        if word.capital:
            return None if _governed(sentence, place) else place
        if word.low not in AUXILIARIES and not word.low.endswith("ly"):
            return None
    return None


def _object(sentence: Sequence[Word], at: int) -> int | None:
    """The first name after a verb, before the clause ends or another preposition than `by` comes."""
    for place in range(at + 1, len(sentence)):
        word = sentence[place]
        if word.clause != sentence[at].clause or word.low in BREAKS or word.low in TELLING:
            return None
        if word.capital:
            return place
        if word.counts or (word.low in PREPOSITIONS and not (word.low == "by" and _passive(sentence, at))):
            return None
    return None


def _governed(sentence: Sequence[Word], place: int) -> bool:
    """Whether the name hangs on a preposition and so is no subject."""
    while place > 0 and (sentence[place - 1].name or sentence[place - 1].low == "and"):
        place -= 1
    while place > 0 and sentence[place - 1].low in {"the", "a", "an", "its", "their"}:
        place -= 1
    return place > 0 and sentence[place - 1].low in PREPOSITIONS


def _passive(sentence: Sequence[Word], at: int) -> bool:
    low = sentence[at].low
    if not (low.endswith("ed") or low in IRREGULAR):
        return False
    for word in reversed(sentence[max(0, at - _PASSIVE_REACH) : at]):
        if word.low in BE:
            return True
        if word.clause != sentence[at].clause or word.capital:
            return False
    return False


def _by(sentence: Sequence[Word], place: int) -> bool:
    return any(word.low == "by" for word in sentence[max(0, place - 3) : place])
