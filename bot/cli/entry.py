"""The entry point."""

from __future__ import annotations

import io
import os
import sys

from bot.cli.commands import app
from bot.cli.outcomes import broken
from bot.runner.collector import look_seldom


def main() -> None:
    """Run the command on the command line and exit; see `told` for the statuses."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before we started
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    for stream in (sys.stdout, sys.stderr):
        # What we print is UTF-8 on every machine; only a file's name can hold what UTF-8 cannot carry.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    look_seldom()
    try:
        app()
    except Exception as error:  # noqa: BLE001 - whatever it is, it ends here
        broken(error)
