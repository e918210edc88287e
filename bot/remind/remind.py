"""Remind: on each look the ledger is brought up to date, and what is due becomes deliveries and jobs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from hashlib import blake2b
from zoneinfo import ZoneInfo

from bot.deliver.notice import lay_out_reminders
from bot.deliver.outbox import Outbox
from bot.deliver.plan import hushed, in_time
from bot.deliver.restored import in_doubt_if_restored
from bot.domain.channel import Topic, topic_named
from bot.domain.deadline import DatedEvent
from bot.domain.delivery import Delivery, Part, Reason, State, identity
from bot.domain.ledger import Entry
from bot.domain.post import Post
from bot.domain.preferences import ChannelSettings
from bot.domain.reminder import Policy, Promise, Reminder, WishKind
from bot.domain.schedule import instant
from bot.domain.speech import Languages
from bot.ports import Clock, Job, Pause, RunCpu, Store, UnitOfWork
from bot.remind.pipeline import ZONES_APART, KeepLedger
from bot.remind.plan import BACK, Situation, due, planned, still_true
from bot.remind.view import distinct, event_of, known_at, local_day
from bot.texts import say, speaking

REMIND = "remind"
"""The task that sends the reminders of one channel."""

IDS = "ids"
PREFIX = "reminder:"
"""Schedule ids of reminders begin so."""

ON_THE_EVE_AND_THE_DAY = ("0", "1")
"""Steps at which a channel's role may be pinged."""

Policies = Callable[[], Sequence[Policy]]
Bundle = tuple[Policy, tuple[Reminder, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """The use case; any number of processes may look at a time. `policies` gives those of this moment."""

    store: Store
    clock: Clock
    run_cpu: RunCpu
    keep: KeepLedger
    outbox: Outbox
    policies: Policies
    topics: Mapping[str, Topic]
    languages: Languages = field(default_factory=Languages)

    async def look(self) -> int:
        """Plan all that is due and return how many deliveries are new; nothing due writes nothing."""
        by_tenant: dict[str, list[Policy]] = defaultdict(list)
        for policy in await self._policies():
            by_tenant[policy.channel.tenant_id].append(policy)
        planned = 0
        for tenant_id, policies in by_tenant.items():
            await self.keep.run(tenant_id)
            planned += await self._plan(tenant_id, policies)
        return planned

    async def ahead(
        self, policy: Policy, now: datetime, days: int
    ) -> tuple[tuple[DatedEvent, Reminder], ...]:
        """The steps of a channel's local day and the next `days`, as far as known at an instant."""
        await self.keep.run(policy.channel.tenant_id)
        today = local_day(now, policy.zone)
        async with self.store.read() as unit:
            wide = replace(policy, ladder=(*policy.ladder, max(policy.ladder) + days))
            known = _known(await self._entries(unit, [wide], now), policy, now)
            wishes = await unit.wishes.of(policy.channel)
            found = planned(list(known.values()), policy, wishes, today, today + timedelta(days=days))
            followed = await self._followed(unit, policy, known, found)
        return tuple((event_of(known[one.entry_id]), one) for one in followed)

    async def _policies(self) -> list[Policy]:
        """Those of this moment: what a channel was set to from a chat wins."""
        async with self.store.read() as unit:
            chosen = {one.channel: one.policy for one in await unit.preferences.every()}
        given = [policy for policy in self.policies() if policy.channel not in chosen]
        return given + [policy for policy in chosen.values() if policy]

    async def _plan(self, tenant_id: str, policies: Sequence[Policy]) -> int:
        now = self.clock.now()
        async with self.store.read() as unit:
            found = await self._found(unit, policies, now)
            gone = await _gone(unit, tenant_id, now)
            new = [policy for policy in policies if await _since(unit, policy, now) is None]
        if not found and not gone and not new:
            return 0
        async with self.store.write() as unit:
            for policy in new:
                await unit.checkpoints.put(tenant_id, _since_name(policy), _morning(policy, now).isoformat())
            await unit.deliveries.save(await _gone(unit, tenant_id, now))
            return await _take_over(unit, await self._found(unit, policies, now), now)

    async def _found(self, unit: UnitOfWork, policies: Sequence[Policy], now: datetime) -> list[Bundle]:
        entries = await self._entries(unit, policies, now)
        bundles: list[Bundle] = []
        for policy in policies:
            known = _known(entries, policy, now)
            at = Situation(
                policy=policy,
                since=await _since(unit, policy, now) or _morning(policy, now),
                now=now,
                wishes=await unit.wishes.of(policy.channel),
                past=await unit.promises.about(policy.channel, list(known)),
            )
            found = await self._followed(unit, policy, known, due(list(known.values()), at))
            bundles += [(policy, bundle) for bundle in _bundles(found, now)]
        return bundles

    async def _entries(
        self, unit: UnitOfWork, policies: Sequence[Policy], now: datetime
    ) -> tuple[Entry, ...]:
        reach = timedelta(days=max(max(policy.ladder) for policy in policies))
        first, last = (now - BACK).date(), (now + reach + ZONES_APART).date()
        return await unit.ledger.between(policies[0].channel.tenant_id, first, last)

    async def _followed(
        self, unit: UnitOfWork, policy: Policy, known: Mapping[str, Entry], found: Sequence[Reminder]
    ) -> tuple[Reminder, ...]:
        """Those on the channel's topics, and what a person asked for."""
        if not policy.topics or not found:
            return tuple(found)
        topics = [topic for name in policy.topics if (topic := topic_named(self.topics, name))]
        told = {report.article_id for one in found for report in known[one.entry_id].reports}
        on = await unit.articles.on_topics(policy.channel.tenant_id, sorted(told), topics)
        return tuple(
            one
            for one in found
            if one.reader or any(report.article_id in on for report in known[one.entry_id].reports)
        )

    async def serve(self, ids: Sequence[str]) -> datetime | None:
        """Send these deliveries, withdraw those that no longer hold; return when to look again, if ever.

        Every stored article is read first: one that moved a date since the reminder was planned counts.
        """
        async with self.store.read() as unit:
            tenants = {one.channel.tenant_id for one in await unit.deliveries.get(ids) if one.open}
        for tenant_id in sorted(tenants):
            await self.keep.run(tenant_id)
        now = self.clock.now()
        async with self.store.read() as unit:
            found = [one for one in await unit.deliveries.get(ids) if one.open]
            pauses = await unit.channels.paused([one.channel for one in found])
            told = {one.id: await _standing(unit, one, now) for one in found}
            chosen = await unit.preferences.of([one.channel for one in found])
            found = [self._styled(one, chosen.get(one.channel)) for one in found]

        def post_for(delivery: Delivery) -> Post:
            return _post(delivery, told[delivery.id], self.clock.now())

        checked = [_checked(one, told[one.id], pauses.get(one.channel)) for one in found]
        checked = [
            replace(one, parts=self.outbox.parts(post_for(one))) if _unbegun(one) else one for one in checked
        ]
        async with self.store.write() as unit:
            await unit.deliveries.save([new for new, old in zip(checked, found, strict=True) if new != old])

        done = await self.outbox.send([one for one in checked if one.open], post_for)
        return min((one.next_try for one in done if one.open and one.next_try), default=None)

    def _styled(self, delivery: Delivery, chosen: ChannelSettings | None) -> Delivery:
        """The same delivery, with what its channel has chosen by now if nothing of it is sent."""
        if not _unbegun(delivery):
            return delivery
        style = chosen.style if chosen else delivery.style
        language = self.languages.of(delivery.channel, chosen)
        return replace(delivery, style=replace(style, language=language))


def _unbegun(delivery: Delivery) -> bool:
    """Whether it is to be sent and nothing of it is: its number of messages may change."""
    return delivery.open and not delivery.begun


def _known(entries: Sequence[Entry], policy: Policy, now: datetime) -> dict[str, Entry]:
    """The entries as they are known at an instant on the channel's day, each deadline once, by id."""
    known = (known_at(entry, now, policy.zone) for entry in entries)
    return {entry.id: entry for entry in distinct([one for one in known if one])}


def _since_name(policy: Policy) -> str:
    return f"{PREFIX}since:{policy.channel}"


def _morning(policy: Policy, now: datetime) -> datetime:
    """The start of the channel's local day."""
    zone = ZoneInfo(policy.zone)
    return instant(now.astimezone(zone).date(), time(0), zone)


async def _since(unit: UnitOfWork, policy: Policy, now: datetime) -> datetime | None:
    """From when a channel's steps count, None if nobody looked yet; a clock that was ahead does not count."""
    kept = await unit.checkpoints.get(policy.channel.tenant_id, _since_name(policy))
    return min(datetime.fromisoformat(kept), _morning(policy, now)) if kept else None


def _bundles(found: Sequence[Reminder], now: datetime) -> list[tuple[Reminder, ...]]:
    """What one post tells: all that falls on one day for one reader; what was missed apart."""
    bundles: dict[tuple[object, ...], list[Reminder]] = defaultdict(list)
    for one in found:
        bundles[one.day, one.reader, one.late <= now].append(one)
    return [tuple(bundle) for bundle in bundles.values()]


async def _take_over(unit: UnitOfWork, bundles: Sequence[Bundle], now: datetime) -> int:
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


async def _gone(unit: UnitOfWork, tenant_id: str, now: datetime) -> list[Delivery]:
    """What waits to be sent, is certainly not there yet, and holds no more: withdrawn."""
    waiting = await unit.promises.waiting(tenant_id)
    ids = list(dict.fromkeys(one.delivery_id for one in waiting))
    open_ones = [one for one in await unit.deliveries.get(ids) if not one.begun]
    return [_withdrawn(one) for one in open_ones if not await _standing(unit, one, now)]


async def _standing(
    unit: UnitOfWork, delivery: Delivery, now: datetime
) -> tuple[tuple[Entry, Reminder], ...]:
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


def _checked(delivery: Delivery, told: Sequence[object], pause: Pause | None) -> Delivery:
    """The delivery as it may go now; what is on the platform, or may be, is finished."""
    if delivery.begun:
        return delivery
    with speaking(delivery.style.language):
        if pause is not None:
            detail = say("why.paused", day=pause.since.date(), reason=pause.reason)
            return delivery.closed(State.SKIPPED, Reason.PAUSED, detail)
        return delivery if told else _withdrawn(delivery)


def _post(delivery: Delivery, told: Sequence[tuple[Entry, Reminder]], now: datetime) -> Post:
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
