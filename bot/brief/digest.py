"""Digest: a shard of due deliveries gets its briefings, and the outbox sends them."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.brief.pipeline import Brief, Request
from bot.brief.readers import Reader, readers_of
from bot.brief.select import oldest_day
from bot.deliver.layout import lay_out_digest
from bot.deliver.outbox import Outbox
from bot.deliver.retry import unmade
from bot.domain.briefing import Basis, Briefing, Window
from bot.domain.channel import Channel, Topic, topic_named
from bot.domain.delivery import Delivery, Reason, State
from bot.domain.post import Post
from bot.domain.preferences import ChannelSettings
from bot.domain.schedule import Schedule
from bot.domain.speech import Languages
from bot.errors import StoreError
from bot.ports import Clock, Pause, Store
from bot.texts import Language, say, speaking

TopicNamed = Mapping[str, Topic]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The use case. Running it again after a crash sends nothing twice.

    `planned` are the schedules of the settings; where a channel has chosen its own, these hold instead.
    """

    store: Store
    clock: Clock
    brief: Brief
    outbox: Outbox
    topics: TopicNamed
    planned: Mapping[Channel, Sequence[Schedule]] = field(default_factory=dict)
    languages: Languages = field(default_factory=Languages)

    async def run(self, ids: Sequence[str]) -> datetime | None:
        """Serve these deliveries; return when to look again, None when all of them are at their end."""
        deliveries = await self._prepared(ids)
        briefings = await self._briefings(deliveries)
        posts: dict[tuple[object, ...], Post] = {}

        def post_for(delivery: Delivery) -> Post:
            key = (delivery.briefing_id, delivery.style, delivery.following, delivery.zone)
            if key not in posts:
                posts[key] = lay_out_digest(briefings[delivery.briefing_id or ""], delivery)
            silent = delivery.silent(self.clock.now())
            return replace(posts[key], key=delivery.id, channel=delivery.channel, silent=silent)

        done = await self.outbox.send([one for one in deliveries if one.parts], post_for)
        waiting = [one for one in deliveries if not one.parts]
        return min((one.next_try for one in (*done, *waiting) if one.next_try), default=None)

    async def _prepared(self, ids: Sequence[str]) -> tuple[Delivery, ...]:
        """The open ones among them: late and paused ones closed, those that may go with their briefing."""
        now = self.clock.now()
        topics = dict(self.topics)  # a reload may change them while briefings are made
        async with self.store.read() as unit:
            found = [one for one in await unit.deliveries.get(ids) if one.open]
            pauses = await unit.channels.paused([one.channel for one in found])
            chosen = await unit.preferences.of([one.channel for one in found])
            checked = [
                self._checked(one, chosen.get(one.channel), topics, pauses.get(one.channel), now)
                for one in found
            ]
            readers = await readers_of(unit, [one for one in checked if _unserved(one, now)], now)
        made = await self._make(set(readers.values()), topics, now)
        ready = [
            self._served(one, made[readers[one.id]], readers[one.id].arrivals.upto, now)
            if one.id in readers
            else one
            for one in checked
        ]
        async with self.store.write() as unit:
            await unit.deliveries.save([new for new, old in zip(ready, found, strict=True) if new != old])
        return tuple(one for one in ready if one.open)

    def _checked(
        self,
        delivery: Delivery,
        chosen: ChannelSettings | None,
        topics: TopicNamed,
        pause: Pause | None,
        now: datetime,
    ) -> Delivery:
        """The delivery as it may go now, and with what its channel has chosen by now where it goes."""
        language = self.languages.of(delivery.channel, chosen)
        with speaking(language):
            checked = self.outbox.ready(_unless_paused(_with_topics(delivery, topics), pause), now)
        return self._styled(checked, chosen, language, now) if _unserved(checked, now) else checked

    def _styled(
        self, delivery: Delivery, chosen: ChannelSettings | None, language: Language, now: datetime
    ) -> Delivery:
        """The same delivery, with what its channel has chosen by now, and when its next digest is due."""
        style = chosen.style if chosen else delivery.style
        schedules = chosen.schedules if chosen else self.planned.get(delivery.channel, ())
        following = min((one.next_run(now).at for one in schedules), default=None)
        return replace(delivery, style=replace(style, language=language), following=following)

    async def _make(
        self, readers: set[Reader], topics: TopicNamed, now: datetime
    ) -> dict[Reader, Briefing | Exception]:
        """Per reader the briefing, or what went wrong: one that breaks must not hold up the others."""
        made: dict[Reader, Briefing | Exception] = {}
        for reader in sorted(readers, key=lambda r: (r.tenant_id, r.zone, r.topics, r.arrivals.after)):
            try:
                made[reader] = briefing = await self.brief.run(_request(reader, topics, now))
                _log_ahead(briefing)
            except StoreError:
                raise
            except Exception as error:
                log.exception("briefing failed", extra={"action": "briefing_failed"})
                made[reader] = error
        return made

    def _served(self, delivery: Delivery, made: Briefing | Exception, upto: int, now: datetime) -> Delivery:
        if isinstance(made, Exception):
            return unmade(delivery, made, now)
        parts = self.outbox.parts(lay_out_digest(made, delivery))
        return replace(delivery, briefing_id=made.id, parts=parts, attempts=0, upto=upto)

    async def _briefings(self, deliveries: Sequence[Delivery]) -> dict[str, Briefing]:
        wanted = {(one.channel.tenant_id, one.briefing_id) for one in deliveries if one.briefing_id}
        found: dict[str, Briefing] = {}
        async with self.store.read() as unit:
            for tenant_id, briefing_id in wanted:
                briefing = await unit.briefings.get(tenant_id, briefing_id)
                if briefing:
                    found[briefing_id] = briefing
        return found


def _log_ahead(briefing: Briefing) -> None:
    """Say that news were held back: it may be our clock that is wrong, which `communique doctor` tells."""
    if briefing.coverage.ahead:
        held = briefing.coverage.ahead
        log.warning("articles dated in the future", extra={"action": "held_back", "articles": held})


def _unserved(delivery: Delivery, now: datetime) -> bool:
    """Whether it may go now and has no briefing yet."""
    return not delivery.parts and delivery.next_try is not None and delivery.next_try <= now


def _request(reader: Reader, topics: TopicNamed, now: datetime) -> Request:
    return Request(
        tenant_id=reader.tenant_id,
        zone=reader.zone,
        window=Window(since=reader.since, until=now, oldest=oldest_day(now), basis=Basis.SEEN),
        topics=tuple(topic for name in reader.topics if (topic := topic_named(topics, name))),
        previous=reader.previous,
        arrivals=reader.arrivals,
        reached=reader.reached,
        told=reader.told,
    )


def _with_topics(delivery: Delivery, topics: TopicNamed) -> Delivery:
    """A digest on a topic that is gone must not turn into a digest on everything."""
    missing = [name for name in delivery.topics if topic_named(topics, name) is None]
    if not missing or delivery.parts:
        return delivery
    return delivery.closed(State.FAILED, Reason.NO_TOPIC, say("why.no_topic", topics=", ".join(missing)))


def _unless_paused(delivery: Delivery, pause: Pause | None) -> Delivery:
    if pause is None or not delivery.open or delivery.begun:
        return delivery
    detail = say("why.paused", day=pause.since.date(), reason=pause.reason)
    return delivery.closed(State.SKIPPED, Reason.PAUSED, detail)
