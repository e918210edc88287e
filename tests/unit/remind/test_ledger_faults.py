"""What breaks over one article or one report is told in the log, and costs the ledger nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.condense.pipeline import Condense
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


def test_a_report_that_cannot_be_taken_in_costs_no_other(caplog: pytest.LogCaptureFixture) -> None:
    both = told(
        f"Sarrow Post 2031-11-01: {TRUCE} {{2031-11-10 expiry}} {VOTE} {{2031-11-12 vote}}",
    )
    bad, good = both.reports
    broken = replace(bad, names=(None,))  # type: ignore[arg-type]  # nothing of ours makes such a one
    assert summed(absorb((), [replace(both, reports=(broken, good))])) == [("2031-11-12", "upcoming")]
    assert [getattr(one, "action", "") for one in caplog.records] == ["report_lost"]
