"""Schedules, deliveries, channels, and the platforms that take posts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, State
from bot.domain.post import Post, Receipt
from bot.domain.schedule import Run, Schedule
from bot.errors import PermanentRefusal


class Schedules(Protocol):
    """Schedules, each with the run it waits for."""

    async def put(self, planned: Sequence[tuple[Schedule, Run]]) -> None:
        """Keep schedules with their next runs, replacing those of the same ids."""
        ...

    async def remove(self, ids: Sequence[str]) -> None:
        """Forget schedules; their deliveries stay."""
        ...

    async def every(self, tenant_id: str | None = None) -> tuple[tuple[Schedule, Run], ...]:
        """All schedules of a tenant's channels, or of all tenants, with their next runs, ordered by id."""
        ...

    async def due(self, now: datetime, limit: int) -> tuple[tuple[Schedule, Run], ...]:
        """At most `limit` schedules whose next run is at or before `now`, the earliest first.

        Of all tenants; no two transactions are given the same one at a time.
        """
        ...

    async def beyond(self, instant: datetime) -> tuple[tuple[Schedule, Run], ...]:
        """The schedules, of all tenants, whose next run is after an instant."""
        ...


class Deliveries(Protocol):
    """What was to be sent, and what became of it. Ids are unique over all tenants."""

    async def add(self, deliveries: Sequence[Delivery]) -> tuple[Delivery, ...]:
        """Keep new deliveries and return those that were new; one whose id is there stays as it is."""
        ...

    async def get(self, ids: Sequence[str]) -> tuple[Delivery, ...]:
        """The deliveries with these ids, in the order given; missing ones are left out."""
        ...

    async def save(self, deliveries: Sequence[Delivery]) -> None:
        """Replace deliveries that are there."""
        ...

    async def between(self, tenant_id: str | None, first: date, last: date) -> tuple[Delivery, ...]:
        """A tenant's deliveries of these local days, both included, by due time, then id.

        None stands for all tenants.
        """
        ...

    async def standing(self, tenant_id: str, before: date, states: Collection[State]) -> tuple[Delivery, ...]:
        """A tenant's deliveries of earlier local days in one of these states, by due time, then id."""
        ...

    async def last_sent(
        self, channels: Sequence[Channel], topics: Sequence[str], before: datetime | None = None
    ) -> Mapping[Channel, Delivery]:
        """Per channel, its last sent delivery on exactly these topics, of those due before an instant.

        The last is the one that looked at the latest arrivals, and of those that looked at the same ones, or
        of which none is known, the one that was due last.
        """
        ...

    async def sent(
        self, channels: Sequence[Channel], topics: Sequence[str], since: datetime
    ) -> tuple[Delivery, ...]:
        """What was sent to these channels on exactly these topics, due then or later, by due time and id."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Why and since when (UTC) nothing is sent to a channel."""

    reason: str
    since: datetime


class Channels(Protocol):
    """Which channels are paused."""

    async def paused(self, channels: Sequence[Channel]) -> Mapping[Channel, Pause]:
        """The pauses of those of these channels that are paused, or whose tenant removed the bot."""
        ...

    async def pause(self, channel: Channel, pause: Pause) -> bool:
        """Pause a channel; False, and nothing changed, if it is paused already."""
        ...

    async def resume(self, channel: Channel) -> bool:
        """End a pause; False if there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the audit: who changed what, when (UTC)."""

    at: datetime
    who: str
    what: str


class Audit(Protocol):
    """The append-only record of changes to what is sent where."""

    async def note(self, tenant_id: str, change: Change) -> None:
        """Add an entry."""
        ...

    async def latest(self, tenant_id: str, limit: int) -> tuple[Change, ...]:
        """The latest entries, the newest first."""
        ...


class Presence(StrEnum):
    """What reconciling found out about a post whose sending had no answer."""

    FOUND = "found"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """The answer to "does it exist?"; `receipt` is there exactly when it was found."""

    presence: Presence
    receipt: Receipt | None = None

    def __post_init__(self) -> None:
        """Refuse a found post without receipt and a receipt without a found post."""
        if (self.presence is Presence.FOUND) != (self.receipt is not None):
            raise ValueError("a receipt belongs to a post that was found, and only to that")


class Messenger(Protocol):
    """A platform that takes posts. It never retries by itself: retry is the outbox's decision."""

    def parts(self, post: Post) -> int:
        """How many messages this post takes: the parent, and its details where there are any."""
        return 2 if post.stories else 1

    async def post(self, delivery_id: str, post: Post, part: int, parent: Receipt | None) -> Receipt:
        """Send part `part` (0 is the parent message) under a delivery id that `reconcile` can find again.

        Raise RetryableRefusal or PermanentRefusal when the post certainly does not exist, AmbiguousOutcome
        when it may.
        """
        ...

    async def edit(self, delivery_id: str, post: Post, receipt: Receipt) -> None:
        """Give the parent message of a post that was sent under this id the words of `post`.

        Doing it again changes nothing. Raise as `post` does; PermanentRefusal where there is no editing.
        """
        what = f"{delivery_id} ({receipt.message_id}): {post.channel.platform} has no editing"
        raise PermanentRefusal(what, code="no_editing")

    def direct(self, _channel: Channel, _person: str, /) -> Channel | None:
        """Where a person of that tenant is written to alone; None where the platform has no such place."""
        return None

    def is_direct(self, _channel: Channel, /) -> bool:
        """Whether one person is written to alone there."""
        return False

    async def reconcile(
        self, delivery_id: str, channel: Channel, since: datetime, parent: Receipt | None = None
    ) -> Reconciliation:
        """Whether a post with this delivery id exists among those sent at or after `since`.

        `parent` is the message that it answers, where that is known; it may be another delivery's.
        """
        ...
