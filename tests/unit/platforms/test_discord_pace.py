"""Discord is never asked faster than it takes, on a machine that stands still for moments too."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest

from bot.errors import DeliveryError
from bot.platforms.discord.pace import Pace
from bot.platforms.discord.rest import Rest, refusals, rest_client
from bot.platforms.gate import Gate
from tests.fakes.discord_server.limits import Window
from tests.fakes.discord_server.server import TOKEN, Control, DiscordServer

HERE = "700000000000000001"
MOST, SECONDS = 8, 0.2
MESSAGES = f"/api/v10/channels/{HERE}/messages"


@pytest.fixture
def discord() -> Iterator[tuple[DiscordServer, Control]]:
    server = DiscordServer()
    server.rest.all_requests = Window(MOST, SECONDS)
    server.rest.state.channel(HERE)
    with server.beside() as control:
        yield server, control


async def _ask(rest: Rest) -> None:
    await (await rest.logged_in()).http.get_channel(int(HERE))


async def _standing_still() -> None:
    for _ in range(4):
        time.sleep(SECONDS)  # noqa: ASYNC251 - a machine that stands still
        await asyncio.sleep(SECONDS / 3)


async def test_after_a_standstill_no_crowd_arrives(discord: tuple[DiscordServer, Control]) -> None:
    server, control = discord
    pace = Pace(in_all=(MOST, SECONDS))
    async with rest_client(TOKEN, f"{control.url}/api/v10", pace=pace) as rest:
        await asyncio.gather(_standing_still(), *(_ask(rest) for _ in range(3 * MOST)))
    asked = [one for one in server.rest.requests if "channels" in one]
    assert len(asked) == 3 * MOST
    assert not server.rest.limited


async def test_requests_that_fail_or_are_given_up_leave_their_places(
    discord: tuple[DiscordServer, Control],
) -> None:
    _, control = discord
    pace = Pace(in_all=(2, 0.01))
    async with rest_client(TOKEN, f"{control.url}/api/v10", pace=pace) as rest:
        await rest.logged_in()
        control.do("fault", on="channels", drop_before=True, times=9)
        with pytest.raises(DeliveryError), refusals(sends=False):
            await _ask(rest)
        control.do("mend")
        control.do("fault", on="channels", hang=60.0, times=3)
        for _ in range(3):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(_ask(rest), 0.05)
        await _ask(rest)
        await asyncio.sleep(0.1)
    assert pace.whole.taken == 0


async def test_a_channel_that_waits_takes_no_place_from_others_and_is_forgotten_when_quiet() -> None:
    pace = Pace(in_all=(2, 0.01), in_channel=(1, 0.05))
    first = await pace.enter("POST", MESSAGES)
    second = asyncio.create_task(pace.enter("POST", MESSAGES))
    await asyncio.sleep(0)
    assert len(await pace.enter("GET", MESSAGES)) == 1
    assert not second.done()
    for gate in first:
        gate.leave()
    for gate in await second:
        gate.leave()
    await asyncio.sleep(0.1)
    for gate in await pace.enter("POST", MESSAGES.replace("1/", "2/")):
        gate.leave()
    assert list(pace.channels) == [MESSAGES.replace("1/", "2/")]


async def test_who_gives_up_waiting_takes_no_place() -> None:
    gate = Gate(1, 0.01)
    await gate.enter()
    waiting = asyncio.create_task(gate.enter())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    gate.leave()
    await gate.enter()
    assert gate.taken == 1


@pytest.mark.parametrize("path", ["/api/v10/interactions/1/t/callback", "/api/v10/webhooks/1/t"])
async def test_what_answers_an_interaction_waits_for_nobody(path: str) -> None:
    pace = Pace(in_all=(1, 60.0))
    await pace.enter("GET", "/api/v10/users/@me")
    assert await asyncio.wait_for(pace.enter("POST", path), 1) == []
