"""Run one of the bot's commands in this process, killed at one point of those that a word of `ONLY` names.

`python -m tests.faults.fatal NOTE POINT sources fetch …`: NOTE is the file in which the point is written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.cli import main
from tests.faults.points import Points, install

ONLY = (
    *("UPDATE sources", "INSERT INTO revisions", "INSERT INTO heads", "INSERT INTO source_items"),
    *("INSERT INTO passages", "BEGIN IMMEDIATE", "commit"),
)

if __name__ == "__main__":
    note, point = Path(sys.argv.pop(1)), int(sys.argv.pop(1))
    install(Points(fatal=point, note=note, only=ONLY))
    main()
