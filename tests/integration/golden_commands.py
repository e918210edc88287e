"""What the commands print over the demo articles, at a fixed instant; `make golden` writes it anew.

One file a command. The folder it ran in is written as FOLDER, a compiled engine as an interpreted one.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bot.settings import config_folder
from tests.faults.process import ran

GOLDEN = Path(__file__).parents[1] / "data" / "golden" / "commands"
ARTICLES = str(config_folder() / "demo" / "articles.jsonl")
AS_OF = ("--as-of", "2025-10-30")
COMMANDS = {
    "ingest.txt": ("ingest", "--json", ARTICLES),
    "brief.txt": ("brief", *AS_OF),
    "brief_details.txt": ("brief", "--details", *AS_OF),
    "brief.json": ("brief", "--json", *AS_OF),
    "brief_german.txt": ("--language", "de", "brief", "--details", *AS_OF),
    "deadlines.txt": ("deadlines", *AS_OF),
    "deadlines.json": ("deadlines", "--json", *AS_OF),
    "deadlines_german.txt": ("--language", "de", "deadlines", *AS_OF),
    "why.txt": ("why", "--day", "2025-10-30"),
    "schedules.txt": ("schedules",),
    "doctor.txt": ("doctor",),
}
"""In the order they run in, on one database."""


def printed(folder: Path, **variables: str) -> dict[str, str]:
    """What each command prints on standard output, run one after the other."""
    return {name: _run(folder, arguments, variables) for name, arguments in COMMANDS.items()}


def _run(folder: Path, arguments: tuple[str, ...], variables: dict[str, str]) -> str:
    own = {key: value for key, value in os.environ.items() if not key.startswith("COMMUNIQUE_")}
    environment = {
        **own,
        "COMMUNIQUE_DATA_DIR": str(folder),
        "COLUMNS": "100",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        **variables,
    }
    done = ran(("-m", "bot", *arguments), folder, environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.replace(str(folder), "FOLDER").replace(", compiled", ", interpreted")


def main() -> None:
    """Write the golden files anew."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in printed(Path(folder).resolve()).items():
            (GOLDEN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
