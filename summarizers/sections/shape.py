"""What a sentence is like beside its cues: its length, quotations, numbers, names, deals and definitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizers.sections.deal_talk import DEAL_NAMES, told_of_deals
from summarizers.text.quotation import MARKS
from summarizers.text.tokens import words

if TYPE_CHECKING:
    from summarizers.text.analysis import Analysis

_LONG, _SHORT, _MANY_NAMES = 50, 9, 10

_DAYS = "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight"
_RECENT = frozenset(_DAYS.split())
_BEING = frozenset({"is", "are", "was", "were"})
_TOLD_BY = _RECENT | DEAL_NAMES | _BEING | {"had"}
"""Words that are asked for one by one: they are looked for in one pass."""

_CAPITALISED = re.compile(r"[A-Z](?<!\w.)[a-z]")
"""A capital at the head of a word that goes on: asked in this order, `re` passes by other letters."""

_MAY_DEFINE = re.compile(r"(?:is|are|was|were) (?:an?|the|one)\b")
_DEFINITION = re.compile(rf"\b{_MAY_DEFINE.pattern}")
"""`_MAY_DEFINE`, which `re` finds in less than half of the time, at the head of a word."""

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\b(?=[^.%\w])")


def add_shape(row: dict[str, float], analysis: Analysis, index: int) -> None:
    """Add to `row` what sentence `index` is like, as features that hold or count something."""
    text, tokens = analysis.sentences[index].text, analysis.words[index]
    row["len"] = min(len(tokens), _LONG) / (_LONG / 2)
    if len(tokens) < _SHORT:
        row["short"] = 1.0
    if '"' in text or "“" in text:
        row["hasq"] = 1.0
    if text[0] in MARKS:
        row["startq"] = 1.0
    names = len(_CAPITALISED.findall(text))
    if names:
        row["caps"] = min(names, _MANY_NAMES) / _MANY_NAMES
    _add_numbers(row, text, analysis.stems[index], analysis)
    known = _TOLD_BY.intersection(tokens)
    if not _RECENT.isdisjoint(known) or "this week" in text:
        row["recent"] = 1.0
    if known:
        _add_known(row, text, known)


def _add_known(row: dict[str, float], text: str, known: frozenset[str]) -> None:
    """What is told by words of `_TOLD_BY`, those of `known`."""
    if "had" in known:
        row["had"] = 1.0
    if not _BEING.isdisjoint(known) and _MAY_DEFINE.search(text) and _DEFINITION.search(text):
        row["isa"] = 1.0
    for name in told_of_deals(text, known):
        row[name] = 1.0


def _add_numbers(row: dict[str, float], text: str, stems: list[str], analysis: Analysis) -> None:
    """Whether there are numbers, and whether a past year is among them; each is a stem of its own."""
    numbers = [stem for stem in stems if stem[0].isdigit()]
    if numbers and text[0].isdigit():
        numbers = numbers[_clock(text) :]
    if numbers:
        row["num"] = 1.0
        if _names_past_year(numbers, analysis):
            row["pastyear"] = 1.0


def _clock(text: str) -> int:
    """How many words the time takes that stands before an update of a live blog: `15.55 It's done`."""
    opening = _CLOCK.match(text)
    return len(words(opening[0])) if opening else 0


def _names_past_year(numbers: list[str], analysis: Analysis) -> bool:
    """Whether a year before the article's own, from 1500 on, is among `numbers`."""
    published = analysis.document.published
    if published is None:
        return False
    own = str(published.local_date.year)
    for number in numbers:
        if len(number) == len(own) and number.isdecimal() and "1500" <= number < own:
            return True
    return False
