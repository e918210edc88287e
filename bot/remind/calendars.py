"""Keep calendars: the deadlines ahead stand as events where a server wants them, each once."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.appointment import Appointment, CalendarPolicy
from bot.domain.channel import Platform, Topic, topic_named
from bot.domain.deadline import DatedEvent
from bot.domain.ledger import Entry
from bot.errors import AmbiguousOutcome, PermanentRefusal, RetryableRefusal
from bot.ports import Calendar, Clock, Job, RunCpu, Store, UnitOfWork
from bot.remind.appointments import ahead, merged, steps
from bot.remind.pipeline import KeepLedger, on_topics
from bot.remind.place import PLATFORM, SPARE, TENANT, Place, PlaceKeeper, refused, rests, room_of, work_on
from bot.remind.view import distinct, event_of, known_at
from bot.texts import speaking

BACK, FAR = timedelta(days=2), timedelta(days=366)
"""How far back and ahead deadlines are looked at."""

SOON = timedelta(seconds=30)
"""When a calendar is looked at again whose last answer was lost."""

CalendarPolicies = Callable[[], Sequence[CalendarPolicy]]
Articles = AbstractSet[str] | None

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepCalendars:
    """The use case; any number of processes may look at a time, one works on a calendar.

    `policies` gives those of the settings at this moment; what a chat chose wins.
    """

    store: Store
    clock: Clock
    run_cpu: RunCpu
    keep: KeepLedger
    calendars: Mapping[Platform, Calendar]
    policies: CalendarPolicies
    topics: Mapping[str, Topic]

    async def look(self) -> int:
        """Plan the work on every calendar that is not as it should be; return how many there are."""
        if not self.calendars:
            return 0
        now = self.clock.now()
        places = await self._places(now)
        due = [place for place, policies in places.items() if await self._differs(place, policies, now)]
        if due:
            async with self.store.write() as unit:
                await unit.jobs.defer([work_on(place, now) for place in due])
        return len(due)

    async def serve(self, job: Job) -> datetime | None:
        """Bring one calendar up to date; return when to look again, None when it is as it should be.

        An answer that was lost is no harm: the calendar is read before anything is put into it.
        """
        now = self.clock.now()
        place = Platform(job.arguments[PLATFORM]), job.arguments[TENANT]
        policies = (await self._places(now)).get(place)
        if policies is None:
            return None
        wanted = await self._wanted(place, policies, now)
        with speaking(policies[0].language if policies else None):
            return await self._brought(place, wanted, now)

    async def _brought(self, place: Place, wanted: Sequence[Appointment], now: datetime) -> datetime | None:
        try:
            await self._keeper(place).bring(wanted)
        except RetryableRefusal as error:
            return now + (error.wait or SOON)
        except AmbiguousOutcome:
            return now + SOON
        except PermanentRefusal as error:
            log.warning(str(error), extra={"action": "calendar_refused", "tenant": place[1]})
            async with self.store.write() as unit:
                await refused(unit, place, error, now)
        return None

    def _keeper(self, place: Place) -> PlaceKeeper:
        return PlaceKeeper(store=self.store, clock=self.clock, calendar=self.calendars[place[0]], place=place)

    async def _places(self, now: datetime) -> dict[Place, list[CalendarPolicy]]:
        """Every calendar that is wanted or in which something of ours stands, with who wants it."""
        async with self.store.read() as unit:
            chosen = {one.channel: one.calendar for one in await unit.preferences.every()}
            used = await unit.appointments.tenants()
            given = [policy for policy in self.policies() if policy.channel not in chosen]
            wanted = given + [policy for policy in chosen.values() if policy]
            silent = await unit.channels.paused([policy.channel for policy in wanted])
            removed = set(await unit.tenants.removed(now + SOON))
        found: dict[Place, list[CalendarPolicy]] = defaultdict(list, {place: [] for place in used})
        for policy in sorted(wanted, key=lambda one: one.channel):
            if policy.channel not in silent:
                found[policy.channel.platform, policy.channel.tenant_id].append(policy)
        return {place: each for place, each in found.items() if place not in removed and self._has(place)}

    def _has(self, place: Place) -> bool:
        calendar = self.calendars.get(place[0])
        return calendar is not None and calendar.has(place[1])

    async def _differs(self, place: Place, policies: Sequence[CalendarPolicy], now: datetime) -> bool:
        await self.keep.run(place[1])
        async with self.store.read() as unit:
            if await rests(unit, place, now):
                return False
            room = await room_of(unit, place, self.calendars[place[0]].most - SPARE)
            kept = await unit.appointments.of(*place)
        return steps(await self._wanted(place, policies, now), kept, now, room).any

    async def _wanted(
        self, place: Place, policies: Sequence[CalendarPolicy], now: datetime
    ) -> tuple[Appointment, ...]:
        if not policies:
            return ()
        async with self.store.read() as unit:
            entries = await unit.ledger.between(place[1], (now - BACK).date(), (now + FAR).date())
            on = [await self._on(unit, policy, now) for policy in policies]
        return await self.run_cpu(_appointments, entries, tuple(zip(policies, on, strict=True)), now)

    async def _on(self, unit: UnitOfWork, policy: CalendarPolicy, now: datetime) -> Articles:
        topics = [topic for name in policy.topics if (topic := topic_named(self.topics, name))]
        if policy.topics and not topics:
            return frozenset()
        return await on_topics(unit, policy.channel.tenant_id, topics, _today(policy, now))


def _appointments(
    entries: Sequence[Entry], policies: Sequence[tuple[CalendarPolicy, Articles]], now: datetime
) -> tuple[Appointment, ...]:
    """What these channels of one server want together."""
    return merged(_of_channel(entries, policy, articles, now) for policy, articles in policies)


def _of_channel(
    entries: Sequence[Entry], policy: CalendarPolicy, articles: Articles, now: datetime
) -> tuple[Appointment, ...]:
    with speaking(policy.language):
        return ahead(_known(entries, articles, now, policy.zone), policy.zone, now)


def _known(entries: Sequence[Entry], articles: Articles, now: datetime, zone: str) -> Iterator[DatedEvent]:
    known = (known_at(entry, now, zone) for entry in entries)
    for entry in distinct([one for one in known if one]):
        if articles is None or any(report.article_id in articles for report in entry.reports):
            yield event_of(entry)


def _today(policy: CalendarPolicy, now: datetime) -> date:
    return now.astimezone(ZoneInfo(policy.zone)).date()
