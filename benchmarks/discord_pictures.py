"""Pictures of the digest that the running bot posts in the loopback Discord, light and dark.

Writes HTML pages, and PNG files beside them where a chromium is found.

    python benchmarks/discord_pictures.py docs
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # what draws is shared with Slack's pictures

from benchmarks.slack_pictures import draw  # noqa: E402 - found through the line above
from tests.fakes.discord_picture import PALETTES, page  # noqa: E402 - as above
from tests.fakes.discord_server.person import Reader  # noqa: E402 - as above
from tests.faults.seeded import make  # noqa: E402 - as above
from tests.integration.discord_bot import DUE, WORKSPACE, discord, serving  # noqa: E402 - as above

SIZE = "676,690"


def main(into: Path) -> None:
    """Draw both."""
    with tempfile.TemporaryDirectory() as folder, discord().beside() as control:
        make(Path(folder), 1, workspace=WORKSPACE)
        with serving(Path(folder), control):
            digest = Reader(control, channel=DUE).sees(lambda text: "Key agreements" in text)
    for theme in PALETTES:
        draw(into / f"discord-digest-{theme}.html", page(digest, theme), SIZE)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
