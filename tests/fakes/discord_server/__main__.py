"""`python -m tests.fakes.discord_server --port 8099`: the server by itself, until it is stopped."""

from __future__ import annotations

import argparse
import asyncio
import sys

from tests.fakes.discord_server.server import DiscordServer


async def _serve(port: int) -> None:
    async with DiscordServer().serving(port) as url:
        sys.stdout.write(f"{url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="A loopback Discord.")
    options.add_argument("--port", type=int, default=8099)
    asyncio.run(_serve(options.parse_args().port))
