"""Ingest: batches of raw lines become kept articles, one transaction a batch, every line accounted for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from bot.domain.article import Article, RawEntry
from bot.domain.passage import Passage
from bot.errors import InputError
from bot.ingest.decide import Decider, Decision, Outcome, differing, worth_reading
from bot.ingest.entries import identifier_of, line_of, parse
from bot.ingest.likeness import COMPARED
from bot.ingest.passages import passages
from bot.ingest.prepared import Prepared, prepare
from bot.ports import Clock, RunCpu, Store, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLine:
    """One line of input; `problem` says why the reader could not give its bytes (too long), else None.

    `assumed` is that of the entry which the line holds: no file says it.
    """

    number: int
    data: bytes = b""
    problem: str | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Lines to keep in one transaction, and the reader's state after them, kept with them as checkpoint."""

    lines: tuple[RawLine, ...]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A line that was not kept, and why."""

    line: int
    id: str | None
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of some lines; reports add up. `linked` counts near-duplicates of another article.

    `ahead` counts what is dated later than tomorrow, the day of a zone far east.
    """

    lines: int = 0
    new: int = 0
    revisions: int = 0
    unchanged: int = 0
    linked: int = 0
    undated: int = 0
    ahead: int = 0
    rejected: tuple[Rejected, ...] = ()

    @property
    def refused(self) -> int:
        """How many lines were not kept."""
        return self.lines - self.new - self.revisions - self.unchanged

    def __add__(self, other: Report) -> Report:
        """The report on both."""
        return Report(
            lines=self.lines + other.lines,
            new=self.new + other.new,
            revisions=self.revisions + other.revisions,
            unchanged=self.unchanged + other.unchanged,
            linked=self.linked + other.linked,
            undated=self.undated + other.undated,
            ahead=self.ahead + other.ahead,
            rejected=self.rejected + other.rejected,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """The use case. Running it again on the same lines changes nothing."""

    store: Store
    clock: Clock
    run_cpu: RunCpu

    async def run(self, tenant_id: str, name: str, batches: Iterable[Batch]) -> AsyncIterator[Report]:
        """Keep batch after batch and yield the report on each once it is committed.

        The checkpoint `name` moves with each batch and is dropped after the last one. Raise StoreUnavailable
        when a batch cannot be kept; those before it stay.
        """
        for batch in batches:
            (report,) = await self._keep(tenant_id, [batch.lines], (name, batch.state))
            yield report
        async with self.store.write() as unit:
            await unit.checkpoints.drop(tenant_id, name)

    async def keep(self, tenant_id: str, entries: Sequence[RawEntry]) -> Report:
        """Keep entries that came another way, checked like lines; the report counts them from 1.

        Raise StoreUnavailable, and nothing is kept.
        """
        (report,) = await self.keep_all(tenant_id, [entries])
        return report

    async def keep_all(self, tenant_id: str, origins: Sequence[Sequence[RawEntry]]) -> tuple[Report, ...]:
        """The same for the entries of several origins, in one transaction; a report on each."""
        lines = [
            [RawLine(number=n, data=line_of(one), assumed=one.assumed) for n, one in enumerate(each, 1)]
            for each in origins
        ]
        return await self._keep(tenant_id, lines)

    async def state(self, tenant_id: str, name: str) -> str | None:
        """The reader's state after the last batch of an unfinished run, None if there is none."""
        async with self.store.read() as unit:
            return await unit.checkpoints.get(tenant_id, name)

    async def _keep(
        self,
        tenant_id: str,
        origins: Sequence[Sequence[RawLine]],
        checkpoint: tuple[str, str] | None = None,
    ) -> tuple[Report, ...]:
        made = [await self.run_cpu(_prepare_all, lines) for lines in origins]
        prepared = [one for each, _ in made for one in each]
        async with self.store.write() as unit:
            decider = await self._decider(unit, tenant_id, prepared)
            decisions = await self.run_cpu(_decide_all, decider, prepared)
            indexed = await self.run_cpu(indexable, decisions)
            await _store(unit, tenant_id, decisions)
            await unit.passages.put(indexed)
            if checkpoint:
                await unit.checkpoints.put(tenant_id, *checkpoint)
        left, tomorrow = iter(decisions), self.clock.now().date() + timedelta(days=1)
        return tuple(
            _report(len(lines), each, list(islice(left, len(each))), rejected, tomorrow)
            for lines, (each, rejected) in zip(origins, made, strict=True)
        )

    async def _decider(self, unit: UnitOfWork, tenant_id: str, prepared: Sequence[Prepared]) -> Decider:
        urls = tuple({p.canonical for p in prepared if p.canonical})
        heads = await unit.articles.heads(tenant_id, tuple({p.id for p in prepared}), urls)
        bands = tuple({band for p in prepared for band in p.bands})
        candidates = await unit.articles.candidates(tenant_id, bands)
        history = await unit.articles.history(tenant_id, differing(prepared, heads))
        wanted = worth_reading(prepared, candidates)
        openings = await unit.articles.openings(tenant_id, wanted, COMPARED)
        return Decider(tenant_id, self.clock.now(), heads, candidates, history, openings)


def _prepare_all(lines: Sequence[RawLine]) -> tuple[tuple[Prepared, ...], tuple[Rejected, ...]]:
    prepared, rejected = [], []
    for line in lines:
        try:
            prepared.append(prepare(_entry(line)))
        except InputError as error:
            rejected.append(Rejected(line=line.number, id=identifier_of(line.data), error=error.what))
    return tuple(prepared), tuple(rejected)


def _entry(line: RawLine) -> RawEntry:
    if line.problem is not None:
        raise InputError(line.problem)
    return replace(parse(line.data), assumed=line.assumed)


def _decide_all(decider: Decider, prepared: Sequence[Prepared]) -> tuple[Decision, ...]:
    return tuple(decider.decide(one) for one in prepared)


def indexable(decisions: Sequence[Decision]) -> tuple[tuple[Article, tuple[Passage, ...]], ...]:
    """The newest revision of each article of a batch, in passages."""
    newest = {d.article.id: d.article for d in decisions if d.article}
    return tuple((article, passages(article.body)) for article in newest.values())


async def _store(unit: UnitOfWork, tenant_id: str, decisions: Sequence[Decision]) -> None:
    articles: list[Article] = [d.article for d in decisions if d.article]
    # Only the newest revision of an article within the batch answers for it in look-ups.
    newest = {d.fingerprint.article_id: d.fingerprint for d in decisions if d.fingerprint}
    if articles:
        await unit.articles.add(articles)
        await unit.articles.add_fingerprints(tenant_id, tuple(newest.values()))


def _report(
    lines: int,
    prepared: Sequence[Prepared],
    decisions: Sequence[Decision],
    rejected: tuple[Rejected, ...],
    tomorrow: date,
) -> Report:
    outcomes = [decision.outcome for decision in decisions]
    published = [one.entry.published for one in prepared]
    return Report(
        lines=lines,
        new=outcomes.count(Outcome.NEW),
        revisions=outcomes.count(Outcome.REVISION),
        unchanged=outcomes.count(Outcome.UNCHANGED),
        linked=sum(decision.linked_to is not None for decision in decisions),
        undated=published.count(None),
        ahead=sum(one is not None and one.local_date > tomorrow for one in published),
        rejected=rejected,
    )
