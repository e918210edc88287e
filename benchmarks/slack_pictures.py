"""Pictures of what the running bot shows in the loopback Slack: its digest, its settings, its home page.

Writes HTML pages, and PNG files beside them where a chromium is found.

    python benchmarks/slack_pictures.py docs
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fakes.slack_people import Json, words
from tests.fakes.slack_picture import page
from tests.fakes.slack_server.server import ANNA
from tests.faults.process import eventually
from tests.faults.seeded import make
from tests.integration.slack_bot import DUE, Place, serving, slack

SIZES = {"digest": "690,580", "settings": "690,1040", "home": "690,420"}


def main(into: Path) -> None:
    """Draw all three."""
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), 1, workspace="slack:local:c")
        server = slack()
        names = {channel.id: channel.name for channel in server.state.channels.values()}
        with server.beside() as url, serving(server, url, Path(folder)) as place:
            views = seen(place)
    for name, shown in views.items():
        draw(into / f"slack-{name}.html", page(shown, names), SIZES[name])


def seen(place: Place) -> dict[str, Json]:
    """The digest, the form of the settings, and the home page, as Anna has them."""
    people = place.people
    eventually(lambda: len(people.messages(ANNA, DUE)) > 1)
    digest = next(one for one in people.messages(ANNA, DUE) if "Key agreements" in words(one))
    people.do("slash", user=ANNA, channel=DUE, text="settings")
    settings = place.opens()
    place.closes()
    place.asks("deadlines", channel=DUE)
    people.do("open_home", user=ANNA)
    eventually(lambda: people.sees(ANNA)["home"] is not None)
    return {"digest": digest, "settings": settings, "home": people.sees(ANNA)["home"]}


def draw(path: Path, html: str, size: str) -> None:
    """Write the page, and its picture if that can be made here."""
    path.write_text(html, encoding="utf-8")
    browser = shutil.which("chromium")
    if browser:
        picture = f"--screenshot={path.with_suffix('.png').resolve()}"
        command = [
            browser,
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            f"--window-size={size}",
            picture,
        ]
        subprocess.run([*command, path.resolve().as_uri()], check=True, capture_output=True, timeout=60)
    print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
