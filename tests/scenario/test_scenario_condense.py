"""Condensing: each revision once per engine, batch by batch, so that a crash loses little."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest

from bot.condense.pipeline import BATCH, UNREAD, Bound, Condense
from bot.domain.article import Article
from summarizers.engines.chat import Chat
from summarizers.engines.errors import EngineError
from summarizers.engines.extractive import Extractive
from summarizers.engines.options import ChatOptions
from summarizers.engines.phrasing import Answer, Wanted
from summarizers.engines.rewriting import Rewriting
from summarizers.types import Budget, Document, Publication, Span, Summary
from tests.fakes.memory_store import MemoryStore
from tests.fakes.model_server import Heard, Wire, bullet, model_server
from tests.fakes.world import SetClock

T = TypeVar("T")
NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)
BODY = (
    "Veltland and Ostmark agreed on fish quotas. The union rejected the offer. The quotas end on 10 November."
)


async def inline(function: Callable[..., T], /, *args: object) -> T:
    return function(*args)


class Counting:
    """The default engine under another name, which counts its calls and may fail at one."""

    def __init__(self, name: str = "counting-1", fails_at: int = -1) -> None:
        self.name, self.calls, self.fails_at = name, 0, fails_at
        self.engine = Extractive()

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        self.calls += 1
        if self.calls == self.fails_at:
            raise RuntimeError("the engine broke")
        return replace(self.engine.summarize(documents, budget), engine=self.name)

    def extract(self, document: Document, sentences: int) -> tuple[Span, ...]:
        return self.engine.extract(document, sentences)


def articles(number: int) -> list[Article]:
    return [
        Article(
            tenant_id="local",
            id=str(n),
            revision=1,
            title="",
            source="",
            body=BODY,
            clean=BODY,
            group_id=str(n),
            first_seen=NOON,
            seen=NOON,
            published=Publication(local_date=NOON.date()),
        )
        for n in range(number)
    ]


def condense(store: MemoryStore, engine: Counting) -> Condense:
    return Condense(store=store, run_cpu=inline, summarizer=engine)


async def test_every_article_gets_its_summary_and_progress_is_told_per_batch() -> None:
    heard: list[tuple[int, int]] = []
    made = await condense(MemoryStore(), Counting()).run(
        "local", articles(BATCH + 3), lambda done, of: heard.append((done, of))
    )
    assert set(made) == {(str(n), 1) for n in range(BATCH + 3)}
    assert heard == [(BATCH, BATCH + 3), (BATCH + 3, BATCH + 3)]


async def test_no_article_is_condensed_twice_by_one_engine() -> None:
    store, engine = MemoryStore(), Counting()
    first = await condense(store, engine).run("local", articles(3))
    again = await condense(store, engine).run("local", articles(5))
    assert engine.calls == 5
    assert all(again[key] == summary for key, summary in first.items())


async def test_another_engine_and_another_tenant_start_anew() -> None:
    store, other = MemoryStore(), Counting("counting-2")
    await condense(store, Counting()).run("local", articles(2))
    await condense(store, other).run("local", articles(2))
    await condense(store, other).run("elsewhere", articles(2))
    assert other.calls == 4


async def test_an_article_that_breaks_the_engine_says_nothing_and_is_tried_again() -> None:
    store, engine = MemoryStore(), Counting(fails_at=2)
    made = await condense(store, engine).run("local", articles(3))
    assert [made[str(n), 1].engine for n in range(3)] == ["counting-1", UNREAD, "counting-1"]
    assert made["1", 1].points == ()
    assert len(store.state.summaries) == 2
    again = await condense(store, engine).run("local", articles(3))
    assert again["1", 1].points
    assert (engine.calls, len(store.state.summaries)) == (4, 3)


async def test_nothing_to_condense_is_no_work() -> None:
    store = MemoryStore()
    assert await condense(store, Counting()).run("local", []) == {}


def honest(heard: Heard) -> str:
    return bullet(heard.draft.replace("rejected the offer", "has rejected the offer"))


def rewriting(url: str) -> Rewriting:
    options = ChatOptions(base_url=url, model="tiny", attempts=1, rest=0.0)
    return Rewriting(Extractive(), Chat(options, pause=lambda _seconds: None))


class Choosy(Extractive):
    """The default engine, which breaks over one article."""

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        if documents[0].id == "1":
            raise LookupError(documents[0].id)
        return super().summarize(documents, budget)


async def test_an_article_that_breaks_the_engine_keeps_the_model_from_no_other() -> None:
    store = MemoryStore()
    with model_server(honest) as model:
        options = ChatOptions(base_url=model.url, model="tiny", attempts=1, rest=0.0)
        engine = Rewriting(Choosy(), Chat(options, pause=lambda _seconds: None))
        made = await Condense(store=store, run_cpu=inline, summarizer=engine).run("local", articles(3))
    assert [made[str(n), 1].engine for n in range(3)] == [engine.name, UNREAD, engine.name]
    assert len(store.state.summaries) == 2


async def test_a_model_whose_answers_break_us_costs_no_article_and_is_told_of(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(Chat):
        def phrase(self, asks: Sequence[Wanted], within: float | None = None) -> tuple[Answer, ...]:
            raise LookupError(len(asks), within)

    engine = Rewriting(Extractive(), Broken(ChatOptions(base_url="http://127.0.0.1:9", model="tiny")))
    made = await Condense(store=MemoryStore(), run_cpu=inline, summarizer=engine).run("local", articles(2))
    assert [made[str(n), 1].engine for n in range(2)] == [Extractive().name] * 2
    told = [(getattr(one, "action", ""), getattr(one, "article", "")) for one in caplog.records]
    assert told == [("article_not_rewritten", "0"), ("article_not_rewritten", "1")]


async def test_a_missing_file_ends_the_work_and_passes_for_no_quiet_day() -> None:
    class Lost(Extractive):
        def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
            raise OSError(documents[0].id, budget)

    use_case = Condense(store=MemoryStore(), run_cpu=inline, summarizer=Lost())
    with pytest.raises(OSError, match="0"):
        await use_case.run("local", articles(2))


async def test_while_the_model_server_is_out_extracts_serve_and_the_next_run_asks_it_again() -> None:
    answers: list[Wire] = [Wire(status=503)]
    store = MemoryStore()
    with model_server(lambda heard: answers[0] if answers else honest(heard)) as model:
        use_case = Condense(store=store, run_cpu=inline, summarizer=rewriting(model.url))
        out = await use_case.run("local", articles(3))
        answers.clear()
        back = await use_case.run("local", articles(3))
        asked = len(model.heard)
        kept = await use_case.run("local", articles(3))
    assert len(out) == len(back) == 3
    assert {one.engine for one in out.values()} == {Extractive().name}
    assert {one.engine for one in back.values()} == {use_case.summarizer.name}
    assert (kept, len(model.heard)) == (back, asked)


async def test_a_run_waits_no_longer_than_its_patience_and_then_goes_on_with_extracts() -> None:
    clock = SetClock()
    engine = Counting()

    async def slow(function: Callable[..., T], /, *args: object) -> T:
        clock.at += timedelta(minutes=1)
        return function(*args)

    bound = Bound(clock=clock, patience=timedelta(seconds=90), otherwise=Extractive())
    use_case = Condense(store=MemoryStore(), run_cpu=slow, summarizer=engine, bound=bound)
    made = await use_case.run("local", articles(4 * BATCH))
    assert len(made) == 4 * BATCH
    assert engine.calls == 2 * BATCH
    again = await use_case.run("local", articles(4 * BATCH))
    assert {one.engine for one in again.values()} == {engine.name}


class Unusable:
    """A model whose weights cannot be loaded."""

    name = "transformer-1:gone"

    def phrase(self, asks: Sequence[Wanted], within: float | None = None) -> tuple[Answer, ...]:
        raise EngineError("The weights are gone", todo="Fetch them")

    def check(self) -> str:
        raise EngineError("The weights are gone", todo="Fetch them")


async def test_an_engine_that_cannot_be_used_costs_no_digest() -> None:
    engine = Rewriting(Extractive(), Unusable())
    made = await Condense(store=MemoryStore(), run_cpu=inline, summarizer=engine).run("local", articles(2))
    assert {one.engine for one in made.values()} == {Extractive().name}
    assert all(one.points for one in made.values())
