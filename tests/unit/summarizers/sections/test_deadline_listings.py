"""Opening hours and listings of programmes set no deadline; what is to be once does."""

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
        "Opening hours: Monday to Friday, 9am to 5pm.",
        "Opening hours are Monday to Friday.",
        "The museum is open Monday to Saturday from 10am.",
        "The helpline is open Monday to Friday from 8am to 6pm.",
        "The office on Mill Lane is open Tuesday and Thursday, 10am to 4pm.",
        "Tickets cost 12 crowns. Open Thursday to Sunday.",
        "Readers may call 0123 456 (9am-5pm, Monday to Friday).",
        "Staff answer calls Monday to Friday, 8.30am to 6pm.",
        "The series airs Sunday at 8.",
        "The interview airs on Sunday at 8pm on Channel Nine.",
        "The play airs 9pm Sunday.",
    ],
)
def test_opening_hours_and_listings_set_no_deadline(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The museum will open on Monday.", ["2031-03-10"]),
        ("The library will be closed on Monday for stocktaking.", ["2031-03-10"]),
        ("The new opening hours will apply from Monday.", ["2031-03-10"]),
        ("The bridge will be closed Monday to Friday, 9am to 5pm.", ["2031-03-10", "2031-03-14"]),
        ("Drivers will strike from Monday to Wednesday.", ["2031-03-10"]),
        ("The documentary airs on Monday.", ["2031-03-10"]),
        ("Opening hours are Monday to Friday, but the library will close on 14 March.", ["2031-03-14"]),
        ("Polls are open Saturday and Sunday.", ["2031-03-08", "2031-03-09"]),
        ("Nominations are open from Monday to Friday.", ["2031-03-10"]),
        ("Bids are open from Monday until Friday.", ["2031-03-10"]),
        ("The exhibition is open Monday to Friday next week.", ["2031-03-10"]),
    ],
)
def test_what_is_to_be_once_does(text: str, expected: list[str]) -> None:
    assert days(text) == expected
