"""Small writes that wait for one another: in order, bounded, and no one's fault is another's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import pytest

from bot.errors import StoreUnavailable
from bot.gather.together import Together


class _Acts:
    """Notes each portion; `gate` holds it up, a negative number breaks it."""

    def __init__(self) -> None:
        self.portions: list[list[int]] = []
        self.gate = asyncio.Event()
        self.error: Exception = ValueError("negative")

    async def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.portions.append(list(numbers))
        await self.gate.wait()
        if any(number < 0 for number in numbers):
            raise self.error
        return [number * 10 for number in numbers]


async def _begun(together: Together[int, int], *numbers: int) -> list[asyncio.Task[int]]:
    tasks = [asyncio.create_task(together.run(number)) for number in numbers]
    await asyncio.sleep(0.01)
    return tasks


async def test_what_comes_while_one_portion_is_under_way_goes_with_the_next() -> None:
    acts = _Acts()
    together = Together(act=acts, most=3)
    tasks = await _begun(together, 1)
    tasks += await _begun(together, 2, 3, 4, 5)
    acts.gate.set()
    assert await asyncio.gather(*tasks) == [10, 20, 30, 40, 50]
    assert acts.portions == [[1], [2, 3, 4], [5]]


async def test_what_breaks_is_tried_alone_and_breaks_no_other() -> None:
    acts = _Acts()
    acts.gate.set()
    together = Together(act=acts, most=9, pause=0.001)
    done = await asyncio.gather(*(together.run(n) for n in (1, -2, 3)), return_exceptions=True)
    assert [done[0], done[2]] == [10, 30]
    assert isinstance(done[1], ValueError)
    assert acts.portions == [[1, -2, 3], [1], [-2], [3]]


async def test_a_database_that_is_away_is_not_asked_again_for_each() -> None:
    acts = _Acts()
    acts.gate.set()
    acts.error = StoreUnavailable("locked")
    together = Together(act=acts, most=9)
    done = await asyncio.gather(*(together.run(n) for n in (-1, 2)), return_exceptions=True)
    assert all(isinstance(one, StoreUnavailable) for one in done)
    assert acts.portions == [[-1, 2]]
    assert await together.run(3) == 30


@pytest.mark.parametrize("broken", [False, True])
async def test_one_who_waits_no_more_stops_nobody(broken: bool) -> None:
    acts = _Acts()
    acts.error = StoreUnavailable("locked")
    together = Together(act=acts, most=9)
    first, second = await _begun(together, -1 if broken else 1, 2)
    first.cancel()
    await asyncio.sleep(0)
    acts.gate.set()
    with suppress(StoreUnavailable):
        assert await second == 20
    assert first.cancelled()
    acts.error = ValueError()
    assert await together.run(4) == 40


async def test_an_end_of_the_work_is_an_end_for_all_who_wait() -> None:
    acts = _Acts()
    together = Together(act=acts, most=1)
    tasks = await _begun(together, 1, 2)
    assert together.busy is not None
    together.busy.cancel()
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(one, asyncio.CancelledError) for one in done)
