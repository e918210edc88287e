"""What a channel is reminded of at one time becomes one delivery, its promises and its job."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

from bot.deliver.plan import hushed, in_time
from bot.deliver.restored import in_doubt_if_restored
from bot.domain.delivery import Delivery, Part, identity
from bot.domain.reminder import Policy, Promise, Reminder
from bot.ports import Job, UnitOfWork

REMIND = "remind"
"""The task that sends the reminders of one channel."""

IDS = "ids"
PREFIX = "reminder:"
"""Schedule ids of reminders begin so."""

Bundle = tuple[Policy, tuple[Reminder, ...]]


def bundles_of(found: Sequence[Reminder], now: datetime) -> list[tuple[Reminder, ...]]:
    """What one post tells: all that falls on one day for one reader; what was missed apart."""
    bundles: dict[tuple[object, ...], list[Reminder]] = defaultdict(list)
    for one in found:
        bundles[one.day, one.reader, one.late <= now].append(one)
    return [tuple(bundle) for bundle in bundles.values()]


async def take_over(unit: UnitOfWork, bundles: Sequence[Bundle], now: datetime) -> int:
    """Make deliveries, promises and jobs of these bundles; return how many deliveries."""
    planned = [_delivery(policy, bundle, now) for policy, bundle in bundles]
    whole = await in_doubt_if_restored(unit, planned, now)
    made = [(delivery, bundle) for delivery, (_, bundle) in zip(whole, bundles, strict=True)]
    added = await unit.deliveries.add([delivery for delivery, _ in made])
    known = {one.id for one in added}
    await unit.deliveries.save([one for one, _ in made if one.id not in known])  # skipped before, due again
    await unit.promises.put(
        [Promise(reminder=one, delivery_id=delivery.id) for delivery, bundle in made for one in bundle]
    )
    await unit.jobs.defer([_job(delivery, now) for delivery, _ in made if delivery.open])
    return len(made)


def _delivery(policy: Policy, bundle: Sequence[Reminder], now: datetime) -> Delivery:
    names = sorted(f"{one.entry_id}:{one.deadline}:{one.step}:{one.reader}" for one in bundle)
    schedule_id = PREFIX + blake2b("\n".join(names).encode(), digest_size=6).hexdigest()
    made = Delivery(
        id=identity(policy.channel, bundle[0].day, schedule_id),
        channel=policy.channel,
        schedule_id=schedule_id,
        local_date=bundle[0].day,
        zone=policy.zone,
        due=min(one.at for one in bundle),
        late=max(one.late for one in bundle),
        topics=(schedule_id,),  # never those of a digest, whose news begins at the last one sent
        quiet=policy.quiet,
        next_try=now,
        parts=(Part(),),
    )
    return hushed(in_time(made, now), now)


def _job(delivery: Delivery, now: datetime) -> Job:
    """In the lane of the digests, so that a channel reads one thing after another."""
    return Job(
        task=REMIND,
        key=f"{REMIND}:{delivery.id}",
        lane=f"{delivery.channel.platform}:{delivery.channel.tenant_id}",
        arguments={IDS: delivery.id},
        due=max(now, delivery.due),
    )
