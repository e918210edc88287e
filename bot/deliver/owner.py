"""Whom to tell what a channel cannot be told: the person who brought the bot, as far as the platform says."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.deliver.word import plan_word
from bot.domain.channel import Platform
from bot.domain.delivery import Delivery
from bot.ports import Messenger, UnitOfWork

TELL = "tell"
"""The task that tells an owner one thing."""

PREFIX = "paused:"
"""Schedule ids of what an owner is told begin so; what follows the colon is the delivery that was refused."""

LATE = timedelta(days=1)


async def owned_by(unit: UnitOfWork, platform: Platform, tenant_id: str, person: str) -> None:
    """Keep who installed the bot."""
    await unit.checkpoints.put(tenant_id, _name(platform), person)


async def owned_at_least_by(unit: UnitOfWork, platform: Platform, tenant_id: str, person: str) -> None:
    """Keep who set up a channel, where nobody is known who installed the bot."""
    if await owner_of(unit, platform, tenant_id) is None:
        await owned_by(unit, platform, tenant_id, person)


async def owner_of(unit: UnitOfWork, platform: Platform, tenant_id: str) -> str | None:
    """The platform's id of who brought the bot, or else of who set up the first channel; None if unknown."""
    return await unit.checkpoints.get(tenant_id, _name(platform))


async def plan_telling(unit: UnitOfWork, refused: Delivery, messenger: Messenger, now: datetime) -> None:
    """Plan to tell the owner of the tenant that a delivery to a channel was refused, not one to a person."""
    channel = refused.channel
    if messenger.is_direct(channel):
        return
    owner = await owner_of(unit, channel.platform, channel.tenant_id)
    place = messenger.direct(channel, owner) if owner else None
    if place is not None:
        await plan_word(unit, TELL, place, f"{PREFIX}{refused.id}", due=now, late=LATE)


def _name(platform: Platform) -> str:
    """Of the checkpoint that holds the owner."""
    return f"owner:{platform}"
