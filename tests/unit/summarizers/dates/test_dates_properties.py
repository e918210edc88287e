import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.dates import bounds, find
from summarizers.dates.openings import first_word
from summarizers.dates.scan import RULES
from summarizers.types import Publication

WORDS = st.sampled_from(
    sorted(
        {first_word(trigger) for rule in RULES for trigger in rule.triggers if trigger != "0"}
        | {
            "the",
            "a",
            "of",
            "30",
            "99999",
            "2",
            "1998",
            "12:30",
            "p.m.",
            "ago",
            "later",
            "from",
            "to",
            "and",
            "-",
        }
        | {
            "31",
            "'",
            "will",
            "said",
            "until",
            "February",
            "May",
            "İ",
            "ß",
            "\n",
            ".",
            ",",
            "99999999999",
            "½",
            "٣",
        }
    )
)
PHRASES = st.lists(WORDS, max_size=12).map(" ".join)
TEXTS = st.one_of(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200), PHRASES)
DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))
PUBLICATIONS = st.one_of(st.none(), DAYS.map(lambda day: Publication(local_date=day)))


@pytest.mark.untraced
@given(TEXTS, PUBLICATIONS)
def test_every_expression_is_a_slice_of_its_text_and_none_overlap(
    text: str, published: Publication | None
) -> None:
    end = 0
    for timex in find(text, published):
        assert end <= timex.start < timex.end
        assert timex.text == text[timex.start : timex.end]
        assert timex.value
        end = timex.end


@given(TEXTS, PUBLICATIONS)
def test_the_same_text_gives_the_same_expressions(text: str, published: Publication | None) -> None:
    assert find(text, published) == find(text, published)


@given(TEXTS)
def test_an_undated_text_names_a_calendar_day_only_where_it_is_explicit(text: str) -> None:
    for timex in find(text, None):
        assert (
            timex.explicit
            or timex.type in {"DURATION", "SET"}
            or not timex.value[:4].isdigit()
            or "X" in timex.value
            or len(timex.value) < len("1998")  # a decade or a century
        )


@given(DAYS)
def test_a_day_is_bounded_by_itself(day: dt.date) -> None:
    assert bounds(day.isoformat()) == (day, day)


@given(DAYS)
def test_the_week_of_a_day_runs_from_monday_to_sunday_around_it(day: dt.date) -> None:
    year, week, _ = day.isocalendar()
    days = bounds(f"{year:04d}-W{week:02d}")
    assert days is None or (
        days[0] <= day <= days[1] and days[0].isoweekday() == 1 and (days[1] - days[0]).days == 6
    )


@given(st.text(max_size=12))
def test_bounds_of_anything_are_ordered_or_none(value: str) -> None:
    days = bounds(value)
    assert days is None or days[0] <= days[1]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-SP", "2025-03-01", "2025-05-31"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2025-W44-WE", "2025-11-01", "2025-11-02"),
        ("2025-W44-3", "2025-10-29", "2025-10-29"),
        ("2025-10-29T17:00", "2025-10-29", "2025-10-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day(value: str, first: str, last: str) -> None:
    assert bounds(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    ["P2W", "PRESENT_REF", "XXXX-WXX-5", "2025-02-30", "2025-13", "2021-W53", "0000", "00", "", "20251029"],
)
def test_what_names_no_definite_time_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


@pytest.mark.parametrize(
    ("sentence", "expression", "value"),
    [
        ("It lasted 99999999999 years in all.", "99999999999 years", "P99999999999Y"),
        ("It began 99999999999 years ago in fire.", "99999999999 years ago", "PAST_REF"),
        ("It will end 99999999999 years from now in ice.", "99999999999 years from now", "FUTURE_REF"),
        ("It opened on February 30 in error.", "February", None),
    ],
)
def test_impossible_times_are_read_without_error(sentence: str, expression: str, value: str | None) -> None:
    found = {timex.text: timex.value for timex in find(sentence, Publication.parse("2025-10-29"))}
    assert found.get(expression) == value, found


def test_a_year_of_five_digits_is_no_year() -> None:
    assert find("The year 99999 is far.", None) == ()


def test_an_explicit_date_says_so_and_a_relative_one_does_not() -> None:
    found = find("It opened on 3 May 2021 and will close next week.", Publication.parse("2025-10-29"))
    assert [timex.explicit for timex in found] == [True, False]


def test_modifiers_and_zones_are_kept() -> None:
    found = find("In early May, at least two weeks later, at 9 a.m. EST.", Publication.parse("2025-10-29"))
    assert [(timex.mod, timex.tz) for timex in found] == [
        ("START", None),
        ("EQUAL_OR_MORE", None),
        (None, "-05:00"),
    ]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("It ends at 8 p.m. (1900 GMT).", "+01:00"),
        ("It ends at 10:00 (15:30 GMT).", "-05:30"),
        ("It ends at midnight local time (2100 GMT).", "+03:00"),
        ("It ends at noon (1200 UTC).", "+00:00"),
        ("It ends at 8 p.m. GMT (1900 GMT).", "+00:00"),
        ("It ends at 8 p.m.", None),
        ("It ends at 9 a.m. (2000 GMT).", "+13:00"),
        ("It ends at 11 p.m. (1100 GMT).", "+12:00"),
        ("It ends at 2 p.m. (0000 GMT).", "-10:00"),
        ("It ends at 8 p.m. (2930 GMT).", None),
        ("It ends at 10:00 (0907 GMT).", None),
    ],
)
def test_the_hour_of_greenwich_in_brackets_tells_the_zone(text: str, zone: str | None) -> None:
    (found,) = find(text, Publication.parse("2025-10-29"))
    assert found.tz == zone


@pytest.mark.parametrize(
    "text", ["last week", "a week ago", "last weekend", "yesterday", "next week", "next Saturday"]
)
@pytest.mark.parametrize("day", [dt.date.min, dt.date(1000, 1, 1), dt.date.max])
def test_weeks_at_the_edges_of_the_calendar_are_read(text: str, day: dt.date) -> None:
    assert [timex.text for timex in find(text, Publication(local_date=day))] == [text]
