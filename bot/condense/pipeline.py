"""Condense: look up the summaries there are, make the missing ones in small batches, keep each batch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.article import Article
from bot.ports import RunCpu, Store
from summarizers.types import Budget, Summarizer, Summary

Revision = tuple[str, int]
"""An article's id and the number of its revision."""

BATCH = 50
"""Articles condensed and kept at a time: about a sixth of a second of work to lose when killed."""


def _ignore(_done: int, _of: int) -> None:
    """No progress wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condense:
    """The use case; `budget` is part of what an engine's name stands for, so it never varies."""

    store: Store
    run_cpu: RunCpu
    summarizer: Summarizer
    budget: Budget = field(default_factory=Budget)

    async def run(
        self, tenant_id: str, articles: Sequence[Article], progress: Callable[[int, int], None] = _ignore
    ) -> Mapping[Revision, Summary]:
        """The summary of each article, by (id, revision); `progress` gets (done, all) after each batch."""
        wanted = [(article.id, article.revision) for article in articles]
        async with self.store.read() as unit:
            found = dict(await unit.summaries.get(tenant_id, wanted, self.summarizer.name))
        missing = [article for article in articles if (article.id, article.revision) not in found]
        for start in range(0, len(missing), BATCH):
            made = await self.run_cpu(self._condense, missing[start : start + BATCH])
            async with self.store.write() as unit:
                await unit.summaries.put(tenant_id, self.summarizer.name, made)
            found.update(made)
            progress(start + len(made), len(missing))
        return found

    def _condense(self, articles: Sequence[Article]) -> dict[Revision, Summary]:
        return {
            (article.id, article.revision): self.summarizer.summarize((article.document,), self.budget)
            for article in articles
        }
