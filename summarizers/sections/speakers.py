"""Who says what stands inside a quotation that runs over several sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERBS = r"(?:said|says|told|wrote|writes|tweeted|added|continued|argued|warned|stated|commented|replied|responded|declared)"
_NAME = r"(?:[A-Z][\w’'.-]*[\w’'](?:\s+(?:(?:de|von|van|der|al|bin|da|the|of)\s+)*[A-Z][\w’'.-]*[\w’'])*)"
_BEFORE = re.compile(rf"({_NAME})(?:,[^,“”\"]{{2,60}},)?\s+{_VERBS}\b")
_AFTER = re.compile(rf"[”\"],?\s+{_VERBS}\s+(?:[a-z][\w-]*\s+){{0,4}}({_NAME})")
_TITLES = frozenset({"He", "She", "They", "It", "We", "I", "The", "A", "This", "That", "Who"})


def speaker(texts: Sequence[str], inside: Sequence[bool], index: int) -> tuple[str, int] | None:
    """Name of the speaker of sentence `index` and the number of the sentence that names them, or None.

    `inside[i]` tells whether sentence i begins inside a quotation. The name is looked for where the quotation
    opens, then where it closes.
    """
    first = index
    while first > 0 and inside[first]:
        first -= 1
    last = index + 1 if index + 1 < len(texts) and inside[index + 1] else index
    for at, pattern in ((first, _BEFORE), (first, _AFTER), (index, _AFTER), (last, _AFTER)):
        found = pattern.search(texts[at])
        if found is not None and found[1].split()[0] not in _TITLES:
            return found[1], at
    return None
