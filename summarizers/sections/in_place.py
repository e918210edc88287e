"""What a cue is where it stands: the month of May is no hedge, a price that drops concedes nothing.

Nor is a dispute what a rule of procedure asks for, or what somebody says to a judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summarizers.sections.hard_words import HARD_WORDS, accuses_nobody, insults_nobody, is_doomed
from summarizers.sections.mishaps import (
    MISHAPS,
    is_appeal,
    is_hazard,
    is_ill_luck,
    is_misfortune,
    is_play,
)
from summarizers.sections.pauses import PAUSES, is_pause
from summarizers.sections.plans import PLANS, is_no_plan
from summarizers.sections.procedure import JUDGES, OF_PROCEDURE, STUDIES, is_hearer, is_procedure
from summarizers.sections.senses import as_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizers.sections.cues import Hit

_DROPS: Final = frozenset({"drop", "drops", "dropped"})
_PASSES: Final = frozenset({"pass", "passes", "passed"})
_CUTS: Final = frozenset({"cut", "cuts", "reduce", "reduces", "reduced", "eliminate", "eliminates"})
_JOBS: Final = frozenset(["job", "jobs", "post", "posts", "staff", "workers", "positions", "workforce"])
_KNOWN: Final = frozenset({"than", "originally", "previously", "initially"})
_QUESTIONS: Final = frozenset({"what", "whether", "which", "when"})
_DENIALS: Final = frozenset({"refuse", "reject", "decline", "deny", "object", "oppose"})
_ABLE: Final = frozenset({"may", "can", "could", "might", "to"})
_WATCHED: Final = """
clearance approval approvals review reviews regulators regulator authorities authority officials agency
enforcers enforcer division hurdle hurdles waiting act law laws rules concerns grounds chief watchdog
"""
_LAWFUL: Final = frozenset(_WATCHED.split())
"""What is called antitrust and breaks no law."""

_FIGURES: Final = """
profit profits sales revenue revenues earnings loss losses growth results orders output rents year quarter
percent cent million billion
"""
_EARNED: Final = frozenset(_FIGURES.split())
"""Beside these a half is one of a year."""

_DEALS: Final = frozenset(
    {"deal", "truce", "ceasefire", "fire", "pact", "accord", "terms", "price", "quotas"}
)
_OUGHT_TO: Final = frozenset({"will", "would", "should", "must", "shall", "to", "can", "could", "may"})
_SIGNS: Final = frozenset({"sign", "signs", "signed", "signing"})
_ELSE: Final = frozenset({"that", "this", "which"})
_WORDS: Final = """
agreed agree agrees up may did opposition within committed planning antitrust failing never contract half
questioned pushed
"""
_TURNED: Final = frozenset(_WORDS.split()).union(
    PLANS, MISHAPS, PAUSES, HARD_WORDS, _DROPS, _PASSES, JUDGES, STUDIES, _CUTS, _KNOWN, _DENIALS
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
spokeswoman newspaper newspapers conservatives democrats republicans socialists liberals nationalists labour
greens populists
"""
_BEFORE_MONTH: Final = frozenset(_DATES.split())
_DAY_DIGITS: Final = 2
_BENCH: Final = frozenset(_BENCHES.split())
"""What an opposition has by being one."""

_PASSIVE: Final = frozenset({"questioned", "pushed"})
"""Who is questioned is only asked, and what is pushed back comes later."""

_BEEN: Final = frozenset({"was", "were", "been", "being", "be"})
_TIMES: Final = frozenset({"deadline", "date", "time", "midnight", "years", "months", "weeks", "days"})
_BETWEEN: Final = frozenset(["also", "then", "later", "finally", "eventually", "indeed", "at"])
"""Words between `did` and what was done."""


def in_place(hits: list[Hit], tokens: Sequence[str]) -> list[Hit]:
    """`hits` as the words around them, `tokens`, let them count.

    The month of May and the name of an opposition are none, nor is a plan that is known or adopted, a price
    that drops or what passes near by; what somebody `did agree` to is past.
    """
    hits = as_meant(hits, tokens) if hits else hits
    if not hits or _TURNED.isdisjoint(tokens):
        return hits
    if "within" in tokens and is_procedure(tokens):
        hits = [hit for hit in hits if hit[0] not in OF_PROCEDURE or hit[2] or tokens[hit[1]] in JUDGES]
    did = "did" in tokens
    return [
        (kind, word, past or (did and _is_emphatic(tokens, word)))
        for kind, word, past in hits
        if kind not in _OTHERWISE or not _OTHERWISE[kind](tokens, word)
    ]


def _is_no_hedge(tokens: Sequence[str], word: int) -> bool:
    """Whether what may be a hedge is the month of May, or a plan that is known: `backed the plan`."""
    own = tokens[word]
    return _is_month(tokens, word) if own == "may" else is_no_plan(tokens, word)


def _is_committee(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody intends anything: planning is what a committee is called by."""
    return tokens[word] == "planning" and is_no_plan(tokens, word)


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


def _is_no_concession(tokens: Sequence[str], word: int) -> bool:
    """Whether a figure drops, or something only stops for a while or runs again."""
    return _is_fall(tokens, word) or is_pause(tokens, word)


def _is_fall(tokens: Sequence[str], word: int) -> bool:
    """Whether it is a figure that drops, by so much or to so much, or somebody who drops out."""
    after = tokens[word + 1 : word + 2]
    return tokens[word] in _DROPS and any(one in _BY or one == "out" or one[0].isdigit() for one in after)


def _is_good_will(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody only says that he goes on trying."""
    behind = tokens[word + 1 : word + 3]
    return tokens[word] == "committed" and behind[:1] == ["to"] and not _GOOD_WILL.isdisjoint(behind)


def _is_way(tokens: Sequence[str], word: int) -> bool:
    """Whether something passes a place or is over, and no law is passed: a `House-passed bill` was."""
    behind = tokens[word + 1 : word + 2]
    if tokens[word] == "passed" and (
        not _BILL.isdisjoint(behind) or not _TIMES.isdisjoint(tokens[max(word - 1, 0) : word])
    ):
        return True
    return tokens[word] in _PASSES and not _NEAR.isdisjoint(behind)


def _is_no_opposing(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody opposes anything: a name, a defeat, or a question of what one may refuse."""
    if tokens[word] in _PASSIVE:
        return not _BEEN.isdisjoint(tokens[max(word - 1, 0) : word])
    return _is_bench(tokens, word) or _is_asked(tokens, word) or is_doomed(tokens, word)


def _is_no_demand(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody demands anything: it is a question, or the public is appealed to."""
    return _is_asked(tokens, word) or is_appeal(tokens, word)


def _is_asked(tokens: Sequence[str], word: int) -> bool:
    """Whether it is asked what somebody may refuse."""
    able = tokens[word] in _DENIALS and not _ABLE.isdisjoint(tokens[max(word - 1, 0) : word])
    return able and not _QUESTIONS.isdisjoint(tokens[max(word - _NEAREST, 0) : word])


_NEAREST: Final = 7
"""Words between a verb and what it is about."""


def _is_layoff(tokens: Sequence[str], word: int) -> bool:
    """Whether what is cut are jobs."""
    return tokens[word] in _CUTS and not _JOBS.isdisjoint(tokens[word + 1 : word + 1 + _NEAREST])


def _is_measure(tokens: Sequence[str], word: int) -> bool:
    """Whether what was agreed is only what something is held against, as it was, or how things stand.

    `Fewer than agreed`, `the truce agreed in May`, `he agreed that the offer was worse`.
    """
    before = tokens[max(word - 1, 0) : word]
    if not _KNOWN.isdisjoint(before) or (tokens[word] == "agreed" and not _DEALS.isdisjoint(before)):
        return True
    return tokens[word + 1 : word + 2] == ["that"] and _OUGHT_TO.isdisjoint(tokens[word + 2 :])


def _is_signed_up(tokens: Sequence[str], word: int) -> bool:
    """Whether somebody only put his name down."""
    return tokens[word] in _SIGNS and tokens[word + 1 : word + 2] == ["up"]


def _is_lawful(tokens: Sequence[str], word: int) -> bool:
    """Whether it is only watched that nobody breaks the law: `antitrust clearance`."""
    return tokens[word] == "antitrust" and not _LAWFUL.isdisjoint(tokens[word + 1 : word + 2])


def _is_no_trouble(tokens: Sequence[str], word: int) -> bool:
    """Whether nothing keeps anybody apart."""
    return _is_else(tokens, word) or is_misfortune(tokens, word)


def _is_else(tokens: Sequence[str], word: int) -> bool:
    """Whether nothing fails: `failing that` opens what is done otherwise."""
    return tokens[word] == "failing" and not _ELSE.isdisjoint(tokens[word + 1 : word + 2])


def _is_no_threat(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody threatens: he never does, or it is a hazard that does."""
    return _is_denied(tokens, word) or is_hazard(tokens, word)


def _is_denied(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody threatens: he never does."""
    return "never" in tokens[max(word - 4, 0) : word]


def _is_hired(tokens: Sequence[str], word: int) -> bool:
    """Whether no contract is made: somebody is `under contract`."""
    return tokens[word] == "contract" and tokens[max(word - 1, 0) : word] == ["under"]


def _is_of_a_year(tokens: Sequence[str], word: int) -> bool:
    """Whether a half is no match's but a year's: `profit fell in the first half`."""
    if tokens[word + 1 : word + 2] != ["half"]:
        return False
    return tokens[word + 2 : word + 3] == ["of"] or not _EARNED.isdisjoint(tokens)


_OTHERWISE: Final[dict[str, Callable[[Sequence[str], int], bool]]] = {
    "accuse": accuses_nobody,
    "harsh": insults_nobody,
    "match": _is_of_a_year,
    "may": _is_no_hedge,
    "fear": is_ill_luck,
    "protest": is_play,
    "intend": _is_committee,
    "unlawful": _is_lawful,
    "obstacle": _is_no_trouble,
    "threat": _is_no_threat,
    "deal": _is_hired,
    "agree": _is_measure,
    "conclude": _is_signed_up,
    "court": is_hearer,
    "deed": _is_layoff,
    "demand": _is_no_demand,
    "oppose": _is_no_opposing,
    "concede": _is_no_concession,
    "ease": _is_fall,
    "pass": _is_way,
    "promise": _is_good_will,
}
"""When a cue of a class is none where it stands."""
