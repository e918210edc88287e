"""Words: lower-cased runs of letters or digits, with a light stem for comparing and a list of empty words."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Final

from summarizers.text.remembered import Remembered

WORD = re.compile(
    r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:[’'][^\W\d_]+)?|\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]"
)
"""A number with its separators, one CJK character, or letters with an inner apostrophe."""

_ASCII_WORD = re.compile(r"[a-z]++(?:'[a-z]++)?+|\d++(?:[.,]\d++)*+")
"""`WORD` where a text in lower case is ASCII, which most are; it reads three times as fast.

What is read is never given back (`++`): a shorter word would be none.
"""

_MARKS = "“”–—"
"""What is beyond ASCII in most English texts that are not, and part of no word."""

_EMPTY = """
a about above after again against all also although am among an and any are aren't as at be because been
before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing
don't down during each even few for from further had hadn't has hasn't have haven't having he he's her
here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself
just last like made make many may me might more most much must my myself new no nor not now of off on
once one only or other our ours ourselves out over own per rather said same say says she should so some
still such than that that's the their theirs them themselves then there these they they're this those
through to told too two under until up upon us very was wasn't we we're we've were weren't what when
where which while who whom why will with within without won't would wouldn't yet you you're your yours
yourself yourselves mr mrs ms dr according added including monday tuesday wednesday thursday friday
saturday sunday
"""
STOP_WORDS = frozenset(_EMPTY.split())

_SHORTEST = 4
"""Letters that a stem keeps at least."""


def words(text: str) -> list[str]:
    """The words of `text` in order, lower-cased, straight apostrophes; a hyphen separates words."""
    low = (text if text.isascii() else _plain(text)).lower()
    if not low.isascii():
        return WORD.findall(low)
    return [*chain.from_iterable(map(_pieces, low.split()))]


def _plain(text: str) -> str:
    """`text` with straight apostrophes and without `_MARKS`: lower case is made sooner of what is ASCII."""
    text = text.replace("’", "'")
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text


_pieces: Final = Remembered(_ASCII_WORD.findall, 1 << 15).__getitem__
"""The words of what stands between two spaces: no word goes beyond, and most texts say the same again."""


def lowered(text: str) -> str:
    """`text` in lower case with straight apostrophes, as `WORD` reads it."""
    return text.lower().replace("’", "'")


@lru_cache(maxsize=1 << 12)
def stem(word: str) -> str:
    """The word without its commonest English endings; meant for counting overlap, not for reading.

    The plural rules are Harman's S-stemmer ("How effective is suffixing?", JASIS 42, 1991), with -ed, -ing
    and -ly cut where at least four letters stay.
    """
    word = word.removesuffix("'s")
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    return _without_suffix(_singular(word))


def _singular(word: str) -> str:
    """Harman's three plural rules."""
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word


def _without_suffix(word: str) -> str:
    """The word without -ing, -ed, -ly or a final -e, as long as four letters stay."""
    for suffix in ("ing", "ed", "ly", "e"):
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)]
    return word


def content(tokens: list[str]) -> list[str]:
    """Stems of the words that carry meaning, in order, repetitions kept."""
    return [*filter(None, map(_content, tokens))]


_content: Final = Remembered(lambda word: "" if word in STOP_WORDS else stem(word), 1 << 16).__getitem__
"""The stem of a word that carries meaning, nothing of one that does not."""
