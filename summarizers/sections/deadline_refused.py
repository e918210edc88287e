"""Whether a date in a sentence is no deadline, whatever else speaks for it."""

from __future__ import annotations

from typing import Final

from summarizers.dates import Timex
from summarizers.sections import deadline_cues as cues
from summarizers.sections import deadline_refusals as no
from summarizers.sections.deadline_clause import Clause
from summarizers.sections.deadline_forecasts import is_forecast
from summarizers.sections.deadline_judge import is_coarse
from summarizers.types import Boundary

_NEAR = 50
"""Characters before a date within which a report is that date's."""


def is_excluded(clause: Clause, timex: Timex, boundary: Boundary, *, moves: bool = False) -> bool:
    """A date of a report, of a standing rule, of something called off or of a plan that was replaced.

    What `moves` by a length told beside it is not replaced.
    """
    before = clause.before
    if _is_reported(clause):
        return True
    if timex.type == "DURATION":
        return not _is_term(clause, timex)
    if (
        timex.text.lower().startswith("earlier")
        or _is_in_passing(clause, timex, boundary)
        or _is_denied(clause, boundary)
    ):
        return True
    if is_forecast(clause, boundary):
        return True
    if is_coarse(timex) and no.BEFORE_YEAR.search(before) is None:
        return True
    if no.NO_LONGER.stands_in(clause.after) or _is_left(clause):
        return True
    return not moves and no.REPLACED.stands_in(before)


def _is_reported(clause: Clause) -> bool:
    """Whether the date is that of a report."""
    if no.REPORTED_AFTER.search(clause.after):
        return True
    if no.REPORTED.search_end(clause.before, _NEAR) is None:
        return False
    return no.TO_SPEAK.search(clause.before) is None and cues.GAPPED.search(clause.before) is None


def _is_denied(clause: Clause, boundary: Boundary) -> bool:
    """Whether nothing is said to happen then, or nobody says what."""
    before = clause.before
    if "according to" in before[-60:] or (no.DENIED.search(before) and boundary == "on"):
        return True
    return no.CERTAINLY_NOT.stands_in(before)


def _is_in_passing(clause: Clause, timex: Timex, boundary: Boundary) -> bool:
    """Whether a time comes again, or tells which things are meant: `every March`, `November sailings`."""
    on = boundary == "on"
    if on and timex.text.lower() == "that day":
        return True  # the day was named just before
    if no.YEARLY.search(clause.after) or no.LABELLED.search(clause.before) or no.AGE.search(clause.before):
        return True
    if no.IN_TIME_FOR.search(clause.before) and not any(sign.isdigit() for sign in timex.text):
        return True
    if _is_of_a_feast(clause, timex) or (on and _is_of_now(clause, timex)):
        return True
    if on and (no.COMES_AGAIN.search(clause.before) or _is_of_figures(clause, timex)):
        return True
    if timex.mod is None and no.BARE.fullmatch(timex.text.lower()):
        return on and not (timex.value[5:].isalpha() and no.IN_A_SEASON.search(clause.before))
    is_month = len(timex.value) == len("2026-02") and timex.value[5:].isdigit()
    return is_month and not no.BEFORE_MONTH.search(clause.before) and bool(no.OF_A_MONTH.search(clause.after))


def _is_of_a_feast(clause: Clause, timex: Timex) -> bool:
    """Whether a feast only names a thing (`the Easter trail`) or is what a break is for."""
    if no.FEAST.fullmatch(timex.text.lower()) is None:
        return False
    names = no.OF_A_MONTH.search(clause.after) and not no.AT_A_FEAST.search(clause.before)
    return bool(names or no.FOR_A_FEAST.search(clause.before))


def _is_of_now(clause: Clause, timex: Timex) -> bool:
    """Whether the running week or month only tells which thing is meant: `minutes of this week's talks`."""
    owns = clause.after.startswith(("'s ", "’s ")) and timex.text.lower().startswith("this ")
    return owns and clause.before.endswith((" of ", " from "))


def _is_of_figures(clause: Clause, timex: Timex) -> bool:
    """Whether a quarter, half or year only names the figures of that time (`third-quarter results`)."""
    return (
        len(timex.value) in {4, 7} and not timex.value[5:].isdigit() and bool(no.EARNED.search(clause.after))
    )


def _is_left(clause: Clause) -> bool:
    """Whether the date is the one that something moves from: `the Nov. 10 expiry was pushed to …`."""
    moved = no.MOVED_AFTER.search(clause.after)
    if moved is None:
        return False
    return moved[0].lstrip(", ").startswith(_AUXILIARIES) or bool(no.MOVING.search(clause.before))


_AUXILIARIES: Final = ("was", "were", "has", "have", "is", "are", "will")


def _is_term(clause: Clause, timex: Timex) -> bool:
    """Whether a duration runs from the publication: within or in so long, or so long given to do it."""
    if (
        no.STANDING.search(clause.after)
        or no.RULE.search(clause.after)
        or no.RATE.search(clause.before)
        or _holds_for_all(clause)
        or no.FROM_THAT_DAY.search(clause.before)
        or no.STRETCH_BACK.search(timex.text.lower())
        or timex.mod in {"LESS_THAN", "MORE_THAN"}
    ):
        return False
    if cues.OVER.search(clause.before):
        return timex.text.lower().startswith(_AHEAD_OF_NOW) and _is_done_once(clause)
    if cues.WITHIN.search(clause.before):
        return cues.AHEAD.search(clause.before) is not None or cues.AHEAD.search(clause.after) is not None
    return cues.GIVEN.search(clause.before) is not None and no.TO_DO.match(clause.after) is not None


_AHEAD_OF_NOW: Final = ("the next ", "the coming ")


def _is_done_once(clause: Clause) -> bool:
    return any(cues.DONE_IN_THEM.search(words) for words in (clause.before, clause.after))


def _holds_for_all(clause: Clause) -> bool:
    """Whether a rule is stated that counts anew for each: nobody orders it, and no one thing is meant."""
    ends = not clause.after.strip(" .!\n") or no.BY_ITS_TERMS.match(clause.after) is not None
    return ends and no.OF_ALL.search(clause.before) is not None and no.ORDERED.match(clause.rest) is None
