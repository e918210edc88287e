from itertools import product

import pytest

from summarizers.dates import Timex, find
from summarizers.sections import deadline_cues as cues
from summarizers.sections import deadline_refusals as no
from summarizers.sections.deadline_refused import is_excluded_at_sight
from summarizers.sections.deadlines import deadlines
from summarizers.text.sentences import split
from summarizers.types import Document, Publication

TERM = ("within", "in", "will not begin for", "over", "during")
NEXT = ("", " about", " around", " roughly", " under", " as little as", " as few as", " at least", " another")
YEAR = ("by", "in", "until", "till", "before", "through", "from", "starting", "beginning")


def timex(kind: str, value: str) -> Timex:
    return Timex(0, 1, "x", "DURATION" if kind == "length" else "DATE", value)


def day_of(text: str) -> list[str]:
    document = Document(id="a", title="", body=text, published=Publication.parse("2031-03-05"))
    points = deadlines(document, split(text))
    return [point.deadline.date.isoformat() for point in points]


@pytest.mark.parametrize("before", [f"{first}{more}" for first, more in product(TERM, (*NEXT, " the next"))])
def test_a_length_behind_what_a_term_has_before_it_is_read(before: str) -> None:
    words = f"the board will decide {before} "
    reads = any(one.search(words) for one in (cues.WITHIN, cues.OVER, cues.NOT_BEFORE))
    assert not reads or not is_excluded_at_sight(timex("length", "P2W"), words, "")


@pytest.mark.parametrize("before", [f"{a}{b}{c}" for a, b, c in product(YEAR, ("", " the"), ("", " end of"))])
def test_a_year_behind_its_preposition_is_read(before: str) -> None:
    words = f"the line must open {before} "
    assert no.BEFORE_YEAR.search(words)
    assert not is_excluded_at_sight(timex("date", "2032"), words, "")


def test_a_year_or_a_length_beside_other_words_is_excluded_at_sight() -> None:
    assert is_excluded_at_sight(timex("date", "2032"), "ahead of the vote at the club’s ", " census")
    assert is_excluded_at_sight(timex("length", "PT24H"), "the pact took them ", " of talks")
    assert not is_excluded_at_sight(timex("length", "PT24H"), "the judge gave them ", " to leave")
    assert not is_excluded_at_sight(timex("date", "2032-05"), "ahead of the census, ", "")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The toll will be raised from midnight on Wednesday, 5 March.", ["2031-03-06"]),
        ("They signed after two days of talks a pact that expires on 9 May.", ["2031-05-09"]),
        ("The board met in January 2029 and must report by 2032.", ["2032-01-01"]),
        ("The council extended the 3 March deadline by two weeks.", ["2031-03-17"]),
        ("A census is due in 2032 and another in 2033.", ["2032-01-01", "2033-01-01"]),
        ("The ferry ran daily in 2029 and is now laid up.", []),
    ],
)
def test_what_is_passed_over_takes_no_deadline_with_it(text: str, days: list[str]) -> None:
    assert find(text, Publication.parse("2031-03-05"))
    assert day_of(text) == days
