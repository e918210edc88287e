"""Words whose neighbours tell that no party does or suffers anything by them.

A train slams into a bus, firefighters fight a fire, it is a good sign, a dealer accepts bribes.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizers.sections.lexicon.calm import CALM
from summarizers.sections.lexicon.otherwise import SENSES
from summarizers.sections.sides import DIVIDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizers.sections.cues import Hit
    from summarizers.sections.lexicon.calm import Calm

_BEYOND: Final = 3
"""Words behind the `reach` of a `Sense` in which one of `unless` still speaks against it."""

_OF_DISPUTES: Final = DIVIDED | {"probe", "foe"}
"""Classes of which a word is none where it is meant calmly."""

_NEAR: Final = 8
"""The few words on either side of `Calm.near`."""

_PARTY_NAMES: Final = """
union unions opposition minister ministers party parties coalition lawmakers senator senators congress
parliament council regulator regulators critics campaigners protesters tenants landlords farmers talks
deal pact bill law ban cuts lawsuit ruling offer tax plan plans claim claims protest protests quotas
"""
_PARTIES: Final = frozenset(_PARTY_NAMES.split())
"""With one of these near, a dispute may be meant whatever else is: `the union fights cuts in cancer care`."""


class _Row(NamedTuple):
    """A `Sense` to be asked about one of its words, which the words `tail` follow.

    None of `beside` may stand right in front or behind.
    """

    kinds: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    unless: frozenset[str] = frozenset()
    back: int = 1
    reach: int = 1
    tail: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()

    def holds(self, tokens: Sequence[str], word: int) -> bool:
        """Whether the neighbours of the word tell so."""
        end = word + 1
        if self.tail or self.beside:
            end += len(self.tail)
            if not self._stands(tokens, word, end):
                return False
        before = tokens[max(word - self.back, 0) : word]
        if self.before.isdisjoint(before) and self.behind.isdisjoint(tokens[end : end + self.reach]):
            return False
        return self.unless.isdisjoint(before) and self.unless.isdisjoint(
            tokens[end : end + self.reach + _BEYOND]
        )

    def _stands(self, tokens: Sequence[str], word: int, end: int) -> bool:
        """Whether the whole phrase stands there, and nothing beside it tells otherwise."""
        if self.tail and tuple(tokens[word + 1 : end]) != self.tail:
            return False
        return self.beside.isdisjoint((*tokens[max(word - 1, 0) : word], *tokens[end : end + 1]))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _index() -> dict[str, list[_Row]]:
    """What is to be asked about each word."""
    found = defaultdict[str, list[_Row]](list)
    for word, row in chain(_told_by_class(), chain.from_iterable(map(_told_of_all, CALM))):
        found[word].append(row)
    return dict(found)


def _told_by_class() -> Iterator[tuple[str, _Row]]:
    for sense in SENSES:
        kinds, before, behind, unless = map(_set, (sense.kinds, sense.before, sense.behind, sense.unless))
        row = _Row(kinds, before, behind, unless, sense.back, sense.reach)
        for word in sense.words.split():
            yield word, row


def calmly(
    senses: Sequence[Calm], parties: frozenset[str] = frozenset()
) -> Callable[[Sequence[str], int], bool]:
    """Whether word number so of such words is meant by one of `senses`, whatever its class is.

    Near one of `parties`, as near a union or a bill, what stands near does not tell so.
    """
    rows = defaultdict[str, list[_Row]](list)
    for word, row in chain.from_iterable(_told_of_all(sense, _PARTIES | parties) for sense in senses):
        rows[word].append(row)
    return partial(_holds_any, dict(rows))


def _holds_any(rows: dict[str, list[_Row]], tokens: Sequence[str], word: int) -> bool:
    for row in rows.get(tokens[word], ()):  # noqa: SIM110 - a generator takes longer than what it asks
        if row.holds(tokens, word):
            return True
    return False


def _told_of_all(calm: Calm, parties: frozenset[str] = _PARTIES) -> Iterator[tuple[str, _Row]]:
    """The rows of a calm sense: of the words right beside, and of those near."""
    before, behind, near, beside = map(_set, (calm.before, calm.behind, calm.near, calm.unless))
    for phrase in calm.words.split():
        head, *tail = phrase.split("_")
        if before or behind:
            yield head, _Row(_OF_DISPUTES, before, behind, tail=tuple(tail), beside=beside)
        if near:
            yield head, _Row(_OF_DISPUTES, near, near, parties, _NEAR, _NEAR, tuple(tail), beside)


_OF_WORD: Final = _index()
_TOLD_APART: Final = frozenset(_OF_WORD)


def as_meant(hits: list[Hit], tokens: Sequence[str]) -> list[Hit]:
    """`hits` without cues whose words are none of their class where they stand."""
    if _TOLD_APART.isdisjoint(tokens):
        return hits
    return [hit for hit in hits if tokens[hit[1]] not in _TOLD_APART or _is_meant(hit, tokens)]


def _is_meant(hit: Hit, tokens: Sequence[str]) -> bool:
    kind, word, _ = hit
    for row in _OF_WORD[tokens[word]]:  # noqa: SIM110 - a generator takes longer than what it asks
        if kind in row.kinds and row.holds(tokens, word):
            return False
    return True
