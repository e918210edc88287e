"""What looks came to is kept, many in one transaction: "nothing changed" must cost next to nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from operator import attrgetter

from bot.domain.source import Dealt, Source
from bot.errors import StoreError
from bot.gather.together import Together
from bot.ports import Change, Store, UnitOfWork
from bot.texts import say

log = logging.getLogger(__name__)

OnHalt = Callable[[UnitOfWork, Source, datetime], Awaitable[None]]
"""Plans, within the transaction in which a source paused by itself, that somebody is told."""

MOST = 256
"""Outcomes in one transaction: others want to write too."""

_TIMES = frozenset({"due", "every", "checked", "read"})
_STAYS = attrgetter(*(one.name for one in fields(Source) if one.name not in _TIMES))
"""All of a source that a look without news leaves as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one look came to: the source as it was and as it is now, and the items that were dealt with."""

    before: Source
    after: Source
    done: Mapping[str, str] = field(default_factory=dict)
    at: datetime

    @property
    def dealt(self) -> Dealt:
        """What is to be known of the items."""
        return Dealt(tenant_id=self.before.tenant_id, source_id=self.before.id, items=self.done, at=self.at)

    @property
    def is_quiet(self) -> bool:
        """Whether the look changed nothing but when the source was looked at and is next."""
        return not self.done and _STAYS(self.before) == _STAYS(self.after)


async def _nobody(_unit: UnitOfWork, _source: Source, _now: datetime) -> None:
    """Tell nobody."""


@dataclass(slots=True, kw_only=True)
class Record:
    """Keeps outcomes; `pause` is how many seconds one waits for others to go with it."""

    store: Store
    on_halt: OnHalt = _nobody
    pause: float = 0.0
    together: Together[Outcome, Source] = field(init=False)

    def __post_init__(self) -> None:
        """Make the line in which outcomes wait."""
        self.together = Together(act=self._together, most=MOST, pause=self.pause)

    async def keep(self, outcome: Outcome) -> Source:
        """Keep it and return the source as it is now, with what people changed of it during the look.

        They are not looked for where the look itself changed nothing. Raise StoreUnavailable, and nothing of
        it is kept.
        """
        return await self.begin(outcome)

    def begin(self, outcome: Outcome) -> asyncio.Future[Source]:
        """The same, to be waited for later."""
        return self.together.begin(outcome)

    async def _together(self, outcomes: Sequence[Outcome]) -> list[Source]:
        kept = {n: one.after for n, one in enumerate(outcomes) if one.is_quiet}
        loud = [n for n in range(len(outcomes)) if n not in kept]
        async with self.store.write() as unit:
            await unit.sources.put_looks(tuple(kept.values()))
            if loud:
                kept |= zip(loud, await self._loud(unit, [outcomes[n] for n in loud]), strict=True)
        return [kept[n] for n in range(len(outcomes))]

    async def _loud(self, unit: UnitOfWork, outcomes: Sequence[Outcome]) -> list[Source]:
        found = await unit.sources.those([_key(one.before) for one in outcomes])
        current = {_key(one): one for one in found}
        kept = [await _joined(unit, one, current.get(_key(one.before))) for one in outcomes]
        await unit.sources.put_all([one for one in kept if _key(one) in current])
        there = [one for one in outcomes if _key(one.before) in current]
        await unit.sources.know([one.dealt for one in there if one.done])
        for outcome, after in zip(outcomes, kept, strict=True):
            if (before := current.get(_key(after))) is not None:
                await self._note(unit, before, after, outcome.at)
        return kept

    async def _note(self, unit: UnitOfWork, before: Source, after: Source, now: datetime) -> None:
        """A pause, a resumption and a move are changes that nobody made by hand: the audit tells of them."""
        told = []
        if after.halt and not before.halt:
            told.append(say("audit.source_halted", name=after.name, reason=after.halt.reason))
            await self.on_halt(unit, after, now)
        if before.halt and not after.halt:
            told.append(say("audit.source_back", name=after.name))
        if after.url != before.url:
            told.append(say("audit.source_moved", name=after.name, old=before.url, new=after.url))
        for what in told:
            await unit.audit.note(after.tenant_id, Change(at=now, who="sources", what=what))


async def settled(outcome: asyncio.Future[Source]) -> None:
    """Wait until it is kept. Raise StoreError; what else goes wrong with one is told, and stops no other."""
    try:
        await outcome
    except StoreError:
        raise
    except Exception:
        log.exception("what a look came to could not be kept", extra={"action": "outcome_fault"})


def _key(source: Source) -> tuple[str, str]:
    return source.tenant_id, source.id


async def _joined(unit: UnitOfWork, outcome: Outcome, current: Source | None) -> Source:
    """The look's outcome, with what people changed of the source while it was under way."""
    before, after = outcome.before, outcome.after
    if current is None:  # removed meanwhile
        return after
    if current.halt != before.halt:
        after = replace(after, halt=current.halt)
    if current.name != before.name:
        after = replace(after, name=current.name)
    return after if after.url == current.url else await _at_new_address(unit, after, current)


async def _at_new_address(unit: UnitOfWork, after: Source, current: Source) -> Source:
    """The source that moved; where another one of its tenant is at that address already, it stays."""
    theirs = await unit.sources.every(after.tenant_id)
    if any(one.url == after.url and one.id != after.id for one in theirs):
        return replace(after, url=current.url, moved_from=current.moved_from)
    await unit.sources.put(after)  # at once, for the next one of the same transaction to see
    return after
