"""Reindex: the passages of every article, built anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.article import Article
from bot.domain.passage import Passage
from bot.ingest.passages import passages
from bot.ports import RunCpu, Store

BATCH = 200

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reindex:
    """The use case. Stopped half-way, the next run begins anew."""

    store: Store
    run_cpu: RunCpu

    async def run(self, progress: Progress = lambda _done: None) -> int:
        """Index the heads of all tenants; return how many. `progress` hears how many are done."""
        async with self.store.write() as unit:
            await unit.passages.clear()
        return await self.missing(progress)

    async def missing(self, progress: Progress = lambda _done: None) -> int:
        """Index the heads that are not; return how many."""
        after, done = ("", ""), 0
        while True:
            async with self.store.write() as unit:
                waiting = await unit.passages.waiting(after, BATCH)
                await unit.passages.put(await self.run_cpu(_cut, waiting))
            if not waiting:
                return done
            after, done = (waiting[-1].tenant_id, waiting[-1].id), done + len(waiting)
            progress(done)


def _cut(articles: Sequence[Article]) -> tuple[tuple[Article, tuple[Passage, ...]], ...]:
    return tuple((article, passages(article.body)) for article in articles)
