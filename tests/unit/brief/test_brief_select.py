"""Which articles a window holds: its edges, days without a time, zones, and days of 23 and 25 hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brief.select import MAX_AGE, select, window
from bot.cli.context import end_of_day
from bot.domain.article import Article
from bot.domain.briefing import Basis, Window
from summarizers.types import Publication

UNTIL = datetime(2025, 11, 3, 12, tzinfo=UTC)
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Niue")


def article(published: str | None, id_: str = "a") -> Article:
    return Article(
        tenant_id="local",
        id=id_,
        revision=1,
        title="",
        source="",
        body="x",
        clean="x",
        group_id=id_,
        first_seen=UNTIL,
        seen=UNTIL,
        published=Publication.parse(published) if published else None,
    )


def holds(covered: Window, published: str, zone: str = "UTC") -> bool:
    return bool(select([article(published)], covered, ZoneInfo(zone)).articles)


@pytest.mark.parametrize(
    ("published", "inside"),
    [
        ("2025-11-02T12:00:00Z", False),
        ("2025-11-02T12:00:00.000001Z", True),
        ("2025-11-02T13:00:01+01:00", True),
        ("2025-11-03T12:00:00Z", True),
        ("2025-11-03T12:00:00.000001Z", False),
        ("2025-11-03T12:00:01+00:00", False),
        ("2025-11-03T23:00:00+14:00", True),
        ("2025-11-02T23:30:00-11:00", True),
    ],
)
def test_an_instant_counts_after_the_start_up_to_and_including_the_end(published: str, inside: bool) -> None:
    assert holds(window(UNTIL, 24), published) is inside


@pytest.mark.parametrize(
    ("published", "zone", "inside"),
    [
        ("2025-11-01", "UTC", False),
        ("2025-11-02", "UTC", True),  # its afternoon lies in the window
        ("2025-11-03", "UTC", True),  # its morning does
        ("2025-11-04", "UTC", False),
        ("2025-11-04", "Pacific/Kiritimati", True),  # begun there at 10:00 UTC on the third
        ("2025-11-02", "Pacific/Kiritimati", False),  # over there at 10:00 UTC on the second
        ("2025-11-01", "Pacific/Niue", False),  # over there at 11:00 UTC on the second
        ("2025-11-02", "Pacific/Niue", True),
    ],
)
def test_a_date_without_a_time_is_that_whole_day_in_the_zone(published: str, zone: str, inside: bool) -> None:
    assert holds(window(UNTIL, 24), published, zone) is inside


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(DAYS, st.sampled_from(ZONES))
def test_a_day_asked_for_by_its_date_holds_its_own_dates_and_no_neighbour(day: date, zone: str) -> None:
    until = end_of_day(day, zone)
    start = datetime.combine(day, datetime.min.time(), ZoneInfo(zone)).astimezone(UTC)
    length = until - start + timedelta.resolution
    covered = window(until, 24)
    assert holds(covered, day.isoformat(), zone)
    assert not holds(covered, (day + timedelta(days=1)).isoformat(), zone)
    if length <= timedelta(hours=24) and covered.since >= start - timedelta.resolution:
        assert not holds(covered, (day - timedelta(days=1)).isoformat(), zone)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2025, 3, 30), 23), (date(2025, 10, 26), 25), (date(2025, 10, 27), 24)]
)
def test_every_moment_of_a_day_of_any_length_belongs_to_its_date(day: date, hours: int) -> None:
    zone = ZoneInfo("Europe/Berlin")
    start = datetime.combine(day, datetime.min.time(), zone).astimezone(UTC)
    inside = Window(since=start, until=start + timedelta(hours=hours), oldest=day)
    hour = timedelta(hours=1)
    for within in (start, start + (hours - 1) * hour):
        moment = Window(since=within, until=within + hour / 2, oldest=day)
        assert holds(moment, day.isoformat(), "Europe/Berlin")
    assert not holds(Window(since=inside.until, until=inside.until + hour, oldest=day), str(day), zone.key)
    assert not holds(Window(since=start - 2 * hour, until=start - hour, oldest=day), str(day), zone.key)


@given(st.timedeltas(timedelta(0), MAX_AGE - timedelta.resolution), st.integers(-12, 14))
def test_the_longest_window_holds_everything_younger_whatever_its_offset(age: timedelta, offset: int) -> None:
    at = (UNTIL - age).astimezone(ZoneInfo(f"Etc/GMT{-offset:+d}"))
    assert holds(window(UNTIL, 168), at.isoformat())


@pytest.mark.parametrize("basis", Basis)
def test_what_is_older_than_a_week_is_no_news_however_late_it_came(basis: Basis) -> None:
    covered = replace(window(UNTIL, 24), basis=basis)
    assert not holds(covered, "2025-10-20")
    assert not holds(covered, "2025-10-20T12:00:00Z")


@pytest.mark.parametrize(
    ("published", "inside"),
    [
        ("2025-10-29T12:00:00Z", True),
        ("2025-10-29", True),
        ("2025-11-04T11:59:00Z", True),
        ("2025-11-04", True),
        ("2025-11-04T12:00:01Z", False),
        ("2025-11-06", False),
    ],
)
def test_what_came_in_counts_by_its_arrival_unless_it_is_dated_ahead(published: str, inside: bool) -> None:
    assert holds(replace(window(UNTIL, 24), basis=Basis.SEEN), published) is inside


def test_articles_without_a_date_are_counted_and_never_chosen() -> None:
    chosen = select(
        [article(None, "a"), article("2025-11-03", "b"), article(None, "c")],
        window(UNTIL, 24),
        ZoneInfo("UTC"),
    )
    assert [one.id for one in chosen.articles] == ["b"]
    assert chosen.undated == 2


def test_the_chosen_are_in_order_of_publication_then_id() -> None:
    given_ = [
        article("2025-11-03T09:00:00+09:00", "d"),
        article("2025-11-03", "c"),
        article("2025-11-03T00:00:00Z", "b"),
        article("2025-11-02T20:00:00-05:00", "e"),
        article("2025-11-02", "a"),
    ]
    chosen = select(given_, window(UNTIL, 24), ZoneInfo("UTC")).articles
    assert [one.id for one in chosen] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("hours", [0, -1, 169])
def test_a_window_is_an_hour_to_a_week_long(hours: int) -> None:
    with pytest.raises(ValueError, match="1 to 168 hours"):
        window(UNTIL, hours)


@pytest.mark.parametrize("hours", [1, 24, 168])
def test_a_window_ends_when_it_is_asked_for(hours: int) -> None:
    covered = window(UNTIL, hours)
    assert (covered.until, covered.until - covered.since) == (UNTIL, timedelta(hours=hours))
