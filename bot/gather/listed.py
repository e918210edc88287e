"""The sources that a file lists are those that are polled: who adds a line adds a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.source import Kind, Source, Wanted
from bot.gather.adding import source_id
from bot.gather.timing import FIRST
from bot.ports import Change, Clock, Store
from bot.texts import say

FILE = "sources.toml"
"""Who added a source that the file lists; only such a one goes when its line goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The use case. Running it again on the same list changes nothing."""

    store: Store
    clock: Clock

    async def take_over(self, tenant_id: str, wanted: Sequence[Wanted]) -> tuple[str, ...]:
        """Add what is new, rename, and remove what the file listed before; return what changed, in words.

        A listed source is not read first: its first look says what stands there.
        """
        now, changes = self.clock.now(), []
        by_id = {source_id(tenant_id, one.url): one for one in wanted}
        async with self.store.write() as unit:
            every = await unit.sources.every(tenant_id)
            urls = {one.url: one for one in every} | {one.moved_from: one for one in every if one.moved_from}
            for old in every:
                if old.who == FILE and old.id not in by_id:
                    await unit.sources.drop(tenant_id, old.id)
                    changes.append(say("audit.source_removed", name=old.name or old.url, url=old.url))
            for id_, one in by_id.items():
                known = urls.get(one.url)
                if known is None:
                    await unit.sources.add(_fresh(tenant_id, id_, one, self.clock))
                    changes.append(say("audit.source_added", name=one.name or one.url, url=one.url))
                elif one.name and one.name != known.name and known.who == FILE:
                    await unit.sources.put(replace(known, name=one.name))
                    changes.append(say("audit.source_named", name=one.name, url=one.url))
            for what in changes:
                await unit.audit.note(tenant_id, Change(at=now, who=FILE, what=what))
        return tuple(changes)


def _fresh(tenant_id: str, id_: str, wanted: Wanted, clock: Clock) -> Source:
    now = clock.now()
    return Source(
        tenant_id=tenant_id,
        id=id_,
        url=wanted.url,
        kind=Kind.FEED,
        name=wanted.name,
        added=now,
        due=now,
        every=FIRST,
        who=FILE,
    )
