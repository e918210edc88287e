"""What a chat keeps, in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.channel import LOCAL_TENANT, Channel, Platform
from bot.domain.preferences import ChannelSettings
from bot.domain.reply import Feedback, KeptReply
from bot.ports import Feedbacks, Hold, Inbound, Preferences, Replies, Tenants
from tests.fakes.memory_state import State


@dataclass(frozen=True, slots=True)
class MemoryPreferences(Preferences):
    state: State

    async def put(self, settings: ChannelSettings) -> None:
        self.state.to_write().preferences[settings.channel] = settings

    async def get(self, channel: Channel) -> ChannelSettings | None:
        return self.state.preferences.get(channel)

    async def of(self, channels: Sequence[Channel]) -> Mapping[Channel, ChannelSettings]:
        kept = self.state.preferences
        return {channel: kept[channel] for channel in channels if channel in kept}

    async def every(self, tenant_id: str | None = None) -> tuple[ChannelSettings, ...]:
        kept = sorted(self.state.preferences.items())
        return tuple(one for channel, one in kept if tenant_id in {None, channel.tenant_id})


@dataclass(frozen=True, slots=True)
class MemoryInbound(Inbound):
    state: State

    async def holder(self, event: str) -> Hold | None:
        return self.state.inbound.get(event)

    async def hold(self, event: str, hold: Hold) -> None:
        self.state.to_write().inbound[event] = hold

    async def oldest(self) -> datetime | None:
        return min((hold.at for hold in self.state.inbound.values()), default=None)

    async def forget(self, before: datetime) -> None:
        kept = self.state.to_write().inbound
        for event in [event for event, hold in kept.items() if hold.at < before]:
            del kept[event]


@dataclass(frozen=True, slots=True)
class MemoryReplies(Replies):
    state: State

    async def put(self, kept: KeptReply) -> None:
        self.state.to_write().replies[kept.channel, kept.id] = kept

    async def get(self, channel: Channel, reply_id: str) -> KeptReply | None:
        return self.state.replies.get((channel, reply_id))

    async def oldest(self) -> datetime | None:
        return min((one.until for one in self.state.replies.values()), default=None)

    async def forget(self, before: datetime) -> None:
        kept = self.state.to_write().replies
        for key in [key for key, one in kept.items() if one.until < before]:
            del kept[key]


@dataclass(frozen=True, slots=True)
class MemoryFeedbacks(Feedbacks):
    state: State

    async def put(self, feedback: Feedback) -> None:
        key = (feedback.channel, feedback.briefing_id, feedback.user_id)
        self.state.to_write().feedback[key] = feedback

    async def of(self, tenant_id: str, briefing_id: str) -> tuple[Feedback, ...]:
        own = (
            one
            for one in self.state.feedback.values()
            if (one.channel.tenant_id, one.briefing_id) == (tenant_id, briefing_id)
        )
        return tuple(sorted(own, key=lambda one: one.at))


@dataclass(frozen=True, slots=True)
class MemoryTenants(Tenants):
    state: State

    async def remove(self, platform: Platform, tenant_id: str, at: datetime) -> bool:
        kept = self.state.to_write().removals
        new = (platform, tenant_id) not in kept
        kept.setdefault((platform, tenant_id), at)
        return new

    async def back(self, platform: Platform, tenant_id: str) -> bool:
        return self.state.to_write().removals.pop((platform, tenant_id), None) is not None

    async def removed(self, before: datetime) -> tuple[tuple[Platform, str], ...]:
        return tuple(sorted(key for key, at in self.state.removals.items() if at < before))

    async def delete(self, platform: Platform, tenant_id: str) -> None:
        state = self.state.to_write()

        def of_channel(channel: Channel) -> bool:
            return (channel.platform, channel.tenant_id) == (platform, tenant_id)

        for table in (state.preferences, state.pauses):
            _drop(table, of_channel)
        for keyed in (state.shown, state.wishes, state.promises, state.visits, state.replies, state.feedback):
            _drop(keyed, lambda key: of_channel(key[0]))
        _drop_values(state.deliveries, lambda one: of_channel(one.channel))
        _drop_values(state.turns, lambda one: of_channel(one.asker.channel))
        state.removals.pop((platform, tenant_id), None)
        state.installations.pop((platform, tenant_id), None)
        _drop(state.appointments, lambda key: key[:2] == (platform, tenant_id))
        if tenant_id != LOCAL_TENANT:
            _delete_articles(state, tenant_id)


def _delete_articles(state: State, tenant_id: str) -> None:
    """All that belongs to a tenant and to no channel."""
    tables: tuple[dict[Any, Any], ...] = (
        state.revisions,
        state.fingerprints,
        state.summaries,
        state.briefings,
        state.checkpoints,
        state.entries,
        state.absorbed,
        state.passages,
        state.sources,
        state.claimed,
        state.source_items,
    )
    for table in tables:
        _drop(table, lambda key: key[0] == tenant_id)
    _drop_values(state.schedules, lambda one: one[0].channel.tenant_id == tenant_id)
    _drop_values(state.changes, lambda one: one[0] == tenant_id)


def _drop(table: dict[Any, Any], gone: Callable[[Any], bool]) -> None:
    for key in [key for key in table if gone(key)]:
        del table[key]


def _drop_values(table: dict[Any, Any], gone: Callable[[Any], bool]) -> None:
    for key in [key for key, value in table.items() if gone(value)]:
        del table[key]
