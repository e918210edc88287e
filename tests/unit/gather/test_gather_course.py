"""What one look makes of a source."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.domain.fetched import Fetched, Item, Reading
from bot.domain.source import NEVER_ASKED, Halt, Health, Kind, Source, Validators
from bot.errors import FetchError
from bot.gather.course import Look, failed, succeeded
from summarizers.types import Publication

NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DATED = Item(key="k", title="t", published=Publication(local_date=NOW.date()))
SOURCE = Source(
    tenant_id=LOCAL_TENANT,
    id="a1",
    url="https://harbour.example/feed",
    kind=Kind.FEED,
    name="The Harbour",
    added=NOW - DAY,
    due=NOW,
    every=HOUR,
)
ANSWER = Fetched(url=SOURCE.url, body=b"...", validators=Validators(etag="e"))
READ = Reading(kind=Kind.FEED, title="Harbour News", items=(DATED,))


def _error(health: Health, wait: timedelta | None = None) -> FetchError:
    return FetchError(f"it is {health}", health=health, wait=wait)


@pytest.mark.parametrize(
    ("reading", "cut", "health"),
    [
        (READ, False, Health.OK),
        (READ, True, Health.TRUNCATED),
        (replace(READ, items=()), False, Health.EMPTY),
        (replace(READ, items=(replace(DATED, published=None),)), False, Health.UNDATED),
    ],
)
def test_a_reading_says_how_the_source_fares(reading: Reading, cut: bool, health: Health) -> None:
    after = succeeded(SOURCE, Look(fetched=replace(ANSWER, cut=cut), reading=reading), NOW)
    assert (after.health, after.read, after.checked, after.failing) == (health, NOW, NOW, None)


def test_what_broke_off_is_not_called_badly_formed_as_well() -> None:
    reading = replace(READ, trouble="its XML is not well-formed")
    assert succeeded(SOURCE, Look(fetched=ANSWER, reading=reading), NOW).detail == reading.trouble
    assert succeeded(SOURCE, Look(fetched=replace(ANSWER, cut=True), reading=reading), NOW).detail == ""


def test_the_address_to_which_a_source_moved_has_its_one_form() -> None:
    after = succeeded(SOURCE, Look(fetched=replace(ANSWER, moved="https://Quay.example:443")), NOW)
    assert (after.url, after.moved_from) == ("https://quay.example/", SOURCE.url)
    again = succeeded(after, Look(fetched=replace(ANSWER, moved="https://quay.example")), NOW)
    assert (again.url, again.moved_from) == (after.url, after.moved_from)


def test_a_failure_dated_by_a_clock_that_was_ahead_counts_from_now() -> None:
    before = failed(replace(SOURCE, health=Health.OK), _error(Health.GONE), NOW + 365 * DAY)
    assert failed(before, _error(Health.GONE), NOW).failing == NOW


def test_news_bring_the_next_look_nearer_and_are_remembered() -> None:
    quiet = succeeded(SOURCE, Look(fetched=ANSWER, reading=READ), NOW)
    busy = succeeded(SOURCE, Look(fetched=ANSWER, reading=READ, news=3), NOW)
    assert busy.due < quiet.due
    assert (busy.changed, quiet.changed) == (NOW, None)


def test_an_unchanged_source_keeps_what_is_known_of_it() -> None:
    before = replace(SOURCE, health=Health.UNDATED, detail="no dates", kind=Kind.SITEMAP)
    after = succeeded(before, Look(fetched=replace(ANSWER, body=None)), NOW)
    assert (after.health, after.detail, after.kind) == (Health.UNDATED, "no dates", Kind.SITEMAP)
    assert after.every == 1.5 * HOUR


def test_an_unchanged_source_that_failed_before_is_well_again() -> None:
    before = failed(replace(SOURCE, health=Health.OK), _error(Health.TIMEOUT), NOW - HOUR)
    after = succeeded(before, Look(fetched=replace(ANSWER, body=None)), NOW)
    assert (after.health, after.detail, after.failing) == (Health.OK, "", None)


def test_hours_and_days_that_a_feed_skips_hold_until_it_is_read_anew() -> None:
    feed = replace(READ, skip_hours=frozenset(range(12, 18)), skip_days=frozenset({1}))
    before = succeeded(SOURCE, Look(fetched=ANSWER, reading=feed), NOW)
    assert before.due.hour == 18
    after = succeeded(before, Look(fetched=replace(ANSWER, body=None)), NOW.replace(hour=23))
    assert after.due.weekday() == 2
    assert succeeded(after, Look(fetched=ANSWER, reading=READ), NOW).due.hour < 18


def test_what_was_not_taken_up_whole_is_asked_for_again_soon_and_without_condition() -> None:
    after = succeeded(SOURCE, Look(fetched=ANSWER, reading=READ, news=20, pending=4), NOW)
    assert after.validators == NEVER_ASKED
    assert after.due - NOW < timedelta(minutes=10)


def test_what_waits_though_nothing_came_of_the_last_look_is_no_reason_to_hurry() -> None:
    """A page that always fails, or guids that change at every look, must not turn polling into a storm."""
    after = succeeded(SOURCE, Look(fetched=ANSWER, reading=READ, pending=4), NOW)
    assert after.validators == NEVER_ASKED
    assert after.due - NOW >= HOUR


def test_what_a_feed_asks_for_counts_also_when_it_says_later_that_nothing_changed() -> None:
    slow = replace(READ, pause=12 * HOUR)
    unchanged = Look(fetched=replace(ANSWER, body=None))
    at = succeeded(SOURCE, Look(fetched=ANSWER, reading=slow, news=1), NOW)
    for _ in range(3):
        at = succeeded(at, unchanged, NOW)
        assert at.due - NOW >= 12 * HOUR
    quick = succeeded(at, Look(fetched=ANSWER, reading=READ, news=1), NOW)
    assert quick.due - NOW < 7 * HOUR


def test_an_outage_that_ends_in_one_refusal_is_not_three_days_of_refusals() -> None:
    out = replace(SOURCE, failing=NOW - 6 * DAY, health=Health.SERVER_ERROR)
    refused = failed(out, _error(Health.CLIENT_ERROR), NOW)
    assert refused.halt is None
    assert failed(refused, _error(Health.CLIENT_ERROR), NOW + HOUR).halt is not None


def test_a_source_keeps_its_first_address_when_it_moves_twice() -> None:
    once = succeeded(SOURCE, Look(fetched=replace(ANSWER, moved="https://b.example/")), NOW)
    twice = succeeded(once, Look(fetched=replace(ANSWER, moved="https://c.example/")), NOW)
    assert (twice.url, twice.moved_from) == ("https://c.example/", SOURCE.url)


def test_a_name_is_taken_from_the_feed_only_where_there_is_none() -> None:
    look = Look(fetched=ANSWER, reading=READ)
    assert succeeded(SOURCE, look, NOW).name == "The Harbour"
    assert succeeded(replace(SOURCE, name=""), look, NOW).name == "Harbour News"


@pytest.mark.parametrize(
    ("health", "days"),
    [
        (Health.CLIENT_ERROR, 3),
        (Health.GONE, 3),
        (Health.FORBIDDEN, 3),
        (Health.UNSAFE, 3),
        (Health.SERVER_ERROR, 7),
        (Health.TIMEOUT, 7),
        (Health.UNREACHABLE, 7),
        (Health.MANGLED, 7),
        (Health.BUSY, 7),
    ],
)
def test_a_source_pauses_after_failing_for_so_many_days_and_says_why(health: Health, days: int) -> None:
    since = replace(SOURCE, failing=NOW - days * DAY + timedelta(seconds=1), health=health)
    assert failed(since, _error(health), NOW).halt is None
    halted = failed(since, _error(health), NOW + timedelta(seconds=1))
    assert halted.halt is not None
    assert halted.halt.by_itself
    assert f"{days} days" in halted.halt.reason
    assert str(health) in halted.halt.reason
    assert halted.due == NOW + timedelta(seconds=1) + DAY


def test_a_source_that_fails_is_not_asked_in_the_hours_that_it_skips_either() -> None:
    night = replace(SOURCE, skip_hours=frozenset({(NOW + n * HOUR).hour for n in range(6)}))
    due = failed(night, _error(Health.TIMEOUT), NOW).due
    assert (NOW + 5 * HOUR < due < NOW + 7 * HOUR, due.hour in night.skip_hours) == (True, False)


def test_failures_count_from_the_first_one_after_a_success() -> None:
    once = failed(SOURCE, _error(Health.TIMEOUT), NOW)
    again = failed(once, _error(Health.SERVER_ERROR), NOW + HOUR)
    assert (once.failing, again.failing, again.health) == (NOW, NOW, Health.SERVER_ERROR)
    well = succeeded(again, Look(fetched=ANSWER, reading=READ), NOW + 2 * HOUR)
    assert (well.failing, well.health) == (None, Health.OK)


def test_success_ends_a_pause_of_its_own_and_never_a_persons() -> None:
    own, persons = Halt(at=NOW, reason="x"), Halt(at=NOW, reason="x", who="U1")
    look = Look(fetched=ANSWER, reading=READ)
    assert succeeded(replace(SOURCE, halt=own), look, NOW).halt is None
    assert succeeded(replace(SOURCE, halt=persons), look, NOW).halt == persons


def test_a_failure_keeps_what_was_read_before() -> None:
    before = replace(SOURCE, validators=Validators(etag="e"), read=NOW - HOUR, changed=NOW - HOUR)
    after = failed(before, _error(Health.BUSY, wait=5 * HOUR), NOW)
    assert (after.validators, after.read, after.changed) == (before.validators, before.read, before.changed)
    assert after.due >= NOW + 5 * HOUR
