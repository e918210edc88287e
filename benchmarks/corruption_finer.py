"""More faults for true bullets, of kinds that leave nearly every word in its place; used by `corruption`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_UNITS: Final = (
    (re.compile(r"\bmillion\b"), "billion"),
    (re.compile(r"\bbillion\b"), "million"),
    (re.compile(r"\bper ?cent\b(?! point)"), "percentage points"),
    (re.compile(r"\bdays\b"), "weeks"),
    (re.compile(r"\bweeks\b"), "months"),
    (re.compile(r"\bmonths\b"), "years"),
    (re.compile(r"\byears\b"), "days"),
    (re.compile(r"[$€£](?=\d)"), "¥"),
    (re.compile(r"\bhours\b"), "days"),
)
_MONTH: Final = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_FRAMES: Final = (
    (re.compile(r"\bfrom (\d[\d.,]*) to (\d[\d.,]*)\b"), r"from \2 to \1"),
    (re.compile(rf"\bby ((?:\d+ )?{_MONTH})\b"), r"after \1"),
    (re.compile(rf"\b(?:until|before) ((?:\d+ )?{_MONTH})\b"), r"from \1"),
    (re.compile(rf"\bon ((?:\d+ )?{_MONTH})\b"), r"before \1"),
    (re.compile(r"\bend of (?:the )?(year|month|week)\b"), r"beginning of the \1"),
    (re.compile(r"\bunless\b"), "if"),
)
_TURNED: Final = {
    "raised": "cut", "raise": "cut", "increase": "decrease", "increased": "reduced", "cut": "raise",
    "reduce": "increase", "reduced": "increased", "lift": "impose", "lifted": "imposed", "imposed": "lifted",
    "impose": "lift", "rejected": "accepted", "reject": "accept", "accepted": "rejected", "accept": "reject",
    "approved": "rejected", "approve": "reject", "opposed": "supported", "oppose": "support",
    "supported": "opposed", "support": "oppose", "began": "ended", "begin": "end", "ended": "began",
    "likely": "unlikely", "legal": "illegal", "lawful": "unlawful", "first": "last", "largest": "smallest",
    "sell": "buy", "sold": "bought", "bought": "sold", "buy": "sell", "win": "lose", "guilty": "innocent",
    "more": "fewer", "rise": "fall", "rose": "fell", "fell": "rose", "denied": "confirmed",
}  # fmt: skip
_WORDS: Final = re.compile(rf"\b({'|'.join(_TURNED)})\b")
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]*?\b)([a-z]{5,})(\b[^“”\"]*)[”\"]")
_LOOKALIKE: Final = str.maketrans({"a": "а", "e": "е", "o": "о", "p": "р", "c": "с"})


def unit(bullet: str) -> str | None:
    """Another unit or scale."""
    return _first(bullet, _UNITS)


def frame(bullet: str) -> str | None:
    """The same figure or date on another side."""
    return _first(bullet, _FRAMES)


def opposite(bullet: str) -> str | None:
    """One word turned into its opposite."""
    match = _WORDS.search(bullet)
    return None if match is None else bullet[: match.start()] + _TURNED[match[1]] + bullet[match.end() :]


def quotation(bullet: str) -> str | None:
    """One word within a quotation changed."""
    match = _QUOTED.search(bullet)
    return None if match is None else bullet[: match.start(2)] + "splendid" + bullet[match.end(2) :]


def look_alike(bullet: str) -> str | None:
    """Letters of another alphabet that look the same."""
    return bullet.translate(_LOOKALIKE)


def hidden(bullet: str) -> str | None:
    """A character in the midst that nobody sees."""
    middle = len(bullet) // 2
    return bullet[:middle] + "\u200b" + bullet[middle:]


def _first(bullet: str, changes: tuple[tuple[re.Pattern[str], str], ...]) -> str | None:
    for pattern, new in changes:
        if pattern.search(bullet):
            return pattern.sub(new, bullet, count=1)
    return None


FINER: Final[dict[str, Callable[[str], str | None]]] = {
    "unit": unit,
    "side of a date": frame,
    "opposite": opposite,
    "altered quotation": quotation,
    "look-alike letters": look_alike,
    "hidden character": hidden,
}
