"""Correct: what was told and does not hold any more is marked in its message and noted in its thread."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from zoneinfo import ZoneInfo

from bot.deliver.corrected import lay_out_corrected, lay_out_note
from bot.deliver.outbox import Outbox, part_id
from bot.deliver.plan import hushed
from bot.deliver.restored import doubted, restored_at
from bot.deliver.retry import LONGEST_WAIT, parent
from bot.domain.article import Article
from bot.domain.briefing import Arrivals, Briefing
from bot.domain.correction import Correction
from bot.domain.delivery import Delivery, Part, Reason, State, identity
from bot.domain.post import Post
from bot.domain.speech import Languages
from bot.errors import DeliveryError, PermanentRefusal
from bot.ports import Clock, Job, Store, UnitOfWork
from bot.remind.contradicted import corrections_of
from bot.remind.pipeline import KeepLedger
from bot.remind.reached import KEPT, LOOKED_AT, came_after, digests_of, reached
from bot.remind.view import known_at
from bot.texts import say, speaking

CORRECT = "correct"
"""The task that edits a message and posts the note of one correction."""

IDS = "ids"
PREFIX = "correction:"
"""Schedule ids of corrections begin so; what follows the colon is the corrected delivery."""

LOOKED = "corrections_upto"
"""The checkpoint that holds the latest arrival of an article that was looked at.

Bots of earlier versions, which may still run when the database is migrated, keep an instant in `corrections`.
"""

LATE = timedelta(hours=24)
"""After which the note goes out even if its message could not be edited."""

REACH = timedelta(days=31)
"""How long before those digests a deadline may have been due."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """The use case; nothing new in the store writes nothing."""

    store: Store
    clock: Clock
    keep: KeepLedger
    outbox: Outbox
    languages: Languages = field(default_factory=Languages)

    async def look(self) -> int:
        """Plan the corrections that follow from what came in since the last look; return how many."""
        now = self.clock.now()
        async with self.store.read() as unit:
            tenants = {one.channel.tenant_id for one, _ in await unit.schedules.every()}
        return sum([await self._look(tenant_id, now) for tenant_id in sorted(tenants)])

    async def _look(self, tenant_id: str, now: datetime) -> int:
        async with self.store.read() as unit:
            kept = await unit.checkpoints.get(tenant_id, LOOKED)
            after = int(kept) if kept else await unit.articles.arrival(tenant_id, now - KEPT)
            upto = await unit.articles.latest(tenant_id)
            heads = await unit.articles.arrived(tenant_id, Arrivals(after=after, upto=upto))
            heads = (*heads, *await reached(unit, tenant_id, after, now))
            digests = await digests_of(unit, tenant_id, now) if heads else ()
            fresh = [head for head in heads if any(came_after(head, one) for one in digests)]
        if not heads:
            return 0
        if fresh:
            await self.keep.run(tenant_id)
        async with self.store.write() as unit:
            await unit.checkpoints.put(tenant_id, LOOKED, str(upto))
            await unit.checkpoints.put(tenant_id, LOOKED_AT, now.isoformat())
            found = await _found(unit, tenant_id, fresh, now) if fresh else []
            new = await unit.deliveries.add(found)
            await unit.jobs.defer([_job(one) for one in new])
        return len(new)

    async def serve(self, ids: Sequence[str]) -> datetime | None:
        """Edit the messages, then post the notes; return when to look again, None when all is done.

        An edit that is made again changes nothing, so it needs no record; a note goes out once. A message
        that cannot be edited, or would not fit any more, keeps its words, and the note alone tells. A message
        keeps its language; the note speaks that of its channel now.
        """
        now = self.clock.now()
        async with self.store.read() as unit:
            found = [one for one in await unit.deliveries.get(ids) if one.open]
            paused = await unit.channels.paused([one.channel for one in found])
            told = {one.id: await _told(unit, one) for one in found if one.channel not in paused}
            chosen = await unit.preferences.of([one.channel for one in found])
        await self._skip([one for one in found if one.channel in paused])
        edited = [one for one in found if one.id in told and await self._edited(told[one.id], one.late, now)]

        def post_for(one: Delivery) -> Post:
            with speaking(self.languages.of(one.channel, chosen.get(one.channel))):
                note = lay_out_note(told[one.id].briefing, one.channel, one.corrections, one.id)
            return replace(note, silent=one.silent(self.clock.now()))

        waiting = [now + LONGEST_WAIT] if len(edited) < len(told) else []
        done = await self.outbox.send(edited, post_for)
        return min([*waiting, *(one.next_try for one in done if one.next_try)], default=None)

    async def _skip(self, deliveries: Sequence[Delivery]) -> None:
        """End those of paused channels; their messages stay as they are."""
        if deliveries:
            detail = say("why.paused_since")
            async with self.store.write() as unit:
                await unit.deliveries.save(
                    [one.closed(State.SKIPPED, Reason.PAUSED, detail) for one in deliveries]
                )

    async def _edited(self, told: Digest, late: datetime, now: datetime) -> bool:
        """Whether the message says so now, or never will."""
        original, messenger = told.delivery, self.outbox.messengers.get(told.delivery.channel.platform)
        receipt = parent(original.parts)
        post = replace(told.corrected, key=original.id)
        if messenger is None or receipt is None or self.outbox.parts(post) != (Part(),) * len(original.parts):
            return True
        try:
            with speaking(post.language):
                await messenger.edit(part_id(original, 0), post, receipt)
        except DeliveryError as error:
            log.warning(str(error), extra={"action": "edit_refused", "delivery": original.id})
            return isinstance(error, PermanentRefusal) or now > late
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A digest that was sent, its briefing, and everything of it that does not hold any more."""

    delivery: Delivery
    briefing: Briefing
    corrections: tuple[Correction, ...]

    @property
    def corrected(self) -> Post:
        """Its post with every correction marked."""
        return lay_out_corrected(self.briefing, self.delivery, self.corrections)


async def _told(unit: UnitOfWork, correction: Delivery) -> Digest:
    """The digest that a correction is about."""
    name = _original_id(correction)
    [original] = await unit.deliveries.get([name])
    tenant_id = original.channel.tenant_id
    briefing = await unit.briefings.get(tenant_id, original.briefing_id or "")
    if briefing is None:
        raise LookupError(f"the briefing of {name} is not kept any more")
    days = sorted((original.local_date, correction.local_date))  # a clock may have been set back between
    kept = await unit.deliveries.between(tenant_id, days[0], days[1])
    every = [one for each in kept if _original_id(each) == name for one in each.corrections]
    return Digest(delivery=original, briefing=briefing, corrections=tuple(every))


def _original_id(correction: Delivery) -> str:
    kind, _, rest = correction.schedule_id.partition(":")
    return rest.partition(":")[0] if f"{kind}:" == PREFIX else ""


async def _found(unit: UnitOfWork, tenant_id: str, heads: Sequence[Article], now: datetime) -> list[Delivery]:
    """The corrections that these articles make necessary, none that was planned before.

    A note tells what one source corrects, so that the same news make the same notes whenever they come in.
    """
    first, restored = (now - KEPT).date(), await restored_at(unit)
    kept = await unit.deliveries.between(tenant_id, first, date.max)
    known = {(_original_id(one), wrong) for one in kept for wrong in one.corrections}
    ids = {head.id for head in heads}
    entries = [
        entry
        for one in await unit.ledger.between(tenant_id, first - REACH, date.max)
        if any(report.article_id in ids for report in one.reports)
        if (entry := known_at(one, now, "UTC"))
    ]
    made = []
    for digest in await digests_of(unit, tenant_id, now):
        briefing = await unit.briefings.get(tenant_id, digest.briefing_id or "")
        fresh = {head.id: head for head in heads if came_after(head, digest)}
        wrongs = corrections_of(briefing, entries, fresh) if briefing and fresh else ()
        new = [wrong for wrong in wrongs if (digest.id, wrong) not in known]
        for source in dict.fromkeys(wrong.source for wrong in new):
            told = tuple(wrong for wrong in new if wrong.source == source)
            made.append(_in_doubt(_delivery(digest, told, now), restored, now))
    return made


def _in_doubt(note: Delivery, restored: datetime | None, now: datetime) -> Delivery:
    """A note on a digest that stood before a backup was put back: it may have gone since that was made."""
    posted = note.parts[0].at
    return doubted(note, now, posted) if restored and posted and posted <= restored else note


def _delivery(digest: Delivery, new: tuple[Correction, ...], now: datetime) -> Delivery:
    """The note: an answer in the thread of the digest's message, whose place its first part takes.

    Its id tells no day of its own, so that it is the same one on whichever day it is planned.
    """
    words = blake2b(repr(new).encode(), digest_size=6).hexdigest()
    schedule_id = f"{PREFIX}{digest.id}:{words}"
    day = now.astimezone(ZoneInfo(digest.zone)).date()
    made = Delivery(
        id=identity(digest.channel, digest.local_date, schedule_id),
        channel=digest.channel,
        schedule_id=schedule_id,
        local_date=day,
        zone=digest.zone,
        due=now,
        late=now + LATE,
        topics=(schedule_id,),  # never those of a digest, whose news begins at the last one sent
        quiet=digest.quiet,
        next_try=now,
        style=digest.style,
        corrections=new,
    )
    return replace(hushed(made, now), parts=(digest.parts[0], Part()))


def _job(delivery: Delivery) -> Job:
    """In the lane of the digests, so that a channel reads one thing after another."""
    return Job(
        task=CORRECT,
        key=f"{CORRECT}:{delivery.id}",
        lane=f"{delivery.channel.platform}:{delivery.channel.tenant_id}",
        arguments={IDS: delivery.id},
        due=delivery.next_try or delivery.due,
    )
