"""The clause in which a date stands: the words that may make it a deadline."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarizers.dates.patterns import INSET
from summarizers.sections.coordinated import affirmed, another_before, halves
from summarizers.text.holding import holds_any

_CONTRASTS: Final = (
    "but",
    "while",
    "although",
    "though",
    "whereas",
    r"because(?! of\b)",
    "since(?= [a-z]+ [a-z]+ed)",
)
_AFTER_A_SPACE: Final = "|".join(rf"{word[0]}(?<= {word[0]}){word[1:]}\b" for word in _CONTRASTS)
_TRAILING: Final = "(?!accord|includ|dur|follow|regard|pend|morn|even|noth|someth|anyth|everyth)[a-z]{3,}ing"
"""A participle, which tells what comes of the clause before its comma: `, pushing the date to May`."""
_MARKS: Final = (
    rf"[;:,\s()\"“”](?:{_AFTER_A_SPACE}"
    rf"| (?<=, )(?:(?:{'|'.join(_CONTRASTS)})\b|(?={_TRAILING}\b)|(?=\d\d? [a-z]{{3,9}}(?: [–—-]|:) )"
    r"|(?:and|which|who|whose|where|when|after|so|as|saying|adding|or|with|a|the|once|then|a move)\b)"
    r"|--(?<=\s--)\s|[–—](?<=\s[–—])\s|\s(?<=[;:]\s)|(?<=[()\"“”]))"
)
"""What stands behind a mark is looked at first, and which mark it is only then: most are plain spaces."""
_BOUNDARY: Final = re.compile(_MARKS)
_SAID: Final = re.compile(
    r"(?:sa(?<=\bsa)(?:id|ys)|ann(?<=\bann)ounced|tol(?<=\btol)d [a-z]+|add(?<=\badd)ed|con(?<=\bcon)firmed"
    r"|war(?<=\bwar)ned|rep(?<=\brep)orted|wro(?<=\bwro)te)(?: (?:on|late|early|in a [a-z]+))*"
    r"(?: [a-z]+day)?(?: that)?(?= (?:he|she|it|they|the|we|i)\b)"
)
"""Who says so. It begins with a letter, and so is looked for where one of its words may begin only."""
_SAYING: Final = ("said", "says", "announced", "told", "added", "confirmed", "warned", "reported", "wrote")
"""One of these stands in every match of `_SAID`."""

_CONDITION: Final = re.compile(r"(?:if|unless|once|provided) [^,;:()“”\"]{8,120}, (?!(?:and|or|but)\b)")
"""A condition that opens its sentence, up to what follows from it."""

_LONGEST_READ: Final = 1500
"""Characters on both sides of a date: no honest clause has so many, and a pattern may try each from each."""

_LEAD_WORDS: Final = 3
_LONGEST_LEAD: Final = 6
_LABEL_WORDS: Final = 7


class Clause:
    """Lower-case words of the clause before and after a date, where it begins and ends, and the rest."""

    __slots__ = ("after", "before", "end", "rest", "start")

    def __init__(self, before: str, after: str, start: int, end: int, rest: str) -> None:
        self.before: Final = before
        self.after: Final = after
        self.start: Final = start
        self.end: Final = end
        self.rest: Final = rest


def clause(lower: str, start: int, end: int) -> Clause:
    """The clause of `lower` around the date at `start`..`end`.

    A relative clause that is over before the date is no part of it: `the trial, which was to open on Monday,
    has been put off to …`. Nor is a word in brackets, nor how far off it is: `in a week, on 15 May`.
    """
    first, last, beyond = max(0, start - _LONGEST_READ), min(len(lower), end + _LONGEST_READ), 0
    for begins, ends in _boundaries(lower):
        if begins < beyond or (ends == start and _labels(lower[first:ends])):
            continue
        if ends <= start:
            inset = INSET.match(lower, begins, start) or _IN_BRACKETS.match(lower, begins, start)
            first, beyond = (first, inset.end()) if inset else (max(first, ends), 0)
        elif begins >= end and (lower[begins] in ";)" or not _leads(lower[first:start], begins - end)):
            last = min(begins, last)
            break
    before = _without_insets(lower[first:start]) if beyond else lower[first:start]
    if before.endswith(", on "):
        before = _SO_FAR_OFF.sub(" on ", before)
    return Clause(before, lower[end:last], first, last, lower[last:])


_IN_BRACKETS: Final = re.compile(r"\([^() ]{1,20}\)(?= )")
_BRACKETS: Final = re.compile(rf" ?{_IN_BRACKETS.pattern}")


def _without_insets(words: str) -> str:
    """`words` without the relative clauses and brackets that are over in them."""
    told = INSET.sub("", words)
    return _BRACKETS.sub("", told) if ")" in told else told


def apart(around: Clause, text: str, start: int, end: int) -> Clause:
    """The clause with what it says of its date, at `start`..`end` of `text`, where it dates two things."""
    if (own := affirmed(text[:start])) is not None:
        return _behind(around, own.rpartition(". ")[2].lower())
    if (one := another_before(around.before)) is not None:
        return _behind(around, around.before[: one.start()] + one["at"])
    words = text[around.start : start]
    told = words if words.lower() == around.before else around.before
    if " and " in told and (two := halves(told.rstrip())) is not None:
        return _behind(around, f"{two.second.lower()} ")
    two = halves(text[around.start : around.end]) if " and " in around.after else None
    stop = end - around.start
    if two is None or len(two.first) < stop:
        return around
    after = around.after[: len(two.first) - stop]
    return Clause(around.before, after, around.start, around.end, around.rest)


def _behind(around: Clause, before: str) -> Clause:
    """The clause with other words before its date."""
    return Clause(before, around.after, around.start, around.end, around.rest)


_SO_FAR_OFF: Final = re.compile(
    r" (?:in|within) (?:about |under |less than |just (?:over|under) |little more than )?(?:an?|[a-z0-9-]+) "
    r"(?:fortnight|days?|weeks?|months?)(?:['’]s?)?(?: time)?, on $"
)


@lru_cache(maxsize=4)
def _boundaries(lower: str) -> tuple[tuple[int, int], ...]:
    """Where clauses of `lower` end and the next begin; each date of a sentence asks, and is told about."""
    says = holds_any(lower, _SAYING)
    found = _marks(lower)
    if says and (said := [one.span() for one in _SAID.finditer(lower)]):
        found = said + [mark for mark in found if not any(one[0] < mark[0] < one[1] for one in said)]
    condition = _CONDITION.match(lower)
    if condition is not None:
        found.append((condition.end() - 2, condition.end()))
    return tuple(sorted(found))


def _marks(lower: str) -> list[tuple[int, int]]:
    """The boundaries that a mark makes."""
    return [mark.span() for mark in _BOUNDARY.finditer(lower)]


def _labels(words: str) -> bool:
    """Whether a few words and a colon before the date tell what it is for (`Closing date: 22 June`)."""
    return words.endswith(": ") and len(words.split()) <= _LABEL_WORDS


def _leads(before: str, gap: int) -> bool:
    """Whether the date opens its clause (`On Friday, the court will rule`): its comma ends nothing.

    So does one behind another (`Two weeks later, on Friday, the court will rule`).
    """
    words, last = before.split(), before.rpartition(", ")[2].split()
    return (
        gap == 0
        and len(last) <= _LEAD_WORDS
        and len(words) <= (_LONGEST_LEAD if words != last else _LEAD_WORDS)
    )
