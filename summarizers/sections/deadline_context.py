"""Of whom an article speaks, for a deadline whose few words name nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarizers.dates import find
from summarizers.dates.lexicon import MONTHS

MAX_WORDS: Final = 12
"""Words of what a deadline is about, at most."""

_NAMES: Final = re.compile(r"[A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*){0,3}")
_SHORTEST_NAME: Final = 3
_PLAINLY: Final = 7
"""Words up to which what a deadline is about may need to be told from another's."""


def in_context(found: str, context: str) -> str:
    """A few words that name nobody with `context` in brackets, if there is any and room for it."""
    named = any(word[:1].isupper() for word in found.split()[1:])
    words = len(found.split()) + len(context.split())
    bare = context and not named and len(found.split()) <= _PLAINLY and words <= MAX_WORDS
    return f"{found} ({context})" if bare and context.lower() not in found.lower() else found


@lru_cache(maxsize=4)
def context_of(title: str, body: str) -> str:
    """The first name in a headline that the text writes as one in mid-sentence; empty if there is none."""
    for match in _NAMES.finditer(title):
        name = match[0]
        if len(name) < _SHORTEST_NAME or _is_a_time(name) or _is_a_word(name, body):
            continue
        if re.search(rf"(?<=[a-z,] ){re.escape(name)}(?!\w)", body):
            return name
    return ""


def _is_a_time(name: str) -> bool:
    """Whether it is a month, a weekday or a feast: `Easter` tells whose strike it is no better."""
    return name.split(maxsplit=1)[0].lower() in MONTHS or bool(find(name, None))


def _is_a_word(name: str, body: str) -> bool:
    low = name.lower()
    return " " not in name and low in body and re.search(rf"\b{re.escape(low)}\b", body) is not None
