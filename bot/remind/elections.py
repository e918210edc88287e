"""Whether two reports mean one election: who votes is often named in one of them only."""

from __future__ import annotations

from typing import Final

from bot.domain.ledger import Report
from summarizers.text.tokens import stem, words

_ALIKE: Final = {"parliamentary": "general", "legislative": "general", "snap": "general"}
_SORTS: Final = frozenset(
    map(
        stem,
        words(
            "general parliamentary legislative snap presidential mayoral local municipal council regional "
            "provincial federal state european senate primary midterm leadership"
        ),
    )
)
_SAME: Final = {stem(word): stem(same) for word, same in _ALIKE.items()}


def same_election(one: Report, other: Report) -> bool:
    """Whether both tell of an election, one of them names nobody, and the sort of it is not another."""
    told = (one.deadline, other.deadline)
    if any(deadline is None or deadline.kind != "election" for deadline in told):
        return False
    mine, theirs = _sorts(one), _sorts(other)
    return not (one.names and other.names) and not (mine and theirs and mine.isdisjoint(theirs))


def _sorts(report: Report) -> frozenset[str]:
    return frozenset(_SAME.get(word, word) for word in report.words if word in _SORTS)
