"""How a command ends: errors become words and an exit status in one place."""

from __future__ import annotations

import errno
import logging
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from typer import Context
from typer.core import TyperGroup

from bot.errors import CommuniqueError
from bot.logs import set_up
from bot.texts import say

INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""

log = logging.getLogger("communique")


class Commands(TyperGroup):
    """The commands, each within `told`: outside of it, typer has its own words for what we say better."""

    def invoke(self, ctx: Context) -> Any:  # type: ignore[override] # typer's own class, under its public name
        """Run the command that was typed."""
        with told():
            return super().invoke(ctx)


@contextmanager
def told() -> Iterator[None]:
    """Turn errors into their words and SystemExit.

    0 done, 1 partly, 2 bad input or settings, 3 database, 4 delivery, 5 a feed or page; 130 interrupted.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except CommuniqueError as error:
        _tell(error)
        raise SystemExit(error.exit_status) from None
    except KeyboardInterrupt:
        sys.stderr.write(say("interrupted") + "\n")
        raise SystemExit(INTERRUPTED) from None
    except OSError as error:
        if error.filename is not None:  # no fault of the output
            raise
        _drop_output()
        if error.errno == errno.EPIPE:  # the reader has gone, as `head` does: there is nobody left to tell
            raise SystemExit(0) from None
        _tell(
            CommuniqueError(
                f"Cannot write the output: {error.strerror}",
                kept="What was stored stays",
                todo="Write it somewhere else",
            )
        )
        raise SystemExit(CommuniqueError.exit_status) from None


def broken(error: Exception) -> NoReturn:
    """End after an error that nobody foresaw: the log tells all of it, with secrets taken out.

    A traceback of Python's own would show what it was about, such as an address with its password.
    """
    if not logging.getLogger().handlers:  # it came before the settings were read
        set_up("warning", "text")
    reference = secrets.token_hex(4)
    log.error("command broke", exc_info=error, extra={"action": "command_broke", "reference": reference})
    what = f"{type(error).__name__}, which is a mistake in this program"
    if isinstance(error, OSError) and error.filename is not None:
        what = f"{error.filename}: {error.strerror}"
    todo = "Run it again; if that does not help, report what the log says above"
    _tell(CommuniqueError(what, kept="What was stored stays", todo=todo, reference=reference))
    raise SystemExit(CommuniqueError.exit_status)


def _drop_output() -> None:
    """Let nothing be written any more, not even what is flushed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: CommuniqueError) -> None:
    """The four parts of an error, one a line; the reference also stands in the log beside the details."""
    reference = error.reference or secrets.token_hex(4)
    log.debug("command failed", exc_info=error, extra={"action": "command_failed", "reference": reference})
    parts = [part for part in (f"Error: {error.what}", error.kept, error.todo) if part]
    lines = [part if part.endswith((".", "!", "?")) else f"{part}." for part in parts]
    sys.stderr.write("\n".join([*lines, f"Reference: {reference}"]) + "\n")
