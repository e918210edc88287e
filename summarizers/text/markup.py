"""What a page leaves in a text and no reader sees: tags, entities, addresses of links, hidden characters."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

BLOCK_END: Final = re.compile(
    r"(?:(?:</(?:p|div|li|ul|ol|h[1-6]|t[dhr]|table|script|style|blockquote|figcaption)\s{0,9}>"
    r"|<br\s{0,9}/?>)\s{0,9})+",
    re.IGNORECASE,
)
"""Where a block of HTML ends: a sentence never runs on beyond it."""

_UNREAD: Final = re.compile(r"<(script|style)\b[^<>]{0,200}>[^<]{0,2000}(?:</\1\s{0,9}>|$)", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?/?>|<!--[^<>]{0,500}-->")
_LINK: Final = re.compile(r"!?\[([^\[\]]{1,120})\]\([^()\s]{1,500}\)")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS: Final = "\u200c\u200d"
"""They shape letters of some scripts, and pictures; between Latin letters they only hide."""


def readable(text: str) -> str:
    """`text` on one line as a reader would see it."""
    if "<" in text:
        text = _TAG.sub(" ", _UNREAD.sub(" ", text))
    if "&" in text:
        text = unescape(text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if not text.isprintable():
        text = "".join(_shown(text, at) for at in range(len(text)))
    elif "  " not in text and text == text.strip():
        return text
    return " ".join(text.split())


def _shown(text: str, at: int) -> str:
    """The character at `at`, or nothing for one that only hides."""
    mark = text[at]
    if mark in _JOINERS:
        return "" if text[at - 1 : at].isascii() else mark
    return "" if not mark.isspace() and unicodedata.category(mark) in _HIDDEN else mark
