"""The text of a bullet: its source sentence, trimmed for reading.

A dateline, a first word that ties it to the sentence before, notes in brackets without a figure, translations
and an outlet's credit at the end always go;
while the text is still too long, whole clauses go (`summarizers.sections.clauses`). Who said a thing stays.
What is left is verbatim apart from white space, a first capital, a final stop, and a quotation mark where the
sentence lies inside a longer quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizers.sections.clauses import shortened
from summarizers.sections.furniture import stripped
from summarizers.sections.pieces import LEAD
from summarizers.types import MAX_POINT_CHARS

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST_READ = 2000
"""Characters of a sentence worth shortening: ten bullets. No honest sentence is longer, and some patterns of
`pieces` take a time that grows with the square of the length."""

_STOPS = ("。", "！", "？", "؟", "۔", "।", "։")
"""Marks that end a sentence in other scripts."""

_LOOSE_COMMA = re.compile(r',([”"])\.?$')


def _anything(_text: str) -> bool:
    """Every text keeps what nobody asked to keep."""
    return True


def trim(text: str, limit: int = MAX_POINT_CHARS, keeps: Callable[[str], bool] = _anything) -> str | None:
    """`text` as a bullet of at most `limit` characters, or None where no whole clause of it fits.

    A clause is dropped only while `keeps` holds for what is left. A text without an end is not looked into.
    """
    if len(text) > _LONGEST_READ:
        return None
    bullet = _closed(LEAD.sub("", stripped(text)))
    if len(bullet) >= limit:
        shorter = shortened(bullet.rstrip("."), limit - 1, keeps)
        if shorter is None:
            return None
        bullet = shorter
    return _finished(bullet)


def _closed(text: str) -> str:
    """`text` with the quotation mark that its sentence lacks because the quotation runs on."""
    opened, shut = text.count("“"), text.count("”")
    if opened != shut:
        return text + "”" if opened > shut else "“" + text
    if text.count('"') % 2 == 0:
        return text
    before = text[: text.index('"')]
    return text + '"' if not before or before[-1] in " (" else '"' + text


def _finished(text: str) -> str:
    """`text` with a capital first and a stop last, where it has neither."""
    text = _LOOSE_COMMA.sub(r".\1", text.rstrip(" ,;:—–-"))
    first = text.split(" ", 1)[0]
    if first.islower() and first.isalpha():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", '"', "”", "’", *_STOPS)) else text + "."
