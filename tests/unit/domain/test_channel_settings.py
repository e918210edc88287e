"""What a channel can want."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bot.domain.channel import LOCAL_CHANNEL, Topic, topic_named
from bot.domain.preferences import ChannelSettings

EIGHT, NINE = dt.time(8), dt.time(9)


def settings(**changes: Any) -> ChannelSettings:
    return ChannelSettings(channel=LOCAL_CHANNEL, **{"zone": "Europe/Berlin", **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"times": (EIGHT, EIGHT)},
        {"sources": tuple(f"s{n}" for n in range(26))},
        {"weekdays": frozenset()},
        {"weekdays": frozenset({7})},
        {"sections": ()},
        {"ladder": ()},
        {"ladder": (1, -1)},
    ],
)
def test_what_no_channel_can_want_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"different times|at most|weekdays|section|reminder"):
        settings(**changes)


def test_each_time_is_a_schedule_that_keeps_its_id_when_it_moves() -> None:
    before, after = settings(times=(EIGHT, NINE)).schedules, settings(times=(NINE,)).schedules
    assert [one.at for one in before] == [EIGHT, NINE]
    assert [one.id for one in after] == [before[0].id]


def test_reminders_that_are_off_have_no_policy() -> None:
    assert settings(reminders=False).policy is None
    policy = settings(ladder=(3, 0), topics=("trade",)).policy
    assert policy is not None
    assert (policy.zone, policy.ladder, policy.topics) == ("Europe/Berlin", (3, 0), ("trade",))


def test_a_name_in_quotes_is_the_words_themselves() -> None:
    trade = Topic(name="trade", any_of=("tariff",))
    assert topic_named({"trade": trade}, "trade") == trade
    assert topic_named({}, "trade") is None
    assert topic_named({}, '"rare earths"') == Topic(name='"rare earths"', any_of=("rare earths",))
    assert topic_named({}, '""') is None
    assert topic_named({}, '"') is None
    assert topic_named({}, '"!?"') is None
