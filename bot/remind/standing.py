"""What of a planned reminder still holds: said, withdrawn, or skipped while its channel rests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.deliver.notice import lay_out_reminders
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.ledger import Entry
from bot.domain.post import Post
from bot.domain.reminder import Reminder, WishKind
from bot.ports import Pause, UnitOfWork
from bot.remind.plan import still_true
from bot.remind.view import event_of, known_at, local_day
from bot.texts import say, speaking

ON_THE_EVE_AND_THE_DAY = ("0", "1")
"""Steps at which a channel's role may be pinged."""


def unbegun(delivery: Delivery) -> bool:
    """Whether it is to be sent and nothing of it is: its number of messages may change."""
    return delivery.open and not delivery.begun


async def gone_from(unit: UnitOfWork, tenant_id: str, now: datetime) -> list[Delivery]:
    """What waits to be sent, is certainly not there yet, and holds no more: withdrawn."""
    waiting = await unit.promises.waiting(tenant_id)
    ids = list(dict.fromkeys(one.delivery_id for one in waiting))
    open_ones = [one for one in await unit.deliveries.get(ids) if not one.begun]
    return [_withdrawn(one) for one in open_ones if not await standing(unit, one, now)]


async def standing(unit: UnitOfWork, delivery: Delivery, now: datetime) -> tuple[tuple[Entry, Reminder], ...]:
    """What of a delivery may still be said, with the entries as they are known now."""
    reminders = [one.reminder for one in await unit.promises.of([delivery.id])]
    wishes = await unit.wishes.of(delivery.channel)
    muted = {one.entry_id for one in wishes if one.kind is WishKind.MUTE}
    ids = sorted({one.entry_id for one in reminders})
    known = {
        one.id: known_at(one, now, delivery.zone)
        for one in await unit.ledger.get(delivery.channel.tenant_id, ids)
    }
    found = ((known.get(one.entry_id), one) for one in reminders if one.reader or one.entry_id not in muted)
    return tuple((entry, one) for entry, one in found if entry and still_true(entry, one, delivery.zone, now))


def _withdrawn(delivery: Delivery) -> Delivery:
    return delivery.closed(State.SKIPPED, Reason.WITHDRAWN, say("why.withdrawn"))


def as_it_may_go(delivery: Delivery, told: Sequence[object], pause: Pause | None) -> Delivery:
    """The delivery as it may go now; what is on the platform, or may be, is finished."""
    if delivery.begun:
        return delivery
    with speaking(delivery.style.language):
        if pause is not None:
            detail = say("why.paused", day=pause.since.date(), reason=pause.reason)
            return delivery.closed(State.SKIPPED, Reason.PAUSED, detail)
        return delivery if told else _withdrawn(delivery)


def post_of(delivery: Delivery, told: Sequence[tuple[Entry, Reminder]], now: datetime) -> Post:
    """The post of what still holds; LookupError where nothing of it does."""
    if not told:
        raise LookupError(
            say("why.withdrawn")
        )  # begun, not there, and not true any more: the next look ends it
    today = local_day(now, delivery.zone)
    events = [(event_of(entry), one) for entry, one in told]
    with speaking(delivery.style.language):
        post = lay_out_reminders(events, delivery.channel, today, delivery.zone, f"reminder:{delivery.id}")
    soon = any(one.step in ON_THE_EVE_AND_THE_DAY for _, one in told)
    return replace(post, silent=delivery.silent(now), role=delivery.style.role if soon else "")
