"""When a source is looked at next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.gather.timing import (
    ASKED_MOST,
    LEAST,
    MOST,
    SPREAD,
    Asked,
    adapted,
    after_failure,
    late,
    next_look,
)

NOW = datetime(2025, 11, 3, 12, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)
INTERVALS = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400))


@given(every=INTERVALS, changed=st.booleans())
def test_an_interval_stays_within_its_bounds(every: timedelta, changed: bool) -> None:
    assert LEAST <= adapted(every, changed=changed) <= MOST


def test_news_halves_the_interval_and_silence_lengthens_it() -> None:
    assert adapted(2 * HOUR, changed=True) == HOUR
    assert adapted(2 * HOUR, changed=False) == 3 * HOUR


@given(
    every=st.timedeltas(min_value=LEAST, max_value=MOST),
    pauses=st.lists(INTERVALS, max_size=3),
    hours=st.frozensets(st.integers(0, 23)),
    days=st.frozensets(st.integers(0, 6)),
    source=st.text(max_size=8),
)
def test_a_source_is_never_asked_earlier_than_it_wishes_nor_left_for_good(
    every: timedelta, pauses: list[timedelta], hours: frozenset[int], days: frozenset[int], source: str
) -> None:
    at = next_look(source, NOW, every, Asked(pauses=tuple(pauses), skip_hours=hours, skip_days=days))
    asked = [min(pause, ASKED_MOST) for pause in pauses]
    assert at >= NOW + max([every, *asked])
    assert at <= NOW + ASKED_MOST + MOST + timedelta(days=8)
    if len(hours) < 24 and len(days) < 7:
        assert at.hour not in hours
        assert at.weekday() not in days


def test_a_skipped_night_ends_at_its_first_full_hour() -> None:
    at = next_look("a", NOW, HOUR, Asked(skip_hours=frozenset(range(13, 18))))
    assert at == datetime(2025, 11, 3, 18, tzinfo=UTC)


def test_where_all_hours_are_to_be_skipped_none_is() -> None:
    assert next_look("a", NOW, HOUR, Asked(skip_hours=frozenset(range(24)))) == NOW + HOUR * (1 + late("a"))


def test_the_wait_after_failures_doubles_up_to_the_most() -> None:
    at, waits = NOW, []
    for _ in range(8):
        then = after_failure("", at, NOW, Asked())
        waits.append((then - at) / (1 + late("")))
        at = then
    assert waits[0] == LEAST
    assert all(later >= earlier for earlier, later in pairwise(waits))
    assert waits[-1] == MOST


def test_a_server_that_names_a_time_is_not_asked_before_and_not_forgotten_for_years() -> None:
    assert after_failure("a", NOW, NOW, Asked(pauses=(3 * HOUR,))) >= NOW + 3 * HOUR
    assert after_failure("a", NOW, NOW, Asked(pauses=(timedelta(days=900),))) <= NOW + ASKED_MOST + HOUR


@given(st.text(max_size=20))
def test_lateness_is_small_and_always_the_same(source: str) -> None:
    assert 0 <= late(source) <= SPREAD
    assert late(source) == late(source)
