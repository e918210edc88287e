"""A page's date by htmldate, from what stands alone on it: a date in a sentence is one of the story."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

from bot.feeds.reading.dating import dated
from summarizers.types import Publication

MOST_AROUND = 80
"""Characters of a text in which a date may be that of the page."""

_SENTENCES = frozenset({"p", "li", "blockquote", "dd", "figcaption", "pre"})
_OTHERS = re.compile(
    r"©|\(c\)|copyright|\b(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:19|20)?\d\d\b", re.IGNORECASE
)
"""A year of a copyright, and days that may be two: htmldate would read them as a date."""


def guessed(root: Any, url: str, now: datetime) -> Publication | None:
    """The day that the page's address, its markup or a short text on it gives; None if none does."""
    from htmldate import find_date

    try:
        text = find_date(
            _without_sentences(root),
            extensive_search=True,
            original_date=True,
            url=url,
            max_date=now.replace(tzinfo=None) + timedelta(days=1),
        )
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError):
        return None  # a library's fault over odd markup costs the date, not the article
    is_a_bare_year = bool(text) and str(text).endswith("-01-01")  # htmldate takes its first day
    return dated(text, now).publication if text and not is_a_bare_year else None


def _without_sentences(root: Any) -> Any:
    """A copy of the page in which only short texts are left."""
    copy = deepcopy(root)
    for element in list(copy.iter()):
        if element.tag in _SENTENCES and len("".join(element.itertext())) > MOST_AROUND:
            for inner in element.iter():
                inner.text = None
                inner.tail = None if inner is not element else inner.tail
        element.text, element.tail = _short(element.text), _short(element.tail)
    return copy


def _short(text: str | None) -> str | None:
    if not text or len(text.strip()) > MOST_AROUND or _OTHERS.search(text):
        return None
    return text
