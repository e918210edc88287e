"""Whether a text is the whole article or only its beginning."""

from __future__ import annotations

import re

LEAST_GIVEN = 80
"""Words of a text that a feed gives as the content: a shorter one is a teaser in the wrong place."""

LEAST_SUMMED = 250
"""Words of a text that a feed gives as the description: some feeds put whole articles there."""

_TEASED = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|(?:read|lire|leia|leer|lees|mehr|continue|full)\b[^.\n]{0,60}?"
    r"(?:more|reading|story|article|plus|lesen|suite|más|mais|verder)?)\W{0,4}$",
    re.IGNORECASE,
)
_APPEARED = re.compile(r"\n*(?:The post [^\n]{1,400} appeared first on [^\n]{1,200})\s*$")


def without_appeared(text: str) -> str:
    """A feed's text without the line that blog software puts under it."""
    return _APPEARED.sub("", text)


def is_whole(text: str, *, given: bool) -> bool:
    """Whether a feed's text is the article; `given` says that the feed calls it the content."""
    words = len(text.split())
    return words >= (LEAST_GIVEN if given else LEAST_SUMMED) and not ends_as_teaser(text)


def ends_as_teaser(text: str) -> bool:
    """Whether a text breaks off, or ends in an invitation to read on."""
    return bool(_TEASED.search(text[-120:]))
