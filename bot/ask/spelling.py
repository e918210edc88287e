"""Words of a question that nothing stored holds, as what was found spells them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from bot.ask.reading import unaccented
from summarizers.text.tokens import words

LEAST = 6
"""Letters from which two words one letter apart are likelier one word than two: "print" is no "point"."""


def respelled(text: str, unknown: Collection[str], passages: Iterable[str]) -> str:
    """The question with each unknown word as the passages spell it most often, if one letter apart.

    One letter wrong, missing, too many, or two neighbours changed round (Damerau, 1964), but not the first.
    """
    wanted = [word for word in unknown if word.isalpha() and len(word) >= LEAST]
    if not wanted:
        return text
    spoken = Counter(word.removesuffix("'s") for passage in passages for word in words(passage))
    begun: dict[str, list[tuple[str, str]]] = {}
    for other in spoken:
        begun.setdefault((plain := unaccented(other))[:1], []).append((plain, other))
    for word in wanted:
        plain = unaccented(word)
        near = [other for typed, other in begun.get(plain[:1], ()) if _one_apart(plain, typed)]
        if near:
            text = _put(text, word, max(near, key=spoken.__getitem__))
    return text


def _one_apart(one: str, other: str) -> bool:
    """Whether two words of one beginning differ by one slip at most."""
    if min(len(one), len(other)) < LEAST or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    a, b = one[start:], other[start:]
    return a[1:] in {b[1:], b} or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _put(text: str, word: str, other: str) -> str:
    def cased(found: re.Match[str]) -> str:
        return other.title() if found[0][0].isupper() else other

    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", cased, text, flags=re.IGNORECASE)
