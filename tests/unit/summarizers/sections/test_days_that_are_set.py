"""Days that somebody has set for something, and days that something set for them no longer has."""

from __future__ import annotations

import pytest

from summarizers.sections.deadlines import deadlines
from summarizers.text.sentences import split
from summarizers.types import Document, Publication


def days(text: str, published: str = "2031-08-22") -> list[str]:
    document = Document(id="a", title="", body=text, published=Publication.parse(published))
    found = deadlines(document, split(text))
    return [str(point.deadline.date) for point in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Judge Orla Venn set a March 9 trial date.", "2032-03-09"),
        ("The magistrate set the start of the trial of Mr. Tamm for March 9.", "2032-03-09"),
        ("A judge set sentencing for the former harbour master for Oct. 4.", "2031-10-04"),
        ("The court set the Oct. 4 hearing date on Tuesday after Tamm pleaded not guilty.", "2031-10-04"),
        ("The pill has a target action date of Oct. 26.", "2031-10-26"),
        ("The agency established January 17, 2032 as its target action date.", "2032-01-17"),
        ("The decision date for the pill is in Q4 2031.", "2031-10-01"),
        ("The board declared a dividend of 40 cents, payable October 3 to its shareholders.", "2031-10-03"),
    ],
)
def test_a_day_set_for_a_thing_is_ahead(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The yard missed a March 9 launch date.",
        "They set the stage for October 4.",
    ],
)
def test_a_day_of_which_something_else_is_told_is_none(text: str) -> None:
    assert days(text) == []


def test_who_says_that_a_thing_had_been_moved_says_that_it_will_be_then() -> None:
    assert days("Officials said the regatta had been postponed until Monday.") == ["2031-08-25"]


def test_a_day_that_its_sentence_puts_off_is_none() -> None:
    text = "The launch, scheduled for Monday, was postponed to Thursday."
    assert days(text) == ["2031-08-28"]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Venn wrote in an order that will not take effect for two weeks.",
        "The ban won't take effect for at least 14 days.",
    ],
)
def test_what_does_not_begin_for_a_while_begins_after_it(text: str) -> None:
    assert days(text) == ["2031-09-05"]


def test_who_is_out_for_a_while_owes_nothing_then() -> None:
    assert days("The captain will not play for two weeks.") == []
