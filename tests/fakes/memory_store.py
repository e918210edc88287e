"""A Store in memory, whole and strict: what it allows, the database allows, and the other way round."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.ports import Store
from tests.fakes.memory_appointments import MemoryAppointments
from tests.fakes.memory_articles import MemoryArticles
from tests.fakes.memory_briefings import MemoryBriefings, MemoryCheckpoints, MemorySummaries
from tests.fakes.memory_chat import (
    MemoryFeedbacks,
    MemoryInbound,
    MemoryPreferences,
    MemoryReplies,
    MemoryTenants,
)
from tests.fakes.memory_deliveries import (
    MemoryAudit,
    MemoryChannels,
    MemoryDeliveries,
    MemoryJobs,
    MemorySchedules,
)
from tests.fakes.memory_installations import MemoryInstallations, MemoryInstallStates
from tests.fakes.memory_ledger import MemoryLedger, MemoryPromises, MemoryWishes
from tests.fakes.memory_passages import MemoryConversations, MemoryPassages
from tests.fakes.memory_sources import MemorySources
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    articles: MemoryArticles
    summaries: MemorySummaries
    briefings: MemoryBriefings
    checkpoints: MemoryCheckpoints
    schedules: MemorySchedules
    deliveries: MemoryDeliveries
    channels: MemoryChannels
    audit: MemoryAudit
    jobs: MemoryJobs
    ledger: MemoryLedger
    wishes: MemoryWishes
    promises: MemoryPromises
    passages: MemoryPassages
    conversations: MemoryConversations
    preferences: MemoryPreferences
    inbound: MemoryInbound
    replies: MemoryReplies
    feedback: MemoryFeedbacks
    tenants: MemoryTenants
    installations: MemoryInstallations
    install_states: MemoryInstallStates
    sources: MemorySources
    appointments: MemoryAppointments

    @classmethod
    def over(cls, state: State) -> MemoryUnit:
        return cls(
            MemoryArticles(state),
            MemorySummaries(state),
            MemoryBriefings(state),
            MemoryCheckpoints(state),
            MemorySchedules(state),
            MemoryDeliveries(state),
            MemoryChannels(state),
            MemoryAudit(state),
            MemoryJobs(state),
            MemoryLedger(state),
            MemoryWishes(state),
            MemoryPromises(state),
            MemoryPassages(state),
            MemoryConversations(state),
            MemoryPreferences(state),
            MemoryInbound(state),
            MemoryReplies(state),
            MemoryFeedbacks(state),
            MemoryTenants(state),
            MemoryInstallations(state),
            MemoryInstallStates(state),
            MemorySources(state),
            MemoryAppointments(state),
        )


@dataclass(slots=True)
class MemoryStore(Store):
    """`MemoryStore()` is empty and ready; it needs no closing."""

    state: State = field(default_factory=State)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[MemoryUnit]:
        async with self.lock:
            changed = self.state.copy(writable=True)
            try:
                yield MemoryUnit.over(changed)
            finally:
                changed.writable = False
            self.state = changed

    @asynccontextmanager
    async def read(self) -> AsyncIterator[MemoryUnit]:
        yield MemoryUnit.over(self.state.copy(writable=False))
