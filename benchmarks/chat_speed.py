"""How long a person in a chat waits for an answer, in a store with many channels. No platform is called.

python benchmarks/chat_speed.py [--channels 5000] [--times 5]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.command import Suggest
from bot.domain.preferences import ChannelSettings
from bot.domain.request import Typing
from bot.store.queue import SqlQueue
from bot.store.schema import migrate
from bot.store.sql_store import SqlStore
from tests.fakes.chat import ANNA, DEMO, EVENING, ChatWorld

COMMANDS: dict[str, dict[str, str]] = {
    "help": {},
    "why": {},
    "sources": {},
    "deadlines": {},
    "now": {},
    "catchup": {},
    "ask": {"question": "When does the present tariff standstill expire?"},
}


async def _fill(store: SqlStore, channels: list[Channel]) -> None:
    async with store.write() as unit:
        for channel in channels:
            settings = ChannelSettings(channel=channel, zone="Europe/Berlin")
            await unit.preferences.put(settings)
            await unit.schedules.put([(one, one.next_run(EVENING)) for one in settings.schedules])


async def _took(act: Callable[[], Awaitable[object]], times: int) -> tuple[float, float]:
    """Milliseconds of the first time and of the median of the others."""
    taken = []
    for _ in range(times + 1):
        start = perf_counter()
        await act()
        taken.append((perf_counter() - start) * 1000)
    return taken[0], median(taken[1:])


async def _measure(store: SqlStore, number: int, times: int) -> None:
    channels = [Channel(Platform.SLACK, LOCAL_TENANT, f"C{n}") for n in range(number)]
    await _fill(store, channels)
    world = ChatWorld(store=store)
    world.queue, world.clock.at = SqlQueue(store), EVENING
    await world.takes(*DEMO)
    room = channels[number // 2]
    typing = Typing(channel=room, person=ANNA, suggest=Suggest.DEADLINES, typed="e")
    acts: dict[str, Callable[[], Awaitable[object]]] = {
        name: lambda name=name, given=given: world.command(name, channel=room, options=given)  # type: ignore[misc] # bound now
        for name, given in COMMANDS.items()
    }
    acts["settings saved"] = lambda: world.submit("settings", channel=room, times="09:00")
    acts["suggestion"] = lambda: world.desk.suggest(typing)
    acts["home, 10 channels"] = lambda: world.desk.home(ANNA, channels[:10])
    print(f"{number:,} channels of one tenant, 41 articles\n{'':<20} {'first ms':>9} {'median ms':>10}")
    for name, act in acts.items():
        first, usual = await _took(act, times)
        print(f"{name:<20} {first:>9.0f} {usual:>10.0f}")


async def _run(number: int, times: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/chat.db"
        await migrate(url)
        async with SqlStore.open(url) as store:
            await _measure(store, number, times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--channels", type=int, default=5000)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    asyncio.run(_run(given.channels, given.times))


if __name__ == "__main__":
    main()
