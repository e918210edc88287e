"""A clock that is set back by a day while the bot runs: nothing comes twice, and a move is told."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter

from bot.domain.delivery import State
from bot.domain.post import PostKind
from bot.domain.reminder import Policy
from tests.fakes.chat import ChatWorld
from tests.fakes.world import ROOM, schedule

MORNING = dt.datetime(2025, 11, 3, 7, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = 24 * HOUR
TRUCE = "The trade truce between Kestria and Valdoro expires on 10 November."
LONGER = (
    "Kestria and Valdoro extended the trade truce, which was to expire on 10 November, until 20 November, "
    "ministers said on Wednesday."
)


async def _takes(world: ChatWorld, id_: str, body: str) -> None:
    told = {"id": id_, "title": "Truce", "source": "Sarrow Post", "published": world.clock.at.isoformat()}
    await world.takes(json.dumps({**told, "body": body}))


async def test_a_clock_set_back_by_a_day_doubles_nothing_and_holds_back_no_move() -> None:
    world = ChatWorld()
    world.clock.at = MORNING
    world.policies.append(Policy(channel=ROOM, zone="UTC"))
    await _takes(world, "a", TRUCE)
    await world.register(schedule())
    await world.live(MORNING + 3 * DAY + 3 * HOUR)
    before = len(world.platform.messages)
    world.clock.at -= DAY
    await world.live(world.clock.at + 2 * HOUR)
    assert len(world.platform.messages) == before
    await _takes(world, "b", LONGER)
    await world.live(MORNING + 20 * DAY)
    sent = Counter((one.post.kind, one.post.title, one.part) for one in world.platform.messages)
    assert set(sent.values()) == {1}
    that_day = (one.post for one in world.platform.messages if one.at < MORNING + 3 * DAY)
    assert any(one.kind is PostKind.REMINDER and "20 November" in repr(one) for one in that_day)
    assert {one.state for one in await world.deliveries()} == {State.SENT}
