"""Whether the words around a date look back or ahead: its preposition, else the nearest verb."""

from __future__ import annotations

import re
from typing import Final

_WINDOW: Final = 110
_SENTENCE_END: Final = re.compile(r"[.!?]['\"”’]*\s+(?=\S)|\n|;")
_AHEAD_BEFORE: Final = re.compile(
    r"\b(?:until|till|no later than|starting|beginning|effective|due|as (?:soon|early) as|"
    r"scheduled for|set for|planned for|slated for|deadline (?:of|is)|coming|upcoming|postponed to|delayed to|"
    r"rescheduled (?:to|for)|moved to)(?: on| the| at least)* ?$"
)
_MAYBE_AHEAD_BEFORE: Final = re.compile(r"\b(?:by|before|through|ahead of)(?: the| at least)* ?$")
_BACK_BEFORE: Final = re.compile(r"\b(?:since|as of|dated|ended|late|from)(?: on| the)* ?$")
_PAST_PERFECT: Final = re.compile(r"\bhad\b")
_CUE: Final = re.compile(
    r"\b(?:(?P<ahead>(?:will|won['’]t|shall|would|may|might|could|can|should|must|to)(?: not| also| likely| probably| still| soon)?"
    r"(?: be [a-z]+| have [a-z]+|(?<=to) (?:be|[a-z]{3,}) (?=on\b|in\b|at\b|by\b|until\b|$))|"
    r"(?:will|won['’]t|shall|would|may|might|could|can|should|must)\b|(?:is|are|be) (?:to|due|set|slated|"
    r"scheduled|expected|planned|likely|going|heard|held|paid|counted|released|published|decided|completed)|due|payable|"
    r"scheduled|slated|expects?|expected|set to|plans? (?:to|for)|planned|planning|intends?|hopes?|aims?|begins|starts|opens|"
    r"expires|ends|closes|meets|takes effect|goes|comes|(?:agreed|vowed|promised|pledged|decided|want|wants|wanted|ready|able|"
    r"need|needs|asked|urged|told) [a-z ]{0,20}\bto|(?:is|are) [a-z]+ing|upcoming)"
    r"|(?P<back>had(?: been)? (?:due|set|scheduled|expected|planned|to)(?: to)?(?: [a-z]+)?|"
    r"said|says|told|was|were|had|did|has|have|been|went|came|made|took|gave|got|held|met|began|became|fell|rose|"
    r"left|won|lost|sent|saw|found|kept|led|ran|spoke|wrote|knew|broke|grew|drew|stood|struck|shot|died|cut|hit|put|"
    r"brought|bought|sold|thought|taught|caught|fought|paid|heard|built|spent|felt|meant|fled|flew|threw|chose|rode|drove|"
    r"woke|stole|swore|tore|wore|bore|sang|sank|swam|quit|beat|shut|hurt|"
    r"(?!need|speed|feed|indeed|hundred|red\b|bed\b|united|armed|limited)[a-z]{2,}ed))\b|[a-z]['’](?P<will>ll|d)\b"
)


def direction(lower: str, start: int, end: int) -> int | None:
    """1 if the date at `start`..`end` lies ahead, -1 if it lies back, None if nothing near it says so."""
    before = _after_last_boundary(lower[max(0, start - _WINDOW) : start])
    after = lower[end : end + _WINDOW]
    if _AHEAD_BEFORE.search(before[-32:]):
        return -1 if _PAST_PERFECT.search(before) or _PAST_PERFECT.search(after[:40]) else 1
    if _BACK_BEFORE.search(before[-16:]):
        return -1
    cue = _last_cue(before)
    if cue is None:
        boundary = _SENTENCE_END.search(after)
        cue = _CUE.search(after, 0, boundary.start() if boundary else len(after))
    if cue is None:
        return 1 if _MAYBE_AHEAD_BEFORE.search(before[-16:]) and after[:1] not in {"'", "’"} else None
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
