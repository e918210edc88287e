"""A gate through which so many may be at once: how a platform's limits are kept, whatever stands still.

Spacing what goes by our clock is not enough: after a moment in which either side stood still, a crowd
arrives at once. So a request keeps its place from before it goes until a whole window after its answer.
The platform counted it somewhere between the two: no window of its own ever holds more than there are places.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Gate:
    """So many places, each free again so many seconds after it was left."""

    most: int
    seconds: float
    taken: int = 0
    places: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self.places = asyncio.Semaphore(self.most)

    async def enter(self) -> None:
        """Wait for a place, in order of arrival."""
        self.taken += 1
        try:
            await self.places.acquire()
        except BaseException:
            self.taken -= 1
            raise

    def leave(self) -> None:
        """The answer is there, or none will come."""
        asyncio.get_running_loop().call_later(self.seconds, self._free)

    def _free(self) -> None:
        self.taken -= 1
        self.places.release()


async def enter_all(gates: Iterable[Gate]) -> Sequence[Gate]:
    """Enter these in order and return them; who gives up before the last leaves those it entered."""
    entered: list[Gate] = []
    try:
        for gate in gates:
            await gate.enter()
            entered.append(gate)
    except BaseException:
        for gate in entered:
            gate.leave()
        raise
    return entered
