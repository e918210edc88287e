"""Pictures of what the running bot shows in the loopback Discord: its digest and a page of its settings.

Writes HTML pages, light and dark, and PNG files beside them where a chromium is found.

    python benchmarks/discord_pictures.py docs
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.drawing import draw
from benchmarks.pictured import awake
from tests.fakes.discord_picture import PALETTES, WIDTH, form, message
from tests.fakes.discord_server.person import Reader
from tests.fakes.discord_server.server import TOKEN
from tests.fakes.discord_server.state import GUILD
from tests.integration.discord_bot import DUE, discord


async def main(into: Path) -> None:
    """Draw both."""
    with tempfile.TemporaryDirectory() as folder, discord().beside() as control:
        gateway = f"{control.url.replace('http', 'ws', 1)}/gateway"
        settings = {"token": TOKEN, "guild": GUILD, "base_url": f"{control.url}/api/v10"}
        settings["gateway_url"] = gateway
        async with awake(Path(folder), f"discord:local:{DUE}", discord=settings):
            pages = await asyncio.to_thread(seen, Reader(control, channel=DUE))
    for name, made in pages.items():
        for theme in PALETTES:
            draw(into / f"discord-{name}-{theme}.html", made(theme), WIDTH)


def seen(reader: Reader) -> dict[str, Callable[[str], str]]:
    """The digest, and the second page of the settings, as pages in either theme."""
    digest = reader.sees(lambda text: "Key agreements" in text)
    modal = reader.press(list(reader.command("settings").buttons.values())[1]).modal
    return {"digest": lambda theme: message(digest, theme), "settings": lambda theme: form(modal, theme)}


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs")))
