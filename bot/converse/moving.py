"""The bot comes into channels and goes; what is kept of those who removed it is deleted after a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.converse.cases import Cases, place_of
from bot.converse.change import note
from bot.converse.claims import KEPT
from bot.converse.greet import plan_greeting
from bot.deliver.owner import owned_by
from bot.deliver.register import register_channel
from bot.domain.channel import Channel, Platform
from bot.domain.request import Arrival, Person
from bot.ports import Change, Clock, Pause, Store, UnitOfWork
from bot.texts import LANGUAGES, say

PORTION = timedelta(hours=1)
"""What had its time is kept so much longer, so that it is deleted in portions."""

NOBODY = Person(id="communique")


async def joined(cases: Cases, arrival: Arrival) -> None:
    """What was paused goes on; a channel that is not set up is greeted, once."""
    channel, now = arrival.channel, cases.clock.now()
    person = arrival.person or NOBODY
    async with cases.store.write() as unit:
        everywhere = await unit.tenants.back(channel.platform, channel.tenant_id)
        back = await unit.channels.resume(channel) or everywhere
        if everywhere:
            await _goes_on(unit, cases, await _resumed(unit, cases, channel.platform, channel.tenant_id), now)
        elif back:
            await _goes_on(unit, cases, [channel], now)
        place = await place_of(unit, cases, channel)
        language = cases.languages.of(channel, None, arrival.language or person.language)
        if (not place.served and await plan_greeting(unit, channel, language, now)) or back:
            await note(unit, channel, person, now, say("audit.joined"))
    cases.wake()


async def installed(cases: Cases, platform: Platform, tenant_id: str, person: Person) -> None:
    """What a removal stopped goes on; so do channels that paused since the old token was no good."""
    now = cases.clock.now()
    async with cases.store.write() as unit:
        everywhere = await unit.tenants.back(platform, tenant_id)
        resumed = await _resumed(unit, cases, platform, tenant_id)
        if everywhere:
            await _goes_on(unit, cases, resumed, now)
        await owned_by(unit, platform, tenant_id, person.id)
        who, what = f"{platform}:{person.id}", say("audit.installed", where=f"{platform}:{tenant_id}")
        await unit.audit.note(tenant_id, Change(at=now, who=who, what=what))
    cases.wake()


async def _known(unit: UnitOfWork, cases: Cases, platform: Platform, tenant_id: str) -> list[Channel]:
    """The channels of a tenant on a platform that were served before it removed the bot."""
    of_file = {one for one in cases.digests if (one.platform, one.tenant_id) == (platform, tenant_id)}
    return sorted({*await served(unit, platform, tenant_id), *of_file})


async def _resumed(unit: UnitOfWork, cases: Cases, platform: Platform, tenant_id: str) -> list[Channel]:
    """Resume a tenant's channels, those that refused too; not those that the bot was removed from by name."""
    known = await _known(unit, cases, platform, tenant_id)
    paused = await unit.channels.paused(known)
    back = [one for one in known if one not in paused or not _is_removal(paused[one])]
    for one in back:
        await unit.channels.resume(one)
    return back


def _is_removal(pause: Pause) -> bool:
    """Whether the bot was removed from the channel, in whatever language that was kept."""
    return any(pause.reason == words.messages["pause.removed"] for words in LANGUAGES.values())


async def _goes_on(unit: UnitOfWork, cases: Cases, channels: Sequence[Channel], now: datetime) -> None:
    """Each has the schedules again that it was set to, from the chat or else by the settings file."""
    for channel in channels:
        chosen = await unit.preferences.get(channel)
        wanted = chosen.schedules if chosen else cases.digests.get(channel, ())
        await register_channel(unit, channel, wanted, now)


async def removed(cases: Cases, platform: Platform, tenant_id: str, channel_id: str | None) -> None:
    """Nothing is sent any more to that channel, or to any of the tenant's on that platform."""
    now = cases.clock.now()
    gone = Channel(platform, tenant_id, channel_id) if channel_id else None
    async with cases.store.write() as unit:
        channels = [gone] if gone else await served(unit, platform, tenant_id)
        for channel in channels:
            await register_channel(unit, channel, (), now)
        if gone:
            await unit.channels.resume(gone)  # a pause for another reason would be lifted with the tenant's
            await unit.channels.pause(gone, Pause(reason=say("pause.removed"), since=now))
        else:
            await unit.tenants.remove(platform, tenant_id, now)
        what = say("audit.left", where=gone or f"{platform}:{tenant_id}")
        await unit.audit.note(tenant_id, Change(at=now, who=NOBODY.id, what=what))


async def served(unit: UnitOfWork, platform: Platform, tenant_id: str) -> list[Channel]:
    """The channels of a tenant on a platform that are set up or have schedules, in order."""
    channels = {one.channel for one, _ in await unit.schedules.every(tenant_id)}
    channels |= {one.channel for one in await unit.preferences.every(tenant_id)}
    return sorted(channel for channel in channels if channel.platform == platform)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidy:
    """Forgets what has had its time: events, replies to share, tenants that removed the bot."""

    store: Store
    clock: Clock
    kept: timedelta = timedelta(days=30)
    """How long a tenant that removed the bot may come back to what it had."""

    async def run(self) -> int:
        """Do it, and return how many tenants were deleted; nothing that had its time writes nothing."""
        now = self.clock.now()
        async with self.store.read() as unit:
            event, reply = await unit.inbound.oldest(), await unit.replies.oldest()
            gone = await unit.tenants.removed(now - self.kept)
        if (
            not gone
            and not (event and event < now - KEPT - PORTION)
            and not (reply and reply < now - PORTION)
        ):
            return 0
        async with self.store.write() as unit:
            await unit.inbound.forget(now - KEPT)
            await unit.replies.forget(now)
            gone = await unit.tenants.removed(now - self.kept)
            for platform, tenant_id in gone:
                await unit.tenants.delete(platform, tenant_id)
        return len(gone)
