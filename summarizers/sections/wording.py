"""The text of a bullet: its source sentence, trimmed for reading.

A dateline, a first word that ties it to the sentence before, the day on which it happened, notes in brackets
without a figure, translations and an outlet's credit at the end always go;
while the text is still too long, whole clauses go (`summarizers.sections.clauses`). Who said a thing stays.
What is left is verbatim apart from white space, a first capital, a final stop, and a quotation mark where the
sentence lies inside a longer quotation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizers.sections.clauses import shortened
from summarizers.sections.furniture import stripped
from summarizers.sections.pieces import DAY_OPENER, FINITE, LEAD, without
from summarizers.text.quotation import MARKS
from summarizers.types import MAX_POINT_CHARS

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_READ = 2000
"""Characters of a sentence worth shortening: ten bullets. No honest sentence is longer, and some patterns of
`pieces` take a time that grows with the square of the length."""

_STOPS = ("。", "！", "？", "؟", "۔", "।", "։")
"""Marks that end a sentence in other scripts."""

_ENDS = (".", "!", "?", "…", '"', "”", "’", *_STOPS)

_AHEAD = re.compile(r"\b(?:will|shall|(?:is|are|was|were) (?:to|due|set|expected|scheduled))\b")
_NEAR = 100
"""Characters within which the main verb of a sentence stands."""

_FEWEST_WORDS = 4
_HANGS = re.compile(r"^[A-Z][a-z]+ing\b")
"""A participle at the head: without a verb of its own the sentence hangs on the one before it."""

_SAID = re.compile(r"“[^“”]*”?|\"[^\"]*\"?")
_LOOSE_COMMA = (',"', ",”", ',".', ",”.")


def _anything(_text: str) -> bool:
    """Every text keeps what nobody asked to keep."""
    return True


def trim(text: str, limit: int = MAX_POINT_CHARS, keeps: Callable[[str], bool] = _anything) -> str | None:
    """`text` as a bullet of at most `limit` characters, or None where no whole clause of it fits.

    A clause is dropped only while `keeps` holds for what is left. A text without an end is not looked into.
    """
    if len(text) > LONGEST_READ:
        return None
    bullet = _undated(_closed(without(LEAD, stripped(text))), keeps)
    if _HANGS.match(bullet) is not None and FINITE.search(_SAID.sub("", bullet)) is None:
        return None
    if len(bullet) > limit or (len(bullet) == limit and bullet[-1] != "."):
        shorter = shortened(bullet.rstrip("."), limit - 1, keeps)
        if shorter is None:
            return None
        bullet = shorter
    return finished(bullet)


def quoted(text: str, limit: int, keeps: Callable[[str], bool] = _anything) -> str | None:
    """`text`, a sentence of a quotation, between marks, in at most `limit` characters.

    All of it or up to the end of one of its clauses, verbatim; None where no such clause holds what `keeps`
    asks for.
    """
    if len(text) > LONGEST_READ:
        return None
    opens, shuts = '""' if '"' in text else "“”"
    said = without(LEAD, stripped(opens + text.strip(_MARKED)).strip(_MARKED))
    if any(mark in said for mark in MARKS):
        return None
    if len(said) + len(opens + shuts) >= limit:
        shorter = shortened(said.rstrip("."), limit - len("“.”"), lambda part: part in said and keeps(part))
        if shorter is None:
            return None
        said = shorter
    return opens + finished(said) + shuts


_MARKED = MARKS + " "


def _undated(text: str, keeps: Callable[[str], bool]) -> str:
    """`text` without the day with which it opens, unless that is when something is to happen."""
    plain = without(DAY_OPENER, text)
    told = plain != text and len(plain.split()) >= _FEWEST_WORDS and keeps(plain)
    return text if not told or _AHEAD.search(plain[:_NEAR]) is not None else plain


def _closed(text: str) -> str:
    """`text` with the quotation mark that its sentence lacks because the quotation runs on."""
    opened, shut = text.count("“"), text.count("”")
    if opened != shut:
        return text + "”" if opened > shut else "“" + text
    if text.count('"') % 2 == 0:
        return text
    before = text[: text.index('"')]
    return text + '"' if not before or before[-1] in " (" else '"' + text


def finished(text: str) -> str:
    """`text` with a capital first and a stop last, where it has neither."""
    text = text.rstrip(" ,;:—–-")
    if text.endswith(_LOOSE_COMMA):
        text = text.removesuffix(".")
        text = f"{text[:-2]}.{text[-1]}"
    if not text[:1].isupper():
        first = text.split(" ", 1)[0].rstrip(",;:")
        if first.islower() and first.replace("-", "").isalpha():
            text = text[0].upper() + text[1:]
    return text if text.endswith(_ENDS) else text + "."
