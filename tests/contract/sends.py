"""Small builders of what is sent where and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from bot.domain.channel import LOCAL_CHANNEL, Channel, Platform
from bot.domain.delivery import Delivery, State, identity
from bot.domain.schedule import Run, Schedule
from tests.contract.kept import DAY, HOUR, NOON

ABROAD = Channel(Platform.SLACK, "T-other", LOCAL_CHANNEL.channel_id)


def schedule(id_: str = "s", channel: Channel = LOCAL_CHANNEL, **changes: Any) -> Schedule:
    """A schedule at noon UTC with these changes."""
    return replace(Schedule(id=id_, channel=channel, at=dt.time(12), zone="UTC"), **changes)


def run(at: dt.datetime = NOON) -> Run:
    """The run that is due at an instant."""
    return Run(local_date=at.date(), at=at)


def delivery(
    schedule_id: str = "s", day: dt.date = DAY, channel: Channel = LOCAL_CHANNEL, **changes: Any
) -> Delivery:
    """A delivery due at noon UTC with these changes."""
    due = dt.datetime.combine(day, dt.time(12), dt.UTC)
    made = Delivery(
        id=identity(channel, day, schedule_id),
        channel=channel,
        schedule_id=schedule_id,
        local_date=day,
        zone="UTC",
        due=due,
        late=due + 6 * HOUR,
        next_try=due,
    )
    return replace(made, **changes)


def sent(schedule_id: str = "s", day: dt.date = DAY, **changes: Any) -> Delivery:
    """One that was sent."""
    return delivery(schedule_id, day, **changes).closed(State.SENT)
