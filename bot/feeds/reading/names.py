"""Names of people, as feeds and pages write them."""

from __future__ import annotations

import re

from bot.feeds.reading.plain import plain_line

LONGEST = 200

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,200}")
_BY = re.compile(r"^\s*(?:by|von|par|por|di|door)\s+", re.IGNORECASE)


def name_of(text: str) -> str:
    """A name without its e-mail address, brackets and "by"; "" if nothing is left, or it is an address."""
    name = _ADDRESS.sub("", plain_line(text)).strip(" ()<>,;|-")
    name = _BY.sub("", name).strip()
    return "" if "://" in name else name[:LONGEST]
