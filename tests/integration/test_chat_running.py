"""The running bot has a desk: a channel that is set up there is briefed, and its buttons outlive it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import Running, open_app, running
from bot.domain.action import Action, ActionName
from bot.domain.channel import LOCAL_CHANNEL, LOCAL_TENANT
from bot.domain.form import Filled
from bot.domain.request import Person, Press, Request
from bot.ingest.pipeline import Batch, RawLine
from bot.settings import Settings, config_folder, load

ANNA = Person(id="U1", name="Anna", zone="UTC", may_manage=True)
PATIENCE = 60.0


async def _take_in(settings: Settings) -> None:
    data = (config_folder() / "demo" / "articles.jsonl").read_bytes().splitlines()
    lines = tuple(RawLine(number=n, data=line) for n, line in enumerate(data, start=1))
    async with open_app(settings, create=True) as app:
        async for _ in app.ingest.run(LOCAL_TENANT, "demo", iter([Batch(lines=lines, state="{}")])):
            pass


@asynccontextmanager
async def _served(settings: Settings) -> AsyncIterator[Running]:
    async with running(settings) as bot:
        serving = asyncio.create_task(bot.service.run())
        yield bot
        bot.service.stop()
        assert await serving


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - a file has no event
            await asyncio.sleep(0.02)


async def test_a_set_up_channel_is_briefed_and_its_buttons_work_after_a_restart(tmp_path: Path) -> None:
    settings = load(data_dir=str(tmp_path))
    await _take_in(settings)
    transcript = tmp_path / "transcript.jsonl"
    filled = Filled(
        form="setup",
        channel=LOCAL_CHANNEL,
        person=ANNA,
        values={"time": ("08:00",), "zone": ("UTC",)},
        event_id="E1",
    )
    async with _served(settings) as bot:
        reply = await bot.desk.submit(filled)
        assert reply is not None
        assert "The first briefing is on its way." in reply.paragraphs
        await bot.desk.answered(LOCAL_CHANNEL.platform, "E1")
        await _until(lambda: transcript.exists() and bool(transcript.read_text(encoding="utf-8")))
    async with _served(settings) as bot:
        assert await bot.desk.submit(filled) is None
        press = Press(
            channel=LOCAL_CHANNEL,
            person=ANNA,
            action=Action.read(Action(name=ActionName.WHY).code),
            event_id="E2",
        )
        why = await bot.desk.press(press)
        assert why is not None
        assert any("Briefing due" in line and "sent" in line for line in why.paragraphs)
        request = Request(channel=LOCAL_CHANNEL, person=ANNA, command="sources", event_id="E3")
        listed = await bot.desk.command(request)
        assert listed is not None
        assert any("Ninefold Wire: 7 articles" in line for line in listed.paragraphs)
        odd = Request(
            channel=LOCAL_CHANNEL,
            person=ANNA,
            command="ask",
            event_id="E4",
            options={"question": "When does the \x00 tariff \ud83d standstill expire?"},
        )
        answer = await bot.desk.command(odd)
        assert answer is not None
        assert answer.failure is None
        assert answer.title == "When does the tariff \ufffd standstill expire?"
