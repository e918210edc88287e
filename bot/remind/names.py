"""The names of an article: by these it is known to be of one story with another."""

from __future__ import annotations

import re
from collections import Counter

from summarizers.text.tokens import words

MOST_NAMES = 24
"""Names kept of an article: the most frequent ones tell its story."""

_NAME = re.compile(r"(?<![.!?:“\"]\s)(?<=[\s(“\"‘'—-])[A-Z][^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)?")
_OPENER = re.compile(r"\s*[A-Z][^\W\d_]+")
_SOMEBODY = re.compile(r"(?:ers|ors|ists|ants|ents|ees|ials|yers|men|women|people)$")
_NO_NAME = frozenset(
    words(
        """
        january february march april may june july august september october november december
        nov oct dec jan feb aug sept sep apr jun jul mar
        monday tuesday wednesday thursday friday saturday sunday
        the a an and both but for its his her their our they she he it in on at by no not if as after before
        under
        mr mrs ms dr
        """
    )
)


def names_in(text: str) -> tuple[str, ...]:
    """The `MOST_NAMES` most frequent names in a text: capitalised words that do not begin a sentence."""
    written = (match[0].lower() for match in _NAME.finditer(f" {text}"))
    found = Counter(name for name in written if name not in _NO_NAME)
    _forget_opener(found, text)
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    return tuple(name for name, _ in ranked[:MOST_NAMES])


def _forget_opener(found: Counter[str], text: str) -> None:
    """Take out the first word where it is no name: `Drivers of the Line`, or `Steel` beside `steel`."""
    opener = _OPENER.match(text)
    if opener is None or found[opener[0].lower()] != 1:
        return
    low = opener[0].lower()
    if _SOMEBODY.search(low) or re.search(rf"\b{re.escape(low)}\b", text):
        del found[low]
