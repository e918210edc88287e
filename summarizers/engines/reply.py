"""What a chat model answered, read strictly: one JSON object with one text, or nothing."""

from __future__ import annotations

import json
import re
from typing import Final

from summarizers.engines.phrasing import Composition, Declined, Phrased, Wanted

_LONGEST: Final = 4000
"""Characters of an answer that are looked at; a bullet has a twentieth of that."""

_THOUGHT: Final = re.compile(r"\s*<think>.*?</think>", re.DOTALL)
_CODE: Final = re.compile(r"```(?:json)?\s*\n(.*)\n```", re.DOTALL)


def said(answer: str, ask: Wanted) -> Phrased | Declined:
    """The text in `answer`, which is that JSON object alone; a thought before it or a code fence may be."""
    key = "answer" if isinstance(ask, Composition) else "bullet"
    if len(answer) > _LONGEST:
        return Declined("too long")
    bare = _THOUGHT.sub("", answer, count=1).strip()
    fenced = _CODE.fullmatch(bare)
    try:
        found = json.loads(fenced[1] if fenced else bare)
    except (ValueError, RecursionError):
        return Declined("not JSON")
    if not isinstance(found, dict) or set(found) != {key} or not isinstance(found[key], str):
        return Declined("another form")
    return line(found[key])


def line(text: str) -> Phrased | Declined:
    """A bullet of `text`, which must be one line; it gets a stop at its end if it has none."""
    bare = text.strip()
    if not bare:
        return Declined("empty")
    if len(bare.splitlines()) > 1:
        return Declined("several lines")
    return Phrased(bare if bare.endswith((".", "!", "?", "…", '"', "”", "’")) else bare + ".")
