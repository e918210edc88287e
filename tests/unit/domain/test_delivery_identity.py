"""A delivery's key, its parts and its end."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.channel import Channel, Platform
from bot.domain.delivery import Delivery, Part, Reason, State, identity
from bot.domain.schedule import QuietHours, QuietPolicy, Schedule
from tests.contract.kept import DAY, NOON
from tests.contract.sends import delivery, run, schedule

CHANNELS = st.builds(Channel, st.sampled_from(Platform), st.text(max_size=9), st.text(max_size=9))
KEYS = st.tuples(CHANNELS, st.dates(), st.text(max_size=9))


@given(KEYS, KEYS)
def test_equal_keys_mean_the_same_send(
    one: tuple[Channel, dt.date, str], other: tuple[Channel, dt.date, str]
) -> None:
    assert (identity(*one) == identity(*other)) == (one == other)


def test_a_key_is_the_same_at_every_run_and_short_enough_for_a_nonce() -> None:
    key = identity(Channel(Platform.SLACK, "T1", "C1"), DAY, "settings:morning")
    assert key == "84f647613848379c41e0"
    assert len(f"{key}.1") <= 25


def test_channels_whose_names_run_together_have_keys_of_their_own() -> None:
    one, other = Channel(Platform.SLACK, "a", "b:c"), Channel(Platform.SLACK, "a:b", "c")
    assert identity(one, DAY, "s") != identity(other, DAY, "s")


def test_it_is_made_from_its_schedule_and_run() -> None:
    quiet = QuietHours(start=dt.time(1), end=dt.time(2))
    made = Delivery.of(schedule(topics=("trade",), quiet=quiet, skip_after=dt.timedelta(hours=2)), run())
    assert (made.due, made.next_try, made.late) == (NOON, NOON, NOON + dt.timedelta(hours=2))
    assert (made.topics, made.quiet, made.local_date, made.zone) == (("trade",), quiet, DAY, "UTC")
    assert made.open


@pytest.mark.parametrize(
    ("state", "begun"),
    [
        (State.PENDING, False),
        (State.SENDING, True),
        (State.SENT, True),
        (State.UNKNOWN, True),
    ],
)
def test_it_has_begun_once_a_part_may_be_there(state: State, begun: bool) -> None:
    refused_once = Part(state=State.PENDING, since=NOON)
    assert delivery(parts=(Part(state=state), refused_once)).begun is begun


@pytest.mark.parametrize("state", [State.SENT, State.SKIPPED, State.FAILED, State.UNKNOWN])
def test_a_closed_one_is_never_tried_again(state: State) -> None:
    closed = delivery().closed(state, Reason.REFUSED, "no")
    assert (closed.open, closed.next_try, closed.reason, closed.detail) == (False, None, Reason.REFUSED, "no")


def test_replacing_a_part_leaves_the_others() -> None:
    three = delivery(parts=(Part(), Part(), Part()))
    changed = three.with_part(1, Part(state=State.SENT)).parts
    assert [part.state for part in changed] == [State.PENDING, State.SENT, State.PENDING]


@pytest.mark.parametrize("policy", list(QuietPolicy))
def test_it_is_silent_only_in_hours_that_are_to_be_silent(policy: QuietPolicy) -> None:
    quiet = QuietHours(start=dt.time(22), end=dt.time(7), policy=policy)
    made = Delivery.of(_tokyo(quiet), run())
    in_tokyo_it_is_23, in_tokyo_it_is_8 = NOON + dt.timedelta(hours=2), NOON + dt.timedelta(hours=11)
    assert made.silent(in_tokyo_it_is_23) is (policy is QuietPolicy.SILENT)
    assert not made.silent(in_tokyo_it_is_8)
    assert made.quieted(in_tokyo_it_is_23) == quiet
    assert made.quieted(in_tokyo_it_is_8) is None


def test_without_quiet_hours_no_hour_is_quiet() -> None:
    assert delivery().quieted(NOON) is None
    assert not delivery().silent(NOON)


def _tokyo(quiet: QuietHours) -> Schedule:
    return schedule(zone="Asia/Tokyo", quiet=quiet)
