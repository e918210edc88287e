"""Many small writes become few: what comes while one is under way waits and goes with the next."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bot.errors import StoreError

T = TypeVar("T")
R = TypeVar("R")


@dataclass(slots=True, kw_only=True)
class Together(Generic[T, R]):
    """Does with `act`, which gives a result for each, at most `most` things at once, in the order they came.

    So polling never stands more than once in the line of those who want to write. Where one thing breaks
    `act`, each is tried alone, so that it breaks no other. `pause` is how many seconds the first one waits
    for others.
    """

    act: Callable[[Sequence[T]], Awaitable[Sequence[R]]]
    most: int
    pause: float = 0.0
    waiting: list[tuple[T, asyncio.Future[R]]] = field(default_factory=list)
    busy: asyncio.Task[None] | None = None

    async def run(self, one: T) -> R:
        """The result of one thing; raise what `act` raised for it."""
        return await self.begin(one)

    def begin(self, one: T) -> asyncio.Future[R]:
        """The same, to be waited for later."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self.waiting.append((one, future))
        if self.busy is None or self.busy.done():
            self.busy = asyncio.create_task(self._work())
        return future

    async def _work(self) -> None:
        try:
            while self.waiting:
                if len(self.waiting) < self.most:
                    await asyncio.sleep(self.pause)
                portion, self.waiting = self.waiting[: self.most], self.waiting[self.most :]
                await self._portion(portion)
        finally:
            for _, future in self.waiting:  # some are left only where this itself was cancelled
                future.cancel()
            self.waiting.clear()

    async def _portion(self, portion: Sequence[tuple[T, asyncio.Future[R]]]) -> None:
        try:
            results = await self.act([one for one, _ in portion])
        except asyncio.CancelledError:
            for _, future in portion:
                future.cancel()
            raise
        except Exception as error:  # noqa: BLE001 - each that waits has it raised
            await self._broken(portion, error)
        else:
            for (_, future), result in zip(portion, results, strict=True):
                if not future.done():  # whoever waited for it was cancelled
                    future.set_result(result)

    async def _broken(self, portion: Sequence[tuple[T, asyncio.Future[R]]], error: Exception) -> None:
        if len(portion) > 1 and not isinstance(error, StoreError):
            for one in portion:
                await self._portion([one])
            return
        for _, future in portion:
            if not future.done():
                future.set_exception(error)
