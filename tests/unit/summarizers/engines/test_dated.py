from __future__ import annotations

import datetime as dt

from summarizers.engines.dated import bullet, listed, told_apart, worded
from summarizers.sections.due import Due
from summarizers.text.sentence import Sentence
from summarizers.types import Deadline, Publication, Span

TODAY = Publication.parse("2031-03-06")
TAIL = "after weeks of wrangling over cod and herring along the northern coast of the two countries"


def due(text: str, deadline: Deadline) -> Due:
    return Due(deadline, "a", (Sentence(0, len(text), 0, 0, text),), text, 1.0)


def deadline(end: dt.date | None = None) -> Deadline:
    return Deadline(date=dt.date(2031, 5, 4), end=end, boundary="until", about="the truce over cod ends")


def test_a_short_sentence_is_kept_and_signed() -> None:
    text = "The truce ends on 4 May."
    own = due(text, deadline())
    assert worded(own, TODAY) == text
    point = bullet(own, text, "e-1")
    assert (point.text, point.engine, point.evidence) == (text, "e-1", (Span("a", 0, len(text)),))


def test_the_clause_with_the_date_stays() -> None:
    text = (
        f"Ministers met in Port Selwyn, and the truce, which ends on 4 May, held, {TAIL}, {TAIL}, they said."
    )
    found = worded(due(text, deadline()), TODAY)
    assert found is not None
    assert "4 May" in found
    assert len(found) <= 200


def test_without_a_fitting_clause_the_subject_and_the_day_speak() -> None:
    text = f"The truce over cod {TAIL} {TAIL} {TAIL} ends on 4 May."
    found = worded(due(text, deadline()), TODAY)
    assert found is not None
    assert found == "The truce over cod ends (until 4 May 2031)."


def test_a_period_shows_both_ends() -> None:
    text = f"The truce over cod {TAIL} {TAIL} {TAIL} ends in May."
    found = worded(due(text, deadline(dt.date(2031, 5, 31))), TODAY)
    assert found is not None
    assert found == "The truce over cod ends (until 4 May 2031 to 31 May 2031)."


def two(text: str) -> tuple[str, ...]:
    """How the deadlines of 4 May and of 9 June that `text` sets are told."""
    june = Deadline(date=dt.date(2031, 6, 9), about="the levy")
    dues = (due(text, deadline()), due(text, june))
    return tuple(one.text for one in told_apart(dues, TODAY))


def test_two_dates_of_one_sentence_have_a_clause_each() -> None:
    told = two("The truce over cod ends on 4 May; the levy on cod expires on 9 June.")
    assert told == ("The truce over cod ends on 4 May.", "The levy on cod expires on 9 June.")


def test_two_dated_things_of_one_subject_are_told_in_a_sentence_each() -> None:
    told = two("Entries for the cod prize open on 4 May and close on 9 June.")
    assert told == ("Entries for the cod prize open on 4 May.", "Entries for the cod prize close on 9 June.")


def test_two_deadlines_of_one_day_keep_the_sentence_that_sets_both() -> None:
    text = "The truce over cod ends on 4 May; the levy on cod expires on 9 June."
    vote = Deadline(date=dt.date(2031, 5, 4), kind="vote", about="the vote")
    june = Deadline(date=dt.date(2031, 6, 9), about="the levy")
    dues = tuple(due(text, one) for one in (deadline(), vote, june))
    told = tuple(one.text for one in told_apart(dues, TODAY))
    assert told == (text, text, "The levy on cod expires on 9 June.")


def test_dates_that_no_clause_tells_apart_keep_their_sentence() -> None:
    text = "The truce over cod runs from 4 May to 9 June."
    assert two(text) == (text, text)


def test_a_deadline_that_no_clause_tells_is_for_lists_only() -> None:
    text = f"Two ministers {TAIL} {TAIL} spoke of what they called an end to it {TAIL} on 4 May."
    assert worded(due(text, deadline()), TODAY) is None
    assert listed(due(text, deadline())) == "The truce over cod ends (until 4 May 2031)."


def test_a_week_that_is_cut_to_its_month_keeps_its_words_beside_another_day() -> None:
    text = (
        "Veltland and Ostmark announced on Thursday that the long wait for the deal over cod and herring "
        "has ended, and both countries are expected to sign the coastal treaty in the first week of October."
    )
    own = Deadline(date=dt.date(2031, 10, 1), end=dt.date(2031, 10, 5), about="they are to sign it")
    found = worded(due(text, own), Publication.parse("2031-09-26"))
    assert found is not None
    assert "first week of October" in found


def test_a_day_that_stands_in_the_words_of_another_one_is_not_taken_for_it() -> None:
    text = (
        "The premier, who cited the death of an old friend late Friday in calling off a talk with the press"
        " in the town of Port Selwyn, also told reporters that he would sign a pact to keep the yard open"
        " past a deadline Friday."
    )
    own = Deadline(date=dt.date(2031, 3, 7), boundary="on", about="the deadline for the yard")
    found = worded(due(text, own), Publication.parse("2031-03-01"))
    assert found is not None
    assert found.endswith("past a deadline Friday.")
