"""Why? What became of each scheduled send of a day, and what comes next, in lines of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.channel import Channel
from bot.domain.delivery import OPEN, Delivery, State
from bot.domain.schedule import Run, Schedule
from bot.ports import Pause, Store
from bot.texts import say

DAY = timedelta(days=1)
TOLD = timedelta(days=7)
"""How long a send whose outcome nobody knows is told of beside later days."""
UNSETTLED = OPEN | {State.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What there is to tell of some days: deliveries, pauses of their channels, and the next runs.

    `zones` are those of the channels as they are set now; of one that is not set, what was sent has its own.
    """

    deliveries: tuple[Delivery, ...]
    pauses: tuple[tuple[Channel, Pause], ...]
    planned: tuple[tuple[Schedule, Run], ...]
    zones: Mapping[Channel, str] = field(default_factory=dict)
    earlier: tuple[Delivery, ...] = ()
    """What of the days before is still to be done, and what of the last week has no known outcome."""

    def zone_of(self, one: Delivery) -> str:
        """The zone in which all is told of its channel."""
        return self.zones.get(one.channel, one.zone)

    @property
    def ahead(self) -> tuple[tuple[Schedule, Run], ...]:
        """The next runs that will be sent: those of channels that are not paused."""
        paused = {channel for channel, _ in self.pauses}
        return tuple((one, run) for one, run in self.planned if one.channel not in paused)

    def of_days(self, first: date, last: date) -> Account:
        """The same of these days of their channels, beside what is open of earlier ones."""
        told = (one for one in self.deliveries if first <= self.day_of(one) <= last)
        earlier = (one for one in self.earlier if one.open or first - self.day_of(one) <= TOLD)
        earlier = (one for one in earlier if self.day_of(one) < first)
        return replace(self, deliveries=tuple(told), earlier=tuple(earlier))

    def day_of(self, one: Delivery) -> date:
        """Its local day; a word that no schedule sends was planned where the channel's zone was unknown."""
        is_word = one.topics == (one.schedule_id,)
        return one.due.astimezone(ZoneInfo(self.zone_of(one))).date() if is_word else one.local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The use case."""

    store: Store

    async def run(self, tenant_id: str, first: date, last: date, channel: Channel | None = None) -> Account:
        """Everything about a tenant's sends of these local days, or of one of its channels.

        With them come those of earlier days that are still to be done, and those of the week before whose
        outcome nobody knows.
        """
        from_, to = _around(first, last)
        async with self.store.read() as unit:
            near = await unit.deliveries.between(tenant_id, from_, to)
            standing = await unit.deliveries.standing(tenant_id, to, UNSETTLED)
            planned = await unit.schedules.every(tenant_id)
            channels = {one.channel for one in (*near, *standing)} | {one.channel for one, _ in planned}
            channels |= {channel} if channel else set()
            pauses = await unit.channels.paused(sorted(channels))
            chosen = await unit.preferences.of(sorted(channels))
        account = Account(
            deliveries=tuple(one for one in near if channel in {None, one.channel}),
            earlier=tuple(one for one in standing if channel in {None, one.channel}),
            pauses=tuple((one, pause) for one, pause in pauses.items() if channel in {None, one}),
            planned=tuple((one, run) for one, run in planned if channel in {None, one.channel}),
            zones={one.channel: one.zone for one, _ in reversed(planned)}
            | {name: settings.zone for name, settings in chosen.items()},
        )
        return account.of_days(first, last)


def _around(first: date, last: date) -> tuple[date, date]:
    """A day more at either end, as far as there are days."""
    return max(first, date.min + DAY) - DAY, min(last, date.max - DAY) + DAY


def account_lines(account: Account) -> tuple[str, ...]:
    """The account in words, one line a fact."""
    lines = [say("why.earlier", line=delivery_line(account, one)) for one in account.earlier]
    lines += [delivery_line(account, one) for one in account.deliveries] or [say("why.nothing")]
    return (*lines, *_lines_ahead(account, account.pauses))


def schedule_lines(account: Account) -> tuple[str, ...]:
    """The next send of each schedule; of a channel that is paused, why nothing is sent."""
    scheduled = {one.channel for one, _ in account.planned}
    return _lines_ahead(account, [one for one in account.pauses if one[0] in scheduled])


def _lines_ahead(account: Account, pauses: Sequence[tuple[Channel, Pause]]) -> tuple[str, ...]:
    told = (
        say("why.pause", channel=channel, day=pause.since.date(), reason=pause.reason)
        for channel, pause in pauses
    )
    planned = (
        say("why.next", channel=one.channel, schedule=one.id, at=_local(run.at, one.zone), zone=one.zone)
        for one, run in account.ahead
    )
    return (*told, *planned)


def delivery_line(account: Account, one: Delivery) -> str:
    """What became of one send: when and under which id it was sent, why not, or when it is tried next."""
    zone = account.zone_of(one)
    return say(
        "why.line",
        day=account.day_of(one),
        channel=one.channel,
        schedule=one.schedule_id,
        due=_local(one.due, zone),
        what=outcome_in_words(one, zone),
    )


def outcome_in_words(one: Delivery, zone: str) -> str:
    """What became of it: sent as which message, skipped or failed and why, or when it is tried next."""
    if one.open:
        return _waiting(one, zone)
    return _sent(one, zone) if one.state is State.SENT else say(f"why.{one.state}", detail=one.detail)


def _sent(one: Delivery, zone: str) -> str:
    ids = ", ".join(part.message_id or "" for part in one.own_parts)
    at = one.own_parts[0].at if one.own_parts else None
    return say("why.sent", at=_local(at, zone) if at else "", ids=ids)


def _waiting(one: Delivery, zone: str) -> str:
    at = _local(one.next_try, zone) if one.next_try else ""
    detail = f" ({one.detail})" if one.detail else ""
    return say("why.waiting", at=at, detail=detail)


def _local(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M:%S}"
