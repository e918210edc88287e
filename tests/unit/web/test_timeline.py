"""What is ahead is drawn in order, within the line, with names that do not run into one another."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.timeline import CHARACTER, MAX_ROWS, NARROW, Label, date_name, timeline
from summarizers.types import Deadline

TODAY = date(2031, 3, 6)


def _due(days: int, *, length: int = 0, certain: bool = True, about: str = "x") -> Deadline:
    first = TODAY + timedelta(days=days)
    return Deadline(
        date=first,
        end=first + timedelta(days=length) if length else None,
        certainty="fixed" if certain else "tentative",
        about=about,
    )


def _pixels(label: Label) -> tuple[float, float]:
    width = CHARACTER * len(label.text)
    x = label.x * NARROW / 100
    start = {"start": x, "middle": x - width / 2, "end": x - width}[label.anchor]
    return start, start + width


def test_today_stands_at_the_start_and_the_last_day_at_the_end() -> None:
    line = timeline([_due(0), _due(100)], TODAY)
    assert line is not None
    assert line.today == Label(x=0.0, text="today", anchor="start")
    assert [stop.x for stop in line.stops] == [0.0, 100.0]


def test_distance_grows_with_the_square_root_of_the_days() -> None:
    line = timeline([_due(1), _due(4), _due(100)], TODAY)
    assert line is not None
    assert [stop.x for stop in line.stops] == [10.0, 20.0, 100.0]


def test_without_a_day_the_line_begins_at_the_first_deadline() -> None:
    line = timeline([_due(5), _due(30)], None)
    assert line is not None
    assert line.today is None
    assert line.stops[0].x == 0.0


def test_what_is_over_is_left_out_and_what_has_begun_starts_today() -> None:
    line = timeline([_due(-9), _due(-9, length=12), _due(12)], TODAY)
    assert line is not None
    assert [(stop.x, stop.end) for stop in line.stops] == [(0.0, 50.0), (100.0, 100.0)]


def test_nothing_ahead_gives_no_drawing() -> None:
    assert timeline([], TODAY) is None
    assert timeline([_due(-1)], TODAY) is None


def test_deadlines_of_one_date_share_a_stop_that_is_certain_only_if_all_are() -> None:
    line = timeline([_due(3, about="a"), _due(3, about="b", certain=False), _due(3, about="a")], TODAY)
    assert line is not None
    (stop,) = line.stops
    assert (stop.abouts, stop.certain) == (("a", "b"), False)


def test_ticks_say_how_far_away_they_are() -> None:
    line = timeline([_due(400)], TODAY)
    assert line is not None
    assert [tick.text for tick in line.ticks] == ["1 month", "3 months", "6 months", "1 year"]


def test_a_name_beyond_the_last_row_is_left_out_but_its_stop_is_drawn() -> None:
    line = timeline([_due(days) for days in range(300, 320)], TODAY)
    assert line is not None
    assert len(line.stops) == 20
    assert [stop.row for stop in line.stops[:5]] == [0, 1, 2, 3, None]
    assert line.rows == MAX_ROWS


@pytest.mark.parametrize(
    ("deadline", "name"),
    [
        (Deadline(date=date(2031, 11, 10), about="x"), "10 Nov"),
        (Deadline(date=date(2032, 11, 10), about="x"), "10 Nov 2032"),
        (Deadline(date=date(2031, 11, 3), end=date(2031, 11, 9), granularity="week", about="x"), "3–9 Nov"),
        (Deadline(date=date(2031, 11, 28), end=date(2031, 12, 2), about="x"), "28 Nov–2 Dec"),
        (Deadline(date=date(2031, 11, 10), end=date(2032, 11, 10), about="x"), "10 Nov–10 Nov 2032"),
        (Deadline(date=date(2031, 2, 1), end=date(2031, 2, 28), granularity="month", about="x"), "Feb"),
        (Deadline(date=date(2032, 2, 1), end=date(2032, 2, 29), granularity="month", about="x"), "Feb 2032"),
        (Deadline(date=date(2032, 1, 1), end=date(2032, 12, 31), granularity="year", about="x"), "2032"),
        (
            Deadline(date=date(2031, 4, 1), end=date(2031, 6, 30), granularity="quarter", about="x"),
            "Apr–Jun",
        ),
        (
            Deadline(date=date(2031, 12, 1), end=date(2032, 2, 29), granularity="season", about="x"),
            "Dec–Feb 2032",
        ),
        (Deadline(date=date(2031, 4, 1), end=date(2031, 6, 29), about="x"), "1 Apr–29 Jun"),
    ],
)
def test_a_name_is_as_short_and_as_coarse_as_the_deadline(deadline: Deadline, name: str) -> None:
    assert date_name(deadline, 2031) == name


@given(st.lists(st.tuples(st.integers(-30, 900), st.integers(0, 90)), max_size=20))
def test_everything_stays_on_the_line_in_order_and_no_names_collide(days: list[tuple[int, int]]) -> None:
    line = timeline([_due(first, length=length) for first, length in days], TODAY)
    if line is None:
        assert all(first + length < 0 for first, length in days)
        return
    assert [stop.x for stop in line.stops] == sorted(stop.x for stop in line.stops)
    assert all(0 <= stop.x <= stop.end <= 100 for stop in line.stops)
    labels = [(stop.row, *_pixels(stop.label)) for stop in line.stops if stop.row is not None]
    ticks = [(-1, *_pixels(tick)) for tick in (line.today, *line.ticks) if tick]
    placed = sorted(labels + ticks)
    for (row, _, end), (other, start, _) in pairwise(placed):
        assert row != other or end <= start
    assert all(start >= 0 and end <= NARROW for _, start, end in placed)
