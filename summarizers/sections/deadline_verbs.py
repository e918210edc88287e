"""Whether the verbs around a date look ahead or back, and what a day without a verb says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Final

from summarizers.dates.types import Timex
from summarizers.sections import deadline_cues as cues
from summarizers.sections.deadline_clause import Clause
from summarizers.text.prefilter import Prefiltered
from summarizers.types import Boundary

_BEHIND: Final = 10
"""Characters that a word behind the date counts as farther off."""


def lean(clause: Clause, timex: Timex, boundary: Boundary, *, ahead: bool) -> float:
    """Plus one if the verb nearest to the date looks ahead, less than none if it looks back.

    Where no verb does either, a day of its own that lies `ahead` is one of which something is still to come:
    `General sale 10am Thursday`.
    """
    told = _lean(clause)
    if told is None:
        told = 1.0 if ahead and _is_a_day_of_its_own(clause, timex, boundary) else 0.0
    return max(told, _at_least(clause, timex, boundary))


def nearest(before: str, end: int | None, find: Callable[[], re.Match[str] | None]) -> int | None:
    """Characters from the date to the nearest match: the last one, up to `end`, or the first one behind it.

    That is asked of `find` only where it may be the nearer one.
    """
    near = None if end is None else len(before) - end
    if near is not None and near <= _BEHIND and not _owns(before):
        return near
    behind = find()
    if behind is None:
        return near
    if behind.start() == 1 and _owns(before):
        return 0
    far = behind.start() + _BEHIND
    return far if near is None else min(near, far)


@lru_cache(maxsize=16)
def ahead_before(before: str) -> int | None:
    """Where the last words end that look ahead."""
    return cues.AHEAD.last_end(before)


def looks_ahead(before: str) -> bool:
    """Whether words before a date look ahead."""
    return ahead_before(before) is not None


def _owns(before: str) -> bool:
    """Whether the date tells which thing behind it is meant (`the 5 October meeting`)."""
    last = max(0, len(before) - _LONGEST_ARTICLE)
    return before.endswith(_ENDS_ON_AN_ARTICLE) and _OF_THE.search(before, last) is not None


_ENDS_ON_AN_ARTICLE: Final = ("the ", "a ", "an ", "its ", "their ", "his ", "her ", "this ", "\n")
_OF_THE: Final = re.compile(r"\b(?:the|an?|its|their|his|her|this) $")
_LONGEST_ARTICLE: Final = len("their \n")


_BACK: Final = -1.5
_AT_THE_HEAD: Final = 3
"""Words before a date that opens its clause: the verb behind tells when (`By 12 June they were home`)."""


def _at_least(clause: Clause, timex: Timex, boundary: Boundary) -> float:
    """What verbs of the past take at most where the frame looks ahead (`was remanded until 7 October`).

    Who announced a strike from a day of the month on has said when it begins.
    """
    if boundary == "from" and _BEGINS_FROM.search(clause.before) and any(map(str.isdigit, timex.text)):
        return 0.0
    if boundary == "by" and len(clause.before.split()) > _AT_THE_HEAD:
        return 0.0
    if boundary == "from" and cues.STARTING.search(clause.before):
        return -0.5
    if boundary != "until":
        return _BACK
    has_time = clause.after.startswith(" to ") and cues.GIVEN.search(clause.before)
    return -0.5 if has_time or cues.LASTS.search(clause.before) else _BACK


_BEGINS_FROM: Final = Prefiltered(
    r"\b(?:walk-?outs?|strikes?|stoppages?|action|lock-?outs?|bans?|curfews?|closures?|"
    r"restrictions|cuts?|tariffs|duties|sanctions|boycotts?|blockades?|protests?|rises?|increases?|fees?|"
    r"charges?|limits?|quotas?|rules?) (?:[a-z’'-]+ ){0,6}?from (?:the )?$"
)


_CREDIT: Final = Prefiltered(
    r",[\"”’']? (?:[^,;]{0,60} )?(?:said|says|told|added|announced|confirmed|reported|warned)\b[^,;]*$"
)


def _told_back(after: str) -> re.Match[str] | None:
    """The first words behind a date that look back, but for who says so: his verb is of the report."""
    if not cues.BACK.may_stand_in(after):
        return None
    credit = _CREDIT.search(after)
    return cues.BACK.search_start(after, len(after) if credit is None else credit.start())


_OPENS: Final = re.compile(r"^\W*(?:on|at|from|in) (?:the )?$")
_DOES: Final = re.compile(
    r",? (?:[a-z’'-]+ ){1,4}?[a-z]{3,}s (?:its|the|an?|their|his|her|to|for|from|into|off|out)\b"
)
"""Behind a date that opens its clause: what somebody does then, told in the present."""


def _is_a_day_of_its_own(clause: Clause, timex: Timex, boundary: Boundary) -> bool:
    """Whether it is one day, named as such, of which its clause tells something.

    Behind a comma it may be of the place before it, and behind a colon its label says what it is for.
    """
    if _DAY.match(timex.value) is None or boundary not in {"on", "before"}:
        return False
    before = clause.before
    if before.endswith(_OF_SOMETHING_ELSE) or _OF_ANOTHER.search(timex.text.lower()):
        return False
    return bool(before.strip() or clause.after.strip(" .\n"))


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_OF_SOMETHING_ELSE: Final = (", ", ": ", "in ")
_OF_ANOTHER: Final = re.compile(
    r"\bday (?:before|after|later|earlier)\b|\b(?:that|next|following|same) day\b"
)
"""A day that counts from another one."""


def _lean(clause: Clause) -> float | None:
    """What the verb nearest to the date says; None where no verb does."""
    before, after = clause.before, clause.after
    if cues.GAPPED.search(before):
        return 1.0
    ahead = nearest(before, ahead_before(before), partial(cues.AHEAD.search, after))
    if ahead == 0:
        return 1.0
    back = nearest(before, cues.BACK.last_end(before), partial(_told_back, after))
    if ahead is None:
        if back is not None:
            return _BACK
        return 1.0 if _OPENS.search(clause.before) and _DOES.match(clause.after) else None
    if back is None or ahead <= back:
        return 1.0
    return 0.5 if ahead_before(before) is not None else -0.5
