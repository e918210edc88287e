"""Whether the words around a date look back or ahead: its preposition, else the nearest verb."""

from __future__ import annotations

import re
from typing import Final

_WINDOW: Final = 110
_SENTENCE_END: Final = re.compile(r"[.!?]['\"”’]*\s+(?=\S)|\n|;")
_AHEAD_BEFORE: Final = re.compile(
    r"\b(?:until|till|by|before|no later than|starting|beginning|effective|due|as (?:soon|early) as|through|"
    r"scheduled for|set for|planned for|slated for|expected|deadline (?:of|is)|coming|upcoming|postponed to|delayed to|"
    r"rescheduled (?:to|for)|moved to)(?: on| the| at least)* ?$"
)
_BACK_BEFORE: Final = re.compile(r"\b(?:since|as of|dated|ended|ending|ago|late|from)(?: on| the)* ?$")
_PAST_PERFECT: Final = re.compile(r"\bhad\b")
_CUE: Final = re.compile(
    r"\b(?:(?P<ahead>will|won['’]t|shall|would|may|might|could|can|should|must|(?:is|are|be|'re|’re) (?:to|due|set|slated|"
    r"scheduled|expected|planned|likely|going)|due|scheduled|slated|expects?|expected|set to|plans?|planned|planning|"
    r"intends?|hopes?|aims?|begins?|starts?|opens?|expires?|ends?|closes?|meets?|votes?|takes effect|goes|"
    r"(?:is|are|'s|'re|’s|’re) [a-z]+ing|to (?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|this\b|that\b)[a-z]{3,}|ahead|tomorrow|upcoming)"
    r"|(?P<back>said|says|told|was|were|had|did|has|have|been|went|came|made|took|gave|got|held|met|began|became|fell|rose|"
    r"left|won|lost|sent|saw|found|kept|led|ran|spoke|wrote|knew|broke|grew|drew|stood|struck|shot|died|cut|hit|put|"
    r"reported|[a-z]{2,}ed))\b|[a-z]['’](?P<will>ll|d)\b"
)


def direction(lower: str, start: int, end: int) -> int | None:
    """1 if the date at `start`..`end` lies ahead, -1 if it lies back, None if nothing near it says so."""
    before = _after_last_boundary(lower[max(0, start - _WINDOW) : start])
    if _AHEAD_BEFORE.search(before[-32:]):
        return -1 if _PAST_PERFECT.search(before) else 1
    if _BACK_BEFORE.search(before[-16:]):
        return -1
    cue = _last_cue(before)
    if cue is None:
        after = lower[end : end + _WINDOW]
        boundary = _SENTENCE_END.search(after)
        cue = _CUE.search(after, 0, boundary.start() if boundary else len(after))
    if cue is None:
        return None
    return -1 if cue["back"] else 1


def _after_last_boundary(before: str) -> str:
    last = 0
    for boundary in _SENTENCE_END.finditer(before):
        last = boundary.end()
    return before[last:]


def _last_cue(before: str) -> re.Match[str] | None:
    last = None
    for cue in _CUE.finditer(before):
        last = cue
    return last
