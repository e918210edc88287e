from __future__ import annotations

import datetime as dt
import pickle
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.dates import find
from summarizers.engines.extractive import Extractive
from summarizers.types import Budget, Deadline, Document, Point, Publication, Section, Span

DAY = dt.date(2031, 3, 6)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))


@given(st.dates().map(dt.date.isoformat))
def test_a_day_stays_a_day(text: str) -> None:
    assert str(Publication.parse(text)) == text
    assert Publication.parse(text).utc is None


@given(st.datetimes(min_value=dt.datetime(2000, 1, 2), max_value=dt.datetime(2100, 1, 1), timezones=ZONES))  # noqa: DTZ001 - the strategy adds the zones
def test_an_instant_keeps_its_offset_and_its_local_date(at: dt.datetime) -> None:
    found = Publication.parse(at.isoformat())
    assert (found.at, found.local_date, found.utc) == (at, at.date(), at)
    assert Publication.parse(str(found)) == found


def test_a_stamp_after_midnight_in_london_is_the_previous_evening_in_new_york() -> None:
    assert Publication.parse("2031-03-05T20:00:00-05:00").local_date == dt.date(2031, 3, 5)


@pytest.mark.parametrize(
    "text", ["", "6 March 2031", "2031-3-6", "2031-02-30", "2031-03-06T25:00Z", "20310306"]
)
def test_what_is_no_iso_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Publication.parse(text)


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        Publication.parse("2031-03-06T10:00")
    with pytest.raises(ValueError, match="UTC offset"):
        Publication(local_date=DAY, at=dt.datetime(2031, 3, 6, 10))  # noqa: DTZ001 - naive on purpose


def test_an_instant_on_another_day_than_the_local_date_is_refused() -> None:
    with pytest.raises(ValueError, match="local date"):
        Publication(local_date=DAY, at=dt.datetime(2031, 3, 7, tzinfo=dt.UTC))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_or_negative_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        Span("a", start, end)


def test_a_period_ends_on_its_last_day_and_not_before_its_first() -> None:
    assert Deadline(date=DAY, about="vote").last_day == DAY
    assert Deadline(date=DAY, end=dt.date(2031, 3, 9), about="talks").last_day == dt.date(2031, 3, 9)
    with pytest.raises(ValueError, match="cannot end before"):
        Deadline(date=DAY, end=dt.date(2031, 3, 5), about="talks")


def point(
    section: Section, *, text: str = "A row.", spans: int = 1, deadline: Deadline | None = None
) -> Point:
    evidence = tuple(Span("a", n, n + 1) for n in range(spans))
    return Point(section=section, text=text, evidence=evidence, engine="e", deadline=deadline)


def test_a_point_needs_proof_and_text() -> None:
    with pytest.raises(ValueError, match="evidence"):
        point(Section.TENSION, spans=0)
    with pytest.raises(ValueError, match="text"):
        point(Section.TENSION, text=" ")


def test_a_deadline_has_a_date_and_nothing_else_has() -> None:
    with pytest.raises(ValueError, match="deadline point"):
        point(Section.DEADLINE)
    with pytest.raises(ValueError, match="deadline point"):
        point(Section.TENSION, deadline=Deadline(date=DAY, about="vote"))


def test_a_budget_is_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        Budget(points=-1)


def test_what_is_made_of_an_article_is_copied_and_sent_to_other_processes() -> None:
    body = "Veltland and Ostmark signed a cod deal. The truce, which both sides welcomed, ends on 4 May 2031."
    document = Document(id="a", title="Cod", body=body, published=Publication.parse("2031-03-06"))
    summary = Extractive().summarize((document,), Budget())
    dates = find(body, document.published)
    assert (len(summary.dated), len(dates)) == (1, 1)
    for made in (summary, dates):
        assert pickle.loads(pickle.dumps(made)) == made == deepcopy(made)  # noqa: S301 - what we wrote ourselves
