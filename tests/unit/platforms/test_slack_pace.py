"""Posting keeps within Slack's limits, whatever comes in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.channel import Channel, Platform
from bot.errors import AmbiguousOutcome, DeliveryError, PermanentRefusal, RetryableRefusal
from bot.platforms.slack.pace import APART, CHANNELS_KEPT, FAR, Pace
from bot.platforms.slack.refusals import refusal, wait_of

START = datetime(2031, 3, 6, 8, tzinfo=UTC)


def _channel(n: int, team: str = "T1") -> Channel:
    return Channel(Platform.SLACK, team, f"C{n}")


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from(("T1", "T2")), st.integers(0, 400)), max_size=60)
)
def test_no_channel_and_no_workspace_is_sent_to_faster_than_it_allows(
    calls: list[tuple[int, str, int]],
) -> None:
    pace, now = Pace(), START
    sent: list[tuple[str, Channel, datetime]] = []
    for number, team, later in calls:
        now += timedelta(milliseconds=later)
        channel = _channel(number, team)
        sent.append((team, channel, now + pace.reserve(channel, now)))
    for key in {one[:2] for one in sent}:
        at = [when for team, channel, when in sent if (team, channel) == key]
        assert all(b - a >= timedelta(seconds=1) for a, b in pairwise(at))
    for team in ("T1", "T2"):
        at = sorted(when for one, _, when in sent if one == team)
        assert all(b - a >= APART for a, b in pairwise(at))


def test_a_clock_that_went_back_holds_nothing_up() -> None:
    pace = Pace()
    pace.reserve(_channel(1), START + FAR * 100)
    assert pace.reserve(_channel(1), START) == timedelta(0)


@given(st.lists(st.floats(0, 20), min_size=1, max_size=40))
def test_no_minute_has_more_messages_to_a_workspace_than_slack_takes(pauses: list[float]) -> None:
    pace, now = Pace(), START
    sent: list[datetime] = []
    for pause in pauses:
        now += timedelta(seconds=pause)
        sent += [now + pace.reserve(_channel(n), now) for n in range(25)]
    assert all(late - early > timedelta(minutes=1) for early, late in zip(sent, sent[300:], strict=False))


def test_what_a_pause_left_unused_is_made_up_for() -> None:
    pace, now = Pace(), START
    for first in range(0, 1000, 25):
        waits = [pace.reserve(_channel(n), now) for n in range(first, first + 25)]
        now += max(waits) + timedelta(milliseconds=300)
    assert now - START < timedelta(seconds=180 * 1.12)


def test_a_thousand_channels_take_little_longer_than_the_workspace_allows() -> None:
    pace = Pace()
    waits = [pace.reserve(_channel(n), START) for n in range(1000)]
    assert timedelta(seconds=180) < max(waits) < timedelta(seconds=180 * 1.15)


def test_channels_whose_turn_is_over_are_forgotten() -> None:
    pace, now = Pace(), START
    for n in range(CHANNELS_KEPT + 10):
        now += timedelta(seconds=2)
        pace.reserve(_channel(n, f"T{n}"), now)
    assert len(pace.channels) < 20
    assert len(pace.workspaces) < 50


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (429, "", RetryableRefusal),
        (429, "ratelimited", RetryableRefusal),
        (200, "ratelimited", RetryableRefusal),
        (200, "team_added_to_org", RetryableRefusal),
        (500, "", AmbiguousOutcome),
        (503, "service_unavailable", AmbiguousOutcome),
        (200, "internal_error", AmbiguousOutcome),
        (200, "", AmbiguousOutcome),
        (200, "channel_not_found", PermanentRefusal),
        (200, "is_archived", PermanentRefusal),
        (200, "something_new", PermanentRefusal),
    ],
)
def test_only_a_definite_no_counts_as_one(status: int, error: str, kind: type[DeliveryError]) -> None:
    assert type(refusal(status, error, None)) is kind


def test_a_wait_is_taken_as_told() -> None:
    assert wait_of({"Retry-After": "30"}) == timedelta(seconds=30)
    assert wait_of({"retry-after": "soon"}) is None
    assert wait_of({}) is None
