"""Asking where a model words the answers: what it is asked, and what is known without it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.app import open_app
from bot.domain.channel import LOCAL_TENANT
from bot.domain.question import Question
from bot.feeds.jsonl import LineReader
from bot.settings import Settings, config_folder
from bot.settings.engines import ChatSettings
from bot.settings.tables import BriefingSettings
from tests.fakes.model_server import Wire, model_server

DEMO = config_folder() / "demo" / "articles.jsonl"
NOW = datetime(2025, 10, 30, 22, tzinfo=UTC)


async def test_a_deadline_that_nobody_looked_up_yet_is_known_and_the_model_reads_no_article(
    tmp_path: Path,
) -> None:
    with model_server(lambda _heard: Wire(status=500)) as server:
        settings = Settings(
            data_dir=str(tmp_path),
            briefing=BriefingSettings(engine="chat"),
            chat=ChatSettings(base_url=server.url, model="tiny", attempts=1),
        )
        async with open_app(settings, create=True) as app:
            with DEMO.open("rb") as stream:
                async for _ in app.ingest.run(LOCAL_TENANT, "demo", LineReader(stream).batches()):
                    pass
            answer = await app.ask.run(Question(text="When are the national climate plans due?", asked=NOW))
            left = await app.keep.waiting(LOCAL_TENANT, 1)
        blocks = [block for heard in server.heard for block in heard.blocks]
    assert any("7 November 2025" in note and "moved from 31 October 2025" in note for note in answer.notes)
    assert left == 0
    assert blocks == [*(quote.citation.quote for quote in answer.quotes), answer.question]
