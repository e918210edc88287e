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
_FEWEST: Final = 3
_SUBJECT_WORDS: Final = 6
_MOST_CHARS: Final = 60
_RELATIVE: Final = re.compile(r"\b(?:which|who|whose)\s*$")
_LOST: Final = re.compile(r"(?:was|were|is|are|has|have|had|by which|in which|of which|[a-z]+ed)\b")
_SUBJECT_END: Final = re.compile(
    r",|\s(?:that|which|who|whose|will|would|is|are|was|were|has|have|had|may|might|could|must|said|says)\b"
)
_AUXILIARY: Final = re.compile(r"\b(?:is|are|was|were|will|would|may|might|could|must|should|set|due)\b")
_SAID: Final = re.compile(
    r"^(?:just |also |later )?(?:said|says|announced|added|confirmed|warned)(?: that)?\s+"
)
_WEAK_WORDS: Final = (
    "a about after also an and are as at be been before between but by due even for from had has "
    "have her his if in into is its just more no not of on or over s set than that the their these "
    "this those through to until was were when which while who will with would"
)
_WEAK_END: Final = frozenset(_WEAK_WORDS.split())


def about(sentence: str, start: int, end: int, clause_start: int, clause_end: int) -> str:
    """The clause at `clause_start`..`clause_end` of `sentence` without the date at `start`..`end`.

    A clause that has lost its subject (`which was due to expire`) borrows the first words of the sentence.
    """
    head = _DATE_LEAD.sub("", sentence[clause_start:start])
    tail = re.sub(r"^[\s,]+", "", sentence[end:clause_end])
    short = _trimmed(_words(_without_attribution(f"{head} {tail}".strip())))
    relative = _RELATIVE.search(sentence[:clause_start]) is not None
    if relative or (clause_start and (len(short.split()) < _FEWEST or _LOST.match(short))):
        short = _borrowed(_without_attribution(sentence), head if relative else short)
    return short or _trimmed(_words(sentence)) or sentence.strip()[:_MOST_CHARS]


def _borrowed(sentence: str, short: str) -> str:
    """The subject with which the sentence opens, and the end of the clause from its auxiliary on."""
    subject = _trimmed(_SUBJECT_END.split(sentence, maxsplit=1)[0].split()[:_SUBJECT_WORDS])
    verb = _AUXILIARY.search(short)
    if verb is None or not subject or subject.lower() in short.lower():
        return _trimmed(_words(sentence))
    return _trimmed([*subject.split(), *short[verb.start() :].split()[: MAX_WORDS - _SUBJECT_WORDS]])


def _without_attribution(text: str) -> str:
    text = _SAID.sub("", _TAIL.sub("", _ATTRIBUTION.sub("", text)))
    without = _PRONOUN.sub("", _LEADING.sub("", text))
    return without if len(without.split()) > 1 else text


def _words(text: str) -> list[str]:
    return _LEADING.sub("", text).split()[:MAX_WORDS]


def _trimmed(words: list[str]) -> str:
    while words and words[-1].strip(".,;:\"“”'’").lower() in _WEAK_END:
        words.pop()
    return " ".join(words).strip(" ,;:.\"“”'‘’()–—-")
