"""`python -m summarizers`, which Ctrl-C ends in order from the first import on."""

from __future__ import annotations

import sys

_INTERRUPTED = 130
"""Exit status that a shell has for a program that Ctrl-C ended."""


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit status; see `summarizers.command.main`."""
    try:
        from summarizers.command import main as run

        return run(argv)
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
