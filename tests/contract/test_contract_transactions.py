"""What Store promises of its transactions."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.channel import LOCAL_TENANT as LOCAL
from bot.ports import Store, UnitOfWork
from summarizers.types import Summary
from tests.contract.kept import DAY, NOON, article, briefing, fingerprint


async def _fill(unit: UnitOfWork, id_: str) -> None:
    await unit.articles.add([article(id_)])
    await unit.articles.add_fingerprints(LOCAL, [fingerprint(id_, 1)])
    await unit.briefings.put(briefing(id_), NOON)
    await unit.checkpoints.put(LOCAL, id_, "state")


async def _kept(unit: UnitOfWork, id_: str) -> list[bool]:
    return [
        await unit.articles.get(LOCAL, id_) is not None,
        any(one.article_id == id_ for one in await unit.articles.candidates(LOCAL, [1])),
        await unit.briefings.get(LOCAL, id_) is not None,
        await unit.checkpoints.get(LOCAL, id_) is not None,
    ]


async def test_what_a_clean_exit_commits_is_seen_by_the_next_reader(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, "a")
    async with store.read() as unit:
        assert await _kept(unit, "a") == [True] * 4


async def test_a_transaction_sees_what_it_wrote_itself(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, "a")
        assert await _kept(unit, "a") == [True] * 4


async def test_an_exception_keeps_nothing_and_passes_unchanged(store: Store) -> None:
    async def fill_and_fail() -> None:
        async with store.write() as unit:
            await _fill(unit, "a")
            raise ZeroDivisionError("ours")

    with pytest.raises(ZeroDivisionError, match="ours"):
        await fill_and_fail()
    async with store.write() as unit:
        assert await _kept(unit, "a") == [False] * 4
        await _fill(unit, "a")


async def test_cancelling_a_writer_keeps_nothing_and_lets_the_next_one_in(store: Store) -> None:
    inside = asyncio.Event()

    async def write_for_ever() -> None:
        async with store.write() as unit:
            await _fill(unit, "a")
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_for_ever())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.write() as unit:
        assert await _kept(unit, "a") == [False] * 4


async def test_a_reader_cannot_write(store: Store) -> None:
    async with store.read() as unit:
        for attempt in (
            unit.articles.add([article("a")]),
            unit.articles.add_fingerprints(LOCAL, [fingerprint("a", 1)]),
            unit.summaries.put(LOCAL, "e", {("a", 1): Summary(gist=None, points=(), engine="e")}),
            unit.briefings.put(briefing("a"), NOON),
            unit.checkpoints.put(LOCAL, "a", "state"),
        ):
            with pytest.raises(RuntimeError, match="read transaction"):
                await attempt
    async with store.read() as unit:
        assert await _kept(unit, "a") == [False] * 4


async def test_a_reader_keeps_seeing_the_moment_it_began(store: Store) -> None:
    async with store.read() as early:
        async with store.write() as unit:
            await _fill(unit, "a")
        async with store.read() as late:
            assert await _kept(late, "a") == [True] * 4
        assert await _kept(early, "a") == [False] * 4
        assert await early.articles.published(LOCAL, DAY, DAY) == ()


async def test_a_reader_does_not_see_what_is_not_committed(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, "a")
        async with store.read() as reader:
            assert await _kept(reader, "a") == [False] * 4


async def test_writers_take_turns_so_that_no_update_is_lost(store: Store) -> None:
    async def count_up() -> None:
        async with store.write() as unit:
            before = int(await unit.checkpoints.get(LOCAL, "count") or 0)
            await asyncio.sleep(0)
            await unit.checkpoints.put(LOCAL, "count", str(before + 1))

    await asyncio.gather(*(count_up() for _ in range(20)))
    async with store.read() as unit:
        assert await unit.checkpoints.get(LOCAL, "count") == "20"


async def test_many_readers_at_once_all_get_their_answer(store: Store) -> None:
    async with store.write() as unit:
        await _fill(unit, "a")

    async def look() -> list[bool]:
        async with store.read() as unit:
            return await _kept(unit, "a")

    assert await asyncio.gather(*(look() for _ in range(30))) == [[True] * 4] * 30
