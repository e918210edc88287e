"""Whether a date in a sentence is a deadline: evidence for and against, one number."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache, partial
from typing import Final

from summarizers.dates.types import Timex
from summarizers.sections import deadline_cues as cues
from summarizers.sections import deadline_verbs as verbs
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_kinds import KINDS
from summarizers.sections.deadline_today import is_awaited, is_later_today, names_its_day
from summarizers.text.prefilter import Prefiltered, likely
from summarizers.types import Boundary, Certainty, DeadlineKind, Publication

THRESHOLD: Final = 2.0
_NEAR: Final = 40


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
    if boundary == "until" and (kind == "effective" or _is_prolonged(clause.before)):
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
    for kind, pattern in likely(KINDS, before, after):
        distance = verbs.nearest(before, pattern.last_end(before), partial(pattern.search_start, after, half))
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, kind)
    return best and best[1]


def _is_prolonged(before: str) -> bool:
    """Whether a thing is made longer until the day, whatever else is done: it ends then.

    A deadline that is extended is when something is due, and what somebody else can or must do until the day
    (`renewed its call and members can vote until`) is not what is made longer.
    """
    found = _PROLONGED.search(before)
    return found is not None and _TO_DO_THEN.search(found[0]) is None


_PROLONGED: Final = Prefiltered(r"\b(?:extend|prolong|renew)(?:s|ed|ing)? [^;]*$")
_TO_DO_THEN: Final = re.compile(
    r"^[a-z]+ (?:[a-z’'-]+ ){0,4}?(?:deadlines?|cut-?off|closing date|time limit)\b"
    r"|(?:\band\b|,|[a-z](?<!extended)(?<!prolonged)(?<!renewed) (?:the|an?|all|any)\b) [^,;]{0,60}?"
    r"\b(?:can|must|will|shall|should|could|(?:has|have|is|are) to|(?<!in )(?<!of )may(?! \d))\b"
)
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
    if second is None or (
        verbs.ahead_before(clause.before) is None and not _VERB_BEFORE.search(clause.before)
    ):
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
_SECOND_DEED: Final = (
    r"(?:(?:[a-z’'-]+ ){0,3}?(?:could|may|might|would|should|will|is|are|has|have|had|was|were)\b"
    r"|[a-z]{3,}ed (?:the|an?|its|his|her|their)\b)"
)
_SECOND_VERB: Final = re.compile(
    r"[, ](?: (?<=, )(?:(?:[a-z0-9-]+ (?:year|month|week|day)s? )?(?:after|since|before|despite)\b"
    rf"|(?:and|but|or) {_SECOND_DEED})"
    rf"|(?:a(?<= a)nd|b(?<= b)ut|o(?<= o)r) {_SECOND_DEED})"
)
"""Most spaces are refused by the letter behind them; which mark it was is asked only then."""


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
    named = timex.text.lower()
    if cues.PLAINLY_AHEAD.match(named):
        total += 1.0
    if is_coarse(timex) and not cues.ENDS_OR_BEGINS.search(clause.before):
        total -= 1.0
    moved = cues.MOVED.search(clause.before) is not None
    strong = _STRONG if moved or _is_strong(clause, timex) else 0.0
    total += moved
    if total + strong + today + _MOST_OF_VERBS < THRESHOLD:
        return total
    lean = verbs.lean(clause, timex, boundary, ahead=last > published.local_date)
    later = named.startswith("later") or clause.after.startswith(_IS_IT)
    if lean < 1.0 and not ahead and boundary == "on" and not later:
        return total + lean  # a strong word near what was done today is of another day
    total += strong + max(lean, -0.5) if strong else lean
    if today and lean >= 1.0 and is_awaited(clause.before, clause.after):
        total += today
    return total + (_OF_A_KIND if _nearest_kind(clause) is not None else 0.0)


_STRONG: Final = 1.5
_OF_A_KIND: Final = 0.5
_MOST_OF_VERBS: Final = 1.0 + _OF_A_KIND


_IS_IT: Final = (" is the last day", " is the final day", " is the deadline", " is the day")
"""Behind the article's own day, what it is."""


_FRAME: Final = {"by": 1.0, "before": 0.5, "until": 2.0, "from": 1.0, "within": 1.0, "on": 0.0}


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
    if cues.STRONG.search(clause.before):
        return True
    return cues.STRONG.search_start(clause.after, _NEAR) is not None


_CHOSEN: Final = Prefiltered(
    r"\b(?:fix(?:ed)?|set|chosen?|chose|picked|named|established|assigned|earmarked|pencil(?:l)?ed in|"
    r"proposed)(?: on| in)? $"
)
"""Before the day that somebody set (`has fixed Saturday for the run-off`)."""
