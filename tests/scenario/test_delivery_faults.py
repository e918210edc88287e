"""Whatever the platform and the power do: each part once, in order, or shown as unknown."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.deliver.why import Why, schedule_lines
from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.delivery import Delivery, Reason, State
from tests.contract.kept import article
from tests.fakes.messenger import PASSING, WAIT, Fault, out_of_order
from tests.fakes.world import MONDAY, ROOM, World, schedule

pytestmark = pytest.mark.untraced

EIGHT = MONDAY + dt.timedelta(hours=8)
NOON = MONDAY + dt.timedelta(hours=12)
HOUR = dt.timedelta(hours=1)
SKEWS = st.sampled_from([-60, -5, 0, 5, 60]).map(lambda seconds: dt.timedelta(seconds=seconds))
CUTS = st.lists(st.integers(0, 25), max_size=8)


async def _world(*faults: Fault, channels: int = 1) -> World:
    """A world with news, and a digest at eight for each channel."""
    world = World()
    world.platform.faults = list(faults)
    async with world.store.write() as unit:
        await unit.articles.add([article("a", seen=MONDAY - HOUR)])
    rooms = [Channel(Platform.SLACK, LOCAL_TENANT, f"C{n}") for n in range(1, channels + 1)]
    await world.register(*(schedule(f"d{n}", channel=room) for n, room in enumerate(rooms)))
    return world


def _account_is_true(world: World, one: Delivery) -> None:
    """What is recorded of a delivery is what its channel sees."""
    there = [message.delivery_id for message in world.platform.of(one.id)]
    assert len(there) == len(set(there)), "something twice"
    sent = {f"{one.id}.{n}" for n, part in enumerate(one.parts) if part.state is State.SENT}
    unknown = {f"{one.id}.{n}" for n, part in enumerate(one.parts) if part.state is State.UNKNOWN}
    assert sent <= set(there) <= sent | unknown
    assert not one.open
    assert (one.state is State.UNKNOWN) == bool(unknown)
    assert one.state is not State.SENT or len(sent) == len(one.parts) == 2


async def test_a_digest_goes_once_with_its_details_in_its_thread() -> None:
    world = await _world()
    await world.live(NOON)
    (one,) = await world.deliveries()
    assert one.state is State.SENT
    parent, details = world.platform.messages
    assert (parent.part, details.part, details.parent) == (0, 1, one.parts[0].message_id)
    assert parent.at == EIGHT


@settings(deadline=None, max_examples=300)
@given(faults=st.lists(st.sampled_from(PASSING), max_size=10), cuts=CUTS, skew=SKEWS)
async def test_faults_that_pass_and_power_cuts_lose_and_double_nothing(
    faults: list[Fault], cuts: list[int], skew: dt.timedelta
) -> None:
    world = await _world(*faults)
    world.platform.skew = skew
    await world.live(NOON, cuts)
    (one,) = await world.deliveries()
    _account_is_true(world, one)
    assert one.state in {State.SENT, State.FAILED}
    assert one.state is State.SENT or one.reason is Reason.GAVE_UP
    assert out_of_order(world.platform.messages) == []
    assert cuts or world.platform.too_soon == []  # a wait that was told as the power failed is forgotten


@settings(deadline=None, max_examples=200)
@given(faults=st.lists(st.sampled_from(list(Fault)), max_size=40), cuts=CUTS)
async def test_many_channels_with_every_fault_all_end_with_a_true_account(
    faults: list[Fault], cuts: list[int]
) -> None:
    world = await _world(*faults, channels=4)
    await world.live(NOON, cuts)
    deliveries = await world.deliveries()
    assert len(deliveries) == 4
    for one in deliveries:
        _account_is_true(world, one)
    assert out_of_order(world.platform.messages) == []
    assert cuts or world.platform.too_soon == []


async def test_power_cuts_at_every_single_place_send_everything_once() -> None:
    whole = await _world(channels=2)
    await whole.live(NOON)
    for place in range(whole.power.places):
        world = await _world(channels=2)
        await world.live(NOON, [place])
        assert [one.state for one in await world.deliveries()] == [State.SENT] * 2, place
        assert len(world.platform.messages) == 4, place
        assert out_of_order(world.platform.messages) == [], place


async def test_a_post_that_shows_late_is_not_sent_again_after_a_crash_in_its_call() -> None:
    whole = await _world()
    await whole.live(NOON)
    for place in range(whole.power.places):
        world = await _world(Fault.TAKEN_LATE)
        await world.live(NOON, [place])
        assert len(world.platform.messages) == 2, place


@pytest.mark.parametrize("fault", [Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.TAKEN_LATE, Fault.SERVER])
async def test_a_lost_answer_is_looked_up_before_anything_is_sent_again(fault: Fault) -> None:
    world = await _world(fault)
    await world.live(NOON)
    (one,) = await world.deliveries()
    keys = [key for key, _ in world.platform.calls]
    assert keys[:2] == [f"{one.id}.0", f"look-up {one.id}.0"]
    assert len(world.platform.messages) == 2


async def test_a_wait_that_is_told_is_kept_by_posts_and_by_look_ups() -> None:
    world = await _world(Fault.RATE, Fault.LOST_BEFORE, Fault.RATE)
    await world.live(NOON)
    times = [at for _, at in world.platform.calls]
    assert times[1] >= times[0] + WAIT
    assert times[3] >= times[2] + WAIT
    assert world.platform.too_soon == []


async def test_a_channel_that_refuses_for_good_is_paused_once_and_later_sends_say_so() -> None:
    world = await _world()
    world.platform.gone.add(ROOM)
    await world.register(schedule("d0"), schedule("second"), schedule("third", at=dt.time(9)))
    await world.live(NOON)
    states = [(one.state, one.reason) for one in await world.deliveries()]
    refused, paused = (State.FAILED, Reason.REFUSED), (State.SKIPPED, Reason.PAUSED)
    assert sorted(states) == sorted([refused, refused, paused])
    async with world.store.read() as unit:
        changes = [one.what for one in await unit.audit.latest(LOCAL_TENANT, 99) if "paused" in one.what]
    assert changes == [f"{ROOM} paused: channel_not_found: the channel is gone"]
    lines = await world.why(MONDAY.date())
    assert sum("skipped, the channel is paused since 2025-11-03" in line for line in lines) == 1
    assert sum("failed, channel_not_found" in line for line in lines) == 2
    assert [line for line in lines if line.startswith("next:")] == []
    account = await Why(store=world.store).run(LOCAL_TENANT, MONDAY.date(), MONDAY.date())
    [told] = schedule_lines(account)
    assert told.startswith(f"{ROOM} is paused since 2025-11-03: channel_not_found")


async def test_after_a_pause_is_ended_the_next_digest_goes() -> None:
    world = await _world()
    world.platform.gone.add(ROOM)
    await world.live(NOON)
    world.platform.gone.clear()
    async with world.store.write() as unit:
        assert await unit.channels.resume(ROOM)
    await world.live(NOON + dt.timedelta(days=1))
    assert [one.state for one in await world.deliveries()] == [State.FAILED, State.SENT]


async def test_a_history_that_is_refused_leaves_the_send_unknown_and_never_repeated() -> None:
    world = await _world(Fault.LOST_AFTER, Fault.PERMANENT)
    await world.live(NOON)
    (one,) = await world.deliveries()
    assert (one.state, len(world.platform.messages), len(world.platform.calls)) == (State.UNKNOWN, 1, 2)
    (line, *_) = await world.why(MONDAY.date())
    assert "unknown: the platform did not answer and cannot tell" in line
    async with world.store.read() as unit:
        assert await unit.channels.paused([ROOM]) == {}


async def test_what_is_open_of_earlier_days_is_told_beside_a_later_day() -> None:
    world = await _world(Fault.LOST_AFTER, Fault.PERMANENT, *[Fault.BUSY] * 30)
    await world.live(EIGHT + dt.timedelta(days=1, minutes=1))
    lines = await world.why(MONDAY.date() + dt.timedelta(days=2))
    assert [line.split(" to ")[0] for line in lines[:2]] == [
        "still open: 2025-11-03 settings:d0",
        "still open: 2025-11-04 settings:d0",
    ]
    assert "unknown: " in lines[0]
    assert "next try 2025-11-04 08:" in lines[1]
    assert lines[2] == "No send was due."


async def test_an_outcome_that_stays_unknown_is_told_beside_the_days_of_a_week() -> None:
    world = await _world(Fault.LOST_AFTER, Fault.PERMANENT)
    await world.live(NOON)
    told = [await world.why(MONDAY.date() + dt.timedelta(days=n)) for n in (-1, 7, 8)]
    assert ["unknown: " in "".join(lines) for lines in told] == [False, True, False]


async def test_a_platform_that_never_answers_a_look_up_leaves_the_send_unknown() -> None:
    world = await _world(Fault.LOST_AFTER, *[Fault.SERVER] * 30)
    await world.live(NOON)
    (one,) = await world.deliveries()
    assert (one.state, len(world.platform.messages)) == (State.UNKNOWN, 1)


async def test_a_platform_that_refuses_for_hours_ends_in_a_failure_with_its_words() -> None:
    world = await _world(*[Fault.BUSY] * 30)
    await world.live(NOON)
    (one,) = await world.deliveries()
    assert (one.state, one.reason, world.platform.messages) == (State.FAILED, Reason.GAVE_UP, [])
    assert "503: not now" in (await world.why(MONDAY.date()))[0]


async def test_an_adapter_that_breaks_after_sending_is_looked_up_like_a_lost_answer() -> None:
    world = await _world(Fault.BREAKS, Fault.BREAKS)
    await world.live(NOON)
    (one,) = await world.deliveries()
    assert (one.state, len(world.platform.messages)) == (State.SENT, 2)
