"""The three stages in a row: recognise, anchor, normalise."""

from __future__ import annotations

import datetime as dt
from typing import Final

from summarizers.dates.anchor import anchor
from summarizers.dates.fields import Mention
from summarizers.dates.normalise import value
from summarizers.dates.reckoning import Memory, Previous
from summarizers.dates.recognise import lower_case, recognise
from summarizers.dates.rows import heads_a_row
from summarizers.dates.story import is_story
from summarizers.dates.types import Timex
from summarizers.types import Publication

_NOT_CALENDAR: Final = frozenset({"duration", "set", "ref"})


def find(text: str, published: Publication | None) -> tuple[Timex, ...]:
    """The temporal expressions of `text` as TIMEX3, in order, none overlapping.

    Relative ones count from the local date of the publication. In an undated text only what needs no anchor
    is resolved, or counts from a time that a story named before; the rest keeps X placeholders.
    Linear in the length of the text; never raises.
    """
    lower = lower_case(text)
    day = None if published is None else published.local_date
    mentions = recognise(text, lower)
    memory = Memory(story=is_story(lower, mentions, day))
    found: list[Timex] = []
    for mention in mentions:
        timex, memory = _resolved(text, lower, mention, day, memory)
        found.append(timex)
    return tuple(found)


def _resolved(
    text: str, lower: str, mention: Mention, published: dt.date | None, memory: Memory
) -> tuple[Timex, Memory]:
    fields = mention.fields
    if fields.grain in _NOT_CALENDAR:
        return _timex(text, mention, fields.value or ""), memory
    anchored = anchor(lower, mention, published, memory)
    normal = value(fields, anchored)
    if normal[0].isdigit() and not fields.echo:
        named = Previous(anchored.grain or fields.grain, normal, mention.end)
        memory = memory.after(named, published, row=heads_a_row(lower, mention))
    return _timex(text, mention, normal), memory


def _timex(text: str, mention: Mention, normal: str) -> Timex:
    start, end, fields = mention.start, mention.end, mention.fields
    explicit = fields.year is not None and fields.grain not in _NOT_CALENDAR
    return Timex(start, end, text[start:end], fields.type, normal, fields.mod, fields.tz, explicit)
