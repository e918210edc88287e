"""Remind: on each look the ledger is brought up to date, and what is due becomes deliveries and jobs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.deliver.outbox import Outbox
from bot.domain.channel import Topic, topic_named
from bot.domain.deadline import DatedEvent
from bot.domain.delivery import Delivery
from bot.domain.ledger import Entry
from bot.domain.post import Post
from bot.domain.preferences import ChannelSettings
from bot.domain.reminder import Policy, Reminder
from bot.domain.schedule import instant
from bot.domain.speech import Languages
from bot.ports import Clock, RunCpu, Store, UnitOfWork
from bot.remind.bundles import PREFIX, Bundle, bundles_of, take_over
from bot.remind.pipeline import ZONES_APART, KeepLedger
from bot.remind.plan import BACK, Situation, due, planned
from bot.remind.standing import as_it_may_go, gone_from, post_of, standing, unbegun
from bot.remind.view import distinct, event_of, known_at, local_day

Policies = Callable[[], Sequence[Policy]]


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
            known = _known(await self._entries(unit, [wide], now), policy.zone, now)
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
            gone = await gone_from(unit, tenant_id, now)
            new = [policy for policy in policies if await _since(unit, policy, now) is None]
        if not found and not gone and not new:
            return 0
        async with self.store.write() as unit:
            for policy in new:
                await unit.checkpoints.put(tenant_id, _since_name(policy), _morning(policy, now).isoformat())
            await unit.deliveries.save(await gone_from(unit, tenant_id, now))
            return await take_over(unit, await self._found(unit, policies, now), now)

    async def _found(self, unit: UnitOfWork, policies: Sequence[Policy], now: datetime) -> list[Bundle]:
        entries = await self._entries(unit, policies, now)
        bundles: list[Bundle] = []
        by_zone = {zone: _known(entries, zone, now) for zone in {policy.zone for policy in policies}}
        for policy in policies:
            known = by_zone[policy.zone]
            at = Situation(
                policy=policy,
                since=await _since(unit, policy, now) or _morning(policy, now),
                now=now,
                wishes=await unit.wishes.of(policy.channel),
                past=await unit.promises.about(policy.channel, list(known)),
            )
            found = await self._followed(unit, policy, known, due(list(known.values()), at))
            bundles += [(policy, bundle) for bundle in bundles_of(found, now)]
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
            told = {one.id: await standing(unit, one, now) for one in found}
            chosen = await unit.preferences.of([one.channel for one in found])
            found = [self._styled(one, chosen.get(one.channel)) for one in found]

        def post_for(delivery: Delivery) -> Post:
            return post_of(delivery, told[delivery.id], self.clock.now())

        checked = [as_it_may_go(one, told[one.id], pauses.get(one.channel)) for one in found]
        checked = [
            replace(one, parts=self.outbox.parts(post_for(one))) if unbegun(one) else one for one in checked
        ]
        async with self.store.write() as unit:
            await unit.deliveries.save([new for new, old in zip(checked, found, strict=True) if new != old])

        done = await self.outbox.send([one for one in checked if one.open], post_for)
        return min((one.next_try for one in done if one.open and one.next_try), default=None)

    def _styled(self, delivery: Delivery, chosen: ChannelSettings | None) -> Delivery:
        """The same delivery, with what its channel has chosen by now if nothing of it is sent."""
        if not unbegun(delivery):
            return delivery
        style = chosen.style if chosen else delivery.style
        language = self.languages.of(delivery.channel, chosen)
        return replace(delivery, style=replace(style, language=language))


def _known(entries: Sequence[Entry], zone: str, now: datetime) -> dict[str, Entry]:
    """The entries as they are known at an instant on the day of a zone, each deadline once, by id."""
    known = (known_at(entry, now, zone) for entry in entries)
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
