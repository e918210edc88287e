"""Whom to tell what a channel cannot be told: the person who brought the bot, as far as the platform says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.channel import Channel, Platform
from bot.domain.delivery import Delivery, identity
from bot.ports import Job, Messenger, UnitOfWork

TELL = "tell"
"""The task that tells an owner one thing."""

IDS = "ids"
PREFIX = "paused:"
"""Schedule ids of what an owner is told begin so; what follows the colon is the delivery that was refused."""

LATE = timedelta(days=1)


async def owned_by(unit: UnitOfWork, platform: Platform, tenant_id: str, person: str) -> None:
    """Keep who installed the bot."""
    await unit.checkpoints.put(tenant_id, _name(platform), person)


async def owned_at_least_by(unit: UnitOfWork, platform: Platform, tenant_id: str, person: str) -> None:
    """Keep who set up a channel, where nobody is known who installed the bot."""
    if await unit.checkpoints.get(tenant_id, _name(platform)) is None:
        await owned_by(unit, platform, tenant_id, person)


async def plan_telling(unit: UnitOfWork, refused: Delivery, messenger: Messenger, now: datetime) -> None:
    """Plan to tell the owner of the tenant that a delivery was refused, unless it was just such a word."""
    channel = refused.channel
    owner = await unit.checkpoints.get(channel.tenant_id, _name(channel.platform))
    place = messenger.direct(channel, owner) if owner else None
    if place is None or refused.schedule_id.startswith(PREFIX):
        return
    added = await unit.deliveries.add([_telling(refused, place, now)])
    await unit.jobs.defer([_job(one) for one in added])


def _name(platform: Platform) -> str:
    """Of the checkpoint that holds the owner."""
    return f"owner:{platform}"


def _telling(refused: Delivery, place: Channel, now: datetime) -> Delivery:
    schedule_id = f"{PREFIX}{refused.id}"
    return Delivery(
        id=identity(place, date.min, schedule_id),
        channel=place,
        schedule_id=schedule_id,
        local_date=now.date(),
        zone="UTC",
        due=now,
        late=now + LATE,
        topics=(schedule_id,),  # never those of a digest, whose news begins at the last one sent
        next_try=now,
    )


def _job(delivery: Delivery) -> Job:
    return Job(
        task=TELL,
        key=f"{TELL}:{delivery.id}",
        lane=f"{delivery.channel.platform}:{delivery.channel.tenant_id}",
        arguments={IDS: delivery.id},
        due=delivery.due,
    )
