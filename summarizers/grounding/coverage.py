"""Coverage: a bullet's words of meaning must be its evidence's, in all and in every clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summarizers.grounding.reading import clauses, read, strange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizers.grounding.reading import Word

COVERED: Final = 0.7
"""Share of a bullet's words of meaning that its evidence must hold in some form."""

CLAUSE_COVERED: Final = 0.4
"""The same for each clause of at least `CLAUSE_WORDS` words of meaning: no clause may be invented."""

CLAUSE_WORDS: Final = 3

_RUN: Final = 2
"""Words of meaning without support that no clause may end with."""


def uncovered(text: str, evidence: str) -> Iterator[str]:
    """What of `text` the evidence does not hold, if it is too much in all or in one clause."""
    lost = strange(text, evidence)
    if not lost:
        return
    words = [word for word in read(text) if word.counts and not word.name]
    missing = [word for word in words if word in lost]
    if len(missing) > (1 - COVERED) * len(words):
        yield _told(missing)
    for clause in clauses(text):
        own = [word for word in clause if word.counts]
        lacking = [word for word in own if word in lost]
        if len(own) >= CLAUSE_WORDS and len(lacking) > (1 - CLAUSE_COVERED) * len(own):
            yield _told(lacking)
        yield from _added([word for word in own if not word.name], lost)


def _added(words: list[Word], lost: frozenset[Word]) -> Iterator[str]:
    """The end of a clause where it holds nothing but words that the evidence lacks, two or more."""
    run: list[Word] = []
    for word in words:
        run = [*run, word] if word in lost else []
    if len(run) >= _RUN:
        yield _told(run)


def _told(words: list[Word]) -> str:
    return " ".join(word.surface for word in words)
