"""Why? What became of each scheduled send of a day, and what comes next, in lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.channel import Channel
from bot.domain.delivery import Delivery, State
from bot.domain.schedule import Run, Schedule
from bot.ports import Pause, Store
from bot.texts import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What there is to tell of some days: deliveries, pauses of their channels, and the next runs."""

    deliveries: tuple[Delivery, ...]
    pauses: tuple[tuple[Channel, Pause], ...]
    planned: tuple[tuple[Schedule, Run], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The use case."""

    store: Store

    async def run(self, tenant_id: str, first: date, last: date, channel: Channel | None = None) -> Account:
        """Everything about a tenant's sends of these local days, or of one of its channels."""
        async with self.store.read() as unit:
            deliveries = await unit.deliveries.between(tenant_id, first, last)
            planned = await unit.schedules.every(tenant_id)
            channels = {one.channel for one in deliveries} | {one.channel for one, _ in planned}
            channels |= {channel} if channel else set()
            pauses = await unit.channels.paused(sorted(channels))
        return Account(
            deliveries=tuple(one for one in deliveries if channel in {None, one.channel}),
            pauses=tuple((one, pause) for one, pause in pauses.items() if channel in {None, one}),
            planned=tuple((one, run) for one, run in planned if channel in {None, one.channel}),
        )


def account_lines(account: Account) -> tuple[str, ...]:
    """The account in words, one line a fact."""
    lines = [delivery_line(one) for one in account.deliveries] or [say("why.nothing")]
    lines += [
        say("why.pause", channel=channel, day=pause.since.date(), reason=pause.reason)
        for channel, pause in account.pauses
    ]
    return (*lines, *planned_lines(account.planned))


def planned_lines(planned: Sequence[tuple[Schedule, Run]]) -> tuple[str, ...]:
    """The next send of each schedule."""
    return tuple(
        say("why.next", channel=one.channel, schedule=one.id, at=_local(run.at, one.zone), zone=one.zone)
        for one, run in planned
    )


def delivery_line(one: Delivery) -> str:
    """What became of one send: when and under which id it was sent, or why not, or when it is tried next."""
    return say(
        "why.line",
        day=one.local_date,
        channel=one.channel,
        schedule=one.schedule_id,
        due=_local(one.due, one.zone),
        what=outcome_in_words(one),
    )


def outcome_in_words(one: Delivery) -> str:
    """What became of it: sent as which message, skipped or failed and why, or when it is tried next."""
    if one.open:
        return _waiting(one)
    return _sent(one) if one.state is State.SENT else say(f"why.{one.state}", detail=one.detail)


def _sent(one: Delivery) -> str:
    ids = ", ".join(part.message_id or "" for part in one.parts)
    at = one.parts[0].at if one.parts else None
    return say("why.sent", at=_local(at, one.zone) if at else "", ids=ids)


def _waiting(one: Delivery) -> str:
    at = _local(one.next_try, one.zone) if one.next_try else ""
    detail = f" ({one.detail})" if one.detail else ""
    return say("why.waiting", at=at, detail=detail)


def _local(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"
