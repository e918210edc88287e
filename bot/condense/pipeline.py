"""Condense: look up the summaries there are, make the missing ones in small batches, keep each batch."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.article import Article
from bot.ports import Clock, RunCpu, Store
from summarizers.engines.errors import EngineError
from summarizers.engines.rewriting import Rewriting
from summarizers.faults import FAULTS
from summarizers.types import Budget, Document, Summarizer, Summary

Revision = tuple[str, int]
"""An article's id and the number of its revision."""

BATCH = 50
"""Articles condensed and kept at a time: about a sixth of a second of work to lose when killed."""


UNREAD = "unread"
"""The engine's name on the summary of an article that broke the engine: it says nothing."""


def _ignore(_done: int, _of: int) -> None:
    """No progress wanted."""


log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """How long one run waits for its engine; no batch is begun after it but by the engine `otherwise`."""

    clock: Clock
    patience: timedelta
    otherwise: Summarizer


@dataclass(frozen=True, slots=True, kw_only=True)
class Condense:
    """The use case; `budget` is part of what an engine's name stands for, so it never varies.

    A summary that bears another engine's name than its own was made while a model did not answer, or of an
    article that broke the engine (`UNREAD`). It serves, but is not kept: the next run tries again.
    """

    store: Store
    run_cpu: RunCpu
    summarizer: Summarizer
    budget: Budget = field(default_factory=Budget)
    bound: Bound | None = None

    async def run(
        self, tenant_id: str, articles: Sequence[Article], progress: Callable[[int, int], None] = _ignore
    ) -> Mapping[Revision, Summary]:
        """The summary of each article, by (id, revision); `progress` gets (done, all) after each batch."""
        wanted = [(article.id, article.revision) for article in articles]
        name = self.summarizer.name
        async with self.store.read() as unit:
            found = dict(await unit.summaries.get(tenant_id, wanted, name))
        missing = [article for article in articles if (article.id, article.revision) not in found]
        began = self.bound.clock.now() if self.bound else None
        for start in range(0, len(missing), BATCH):
            late = self.bound and began and self.bound.clock.now() - began >= self.bound.patience
            summarizer = self.bound.otherwise if self.bound and late else self.summarizer
            made = await self.run_cpu(self._condense, summarizer, missing[start : start + BATCH])
            own = {key: one for key, one in made.items() if one.engine == name}
            async with self.store.write() as unit:
                await unit.summaries.put(tenant_id, name, own)
            found.update(made)
            progress(start + len(made), len(missing))
        return found

    def _condense(self, summarizer: Summarizer, articles: Sequence[Article]) -> dict[Revision, Summary]:
        stories = [(article.document,) for article in articles]
        if isinstance(summarizer, Rewriting):
            made = self._rewritten(summarizer, stories)
        else:
            made = self._each(summarizer, stories)
        keys = ((article.id, article.revision) for article in articles)
        return dict(zip(keys, made, strict=True))

    def _rewritten(
        self, summarizer: Rewriting, stories: Sequence[tuple[Document, ...]]
    ) -> tuple[Summary, ...]:
        """The model's summaries, or the extracts if it cannot be used: a digest is never lost for it."""
        try:
            return summarizer.summarize_all(stories, self.budget)
        except EngineError as error:
            log.warning("the engine cannot be used: %s", error, extra={"action": "engine_unusable"})
        except FAULTS:
            if len(stories) > 1:
                return self._one_by_one(summarizer, stories)
            told = {"action": "article_not_rewritten", "article": stories[0][0].id}
            log.exception("an article broke the rewriting: its extracts serve", extra=told)
        return self._each(summarizer.base, stories)

    def _one_by_one(
        self, summarizer: Rewriting, stories: Sequence[tuple[Document, ...]]
    ) -> tuple[Summary, ...]:
        """The same where one of them breaks the engine: the model is asked for the others, each alone."""
        drafts = self._each(summarizer.base, stories)
        return tuple(
            draft if draft.engine == UNREAD else self._rewritten(summarizer, (story,))[0]
            for draft, story in zip(drafts, stories, strict=True)
        )

    def _each(self, summarizer: Summarizer, stories: Sequence[tuple[Document, ...]]) -> tuple[Summary, ...]:
        return tuple(self._one(summarizer, story) for story in stories)

    def _one(self, summarizer: Summarizer, story: tuple[Document, ...]) -> Summary:
        """Its summary; an article that breaks the engine says nothing, and must not silence the others."""
        try:
            return summarizer.summarize(story, self.budget)
        except FAULTS:
            told = {"action": "article_unread", "article": story[0].id}
            log.exception("an article broke the engine: it is left out", extra=told)
            return Summary(gist=None, points=(), engine=UNREAD)
