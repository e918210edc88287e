"""Ticks run while their block lasts; what the log says of them is only what went wrong."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import timedelta

import pytest

from bot.runner.ticks import ticking


async def test_ticks_that_go_well_leave_nothing_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    ticked = asyncio.Event()

    async def tick() -> None:
        ticked.set()

    with caplog.at_level(logging.INFO):
        async with ticking({"soon": (tick, timedelta(seconds=0.05))}):
            await ticked.wait()
    assert not [record for record in caplog.records if record.levelno <= logging.INFO]


async def test_a_tick_that_fails_is_logged_and_comes_again(caplog: pytest.LogCaptureFixture) -> None:
    again = asyncio.Event()
    failed: list[str] = []

    async def tick() -> None:
        if failed:
            again.set()
            return
        failed.append("once")
        raise RuntimeError("no such luck")

    async with ticking({"soon": (tick, timedelta(seconds=0.05))}):
        await again.wait()
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert ours == ["tick failed"]


async def test_a_tick_that_is_still_under_way_when_the_next_is_due_leaves_nothing_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def tick() -> None:
        await asyncio.sleep(0.3)

    async with ticking({"slow": (tick, timedelta(seconds=0.05))}):
        await asyncio.sleep(0.2)
    assert caplog.messages == []


async def test_a_tick_under_way_ends_with_the_block_and_that_is_no_failure(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun = asyncio.Event()
    ended: list[str] = []

    async def tick() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)  # as a transaction takes its time to be undone
            ended.append("in order")

    async with ticking({"long": (tick, timedelta(seconds=0.05))}):
        await begun.wait()
    assert ended == ["in order"]
    await asyncio.sleep(0.05)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_wherever_a_tick_stands_when_the_block_ends_the_log_is_silent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The loop is busy beyond the hour of the tick, and the block ends some turns of the loop later."""

    async def tick() -> None:
        await asyncio.Event().wait()

    for turns in range(8):
        async with ticking({"soon": (tick, timedelta(seconds=0.01))}):
            time.sleep(0.02)  # noqa: ASYNC251 - so that the tick is due at the next turn, not by chance
            for _ in range(turns):
                await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
