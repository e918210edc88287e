"""Articles of one story come in any order, and the ledger ends where the last of them led."""

from __future__ import annotations

import datetime as dt
import json
from itertools import permutations

import pytest

from bot.domain.channel import LOCAL_TENANT
from bot.remind.pipeline import Ahead
from tests.fakes.chat import ChatWorld

STORY = (
    ("2031-10-01", "The grain truce between Sarrow and Vellmark expires on 10 November."),
    (
        "2031-11-05",
        "The grain truce between Sarrow and Vellmark was extended from 10 November to 10 December.",
    ),
    (
        "2031-12-05",
        "The grain truce between Sarrow and Vellmark was extended from 10 December to 10 January 2032.",
    ),
)


def _line(number: int) -> str:
    published, body = STORY[number]
    return json.dumps(
        {
            "id": f"a{number}",
            "title": "Grain truce",
            "published": published,
            "body": body,
            "source": f"S{number}",
        }
    )


@pytest.mark.parametrize(
    "moved",
    [
        "Tokyo and New Delhi extended their trade truce by 30 days, to 10 December.",
        "Tokyo extended its trade truce with India by 30 days, to 10 December.",
        "Japanese and Indian negotiators extended the trade truce by 30 days, to 10 December.",
    ],
)
async def test_a_move_told_by_other_names_of_its_states_is_found_though_it_was_read_first(moved: str) -> None:
    world = ChatWorld()
    world.clock.at = dt.datetime(2031, 11, 6, 9, tzinfo=dt.UTC)
    first = (
        "The trade truce between India and Japan expires on 10 November. Lisbon, Lisbon and Hana Mori agreed."
    )
    for day, body in (("2031-11-05", moved), ("2031-10-01", first)):
        told = {"id": day, "title": "Trade truce", "published": day, "body": body, "source": day}
        await world.takes(json.dumps(told))
        await world.keep.run(LOCAL_TENANT)
    ahead = Ahead(tenant_id=LOCAL_TENANT, now=world.clock.at, zone="UTC", days=90)
    events = await world.cases.upcoming.run(ahead)
    assert [event.deadline.date for event in events] == [dt.date(2031, 12, 10)]


@pytest.mark.parametrize("order", list(permutations(range(len(STORY)))))
async def test_a_chain_of_moves_ends_where_the_last_one_led_in_whatever_order_it_is_read(
    order: tuple[int, ...],
) -> None:
    world = ChatWorld()
    world.clock.at = dt.datetime(2031, 12, 6, 9, tzinfo=dt.UTC)
    for number in order:
        await world.takes(_line(number))
        await world.keep.run(LOCAL_TENANT)
    ahead = Ahead(tenant_id=LOCAL_TENANT, now=world.clock.at, zone="UTC", days=90)
    events = await world.cases.upcoming.run(ahead)
    assert [event.deadline.date for event in events] == [dt.date(2032, 1, 10)]
