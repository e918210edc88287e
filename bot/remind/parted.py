"""Where a sentence that moves a thing goes on with what is to be done beside it, on a day of its own."""

from __future__ import annotations

import re

from bot.remind.cues import MOVED

_AND = re.compile(r"\b(?:and|but|while|then|with)\b")
_AND_MOVED = re.compile(rf"[^;:.]{{0,120}}?\b(?:and|but)\b[^;:.]{{0,60}}?{MOVED.pattern}", MOVED.flags)
_IS_TO = re.compile(
    r"\b(?:will|must|shall|should|plan(?:s|ned)? to|agreed to|due to|set to|(?:is|are|has|have)(?: now)? to"
    r"|meets?|votes?|signs?|resumes?)\b"
)
_OF_A_TERM = re.compile(
    r"\b(?:expir\w*|end(?:s|ed|ing)?|laps\w+|r[au]n(?:s|ning)?|last(?:s|ed|ing)?"
    r"|hold(?:s|ing)? (?:good|until)|remain\w*|stay\w*|continu\w*|until|till|through|in force|deadline)\b"
)
"""What runs until a day is no deed of it."""


def where_it_ends(before: str, behind: str) -> int | None:
    """Where the move ends, of a sentence whose day between two parts is that of another deed; else None.

    `Extended the truce by a month and will meet on` 7 November: behind `month`. It is 0 where the deed comes
    first: `will meet on` 7 November `and extended the truce`.
    """
    cue = MOVED.search(before)
    beside = _AND.search(before, cue.end()) if cue else None
    if cue and beside is None:
        return None
    told = before[beside.end() if beside else 0 :]
    if not _IS_TO.search(told) or _OF_A_TERM.search(told):
        return None
    if beside:
        return beside.start()
    return 0 if _AND_MOVED.match(behind) else None
