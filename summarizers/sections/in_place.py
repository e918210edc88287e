"""What a cue is where it stands: the month of May is no hedge, a price that drops concedes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.sections.cues import Hit

_PLANS: Final = frozenset({"plan", "plans", "proposal", "proposals"})
_DEFINITE: Final = frozenset({"the", "this", "that", "their", "its", "his", "her"})
_DROPS: Final = frozenset({"drop", "drops", "dropped"})
_PASSES: Final = frozenset({"pass", "passes", "passed"})
_TURNED: Final = frozenset({"may", "did", "opposition", *_PLANS, *_DROPS, *_PASSES})
_BY: Final = frozenset({"to", "by", "from", "below", "about", "nearly", "almost", "sharply", "slightly"})
_NEAR: Final = frozenset({"within", "over", "under", "near", "between", "close", "along", "away", "out"})
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

    The month of May and the name of an opposition are none, nor is a plan that is known, a price that drops
    or what passes near by; what somebody `did agree` to is past.
    """
    if not hits or _TURNED.isdisjoint(tokens):
        return hits
    did = "did" in tokens
    return [
        (kind, word, past or (did and _is_emphatic(tokens, word)))
        for kind, word, past in hits
        if kind not in _OTHERWISE or not _OTHERWISE[kind](tokens, word)
    ]


def _is_no_hedge(tokens: Sequence[str], word: int) -> bool:
    """Whether what may be a hedge is the month of May, or a plan that is known: `backed the plan`."""
    own = tokens[word]
    return _is_month(tokens, word) if own == "may" else own in _PLANS and _is_known(tokens, word)


def _is_known(tokens: Sequence[str], word: int) -> bool:
    return not _DEFINITE.isdisjoint(tokens[max(word - 1, 0) : word])


def _is_month(tokens: Sequence[str], word: int) -> bool:
    """Whether `may` stands before or behind a day or a year, or behind a word that a month follows."""
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


def _is_fall(tokens: Sequence[str], word: int) -> bool:
    """Whether it is a figure that drops, by so much or to so much."""
    after = tokens[word + 1 : word + 2]
    return tokens[word] in _DROPS and any(one in _BY or one[0].isdigit() for one in after)


def _is_way(tokens: Sequence[str], word: int) -> bool:
    """Whether something passes a place or is over, and no law is passed."""
    return tokens[word] in _PASSES and not _NEAR.isdisjoint(tokens[word + 1 : word + 2])


_OTHERWISE: Final = {
    "may": _is_no_hedge,
    "oppose": _is_bench,
    "concede": _is_fall,
    "ease": _is_fall,
    "pass": _is_way,
}
"""When a cue of a class is none where it stands."""
