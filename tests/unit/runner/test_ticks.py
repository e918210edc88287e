"""Ticks run while their block lasts; what the log says of them is only what went wrong."""

from __future__ import annotations

import asyncio
import logging
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
