"""Summaries, briefings and how far each reader came, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.briefing import Briefing
from bot.domain.channel import Channel
from bot.ports import Briefings, Checkpoints, Summaries
from summarizers.types import Summary
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemorySummaries(Summaries):
    state: State

    async def get(
        self, tenant_id: str, revisions: Sequence[tuple[str, int]], engine: str
    ) -> Mapping[tuple[str, int], Summary]:
        kept = self.state.summaries
        keys = {
            (article_id, number): (tenant_id, engine, article_id, number) for article_id, number in revisions
        }
        return {revision: kept[key] for revision, key in keys.items() if key in kept}

    async def put(self, tenant_id: str, engine: str, made: Mapping[tuple[str, int], Summary]) -> None:
        kept = self.state.to_write().summaries
        for (article_id, revision), summary in made.items():
            kept.setdefault((tenant_id, engine, article_id, revision), summary)


@dataclass(frozen=True, slots=True)
class MemoryBriefings(Briefings):
    state: State

    async def put(self, briefing: Briefing, made_at: datetime) -> None:
        key = (briefing.tenant_id, briefing.id)
        self.state.to_write().briefings.setdefault(key, (briefing, made_at))

    async def get(self, tenant_id: str, briefing_id: str) -> Briefing | None:
        kept = self.state.briefings.get((tenant_id, briefing_id))
        return kept and kept[0]

    async def show(self, channel: Channel, briefing: Briefing, at: datetime) -> None:
        self.state.to_write().shown.setdefault((channel, briefing.id), (briefing, at))

    async def shown_since(self, channel: Channel, since: datetime) -> tuple[Briefing, ...]:
        own = [one for (to, _), (one, _) in self.state.shown.items() if to == channel]
        later = (one for one in own if one.window.until > since)
        return tuple(sorted(later, key=lambda one: (one.window.until, one.id)))

    async def last(self, channel: Channel, topics: Sequence[str], before: datetime) -> Briefing | None:
        found = [
            (briefing.window.until, at, briefing.id, briefing)
            for (shown_to, _), (briefing, at) in self.state.shown.items()
            if shown_to == channel and {*briefing.topics} == {*topics} and briefing.window.until < before
        ]
        return max(found, key=lambda one: one[:3])[3] if found else None


@dataclass(frozen=True, slots=True)
class MemoryCheckpoints(Checkpoints):
    state: State

    async def get(self, tenant_id: str, name: str) -> str | None:
        return self.state.checkpoints.get((tenant_id, name))

    async def put(self, tenant_id: str, name: str, state: str) -> None:
        self.state.to_write().checkpoints[tenant_id, name] = state

    async def drop(self, tenant_id: str, name: str) -> None:
        self.state.to_write().checkpoints.pop((tenant_id, name), None)
