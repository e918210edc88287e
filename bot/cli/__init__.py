"""The commands a person types. Each imports what it needs when it runs, so that --help answers at once."""

from __future__ import annotations

INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""


def main() -> None:
    """Run the command on the command line and exit; see `bot.cli.outcomes.told` for the statuses."""
    try:  # even this much of the program takes long enough for somebody to press Ctrl-C
        from bot.cli.entry import main as run
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    run()
