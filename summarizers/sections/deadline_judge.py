"""Whether a date in a sentence is a deadline: evidence for and against, one number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Final

from summarizers.dates.types import Timex
from summarizers.sections import deadline_cues as cues
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_today import is_awaited, is_later_today, names_its_day
from summarizers.text.prefilter import Prefiltered, likely
from summarizers.types import Boundary, Certainty, DeadlineKind, Publication

THRESHOLD: Final = 2.0
_NEAR: Final = 40
_BEHIND: Final = 10
"""Characters that a word behind the date counts as farther off."""


def boundary_of(clause: Clause, timex: Timex) -> Boundary:
    """By, before, until, from, within, or plainly on."""
    if timex.type == "DURATION":
        return "from" if cues.NOT_BEFORE.search(clause.before) else "within"
    if clause.after.startswith(_LATEST):
        return "by"
    for name, pattern in likely(cues.FRAMES, clause.before):
        if pattern.search_end(clause.before, _NEAR) is not None:
            if name == "before" and timex.value.endswith("T24:00"):
                return "by"  # before the midnight that ends a day is still on that day
            if name == "before" and cues.NOT_YET.search(clause.before):
                return "from"
            return name  # type: ignore[return-value]  # the table holds boundaries only
    return "on"


_LATEST: Final = (" at the latest", ", at the latest", " at latest")


def kind_of(clause: Clause, boundary: Boundary) -> DeadlineKind:
    """The kind whose trigger stands nearest to the date; else what the boundary suggests.

    Who has until a day to do something owes it then, and what is open until a day closes.
    """
    kind = _nearest_kind(clause)
    if (
        boundary in {"until", "within"}
        and clause.after.startswith((" to ", ", to ", " left to "))
        and cues.GIVEN.search(clause.before)
    ):
        return kind if kind == "vote" else "due"
    if kind == "effective" and boundary == "until":
        return "expiry"
    if kind == "meeting" and boundary == "by" and _MUST_SIGN_UP.search(clause.before):
        return "due"
    if kind == "release" and boundary in {"by", "within", "before"} and _OWES.search(clause.before):
        return "due"
    if kind == "effective" and (opened := _OPENS_AN_EVENT.search(clause.before)):
        return "hearing" if opened["court"] else "meeting" if opened["talks"] else "vote"
    return kind or {
        "by": "due",
        "before": "due",
        "within": "due",
        "until": "expiry",
        "from": "effective",
    }.get(boundary, "other")  # type: ignore[return-value]  # kinds only


@lru_cache(maxsize=16)
def _nearest_kind(clause: Clause) -> DeadlineKind | None:
    """The kind whose trigger stands nearest to the date, the first of several; what scores asks it too."""
    best: tuple[int, DeadlineKind] | None = None
    before, after, half = clause.before, clause.after, _own_half(clause)
    for kind, pattern in likely(cues.KINDS, before, after):
        distance = _nearest(before, pattern.last_end(before), partial(pattern.search_start, after, half))
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, kind)
    return best and best[1]


def _nearest(before: str, end: int | None, find: Callable[[], re.Match[str] | None]) -> int | None:
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
def _ahead_before(before: str) -> int | None:
    """Where the last words end that look ahead."""
    return cues.AHEAD.last_end(before)


def looks_ahead(before: str) -> bool:
    """Whether words before a date look ahead."""
    return _ahead_before(before) is not None


_MUST_SIGN_UP: Final = re.compile(r"\b(?:regist|appl(?:y|ication)|book|enrol|sign up|submit|nominat|rsvp)")
"""Before a day by which one has to be known at a meeting, which is on another day."""
_OWES: Final = re.compile(
    r"\b(?:must|(?:has|have|had|obliged|required|ordered|told|agreed|supposed) to|(?:is|are) (?:due |"
    r"obliged )?to)\b"
)
"""Before what somebody owes by a day, whatever it is that he publishes."""
_OPENS_AN_EVENT: Final = re.compile(
    r"\b(?:(?P<court>trials?|retrial|hearings?|inquests?|proceedings|arguments)"
    r"|(?P<talks>talks|negotiations|summit|conference|congress|convention|meeting|forum)"
    r"|voting|the vote|balloting|polling)(?: (?:of|in|for|on|over|between|against|with|about|"
    r"at|into|by|from|to)\b[^,;:]{0,50}?)? "
    r"(?:(?:will|would|could|may|might|must|shall|is (?:due |set |expected |scheduled )?to|"
    r"are (?:due |set |expected |scheduled )?to) )?(?:open|begin|start|resume|reopen|get under way)s?(?: "
    r"again)?(?: (?:on|at|in|"
    r"from)\b[^,;]{0,60})? $"
)
"""Before the day on which something begins that has a kind of its own."""


def _owns(before: str) -> bool:
    """Whether the date tells which thing behind it is meant (`the 5 October meeting`)."""
    return before.endswith(_ENDS_ON_AN_ARTICLE) and _OF_THE.search(before) is not None


_ENDS_ON_AN_ARTICLE: Final = ("e ", "a ", "n ", "s ", "r ", "\n")
_OF_THE: Final = re.compile(r"\b(?:the|an?|its|their|his|her|this) $")


def certainty_of(sentence: str, clause: Clause) -> Certainty:
    """Conditional where the sentence sets a condition, tentative where the clause hedges.

    What a second verb behind the date hedges is something else: `begins on 8 May and may last a week`; who
    said that he would pay has said that he will.
    """
    if cues.CONDITIONAL.search(sentence):
        return "conditional"
    before = clause.before.rpartition(" will now ")[2]
    before = _PROMISED.sub("", before) if _SAID.search(sentence[: clause.start]) else before
    hedged = cues.TENTATIVE.search(before) or cues.TENTATIVE.search_start(clause.after, _own_half(clause))
    return "tentative" if hedged else "fixed"


@lru_cache(maxsize=16)
def _own_half(clause: Clause) -> int:
    """Characters behind the date up to a second verb (`… and could be renewed`), if its own stands before."""
    second = _SECOND_VERB.search(clause.after)
    if second is None or (_ahead_before(clause.before) is None and not _VERB_BEFORE.search(clause.before)):
        return len(clause.after)
    return second.start()


_SAID: Final = re.compile(
    r"\b(?:said|says|announced|confirmed|promised|pledged)(?: on [a-z]+day)?(?: that)?\s*$"
)
_PROMISED: Final = re.compile(r"^\s*(?:it|he|she|they|we) would\b")
_VERB_BEFORE: Final = re.compile(
    r"\b(?:is|are|was|were|will|must|shall|has|have)\b|\b(?:begin|start|open|end|close|expire|lapse|meet|vote|"
    r"take|run|return)s?\b"
)
_SECOND_VERB: Final = re.compile(
    r", (?:[a-z0-9-]+ (?:year|month|week|day)s? )?(?:after|since|before|despite)\b|"
    r",? (?:and|but|or) (?:(?:[a-z’'-]+ ){0,3}?(?:could|may|might|would|should|will|is|are|"
    r"has|have|had|was|were)\b"
    r"|[a-z]{3,}ed (?:the|an?|its|his|her|their)\b)"
)


def is_coarse(timex: Timex) -> bool:
    """Whether it is a bare year or longer."""
    return len(timex.value) <= len("2026") and timex.mod is None


def score(
    clause: Clause, timex: Timex, boundary: Boundary, last: dt.date, published: Publication, *, more: float
) -> float:
    """Evidence that the clause sets a date ahead, with so much `more`; `THRESHOLD` or more is a deadline.

    Of what cannot come to that the verbs are not counted.
    """
    ahead = last > published.local_date or is_later_today(timex, last, published)
    today = 1.0 if not ahead and names_its_day(timex) else 0.0
    total = more + ahead
    total += _FRAME[boundary] + _of_a_table(clause)
    if cues.PLAINLY_AHEAD.match(timex.text.lower()):
        total += 1.0
    if is_coarse(timex) and not cues.ENDS_OR_BEGINS.search(clause.before):
        total -= 1.0
    strong = _STRONG if _is_strong(clause, timex) else 0.0
    if cues.MOVED.search(clause.before):
        total += 1.0
    if total + strong + today + _MOST_OF_VERBS < THRESHOLD:
        return total
    told = _lean(clause)
    if told is None:
        told = 1.0 if last > published.local_date and _is_a_day_of_its_own(clause, timex, boundary) else 0.0
    lean = max(told, _at_least(clause, timex, boundary))
    total += strong + max(lean, -0.5) if strong else lean
    if today and lean >= 1.0 and is_awaited(clause.before, clause.after):
        total += today
    return total + (_OF_A_KIND if _nearest_kind(clause) is not None else 0.0)


_STRONG: Final = 1.5
_OF_A_KIND: Final = 0.5
_MOST_OF_VERBS: Final = 1.0 + _OF_A_KIND


_FRAME: Final = {"by": 1.0, "before": 0.5, "until": 2.0, "from": 1.0, "within": 1.0, "on": 0.0}
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


def _of_a_table(clause: Clause) -> float:
    """One where the date heads a line of a table of dates, or stands right behind its label.

    Both say what happens then without a verb: `26 November: results`, `Closing date: 22 June`.
    """
    heads = not clause.before.strip() and _ROW.match(clause.after) is not None
    labelled = clause.before.endswith(": ") and not clause.after.startswith(",")
    return 1.0 if heads or labelled else 0.0


_ROW: Final = re.compile(r" ?[:–—] | - ")


def _is_strong(clause: Clause, timex: Timex) -> bool:
    if timex.type == "DURATION" and cues.GIVEN.search(clause.before):
        return True
    if _CHOSEN.search(clause.before) and clause.after.startswith((" for ", " as ")):
        return True
    if cues.STRONG.search(clause.before) or cues.MOVED.search(clause.before):
        return True
    return cues.STRONG.search_start(clause.after, _NEAR) is not None


_CHOSEN: Final = Prefiltered(
    r"\b(?:fix(?:ed)?|set|chosen?|chose|picked|named|established|assigned|earmarked|pencil(?:l)?ed in|"
    r"proposed)(?: on| in)? $"
)
"""Before the day that somebody set (`has fixed Saturday for the run-off`)."""


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
    """Plus one if the verb nearest to the date looks ahead, less than none if it looks back.

    None where no verb does either: `General sale 10am Thursday`.
    """
    before, after = clause.before, clause.after
    if cues.GAPPED.search(before):
        return 1.0
    ahead = _nearest(before, _ahead_before(before), partial(cues.AHEAD.search, after))
    if ahead == 0:
        return 1.0
    back = _nearest(before, cues.BACK.last_end(before), partial(_told_back, after))
    if ahead is None:
        if back is not None:
            return _BACK
        return 1.0 if _OPENS.search(clause.before) and _DOES.match(clause.after) else None
    if back is None or ahead <= back:
        return 1.0
    return 0.5 if _ahead_before(before) is not None else -0.5
