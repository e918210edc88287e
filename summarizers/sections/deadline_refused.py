"""Whether a date in a sentence is no deadline, whatever else speaks for it."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.types import Timex
from summarizers.sections import deadline_cues as cues
from summarizers.sections import deadline_refusals as no
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_forecasts import FORECASTS, is_forecast
from summarizers.sections.deadline_from_now import counts_from_now
from summarizers.sections.deadline_judge import is_coarse, kind_of
from summarizers.sections.deadline_stopped import is_stopped
from summarizers.sections.deadline_verbs import looks_ahead
from summarizers.text.prefilter import AnyOf
from summarizers.types import Boundary

_NEAR = 50
"""Characters before a date within which a report is that date's."""


def is_excluded(clause: Clause, timex: Timex, boundary: Boundary, *, moves: bool = False) -> bool:
    """A date of a report, of a standing rule, of something called off or of a plan that was replaced.

    What `moves` by a length told beside it is not replaced.
    """
    before, after, on = clause.before, clause.after, boundary == "on"
    if timex.type == "DURATION":
        return not _is_term(clause, timex) or _is_reported(clause)
    return (
        (_BEFORE.may_stand_in(before) and _is_refused_before(clause, timex, boundary, moves=moves))
        or (_BEHIND.may_stand_in(after) and _is_refused_behind(clause, timex, on=on))
        or "according to" in before[-60:]
        or before.endswith("beyond ")
        or _is_in_passing(clause, timex, on=on)
        or _is_put_off(clause)
        or (is_coarse(timex) and no.BEFORE_YEAR.search(before) is None)
    )


def is_excluded_at_sight(timex: Timex, before: str, after: str) -> bool:
    """Whether the words right beside a date show that its clause will be excluded, however long that is.

    So do a bare year without a preposition, and a length that is neither given to do something nor behind
    what a term has before it.
    """
    if timex.type == "DURATION":
        if after.startswith(_FOR_DOING) or before.rstrip().endswith(_ENDS_BEFORE_A_TERM):
            return False
        return not counts_from_now(before, after)
    return is_coarse(timex) and not before.rstrip().endswith(_ENDS_BEFORE_A_YEAR)


_FOR_DOING: Final = (" to ", " left to ", " remaining to ", " more to ")
_TERM_WORDS: Final = (
    "over during within in about around roughly under little few next the for least another as after"
)
_ENDS_BEFORE_A_TERM: Final = tuple(_TERM_WORDS.split())
"""With one of these ends what `cues.OVER`, `cues.WITHIN` and `cues.NOT_BEFORE` match."""
_YEAR_WORDS: Final = "by in until till before through from starting beginning the of"
_ENDS_BEFORE_A_YEAR: Final = tuple(_YEAR_WORDS.split())
"""The same of `no.BEFORE_YEAR`."""


_BEFORE: Final = AnyOf(
    *(no.REPORTED, no.LABELLED, no.AGE, no.IN_TIME_FOR, no.COMES_AGAIN, no.DENIED, no.STRETCH),
    *(no.CERTAINLY_NOT, no.REPLACED, no.BEATEN, no.OF_FIGURES, FORECASTS),
)
_BEHIND: Final = AnyOf(
    *(no.REPORTED_AFTER, no.YEARLY, no.EARNED, no.MOVED_AFTER, no.MOVED_ON, no.FOR_ANOTHER, no.NO_LONGER),
    cues.UNFIT,
)
"""Of all that refuses a date by the words around it most clauses hold nothing."""


_OF_OTHERS: Final = AnyOf(no.LABELLED, no.AGE, no.STRETCH)


def _is_refused_before(clause: Clause, timex: Timex, boundary: Boundary, *, moves: bool) -> bool:
    """Whether the words before a date are of something else, or say that nothing happens then."""
    before, on = clause.before, boundary == "on"
    if _is_reported_before(before) or _OF_OTHERS.stands_in(before):
        return True
    if _is_named_in_passing(before, timex, on=on):
        return True
    if (on or boundary == "by") and no.COMES_AGAIN.search(before):
        return True
    if no.DENIED.search(before) and (on or before.endswith(("effective ", " not by "))):
        return True
    if no.CERTAINLY_NOT.stands_in(before) or is_forecast(clause, boundary):
        return True
    if no.BEATEN.search(before) and _ITS_DEADLINE.match(clause.after):
        return True
    return not moves and no.REPLACED.stands_in(before) and not is_stopped(before, boundary)


def _is_named_in_passing(before: str, timex: Timex, *, on: bool) -> bool:
    """Whether a time is that of figures (`sales for the third quarter`), or a feast that all is ready for."""
    if on and len(timex.value) < len("2026-10-12") and no.OF_FIGURES.search(before):
        return True
    return no.IN_TIME_FOR.search(before) is not None and not any(sign.isdigit() for sign in timex.text)


_ITS_DEADLINE: Final = re.compile(
    r" (?:\([^()]{1,20}\) )?(?:[a-z-]+ )?(?:deadline|cut-?off|expiry|ultimatum)\b"
)


def _is_refused_behind(clause: Clause, timex: Timex, *, on: bool) -> bool:
    """Whether the words behind a date are of something else, or take it back."""
    if _is_reported_behind(clause) or no.YEARLY.search(clause.after):
        return True
    if cues.UNFIT.search(clause.after) and cues.OUT.search(clause.before):
        return True
    return (on and _is_of_figures(clause, timex)) or no.NO_LONGER.stands_in(clause.after) or _is_left(clause)


def _is_reported(clause: Clause) -> bool:
    """Whether the date is that of a report."""
    return _is_reported_behind(clause) or _is_reported_before(clause.before)


def _is_reported_behind(clause: Clause) -> bool:
    """Whether the words behind a date tell who reported then.

    Behind what is ahead a comma only parts who says so.
    """
    if no.REPORTED_AFTER.search(clause.after) is None:
        return False
    return not clause.after.startswith(",") or not looks_ahead(clause.before)


def _is_reported_before(before: str) -> bool:
    if no.REPORTED.search_end(before, _NEAR) is None:
        return False
    return no.TO_SPEAK.search(before) is None and cues.GAPPED.search(before) is None


def _is_in_passing(clause: Clause, timex: Timex, *, on: bool) -> bool:
    """Whether a time is named before, or tells which things are meant: `that day`, `November sailings`."""
    named = timex.text.lower()
    if named.startswith("earlier") or (on and (named == "that day" or _is_of_now(clause, named))):
        return True
    if named.removeprefix("the ") in no.FEASTS and _is_of_a_feast(clause):
        return True
    if no.EVERY_WEEK.search(clause.before) and no.OF_A_WEEKDAY.match(f"{named}{clause.after}"):
        return True
    if timex.value[5:] in _SEASONS and _SESSION.match(clause.after):
        return True
    if timex.mod is None and named.startswith("the ") and no.BARE.fullmatch(named):
        set_then = no.IN_A_SEASON.search(clause.before) or cues.MOVED.search(clause.before)
        return on and not (timex.value[5:].isalpha() and set_then)
    is_month = len(timex.value) == len("2026-02") and timex.value[5:].isdigit()
    return is_month and not no.BEFORE_MONTH.search(clause.before) and bool(no.OF_A_MONTH.search(clause.after))


_SEASONS: Final = frozenset({"SP", "SU", "FA", "WI"})
_SESSION: Final = re.compile(
    r"[ -](?:session|statement|budget|games|olympics|holidays?|break|recess|term|semester|sales?|season|"
    r"festival|fair|conference|tour|exams?|schools?|league|collection|fuel|payments?)\b"
)
"""After a season that only names a thing (`ahead of the winter session`)."""


def _is_of_a_feast(clause: Clause) -> bool:
    """Whether a feast only names a thing (`the Easter trail`) or is what a break is for."""
    names = no.OF_A_MONTH.search(clause.after) and not no.AT_A_FEAST.search(clause.before)
    return bool(names or no.FOR_A_FEAST.search(clause.before))


def _is_of_now(clause: Clause, named: str) -> bool:
    """Whether the running week or month only tells which thing is meant: `minutes of this week's talks`."""
    owns = named.startswith("this ") and clause.after.startswith(("'s ", "’s "))
    return owns and clause.before.endswith((" of ", " from "))


def _is_put_off(clause: Clause) -> bool:
    """Whether a thing set for the date is told to be put off: `the launch, set for Monday, was delayed`."""
    planned = clause.before.endswith(_LEADS_TO_A_DAY) and no.PLANNED.search(clause.before) is not None
    return planned and no.PUT_OFF.match(clause.after + clause.rest) is not None


_LEADS_TO_A_DAY: Final = (" for ", " on ", " at ")


def _is_of_figures(clause: Clause, timex: Timex) -> bool:
    """Whether a quarter, half or year only names the figures of that time (`third-quarter results`)."""
    return (
        len(timex.value) in {4, 7} and not timex.value[5:].isdigit() and bool(no.EARNED.search(clause.after))
    )


def _is_left(clause: Clause) -> bool:
    """Whether the date is one that something moves from: `the Nov. 10 expiry was pushed to …`."""
    if no.MOVED_ON.search(clause.after) and no.MOVED_TO.search(clause.before):
        return True
    if no.FOR_ANOTHER.search(clause.after) and no.LEFT.search(clause.before):
        return True
    moved = no.MOVED_AFTER.search(clause.after)
    if moved is None:
        return False
    return moved[0].lstrip(", ").startswith(_AUXILIARIES) or bool(no.MOVING.search(clause.before))


_AUXILIARIES: Final = ("was", "were", "has", "have", "is", "are", "will")


def _is_term(clause: Clause, timex: Timex) -> bool:
    """Whether a duration runs from the publication: within or in so long, or so long given to do it."""
    before, after = clause.before, clause.after
    if counts_from_now(before, after):
        term = True
    elif cues.OVER.search(before):
        term = timex.text.lower().startswith(_AHEAD_OF_NOW) and _is_done_once(clause)
    elif cues.WITHIN.search(before):
        term = cues.AHEAD.search(before) is not None or cues.AHEAD.search(after) is not None
    else:
        term = _is_given(clause) or cues.NOT_BEFORE.search(before) is not None
    if "X" in timex.value and not (_is_done_once(clause) or _is_of_one_day(clause)):
        return False
    return term and not _is_standing(clause, timex)


def _is_given(clause: Clause) -> bool:
    """Whether somebody has or gets so long to do something."""
    return cues.GIVEN.search(clause.before) is not None and no.TO_DO.match(clause.after) is not None


def _is_standing(clause: Clause, timex: Timex) -> bool:
    """Whether a duration counts from something else than the publication, or anew for each case."""
    return bool(
        timex.mod == "MORE_THAN"
        or (timex.mod == "LESS_THAN" and not _is_given(clause))
        or no.STANDING.search(clause.after)
        or no.RULE.search(clause.after)
        or no.RATE.search(clause.before)
        or _holds_for_all(clause)
        or no.FROM_THAT_DAY.search(clause.before)
        or no.STRETCH_BACK.search(timex.text.lower())
    )


_OF_ONE_DAY: Final = frozenset({"due", "vote", "hearing", "meeting", "election", "release"})
"""Kinds of what happens once: other things may go on for all the time that is only told to be near."""
_GOES_ON: Final = re.compile(r"\b(?:play|tour|perform)\b[^,;]*$")
"""Before days in which it is done again and again, whatever happens once beside it."""


def _is_of_one_day(clause: Clause) -> bool:
    return kind_of(clause, "on") in _OF_ONE_DAY and _GOES_ON.search(clause.before) is None


_AHEAD_OF_NOW: Final = ("the next ", "the coming ")


def _is_done_once(clause: Clause) -> bool:
    return any(cues.DONE_IN_THEM.search(words) for words in (clause.before, clause.after))


def _holds_for_all(clause: Clause) -> bool:
    """Whether a rule is stated that counts anew for each: nobody orders it, and no one thing is meant."""
    if no.OF_ALL_WHO.match(clause.before) is not None:
        return True
    ends = not clause.after.strip(" .!\n") or no.BY_ITS_TERMS.match(clause.after) is not None
    return ends and no.OF_ALL.search(clause.before) is not None and no.ORDERED.match(clause.rest) is None
