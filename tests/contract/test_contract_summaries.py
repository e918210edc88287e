"""What Summaries and Checkpoints promise."""

from __future__ import annotations

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.ports import Store
from summarizers.types import Gist, Point, Section, Span, Status, Summary


def _summary(text: str) -> Summary:
    span = Span("a", 3, 9)
    point = Point(
        section=Section.AGREEMENT,
        text=text,
        evidence=(span,),
        engine="extractive-19",
        status=Status.TENTATIVE,
        weight=0.1 + 0.2,
    )
    return Summary(gist=Gist(text=text, evidence=(span,)), points=(point,), engine="extractive-19")


async def test_summaries_come_back_for_the_revisions_that_have_one(store: Store) -> None:
    made = {("a", 1): _summary("One."), ("a", 2): _summary("Two."), ("b", 1): _summary("Three \0 “four”.")}
    async with store.write() as unit:
        await unit.summaries.put(LOCAL, "extractive-19", made)
    async with store.read() as unit:
        found = await unit.summaries.get(LOCAL, [("a", 2), ("b", 1), ("b", 2), ("c", 1)], "extractive-19")
        assert found == {("a", 2): made["a", 2], ("b", 1): made["b", 1]}
        assert await unit.summaries.get(LOCAL, [], "extractive-19") == {}


async def test_an_empty_summary_is_a_summary(store: Store) -> None:
    empty = Summary(gist=None, points=(), engine="extractive-19")
    async with store.write() as unit:
        await unit.summaries.put(LOCAL, "extractive-19", {("a", 1): empty})
        assert await unit.summaries.get(LOCAL, [("a", 1)], "extractive-19") == {("a", 1): empty}


async def test_each_engine_has_its_own(store: Store) -> None:
    async with store.write() as unit:
        await unit.summaries.put(LOCAL, "one", {("a", 1): _summary("One.")})
        await unit.summaries.put(LOCAL, "two", {("a", 1): _summary("Two.")})
        assert await unit.summaries.get(LOCAL, [("a", 1)], "one") == {("a", 1): _summary("One.")}
        assert await unit.summaries.get(LOCAL, [("a", 1)], "two") == {("a", 1): _summary("Two.")}
        assert await unit.summaries.get(LOCAL, [("a", 1)], "three") == {}


async def test_a_summary_that_is_there_stays_as_it_is(store: Store) -> None:
    async with store.write() as unit:
        await unit.summaries.put(LOCAL, "e", {("a", 1): _summary("First.")})
        await unit.summaries.put(LOCAL, "e", {("a", 1): _summary("Second."), ("b", 1): _summary("New.")})
        found = await unit.summaries.get(LOCAL, [("a", 1), ("b", 1)], "e")
    assert found == {("a", 1): _summary("First."), ("b", 1): _summary("New.")}


async def test_thousands_of_summaries_fit_into_one_call(store: Store) -> None:
    made = {(f"{n}", 1): _summary(f"Text {n}.") for n in range(2_500)}
    async with store.write() as unit:
        await unit.summaries.put(LOCAL, "e", made)
        assert await unit.summaries.get(LOCAL, list(made), "e") == made


async def test_a_checkpoint_is_replaced_and_dropped(store: Store) -> None:
    async with store.write() as unit:
        assert await unit.checkpoints.get(LOCAL, "file") is None
        await unit.checkpoints.drop(LOCAL, "file")
        await unit.checkpoints.put(LOCAL, "file", "1")
        await unit.checkpoints.put(LOCAL, "file", "2")
        await unit.checkpoints.put(LOCAL, "other", "")
        assert await unit.checkpoints.get(LOCAL, "file") == "2"
        await unit.checkpoints.drop(LOCAL, "file")
        assert await unit.checkpoints.get(LOCAL, "file") is None
        assert await unit.checkpoints.get(LOCAL, "other") == ""
