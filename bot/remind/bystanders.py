"""Who or what a sentence names without being at it: the place, the dateline, and who tells it.

`Both sides agreed in Velm to free them, the envoy Mona Dell said` is of neither Velm nor Mona Dell.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.remind.names import names_in
from bot.remind.parties import told_itself

_RUN = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
_IN = re.compile(rf"\b(?:in|near|outside) {_RUN}(?!['’]s)")
_DATELINE = re.compile(r"^\W*[A-Z]{2,}(?:[ .]{1,2}[A-Z]{2,}){0,5}(?=\W)")
_POINTS = re.compile(r"\b(?:it|its|they|their|them|he|his|him|she|her|we|our|i|my)\b", re.IGNORECASE)
_GATHERING = re.compile(
    rf"\b(?P<what>talks|summit|conference|congress)(?: \w+){{0,2}}? in (?P<place>{_RUN})\b"
)


@lru_cache(maxsize=4096)
def bystanders(sentence: str) -> frozenset[str]:
    """The names of a sentence that stand nowhere in it for somebody who is at it."""
    told = told_itself(sentence)
    told = sentence if _POINTS.search(told) else told
    return frozenset(names_in(sentence)).difference(names_in(_IN.sub("", _DATELINE.sub("", told))))


@lru_cache(maxsize=4096)
def gatherings(sentence: str) -> frozenset[tuple[str, str]]:
    """What a sentence tells of talks or a summit by their place, such as `talks` in `Velm`."""
    return frozenset((one["what"], one["place"]) for one in _GATHERING.finditer(sentence))
