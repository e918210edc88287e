"""The question set of tests/data/ask, asked of a real store, and what came of each question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import App, open_app
from bot.domain.article import Article
from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.question import Answer, Asker, Question
from bot.feeds.jsonl import LineReader
from bot.settings import config_folder, load

DATA = Path(__file__).parent.parent / "data" / "ask"
FILES = (config_folder() / "demo" / "articles.jsonl", DATA / "articles.jsonl")
QUESTIONS = ("questions.jsonl", "threads.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A question of the set with its answer and the article of each quote."""

    row: dict[str, Any]
    answer: Answer
    articles: tuple[Article | None, ...]

    @property
    def told(self) -> bool:
        """Whether a quote holds what was to be found; True if nothing in particular was."""
        said = " ".join(quote.citation.quote for quote in self.answer.quotes).lower()
        return not self.row["answer"] or any(one.lower() in said for one in self.row["answer"])

    @property
    def days(self) -> tuple[str, ...]:
        """The publication day of each quote, empty for an undated one."""
        published = [quote.source.published for quote in self.answer.quotes]
        return tuple(one.local_date.isoformat() if one else "" for one in published)

    @property
    def sources(self) -> frozenset[str]:
        """Who is quoted."""
        return frozenset(quote.source.source for quote in self.answer.quotes)

    def __str__(self) -> str:
        quotes = "".join(f"\n      {q.citation.article_id}: {q.citation.quote}" for q in self.answer.quotes)
        notes = "".join(f"\n      ({note})" for note in self.answer.notes)
        asked = self.row.get("before", "") and f"{self.row['before']} / "
        head = f"{self.row['id']} {asked}{self.row['question']} -> {self.answer.understood}"
        return f"{head}\n   {self.answer.outcome} {self.answer.score:.2f}{notes}{quotes}"


def rows() -> Iterator[dict[str, Any]]:
    """The questions as they are written down."""
    for name in QUESTIONS:
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


async def outcomes(folder: Path) -> tuple[Outcome, ...]:
    """Every question asked over a new store in `folder`."""
    async with open_app(load(data_dir=str(folder)), create=True) as app:
        for path in FILES:
            with path.open("rb") as stream:
                async for _ in app.ingest.run(LOCAL_TENANT, path.parent.name, LineReader(stream).batches()):
                    pass
        return tuple([await outcome(app, row) for row in rows()])


async def outcome(app: App, row: dict[str, Any]) -> Outcome:
    """One question asked; a thread's first turn before it."""
    room = Channel(Platform.SLACK, LOCAL_TENANT, row["id"])
    asker = Asker(channel=room, user_id="U1", thread_id="1") if "before" in row else Asker()
    asked = datetime.fromisoformat(row["asked"])
    for text in filter(None, (row.get("before"), row["question"])):
        answer = await app.ask.run(Question(text=text, asked=asked, asker=asker))
    cited = [quote.citation for quote in answer.quotes]
    async with app.store.read() as unit:
        got = [await unit.articles.get(LOCAL_TENANT, one.article_id, one.revision) for one in cited]
    return Outcome(row=row, answer=answer, articles=tuple(got))
