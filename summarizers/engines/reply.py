"""What a chat model answered, read strictly: one JSON object with one bullet, or nothing."""

from __future__ import annotations

import json
import re
from typing import Final

from summarizers.engines.phrasing import Declined, Phrased

_KEY: Final = "bullet"
_LONGEST: Final = 4000
"""Characters of an answer that are looked at; a bullet has a twentieth of that."""

_THOUGHT: Final = re.compile(r"\s*<think>.*?</think>", re.DOTALL)
_CODE: Final = re.compile(r"```(?:json)?\s*\n(.*)\n```", re.DOTALL)


def bullet(answer: str) -> Phrased | Declined:
    """The bullet in `answer`, which is that JSON object alone; a thought before it or a code fence may be."""
    if len(answer) > _LONGEST:
        return Declined("too long")
    bare = _THOUGHT.sub("", answer, count=1).strip()
    fenced = _CODE.fullmatch(bare)
    try:
        found = json.loads(fenced[1] if fenced else bare)
    except (ValueError, RecursionError):
        return Declined("not JSON")
    if not isinstance(found, dict) or set(found) != {_KEY} or not isinstance(found[_KEY], str):
        return Declined("another form")
    return line(found[_KEY])


def line(text: str) -> Phrased | Declined:
    """A bullet of `text`, which must be one line; it gets a stop at its end if it has none."""
    bare = text.strip()
    if not bare:
        return Declined("empty")
    if len(bare.splitlines()) > 1:
        return Declined("several lines")
    return Phrased(bare if bare.endswith((".", "!", "?", "…", '"', "”", "’")) else bare + ".")
