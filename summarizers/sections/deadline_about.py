"""What a deadline is about: at most twelve words of its sentence that read alone."""

from __future__ import annotations

import re
from typing import Final

MAX_WORDS: Final = 12

_ATTRIBUTION: Final = re.compile(
    r"^.{0,80}?\b(?:said|says|announced|told \w+|added|confirmed|warned|reported|stated)\b(?: "
    r"(?:on|late|early|last|earlier))*"
    r"(?: [A-Z][a-z]+day)?(?: that)?,? (?=(?:he|she|it|they|we|i|the|his|her|its|their|a|an|[A-Z])\b)"
)
_TAIL: Final = re.compile(r",? (?:according to|[A-Z]?\w+ (?:said|says|told|reported|added))\b.*$")
_PRONOUN: Final = re.compile(
    r"^(?:and |but |then |also )?(?:he|she|it|they|we|i|you|this|that|which|who|there)\b"
    r"(?:['’](?:ll|d|s|re|ve))?(?: (?:also|will|would|is|are|was|were|has|have|had|now|to|be|"
    r"been|plans?|can|could|may|might|must|should))*\s+",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:and|but|so|then|that|or|as|while|with|also|however|meanwhile|in addition)\b,?\s*|"
    r"^[\s,;:.\"“”'‘’()–—-]+",
    re.IGNORECASE,
)
_DATE_LEAD: Final = re.compile(
    r"(?:,?\s*\b(?:on|by|until|till|before|through|from|in|at|of|for|as of|starting|beginning|"
    r"effective|within|no later than|after|ahead of|"
    r"the|at least|as soon as|around|about|over|during|next|to|set for|late|early)\b)*\s*$",
    re.IGNORECASE,
)
_WEAK_END: Final = frozenset(
    {
        "a",
        "about",
        "after",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "between",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "her",
        "his",
        "if",
        "in",
        "into",
        "is",
        "its",
        "more",
        "no",
        "not",
        "of",
        "on",
        "or",
        "than",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "through",
        "to",
        "until",
        "was",
        "were",
        "when",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
    }
)


def about(sentence: str, start: int, end: int, clause_start: int, clause_end: int) -> str:
    """The clause at `clause_start`..`clause_end` of `sentence` without the date at `start`..`end`."""
    head = _DATE_LEAD.sub("", sentence[clause_start:start])
    tail = re.sub(r"^[\s,]+", "", sentence[end:clause_end])
    text = _without_attribution(f"{head} {tail}".strip())
    short = _trimmed(_words(text))
    return short or _trimmed(_words(sentence)) or sentence.strip()[:60]


def _without_attribution(text: str) -> str:
    text = _TAIL.sub("", _ATTRIBUTION.sub("", text))
    without = _PRONOUN.sub("", _LEADING.sub("", text))
    return without if len(without.split()) > 1 else text


def _words(text: str) -> list[str]:
    return _LEADING.sub("", text).split()[:MAX_WORDS]


def _trimmed(words: list[str]) -> str:
    while words and words[-1].strip(".,;:\"“”'’").lower() in _WEAK_END:
        words.pop()
    return " ".join(words).strip(" ,;:.\"“”'‘’()–—-")
