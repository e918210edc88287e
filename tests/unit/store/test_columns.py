from __future__ import annotations

import datetime as dt
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.columns import Instant, Numbers, Text

DIALECT = sqlite.dialect()
OFFSETS = st.timedeltas(dt.timedelta(hours=-23), dt.timedelta(hours=23)).map(dt.timezone)
# A day from the ends of the calendar, where UTC still has the instant.
FIRST, LAST = dt.datetime.fromisoformat("0001-01-02"), dt.datetime.fromisoformat("9999-12-30")
INSTANTS = st.datetimes(FIRST, LAST, timezones=OFFSETS)


@given(one=INSTANTS, other=INSTANTS)
def test_instants_come_back_equal_in_utc_and_sort_as_they_follow_each_other(
    one: dt.datetime, other: dt.datetime
) -> None:
    column = Instant()
    kept = [column.process_bind_param(value, DIALECT) for value in (one, other)]
    read = [column.process_result_value(value, DIALECT) for value in kept]
    assert read == [one, other]
    assert all(value is not None and value.tzinfo is dt.UTC for value in read)
    assert None not in kept
    assert (kept[0] < kept[1]) == (one < other)  # type: ignore[operator] # neither is None, as said above


def test_a_naive_datetime_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        Instant().process_bind_param(dt.datetime(2025, 11, 3), DIALECT)  # noqa: DTZ001 - the point of the test


def test_nothing_stays_nothing() -> None:
    for column in (Instant(), Numbers("I")):
        assert column.process_bind_param(None, DIALECT) is None
        assert column.process_result_value(None, DIALECT) is None


@given(numbers=st.lists(st.integers(0, 2**32 - 1)).map(tuple))
def test_numbers_come_back_in_their_order(numbers: tuple[int, ...]) -> None:
    column = Numbers("I")
    kept = column.process_bind_param(numbers, DIALECT)
    assert kept is not None
    assert len(kept) == 4 * len(numbers)
    assert column.process_result_value(kept, DIALECT) == numbers


@pytest.mark.parametrize(("code", "number"), [("I", -1), ("I", 2**32), ("q", 2**63)])
def test_a_number_that_does_not_fit_is_refused(code: str, number: int) -> None:
    with pytest.raises(struct.error):
        Numbers(code).process_bind_param((number,), DIALECT)


@given(text=st.text() | st.text(st.sampled_from("\0\x1a01")))
def test_every_text_comes_back_from_postgresql_which_takes_no_nul(text: str) -> None:
    made: Any = postgresql.dialect
    column, dialect = Text(), made()
    bind, read = column.bind_processor(dialect), column.result_processor(dialect, None)
    assert bind is not None
    assert read is not None
    kept = bind(text)
    assert "\0" not in (kept or "")
    assert read(kept) == text
    assert (bind(None), read(None)) == (None, None)


def test_sqlite_gets_texts_as_they_are() -> None:
    assert Text().bind_processor(DIALECT) is None
    assert Text().result_processor(DIALECT, None) is None
