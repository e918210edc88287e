"""Texts as the words that PostgreSQL indexes: cut and folded here, stemmed there.

Its own parser takes hosts, paths and hyphens for more than words and folds by the locale of the database.
What it gets from us are words apart, in small letters and without accents: the same on every server, and the
same as SQLite's index cuts them (https://sqlite.org/fts5.html, 4.3.1).
"""

from __future__ import annotations

import re
import unicodedata

WORD = 500
"""Characters of the longest word, which is cut there; PostgreSQL takes 2,046 bytes (its manual, 12.11)."""

TEXT = 400_000
"""Bytes of a text that are indexed: in the worst case they become 1 MiB, the most a tsvector holds."""

TITLE = 20_000
"""Bytes of a title that are indexed."""

_WORD = re.compile(rf"[^\W_]{{1,{WORD}}}")


def words(text: str) -> list[str]:
    """The words of a text in their order, in small letters, without accents; lone surrogates are none."""
    if not text.isascii():
        text = _unmarked(unicodedata.normalize("NFKD", text.casefold()))
    return _WORD.findall(text.lower())


def apart(text: str, most: int = TEXT) -> str:
    """The words of a text with a space between them, at most so many bytes."""
    joined = " ".join(words(text))
    if len(joined) > most // 4:  # the most bytes a character takes
        joined = joined.encode()[:most].decode(errors="ignore")
    return joined


def _unmarked(text: str) -> str:
    marks = [one for one in set(text) if unicodedata.combining(one)]
    return text.translate(dict.fromkeys(map(ord, marks))) if marks else text
