"""What stands whole in XML that broke off, for its transfer ended too early."""

from __future__ import annotations

import re
from collections import deque

_BEGIN = re.compile(r"<(?:[\w.-]{1,32}:)?(?:item|entry)[\s>]|<url[\s>]", re.IGNORECASE)
_END = re.compile(r"</(?:[\w.-]{1,32}:)?(?:item|entry|url)\s*>", re.IGNORECASE)


def whole_items(text: str) -> str:
    """The text of a feed or sitemap without its last item, if that one has no end.

    The beginning of an article would be kept as a revision of it.
    """
    last = deque(_BEGIN.finditer(text), maxlen=1)
    return text[: last[0].start()] if last and not _END.search(text, last[0].end()) else text
