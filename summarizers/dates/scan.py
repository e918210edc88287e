"""One scan over the words: a trigger word opens its own few patterns, everything else is skipped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from summarizers.dates.fields import Fields, Mention
from summarizers.dates.rules import (
    clock,
    days,
    deictic,
    distances,
    holidays,
    parts,
    periods,
    recurrences,
    references,
    steps,
    years,
)
from summarizers.dates.rules.rule import Reader, Rule

RULES: Final[tuple[Rule, ...]] = (
    *clock.RULES,
    *recurrences.RULES,
    *holidays.RULES,
    *distances.WEEKS_ON,
    *days.RULES,
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
        for word in dict.fromkeys(rule.triggers):
            table.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in table.items()}


@cache
def _any_of(word: str) -> _Match:
    """One match for all rules of the trigger `word`; its last group names the first that matches.

    Most triggers open nothing, and one look is cheaper than one a rule. Made when a text needs it first.
    """
    return _one_match(tuple(entry.pattern for entry in _TABLE[word]))


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


def _shared_prefixes(words: Iterable[str]) -> str:
    """One pattern for many words in which equal beginnings are tried once; much faster than a flat one."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    tails = [re.escape(letter) + _shared_prefixes(rest) for letter, rest in by_letter.items() if letter]
    if not tails:
        return ""
    if "" not in by_letter and len(tails) == 1:
        return tails[0]
    return f"(?:{'|'.join(tails)})" + ("?" if "" in by_letter else "")


_TABLE: Final = _table(RULES)
_SYMBOLS: Final = frozenset({"0", "a", "q", "h", "fy"})
_AFTER_ARTICLE: Final = (
    r"(?= (?:few|couple|good|full|additional|further|extra|hundred|thousand|dozen|half|second|"
    r"minute|hour|day|week|fortnight|month|quarter|year|"
    r"decade|century)\b)"
)
_NO_COUNT: Final = r"(?!\d{1,3}(?:[.,]\d{1,3})?(?:%| (?:million|billion|trillion|percent|per cent)\b))"
"""Before digits that are no shares and no sums, which a third of all numbers in news are."""

_WORDS: Final = [word for word in _TABLE if word not in _SYMBOLS]
_SCAN: Final = re.compile(
    rf"(?<![a-z0-9_@])(?:(?P<word>{_shared_prefixes(_WORDS)})(?![a-z])"
    rf"|an?{_AFTER_ARTICLE}|[qh][1-4](?!\w)|fy ?['’]?\d|{_NO_COUNT}\d+)"
)
_FEW: Final = 3
"""So many rules of a trigger are tried one by one."""


def atoms(text: str, lower: str) -> list[Mention]:
    """The simplest expressions of `text`, in order, none overlapping. `lower` is `text` in lower case."""
    found: list[Mention] = []
    search, at = _SCAN.search, 0
    while (hit := search(lower, at)) is not None:
        word = hit["word"] or _symbol(hit[0])
        entries, start = _TABLE[word], hit.start()
        first = 0 if len(entries) <= _FEW else _first(word, lower, start)
        at = _read(entries[first:], hit, text, found) or hit.end()
    return found


def _symbol(opening: str) -> str:
    first = opening[0]
    return "0" if first.isdigit() else "fy" if first == "f" else first


def _first(word: str, lower: str, start: int) -> int:
    """The number of the first rule of a trigger that matches at `start`; beyond the last if none does."""
    some = _any_of(word)(lower, start)
    return len(_TABLE[word]) if some is None else int((some.lastgroup or "r0")[1:])


def _read(entries: Sequence[_Entry], hit: re.Match[str], text: str, found: list[Mention]) -> int | None:
    """Append what stands at a trigger; its end, or None if nothing does."""
    start = hit.start()
    for entry in entries:
        match = entry.match(hit.string, start)
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
