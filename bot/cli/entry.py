"""The entry point: one place where errors become words and exit statuses."""

from __future__ import annotations

import logging
import os
import secrets
import sys

from bot.cli.commands import app
from bot.errors import CommuniqueError

INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""

log = logging.getLogger("communique")


def main() -> None:
    """Run the command on the command line and exit: 0 done, 1 partly, 2 bad input, 3 database, 4 delivery."""
    try:
        app()
    except CommuniqueError as error:
        _tell(error)
        raise SystemExit(error.exit_status) from None
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. What was stored stays; run the command again to go on.\n")
        raise SystemExit(INTERRUPTED) from None
    except BrokenPipeError:
        # The reader of our output has gone: nothing is left to say, and nothing may be said at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def _tell(error: CommuniqueError) -> None:
    """The four parts of an error, one a line; the reference also stands in the log beside the details."""
    reference = error.reference or secrets.token_hex(4)
    log.debug("command failed", exc_info=error, extra={"action": "command_failed", "reference": reference})
    lines = (f"Error: {error.what}", error.kept, error.todo, f"Reference: {reference}")
    sys.stderr.write("".join(f"{line.rstrip('.')}.\n" for line in lines if line))
