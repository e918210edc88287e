"""One scan over the words: a trigger word opens its own few patterns, everything else is skipped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from summarizers.dates.fields import Fields, Mention
from summarizers.dates.openings import BEFORE_A_MONTH, first_word, opening, trigger_of
from summarizers.dates.rules import (
    clock,
    days,
    deictic,
    digits,
    distances,
    holidays,
    months,
    parts,
    periods,
    recurrences,
    references,
    steps,
    stopped_clock,
    weekdays,
    years,
)
from summarizers.dates.rules.rule import Reader, Rule

RULES: Final[tuple[Rule, ...]] = (
    *clock.RULES,
    *stopped_clock.RULES,
    *recurrences.RULES,
    *holidays.RULES,
    *distances.WEEKS_ON,
    *digits.RULES,
    *days.RULES,
    *months.RULES,
    *weekdays.RULES,
    *periods.BESIDE_NOW,
    *parts.RULES,
    *deictic.RULES,
    *steps.RULES,
    *distances.RULES,
    *years.RULES,
    *periods.RULES,
    *references.RULES,
)
"""All rules, the more specific before the more general; the first that reads its words wins."""


_Match = Callable[[str, int], re.Match[str] | None]


class _Entry(NamedTuple):
    pattern: str
    match: _Match
    read: Reader
    read_other: Reader | None


def _table(rules: Iterable[Rule]) -> dict[str, tuple[_Entry, ...]]:
    table: dict[str, list[_Entry]] = {}
    for rule in rules:
        entry = _Entry(rule.pattern, re.compile(rule.pattern).match, rule.read, rule.read_other)
        for word in dict.fromkeys(map(first_word, rule.triggers)):
            table.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in table.items()}


@cache
def _any_of(word: str) -> _Match:
    """One match for all rules of the trigger `word`; its last group names the first that matches.

    Most triggers open nothing, and one look is cheaper than one a rule. Made when a text needs it first.
    """
    return _one_match(tuple(entry.pattern for entry in TABLE[word]))


@cache
def _one_match(patterns: tuple[str, ...]) -> _Match:
    rows = (f"(?:{_unnamed(pattern, at)})(?P<r{at}>)" for at, pattern in enumerate(patterns))
    return re.compile("|".join(rows)).match


_GROUP: Final = re.compile(r"\(\?P<(\w+)>")


def _unnamed(pattern: str, at: int) -> str:
    """`pattern` without groups, but those it refers back to, which get names of their own."""

    def plain(group: re.Match[str]) -> str:
        return f"(?P<{group[1]}{at}>" if f"(?P={group[1]})" in pattern else "(?:"

    return re.sub(r"\(\?P=(\w+)\)", rf"(?P=\g<1>{at})", _GROUP.sub(plain, pattern))


TABLE: Final = _table(RULES) | {BEFORE_A_MONTH: _table(RULES[RULES.index(days.RULES[0]) :])["0"]}
"""What each trigger opens, in the order of the rules; none before the days reads a number before a month."""
_OPENING: Final = opening(trigger for rule in RULES for trigger in rule.triggers)
_FEW: Final = 3
"""So many rules of a trigger are tried one by one."""


def atoms(text: str, lower: str) -> list[Mention]:
    """The simplest expressions of `text`, in order, none overlapping. `lower` is `text` in lower case."""
    found: list[Mention] = []
    marked = f" {lower}"
    search, at = _OPENING.search, 0
    while (hit := search(marked, at)) is not None:
        word, start = trigger_of(hit), hit.start()
        entries = TABLE[word]
        if len(entries) > _FEW:
            some = _any_of(word)(lower, start)
            entries = () if some is None else entries[int((some.lastgroup or "r0")[1:]) :]
        at = (entries and _read(entries, lower, start, text, found)) or hit.end() - 1
    return found


def _read(entries: Sequence[_Entry], lower: str, start: int, text: str, found: list[Mention]) -> int | None:
    """Append what stands at a trigger; its end, or None if nothing does."""
    for entry in entries:
        match = entry.match(lower, start)
        if match is None or match.end() == start:
            continue
        fields = entry.read(match, text)
        if fields is None:
            continue
        if entry.read_other is not None and match["other"]:
            found.extend(_two(fields, entry.read_other(match, text), match))
        else:
            found.append(Mention(start, match.end(), fields))
        return match.end()
    return None


def _two(fields: Fields, other: Fields | None, match: re.Match[str]) -> list[Mention]:
    """A range names two times: `3-5 May` from its second number, `1998-99` up to its second one."""
    start, end = match.span("other")
    if other is None:
        return [Mention(match.start(), match.end(), fields)]
    if start == match.start():
        return [Mention(start, end, other), Mention(match.start("d"), match.end(), fields)]
    return [Mention(match.start(), match.end("y"), fields), Mention(start, end, other)]
