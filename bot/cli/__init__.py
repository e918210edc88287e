"""The commands a person types. Each imports what it needs when it runs, so that --help answers at once."""

from __future__ import annotations

from bot.cli.entry import main

__all__ = ["main"]
