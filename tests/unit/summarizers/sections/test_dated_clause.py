from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.sections.dated_clause import clauses_of_their_own, stands


def told(text: str, date: str, limit: int = 199) -> str | None:
    found = clauses_of_their_own(text, limit)
    return next((part for part in found if date in part and stands(part)), None)


@pytest.mark.parametrize(
    ("text", "date", "clause"),
    [
        (
            "Ministers will meet next week, officials said, as time runs short on a truce that ends on 4 May",
            "4 May",
            "time runs short on a truce that ends on 4 May",
        ),
        (
            "Parliament sits until 4 May; the levy expires on 9 June",
            "9 June",
            "the levy expires on 9 June",
        ),
        (
            "The firms told nobody, which is why the authority has only until 4 May to decide",
            "4 May",
            "the authority has only until 4 May to decide",
        ),
        (
            "While the act suspends the levy through 4 May, a few hope that it lasts to 9 June",
            "4 May",
            "the act suspends the levy through 4 May",
        ),
        (
            "It rained, and the Alliance, which gave the cabinet until 4 May to improve its offer, said so",
            "4 May",
            "the Alliance gave the cabinet until 4 May to improve its offer",
        ),
        (
            "Under the pact, which was struck in Selwyn and applies from 4 May, crews have a day of rest",
            "4 May",
            "the pact was struck in Selwyn and applies from 4 May",
        ),
        (
            "The fair opens on 4 May and runs through 9 June",
            "9 June",
            "The fair runs through 9 June",
        ),
        (
            "The ban begins on 4 May and runs through 9 June",
            "9 June",
            "The ban runs through 9 June",
        ),
        (
            "Applications open on 4 May and close at noon on 9 June",
            "4 May",
            "Applications open on 4 May",
        ),
        (
            "Written briefs are due on 4 May for the state and on 9 June for the tribe",
            "9 June",
            "Written briefs are due on 9 June for the tribe",
        ),
        (
            "Written briefs are due on 4 May for the state and on 9 June for the tribe",
            "4 May",
            "Written briefs are due on 4 May for the state",
        ),
    ],
)
def test_the_clause_with_the_date_is_a_sentence_of_its_own(text: str, date: str, clause: str) -> None:
    assert told(text, date, limit=min(75, len(text) - 1)) == clause


@pytest.mark.parametrize(
    "text",
    [
        "Two of them, ending on 4 May, and a third",
        "In the bay on 4 May",
        "After the talks which ended on 4 May",
        "The truce (ends on 4 May",
        "Despite the alerts remaining in place across Veltland until 4 May",
        "thus will likely make it needless to vote before 4 May",
        "takes its own proposal to the floor of the house on 4 May",
        "The union said “the truce ends on 4 May",
    ],
)
def test_what_has_no_verb_or_is_left_open_is_none(text: str) -> None:
    assert told(text, "4 May") is None


def test_what_has_its_verb_only_in_who_says_it_takes_that_of_the_first_half() -> None:
    text = "The cabinet is to vote on Monday and Ostmark on 4 May, officials in Selwyn said"
    assert told(text, "4 May", limit=60) == "Ostmark is to vote on 4 May, officials in Selwyn said"
    assert told(text.replace("Ostmark", "its rivals"), "4 May", limit=60) is None


def test_a_condition_is_not_cut_off() -> None:
    text = "The truce ends on 4 May unless both sides prolong it, and the union said that it would not"
    found = told(text, "4 May", limit=len(text) - 1)
    assert found == "The truce ends on 4 May unless both sides prolong it"


@given(st.text(alphabet='The fair opens,;—"“”() and which4 May', max_size=200))
def test_no_text_stops_it(text: str) -> None:
    found = told(text, "4 May", limit=100)
    assert found is None or (len(found) <= 100 and stands(found))


def test_the_verb_of_a_relative_clause_is_not_told_of_the_subject() -> None:
    text = (
        "Tamm urges the two parties to keep to the rules of a season that runs from 4 May and ends on 9 June"
    )
    assert told(text, "9 June") in (None, text)


def test_two_months_that_share_a_count_are_not_parted() -> None:
    text = (
        "The pilots plan to strike for a further nine days in December and January after they"
        " turned the offer down"
    )
    assert all("January" in one for one in clauses_of_their_own(text, 199) if "December" in one)
