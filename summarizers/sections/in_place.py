"""What a cue is where it stands: a month is no hedge, and no party opposes by the name of opposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_TURNED: Final = frozenset({"may", "did", "opposition"})
_DATES: Final = "in by since until till before after from through to of on next last early late mid every"
_BENCHES: Final = """
leader leaders party parties alliance alliances coalition bloc candidate candidates lawmaker lawmakers
politician politicians mp mps senator senators deputy deputies group groups figure figures spokesman
spokeswoman newspaper newspapers
"""
_BEFORE_MONTH: Final = frozenset(_DATES.split())
_DAY_DIGITS: Final = 2
_BENCH: Final = frozenset(_BENCHES.split())
"""What an opposition has by being one."""

_BETWEEN: Final = frozenset(["also", "then", "later", "finally", "eventually", "indeed", "at"])
"""Words between `did` and what was done."""


def in_place(hits: list[Hit], tokens: Sequence[str]) -> list[Hit]:
    """`hits` as the words around them, `tokens`, let them count.

    The month of May and the name of an opposition are none; what somebody `did agree` to is past.
    """
    if not hits or _TURNED.isdisjoint(tokens):
        return hits
    return [
        (kind, word, past or _is_emphatic(tokens, word))
        for kind, word, past in hits
        if not (kind == "may" and _is_month(tokens, word))
        and not (kind == "oppose" and _is_bench(tokens, word))
    ]


def _is_month(tokens: Sequence[str], word: int) -> bool:
    """Whether `may` stands before or behind a day or a year, or behind a word that a month follows."""
    if tokens[word] != "may":
        return False
    before, after = tokens[max(word - 1, 0) : word], tokens[word + 1 : word + 2]
    return any(one in _BEFORE_MONTH or (one.isdigit() and len(one) <= _DAY_DIGITS) for one in before) or any(
        one[0].isdigit() for one in after
    )


def _is_bench(tokens: Sequence[str], word: int) -> bool:
    return tokens[word] == "opposition" and not _BENCH.isdisjoint(tokens[word + 1 : word + 2])


def _is_emphatic(tokens: Sequence[str], word: int) -> bool:
    """Whether the word is done as `did agree` is, or `did finally agree`."""
    before = tokens[max(word - 2, 0) : word]
    return before[-1:] == ["did"] or (before[:1] == ["did"] and before[1] in _BETWEEN)
