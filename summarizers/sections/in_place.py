"""What a cue is where it stands: the month of May is no hedge, a price that drops concedes nothing.

Nor is a dispute what a rule of procedure asks for, or what somebody says to a judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizers.sections.cues import Hit

_PLANS: Final = frozenset({"plan", "plans", "proposal", "proposals"})
_DEFINITE: Final = frozenset({"the", "this", "that", "their", "its", "his", "her"})
_DROPS: Final = frozenset({"drop", "drops", "dropped"})
_PASSES: Final = frozenset({"pass", "passes", "passed"})
_JUDGES: Final = frozenset({"judge", "judges", "magistrate", "magistrates"})
_RULINGS: Final = frozenset({"ruling", "rulings", "judgment", "verdict"})
_STUDIES: Final = frozenset({"reviewing", "studying", "examining"})
_CUTS: Final = frozenset({"cut", "cuts", "reduce", "reduces", "reduced", "eliminate", "eliminates"})
_JOBS: Final = frozenset(["job", "jobs", "post", "posts", "staff", "workers", "positions", "workforce"])
_FILES: Final = frozenset({"file", "answer", "reply", "respond", "submit", "notify", "appeal"})
_OUGHT: Final = frozenset({"must", "to"})
_KNOWN: Final = frozenset({"than", "originally", "previously", "initially"})
_QUESTIONS: Final = frozenset({"what", "whether", "which", "when"})
_DENIALS: Final = frozenset({"refuse", "reject", "decline", "deny", "object", "oppose"})
_ABLE: Final = frozenset({"may", "can", "could", "might", "to"})
_TURNED: Final = frozenset({"may", "did", "opposition", "within", "committed"}).union(
    _PLANS, _DROPS, _PASSES, _JUDGES, _STUDIES, _CUTS, _KNOWN, _DENIALS
)
_BY: Final = frozenset({"to", "by", "from", "below", "about", "nearly", "almost", "sharply", "slightly"})
_NEAR: Final = frozenset({"within", "over", "under", "near", "between", "close", "along", "away", "out"})
_GOOD_WILL: Final = frozenset({"reaching", "finding", "securing", "negotiating", "concluding", "achieving"})
"""To what somebody is committed who has promised nothing yet: `committed to reaching a deal`."""

_BILL: Final = frozenset({"bill", "measure", "version", "budget", "plan", "resolution", "package"})
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
    if "within" in tokens and _is_procedure(tokens):
        hits = [hit for hit in hits if hit[0] not in _OF_PROCEDURE or hit[2] or tokens[hit[1]] in _JUDGES]
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


def _is_good_will(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody only says that he goes on trying."""
    behind = tokens[word + 1 : word + 3]
    return tokens[word] == "committed" and behind[:1] == ["to"] and not _GOOD_WILL.isdisjoint(behind)


def _is_way(tokens: Sequence[str], word: int) -> bool:
    """Whether something passes a place or is over, and no law is passed: a `House-passed bill` was."""
    behind = tokens[word + 1 : word + 2]
    if tokens[word] == "passed" and not _BILL.isdisjoint(behind):
        return True
    return tokens[word] in _PASSES and not _NEAR.isdisjoint(behind)


def _is_no_opposing(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody opposes anything: a name, or a question of what one may refuse."""
    return _is_bench(tokens, word) or _is_asked(tokens, word)


def _is_asked(tokens: Sequence[str], word: int) -> bool:
    """Whether it is asked what somebody may refuse."""
    able = tokens[word] in _DENIALS and not _ABLE.isdisjoint(tokens[max(word - 1, 0) : word])
    return able and not _QUESTIONS.isdisjoint(tokens[max(word - _NEAREST, 0) : word])


_NEAREST: Final = 7
"""Words between a verb and what it is about, or who is told."""

_NEARER: Final = 3


_OF_PROCEDURE: Final = frozenset({"foe", "oppose", "court"})
"""Classes by which nothing is disputed where a rule of procedure is told, unless it was done already."""


def _is_procedure(tokens: Sequence[str]) -> bool:
    """Whether something must be filed or answered `within` a time: asked once for all cues of a sentence."""
    before = tokens[: tokens.index("within")]
    return any(
        own in _FILES and not _OUGHT.isdisjoint(before[max(at - 2, 0) : at]) for at, own in enumerate(before)
    )


def _is_hearer(tokens: Sequence[str], word: int) -> bool:
    """Whether a judge is only told something, or a ruling only read."""
    own = tokens[word]
    if own in _JUDGES:
        return "told" in tokens[max(word - _NEARER, 0) : word]
    return own in _RULINGS and not _STUDIES.isdisjoint(tokens[max(word - _NEARER, 0) : word])


def _is_layoff(tokens: Sequence[str], word: int) -> bool:
    """Whether what is cut are jobs."""
    return tokens[word] in _CUTS and not _JOBS.isdisjoint(tokens[word + 1 : word + 1 + _NEAREST])


def _is_measure(tokens: Sequence[str], word: int) -> bool:
    """Whether what was agreed is only what something is held against: `fewer than agreed`."""
    return not _KNOWN.isdisjoint(tokens[max(word - 1, 0) : word])


_OTHERWISE: Final[dict[str, Callable[[Sequence[str], int], bool]]] = {
    "may": _is_no_hedge,
    "agree": _is_measure,
    "court": _is_hearer,
    "deed": _is_layoff,
    "demand": _is_asked,
    "oppose": _is_no_opposing,
    "concede": _is_fall,
    "ease": _is_fall,
    "pass": _is_way,
    "promise": _is_good_will,
}
"""When a cue of a class is none where it stands."""
