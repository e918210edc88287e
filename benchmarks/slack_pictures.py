"""Pictures of what the running bot shows in the loopback Slack: its digest, its settings, its home page.

Writes HTML pages, light and dark, and PNG files beside them where a chromium is found.

    python benchmarks/slack_pictures.py docs
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.drawing import draw
from benchmarks.pictured import awake, wait
from tests.fakes.slack_people import Json, People, words
from tests.fakes.slack_picture import PALETTES, WIDTH, page
from tests.fakes.slack_server.server import ANNA, APP_TOKEN, BOT_TOKEN
from tests.integration.slack_bot import DUE, slack


async def main(into: Path) -> None:
    """Draw all three."""
    server = slack()
    server.state.channels[DUE].name = "morning-desk"
    names = {channel.id: channel.name for channel in server.state.channels.values()}
    with tempfile.TemporaryDirectory() as folder, server.beside() as url:
        settings = {"bot_token": BOT_TOKEN, "app_token": APP_TOKEN, "base_url": f"{url}/api/"}
        async with awake(Path(folder), f"slack:local:{DUE}", slack=settings):
            views = await asyncio.to_thread(seen, People(url))
    for name, shown in views.items():
        for theme in PALETTES:
            draw(into / f"slack-{name}-{theme}.html", page(shown, names, theme), WIDTH)


def seen(people: People) -> dict[str, Json]:
    """The digest, the form of the settings, and the home page, as Anna has them."""

    def digests() -> list[Json]:
        return [one for one in people.messages(ANNA, DUE) if "Key agreements" in words(one)]

    wait(lambda: digests() != [])
    people.do("slash", user=ANNA, channel=DUE, text="settings")
    wait(lambda: people.sees(ANNA)["view"] is not None)
    settings = people.sees(ANNA)["view"]
    people.do("slash", user=ANNA, channel=DUE, text="deadlines")
    wait(lambda: people.answers(ANNA) != [])
    people.do("open_home", user=ANNA)
    wait(lambda: people.sees(ANNA)["home"] is not None)
    return {"digest": digests()[0], "settings": settings, "home": people.sees(ANNA)["home"]}


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs")))
