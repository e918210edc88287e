"""Of whom an article speaks, for a deadline whose few words name nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summarizers.dates.lexicon import MONTHS
from summarizers.dates.recognise import lower_case, recognise

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_WORDS: Final = 12
"""Words of what a deadline is about, at most."""

_NAMES: Final = re.compile(r"[A-Z][\w-]*+(?: (?:of )?[A-Z][\w-]*+){0,3}")
_PAIR: Final = re.compile(rf"({_NAMES.pattern}) and ({_NAMES.pattern})")
_MIDWAY: Final = re.compile("[a-z,] ")
_NO_LETTER: Final = re.compile(r"(?!\w)")
_NO_LETTER_BEFORE: Final = re.compile(r"(?<!\w)")
_EDGE: Final = re.compile(r"\b")
_SHORTEST_NAME: Final = 3
_PLAINLY: Final = 7
"""Words up to which what a deadline is about may need to be told from another's."""


def in_context(found: str, context: str) -> str:
    """A few words that name nobody with `context` in brackets, if there is any and room for it."""
    words = found.split()
    if not context or len(words) > _PLAINLY or len(words) + len(context.split()) > MAX_WORDS:
        return found
    named = any(word[:1].isupper() for word in words[1:])
    known = any(map(found.lower().__contains__, context.lower().split(" and ")))
    return found if named or known else f"{found} ({context})"


@lru_cache(maxsize=4)
def context_of(title: str, body: str) -> str:
    """The first name in a headline that the text writes as one in mid-sentence; empty if there is none.

    Of two that an `and` joins there both, if the text joins them too, else none: what concerns two is not
    said of one.
    """
    for match in _NAMES.finditer(title):
        name = match[0]
        if len(name) < _SHORTEST_NAME or _is_a_time(name) or _is_a_word(name, body):
            continue
        ends = (at + len(name) for at in _places(name, body) if _MIDWAY.match(body, at - 2))
        if any(_NO_LETTER.match(body, end) for end in ends):
            both = [pair[0] for pair in _PAIR.finditer(title) if name in pair.groups()]
            return next((pair for pair in both if pair in body), "") if both else name
    return ""


def is_named(name: str, text: str) -> bool:
    """Whether `text` holds `name`, and no longer word with it."""
    return any(
        _NO_LETTER_BEFORE.match(text, at) and _NO_LETTER.match(text, at + len(name))
        for at in _places(name, text)
    )


def _is_a_time(name: str) -> bool:
    """Whether it is a month, a weekday or a feast: `Easter` tells whose strike it is no better."""
    return name.split(maxsplit=1)[0].lower() in MONTHS or bool(recognise(name, lower_case(name)))


def _is_a_word(name: str, body: str) -> bool:
    """Whether the text writes `name` small, too: it is no name then."""
    low = name.lower()
    return " " not in name and any(
        _EDGE.match(body, at) and _EDGE.match(body, at + len(low)) for at in _places(low, body)
    )


def _places(words: str, body: str) -> Iterator[int]:
    """Where `words` stand in `body`; a pattern made of a name would be used for one article only."""
    at = body.find(words)
    while at >= 0:
        yield at
        at = body.find(words, at + 1)
