"""Run the bot's commands in this process, suspended once it comes to write its first message.

`python -m tests.faults.suspend NOTE run`: NOTE is the file in which it says that it is suspended.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from bot.cli import main
from tests.faults.points import OS_CALLS, Points


class AtFirst(Points):
    """Suspends at the first call of one kind."""

    def reach(self, name: str) -> None:
        if name == "before ftruncate" and not self.note.exists():
            self.note.touch()
            os.kill(os.getpid(), signal.SIGSTOP)
            threading.Event().wait()  # other threads may run on for a moment, this one must not


if __name__ == "__main__":
    points = AtFirst(fatal=0, note=Path(sys.argv.pop(1)))
    for call in OS_CALLS:
        setattr(os, call, points.around(call, getattr(os, call)))
    main()
