"""Recognition: text to mentions with underspecified fields."""

from __future__ import annotations

import string
from typing import Final

from summarizers.dates.compose import compose
from summarizers.dates.fields import Mention
from summarizers.dates.scan import atoms

_ASCII_LOWER: Final = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def lower_case(text: str) -> str:
    """`text` in lower case with every character at its place (İ would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII_LOWER)


def recognise(text: str, lower: str) -> list[Mention]:
    """The temporal expressions of `text` in order, none overlapping; `lower` is `lower_case(text)`."""
    return compose(lower, atoms(text, lower))
