"""What stands between commas or dashes in a sentence, and may go without the rest hanging."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarizers.sections.pieces import DASH, FINITE, MONTH, PARTED, SAID_LAST
from summarizers.text.holding import holds_any

_KEPT: Final = 8
"""Texts of which is remembered what they are without inserts: several ways of shortening begin with that."""

_IN_OFFICE: Final = (
    r"(?:[A-Z][\w.-]*[’']s\s(?:[\w-]+\s)?"
    r"|(?:head|leader|chief|chair(?:man|woman|person)?|president|director|minister|secretary"
    r"|spokes(?:man|woman|person)|founder|owner)\s(?:of|for|at)\s)"
)
INSERT: Final = re.compile(
    r",\s+(?:which|who|whose|where|when|respectively|including)\b[^,;:“”\"]{0,120},(?=\s)"
    r"|(\b[A-Z][\w’'.-]{1,40}),\s+(?:[DRI]-[A-Z][\w.]*|\d\d),(?=\s)"
    r"|(\b[A-Z][\w’'.-]{1,40}),\s+(?:an?|the|its|his|her|their)\s"
    r"(?:(?!said|says|told|is|are|was|were|has|had|will)[\w’'.&%£$€-]+\s){0,11}[\w’'.&%£$€-]+,(?=\s)"
    rf"|,\s+(?:{PARTED}|worth\s)[^,;:“”\"]{{2,110}},(?=\s[a-z])"
    rf"|(\b[A-Z][\w’'.-]{{1,40}}),\s+{_IN_OFFICE}[^,;:“”\"]{{2,90}},(?=\s[a-z])"
    r"|\s+[—–]\s[^—–“”\"]{3,160}\s[—–](?=\s)|\s+--\s[^“”\"]{3,160}?\s--(?=\s)"
)
_SET_IN: Final = re.compile(
    r"(?:In|On|At|After|For|From|With|During|Despite|Under|Amid|By|To|Across|Like|Unlike)\s[^,;:“”\"]{2,100}"
)
"""An opening phrase, up to its comma."""
_NARROWER: Final = re.compile(
    r"(?:largely|mainly|mostly|partly|chiefly|primarily|including|especially|such)\b"
)
"""What goes on with the words between commas before it, and hangs without them."""
_GOES_ON: Final = re.compile(rf"\s(?:{MONTH}\s\d|\d|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?,)")
"""The rest of a date or of a place: no insert ends with the comma before it (`on Friday, 4 July`)."""
_LISTED_ON: Final = re.compile(
    r"(?!(?:in|on|at|of|by|for|with|from|to|as|after|before|who|which|when|where|while|and|but|or)\b)"
    rf"(?!{FINITE.pattern})[a-z][a-z-]*(?:\s[a-z-]+){{0,2}}\sand\s(?!{FINITE.pattern})"
)
"""More of several things, the first of which stands in the insert: `who runs rail, roads and ports, said`."""
_DASHES: Final = ("—", "–", "--")
_INSERTED: Final = re.compile(
    r",\s+(?:wh(?:ich|o|ere|en)|respectively|including|[DRI]-|\d\d,|(?:an?|the|its|his|her|their)\s"
    rf"|worth\s|{PARTED}|{_IN_OFFICE})"
)
"""Stands in every match of `INSERT` without dashes, and is found in a tenth of the time."""


@lru_cache(maxsize=_KEPT)
def without_inserts(text: str) -> str:
    """`text` without what stands between commas or dashes; a name before its description stays.

    A comma is left before who says it.
    """
    return INSERT.sub(_beside_insert, text) if may_hold_insert(text) else text


def _beside_insert(insert: re.Match[str]) -> str:
    if _is_no_insert(insert):
        return insert[0]
    comma = "," if insert[0].endswith(",") and SAID_LAST.match(insert.string, insert.end()) else ""
    return (insert[1] or insert[2] or insert[3] or "") + comma


def _is_no_insert(insert: re.Match[str]) -> bool:
    """Whether words between commas are none beside others: they go on behind a dash, or hold the verb.

    Nor are they where the name in front ends an opening phrase: `In Selwyn, the union, which …`.
    """
    text, name = insert.string, insert.end(2)
    if insert[0].endswith(",") and _GOES_ON.match(text, insert.end()) is not None:
        return True
    if name < 0:
        return insert[0].startswith(",") and DASH.search(insert[0]) is not None
    follows = insert.end() + 1
    holds_verb = insert[0].endswith("ed,") and FINITE.match(text, follows) is None
    hangs = _NARROWER.match(text, follows) or _LISTED_ON.match(text, follows)
    return holds_verb or bool(hangs or _SET_IN.fullmatch(text, 0, name))


def may_hold_insert(text: str) -> bool:
    """Whether `INSERT` may match somewhere in `text`."""
    return holds_any(text, _DASHES) or (text.count(",") > 1 and bool(_INSERTED.search(text)))
