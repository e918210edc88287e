"""Faults that leave every word in a true bullet but put one in another's place; used by `corruption`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Final

_RUN: Final = re.compile(r"\b[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]+)*\b")
_NO_NAMES: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|The|This|That|These|They|There|But|And|For|With|Under|After|Before|When|While"
    r"|Mr|Mrs|Ms|Dr|President|Minister|Prime Minister|Senator|Judge|Governor"
)
_LISTED: Final = re.compile(r"[\s,]*(?:and|or|,|, and)?[\s,]*(?:the )?")
_FIGURE: Final = re.compile(r"(?<![\w.,:-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w:]|[.,-]\d|-[a-z])")
_QUANTITIES: Final = (
    (re.compile(r"\b(?<!not )(?<!at )all (?=(?:[a-z]+ )?[a-z]{3,}s\b)"), "some "),
    (re.compile(r"\bboth (?=[a-z]{3,}s\b)"), "one of the "),
    (re.compile(r"\beach (?=(?:day|week|month|year|side|party|member|country)\b)"), "one "),
    (re.compile(r"\bevery (?=[a-z]{3,}\b)"), "one "),
    (re.compile(r"\b(?<!the )most (?=of the\b|[a-z]{3,}s\b)"), "few "),
    (re.compile(r"\bmany (?=of the\b|[a-z]{3,}s\b)"), "few "),
    (re.compile(r"\bseveral (?=[a-z]{3,})"), "all "),
    (re.compile(r"\b(?<!a )few (?=[a-z]{3,}s\b)"), "many "),
    (re.compile(r"\bsome (?=[a-z]{3,}s\b)"), "all "),
    (re.compile(r"\bdozens of\b"), "two of the"),
    (re.compile(r"\bnone of\b"), "all of"),
)
_COMPARED: Final = {
    "more than": "less than", "less than": "more than", "fewer than": "more than", "higher": "lower",
    "lower than": "higher than", "larger": "smaller", "bigger": "smaller", "smaller": "bigger",
    "longer than": "shorter than", "shorter": "longer", "faster": "slower", "slower": "faster",
    "stronger": "weaker", "weaker": "stronger", "better": "worse", "worse": "better", "rose": "fell",
    "fell": "rose", "rise": "fall", "increase": "decrease", "growth": "decline", "above": "below",
    "below": "above", "up from": "down from", "down from": "up from", "up by": "down by", "over": "under",
    "under": "over", "at least": "at most", "no later than": "no earlier than", "up to": "at least",
}  # fmt: skip
_COMPARING: Final = re.compile(
    rf"\b({'|'.join(sorted(set(_COMPARED) - {'over', 'under', 'up to'}, key=len, reverse=True))}"
    r"|(?:over|under|up to)(?= [$€£]?\d))\b"
)


def names(bullet: str, evidence: str) -> str | None:
    """The first and the last name of the bullet exchanged, unless they stand in one list."""
    found = [run for run in _RUN.finditer(bullet) if _NO_NAMES.fullmatch(run[0]) is None]
    found = [run for run in found if run.start() or re.search(rf"[a-z,] {run[0]}\b", evidence)]
    if len(found) < 2:
        return None
    one, other = found[0], found[-1]
    if one[0] in other[0] or other[0] in one[0] or _LISTED.fullmatch(bullet, one.end(), other.start()):
        return None
    return _exchanged(bullet, one, other)


def figures(bullet: str, _: str) -> str | None:
    """The first and the last figure of the bullet exchanged."""
    found = list(_FIGURE.finditer(bullet))
    return None if len({match[0] for match in found}) < 2 else _exchanged(bullet, found[0], found[-1])


def figure(bullet: str, evidence: str) -> str | None:
    """Another figure of the cited sentence in the place of one."""
    for match in _FIGURE.finditer(bullet):
        others = sorted({other[0] for other in _FIGURE.finditer(evidence)} - {match[0]})
        if others:
            at = hashlib.sha256(bullet.encode()).digest()[0] % len(others)
            return bullet[: match.start()] + others[at] + bullet[match.end() :]
    return None


def quantity(bullet: str, _: str) -> str | None:
    """Another word for how many."""
    for pattern, new in _QUANTITIES:
        if pattern.search(bullet):
            return pattern.sub(new, bullet, count=1)
    return None


def comparison(bullet: str, _: str) -> str | None:
    """More for less, up for down, above for below."""
    match = _COMPARING.search(bullet)
    return None if match is None else bullet[: match.start()] + _COMPARED[match[1]] + bullet[match.end() :]


def _exchanged(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    return text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]


PLACES: Final[dict[str, Callable[[str, str], str | None]]] = {
    "two names exchanged": names,
    "two figures exchanged": figures,
    "figure of another": figure,
    "quantity": quantity,
    "comparison": comparison,
}
