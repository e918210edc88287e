"""Pictures of the page that `make demo` writes: on a screen, light and dark, and on a phone.

The first proofs of both upper sections are unfolded on the screen, as a reader may leave them.

    python benchmarks/briefing_pictures.py docs
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.drawing import Scheme, screen

SCREEN, PHONE = (1_200, 1_610), (360, 760)
UPPER = 2
"""The sections that stand above the deadlines."""
FIRST_PROOF = re.compile(r'(<section class="section.*?<details)(?=>)', re.DOTALL)


def main(into: Path) -> None:
    """Run the demo, and draw its page three times."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "bot", "demo", "--into", folder], check=True, stdout=subprocess.DEVNULL
        )
        page, unfolded = Path(folder, "briefing.html"), Path(folder, "unfolded.html")
        html = page.read_text(encoding="utf-8")
        unfolded.write_text(FIRST_PROOF.sub(r"\1 open", html, count=UPPER), encoding="utf-8")
        screen(unfolded, into / "briefing.png", SCREEN)
        screen(unfolded, into / "briefing-dark.png", SCREEN, Scheme.DARK)
        screen(page, into / "briefing-phone.png", PHONE)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
