"""Languages as feeds and pages name them."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}")


def language(*names: str) -> str | None:
    """The first of the names that is a language tag (BCP 47), in lower case; None if none is."""
    for name in names:
        tag = name.strip().lower().replace("_", "-")
        if _TAG.fullmatch(tag):
            return tag
    return None
