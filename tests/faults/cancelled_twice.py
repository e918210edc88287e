"""`python -m tests.faults.cancelled_twice FILE`: cancel a reader twice, end its event loop, say so."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from pathlib import Path

from sqlalchemy import text

from bot.store.sqlite import openable, reader

SLOW = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT count(*) FROM n"
)


async def main(path: Path) -> None:
    """Cancelled while it reads, and again while it lets go of its connection."""
    await openable(path, create=True)
    engine = reader(path)

    async def ask() -> None:
        async with engine.connect() as connection:
            await connection.execute(SLOW)

    asking = asyncio.create_task(ask())
    for _ in range(2):
        await asyncio.sleep(0.05)
        asking.cancel()
    with suppress(asyncio.CancelledError):
        await asking
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
    sys.stdout.write("ended\n")
