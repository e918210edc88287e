"""What Channels promises of pauses."""

from __future__ import annotations

from bot.domain.channel import LOCAL_CHANNEL, Channel, Platform
from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.ports import Pause, Store
from tests.contract.kept import HOUR, NOON
from tests.contract.sends import ABROAD

GONE = Pause(reason="channel_not_found: the channel is gone", since=NOON)


async def test_a_pause_comes_back_for_its_channel_alone(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.channels.pause(ABROAD, GONE)
    async with store.read() as unit:
        assert await unit.channels.paused([LOCAL_CHANNEL, ABROAD]) == {ABROAD: GONE}
        assert await unit.channels.paused([LOCAL_CHANNEL]) == {}
        assert await unit.channels.paused([]) == {}


async def test_pausing_again_changes_nothing_and_says_so(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.channels.pause(ABROAD, GONE)
        assert not await unit.channels.pause(ABROAD, Pause(reason="later", since=NOON + HOUR))
        assert await unit.channels.paused([ABROAD]) == {ABROAD: GONE}


async def test_a_pause_ends_once(store: Store) -> None:
    async with store.write() as unit:
        await unit.channels.pause(ABROAD, GONE)
        await unit.channels.pause(LOCAL_CHANNEL, GONE)
        assert await unit.channels.resume(ABROAD)
        assert not await unit.channels.resume(ABROAD)
        assert await unit.channels.paused([ABROAD, LOCAL_CHANNEL]) == {LOCAL_CHANNEL: GONE}


async def test_many_channels_are_asked_for_at_once(store: Store) -> None:
    rooms = [Channel(Platform.DISCORD, LOCAL, f"{n}") for n in range(2000)]
    async with store.write() as unit:
        await unit.channels.pause(rooms[-1], GONE)
        assert await unit.channels.paused(rooms) == {rooms[-1]: GONE}
