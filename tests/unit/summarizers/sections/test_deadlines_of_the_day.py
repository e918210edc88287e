"""What is still to come on the article's own day, and who says so behind a date."""

from __future__ import annotations

import pytest

from summarizers.sections.deadlines import deadlines
from summarizers.text.sentences import split
from summarizers.types import Document, Publication


def days(text: str) -> list[str]:
    document = Document(id="a", title="", body=text, published=Publication.parse("2031-03-05"))
    return [point.deadline.date.isoformat() for point in deadlines(document, split(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The assembly is expected to vote on the bill on Wednesday.",
        "The assembly is expected to vote on the bill today.",
        "The board will decide this morning.",
        "A key stage is likely to be reached in Northgate today.",
    ],
)
def test_what_is_to_come_on_the_day_itself_is_due_then(text: str) -> None:
    assert days(text) == ["2031-03-05"]


@pytest.mark.parametrize(
    "text",
    [
        "The assembly voted on the bill on Wednesday.",
        "The court hears such cases on a Wednesday.",
        "The court will hear such a case on a Wednesday, as it did on 5 March.",
        "Mill Lane is closed between 8pm and 5am.",
        "The minister, who will resign, said so today.",
    ],
)
def test_what_was_done_or_is_done_every_day_is_not(text: str) -> None:
    assert days(text) == []


def test_two_days_of_one_sentence_are_each_due_though_one_is_the_articles_own() -> None:
    assert days("The shortlist will be revealed today and the winner announced on 4 May 2031.") == [
        "2031-03-05",
        "2031-05-04",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The six hope to agree on the steps by 4 May, said envoy Ada Venn.", "2031-05-04"),
        ("Employers could lock out dockers in as few as five days.", "2031-03-10"),
        ("The toll must be paid in as little as two weeks.", "2031-03-19"),
    ],
)
def test_who_says_so_and_how_short_a_term_is_hide_no_deadline(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board is meeting on Wednesday (today).", ["2031-03-05"]),
        ("The strike is going ahead today.", ["2031-03-05"]),
        ("The board was meeting today when the alarm rang.", []),
        ("The mayor was robbed on Sunday. He spoke to nobody that day.", []),
        (
            "The council renews the mandate beyond its 30 June deadline for another six months.",
            ["2031-12-30"],
        ),
        ("The council renewed the mandate until 30 June.", ["2031-06-30"]),
    ],
)
def test_what_goes_ahead_on_the_day_and_how_far_beyond_another_it_lasts(
    text: str, expected: list[str]
) -> None:
    assert days(text) == expected
