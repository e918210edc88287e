"""What breaks over one article or one report is told in the log, and costs the ledger nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.condense.pipeline import UNREAD, Condense
from bot.domain.channel import LOCAL_TENANT
from bot.remind.ledger import absorb
from bot.remind.pipeline import KeepLedger
from summarizers.engines.extractive import Extractive
from summarizers.types import Budget, Document, Publication, Span, Summary
from tests.contract.kept import article
from tests.fakes.memory_store import MemoryStore
from tests.fakes.world import inline
from tests.unit.remind.told import summed, told

TRUCE = "The grain truce between Sarrow and Vellmark ends on 10 November."
VOTE = "The Vellmark parliament votes on the harbour bill on 12 November."


class Misquoting(Extractive):
    """The default engine, which cites what is not there of the article `bad`."""

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        made = super().summarize(documents, budget)
        if documents[0].id != "bad":
            return made
        beyond = (Span("bad", 0, len(documents[0].body) + 1),)
        return replace(made, dated=tuple(replace(point, evidence=beyond) for point in made.dated))


class Breaking(Misquoting):
    """The same, or one that breaks, only over a text that says `now`."""

    def __init__(self, engine: str) -> None:
        self.breaks = engine == UNREAD

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        if "now" not in documents[0].body:
            return Extractive().summarize(documents, budget)
        if self.breaks:
            raise LookupError(documents[0].id)
        return super().summarize(documents, budget)


async def test_an_article_whose_deadlines_cannot_be_read_costs_no_other(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = MemoryStore()
    day = Publication.parse("2031-11-01T08:00:00+00:00")
    async with store.write() as unit:
        for name, body in (("bad", TRUCE), ("good", VOTE)):
            await unit.articles.add([article(name, body=body, clean=body, published=day)])
    keep = KeepLedger(
        store=store,
        run_cpu=inline,
        condense=Condense(store=store, run_cpu=inline, summarizer=Misquoting()),
    )
    assert await keep.run(LOCAL_TENANT) == 2
    assert await keep.run(LOCAL_TENANT) == 0
    async with store.read() as unit:
        entries = await unit.ledger.between(LOCAL_TENANT, day.local_date, day.local_date.replace(year=2032))
    assert summed(entries) == [("2031-11-12", "upcoming")]
    assert [getattr(one, "article", "") for one in caplog.records] == ["bad"]


@pytest.mark.parametrize("engine", [UNREAD, "misquoting"])
async def test_a_revision_that_cannot_be_read_leaves_standing_what_was_said_before(engine: str) -> None:
    store = MemoryStore()
    day = Publication.parse("2031-11-01T08:00:00+00:00")
    keep = KeepLedger(
        store=store,
        run_cpu=inline,
        condense=Condense(store=store, run_cpu=inline, summarizer=Breaking(engine)),
    )
    for revision, body in enumerate((TRUCE, TRUCE.replace("ends", "now ends")), start=1):
        async with store.write() as unit:
            await unit.articles.add([article("bad", revision, body=body, clean=body, published=day)])
        await keep.run(LOCAL_TENANT)
    async with store.read() as unit:
        entries = await unit.ledger.between(LOCAL_TENANT, day.local_date, day.local_date.replace(year=2032))
    assert summed(entries) == [("2031-11-10", "upcoming")]


def test_an_article_that_breaks_the_ledger_changes_nothing_there(caplog: pytest.LogCaptureFixture) -> None:
    first = told(f"x#1 Sarrow Post 2031-11-01: {TRUCE} {{2031-11-10 expiry}}")
    again = told(f"x#2 Sarrow Post 2031-11-02: {TRUCE.replace('ends', 'now ends')} {{2031-11-10 expiry}}")
    vote = told(f"Reef Wire 2031-11-02: {VOTE} {{2031-11-12 vote}}", 2)
    broken = replace(again.reports[0], names=(None,))  # type: ignore[arg-type]  # nothing of ours makes it
    entries = absorb((), [first, replace(again, reports=(*again.reports, broken)), vote])
    assert summed(entries) == [("2031-11-10", "upcoming"), ("2031-11-12", "upcoming")]
    assert sorted(one.article_id for entry in entries for one in entry.reports) == ["a2", "x"]
    assert [getattr(one, "article", "") for one in caplog.records] == ["x"]
