"""Answers read by meaning: another order of the same sentences, and the old one where there is no model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.ask.meaning import Meaning, of
from bot.ask.pipeline import Ask
from bot.brief.stories import group
from bot.condense.pipeline import Condense
from bot.domain.channel import LOCAL_TENANT
from bot.domain.question import Answer, Outcome, Question
from bot.ingest.pipeline import Batch, Ingest, RawLine
from bot.ports import Encoder
from summarizers.engines.errors import EngineError
from summarizers.engines.extractive import Extractive
from tests.fakes.memory_store import MemoryStore
from tests.fakes.world import SetClock, inline

NOW = datetime(2025, 10, 30, 22, tzinfo=UTC)
SAID = "The harbour board was asked about boats in the harbour."
MEANT = "Boats pay 90 crowns a night at the quays."
ASKED = "What does the harbour board ask of boats in the harbour?"


class Concepts:
    """An encoder that knows what counts as near: texts that hold a word of the same line."""

    name = "concepts"

    def __init__(self, *lines: str) -> None:
        self.lines, self.read = tuple(line.split() for line in lines), 0

    def encode(self, texts: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        self.read += len(texts)
        held = [[float(any(word in text for word in line)) for line in self.lines] for text in texts]
        return tuple(tuple(one / max(1.0, sum(row)) ** 0.5 for one in row) for row in held)


class Broken:
    name = "broken"

    def encode(self, _texts: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        raise EngineError("The weights are gone", todo="Bring them back")


async def _asked(encoder: Encoder | None, question: str = ASKED) -> Answer:
    store, clock = MemoryStore(), SetClock(NOW)
    lines = [
        json.dumps(
            {
                "id": id_,
                "title": "Quay",
                "published": "2025-10-29T08:00:00Z",
                "body": body,
                "source": "The Buoy",
            }
        )
        for id_, body in (("said", SAID), ("meant", MEANT))
    ]
    raw = tuple(RawLine(number=n, data=line.encode()) for n, line in enumerate(lines, start=1))
    async for _ in Ingest(store=store, clock=clock, run_cpu=inline).run(
        LOCAL_TENANT, "test", iter([Batch(lines=raw, state="{}")])
    ):
        pass
    condense = Condense(store=store, run_cpu=inline, summarizer=Extractive())
    meaning = Meaning(encoder=encoder, run_cpu=inline) if encoder else None
    ask = Ask(store=store, clock=clock, run_cpu=inline, condense=condense, grouping=group, meaning=meaning)
    return await ask.run(Question(text=question, asked=NOW))


def _quotes(answer: Answer) -> set[str]:
    return {quote.citation.quote for quote in answer.quotes}


async def test_what_means_the_same_goes_before_what_only_says_it() -> None:
    plain, read = await _asked(None), await _asked(Concepts("does crowns", "about"))
    assert plain.quotes[0].citation.quote == SAID
    assert read.quotes[0].citation.quote == MEANT
    assert (read.outcome, read.score, read.notes) == (plain.outcome, plain.score, plain.notes)
    assert _quotes(read) <= {SAID, MEANT}


async def test_without_its_weights_the_old_order_stands() -> None:
    assert await _asked(Broken()) == await _asked(None)


async def test_what_is_not_answered_is_not_read() -> None:
    concepts = Concepts("chess")
    answer = await _asked(concepts, "Who won the chess olympiad in Tromso?")
    assert (answer.outcome, concepts.read) == (Outcome.NOTHING, 0)


def test_an_article_is_as_near_as_its_best_sentence() -> None:
    found = of((1.0, 0.0), [(1.0, 0.0), (0.0, 1.0), (0.6, 0.8)], ["a", "a", "b"])
    wanted = [(3.0, 3.0, 0.0), (0.0, 3.0, 0.0), (1.8, 1.8, -1.2)]
    for told, one in zip(found, wanted, strict=True):
        assert told == pytest.approx(one)
    assert of((1.0,), [], []) == ()
