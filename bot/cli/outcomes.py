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

from typer import Context, Exit, echo
from typer.core import TyperGroup
from typer.exceptions import TyperException

from bot.cli import INTERRUPTED
from bot.cli.usage import refused
from bot.errors import CommuniqueError, InputError, SettingsError
from bot.logs import set_up
from bot.texts import say

UNCHANGED = "Nothing was changed"
"""What is kept, unless an error says otherwise: what was typed or set is checked before anything is done."""

log = logging.getLogger("communique")


class Commands(TyperGroup):
    """The commands, each within `told`: outside of it, typer has its own words for what we say better."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Read the command line, run what it names, and exit."""
        with told():
            status = super().main(*args, **{**extra, "standalone_mode": False})
        raise SystemExit(status)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:  # type: ignore[override] # typer's, as in `invoke`
        """Without a command there is nothing to do but to show them."""
        if not args:
            echo(ctx.get_help(), err=True)
            raise Exit(InputError.exit_status)
        return super().parse_args(ctx, args)

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
    except TyperException as error:
        _tell(refused(error))
        raise SystemExit(InputError.exit_status) from None
    except CommuniqueError as error:
        _tell(error)
        raise SystemExit(error.exit_status) from None
    except KeyboardInterrupt:
        sys.stderr.write(say("interrupted") + "\n")
        raise SystemExit(INTERRUPTED) from None
    except OSError as error:
        if error.filename is not None:  # no fault of the output
            _closed(error)
        _drop_output()
        if error.errno == errno.EPIPE:  # the reader has gone, as `head` does: there is nobody left to tell
            raise SystemExit(0) from None
        what, todo = f"Cannot write the output: {error.strerror}", "Write it somewhere else"
        _tell(CommuniqueError(what, kept="What was stored stays", todo=todo))
        raise SystemExit(CommuniqueError.exit_status) from None


def _closed(error: OSError) -> NoReturn:
    """End where a file or folder is closed to this user, whichever it is; raise any other error again."""
    if not isinstance(error, PermissionError):
        raise error
    what = f"{os.path.abspath(error.filename)}: {error.strerror}"  # noqa: PTH100 - asks nothing of the disk
    todo = "Give this user the right to it, or work in another folder"
    _tell(InputError(what, kept="What was stored stays", todo=todo))
    raise SystemExit(InputError.exit_status) from None


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
    kept = error.kept or (UNCHANGED if isinstance(error, InputError | SettingsError) else "")
    parts = [part for part in (f"Error: {error.what}", kept, error.todo) if part]
    lines = [part if part.endswith((".", "!", "?")) else f"{part}." for part in parts]
    sys.stderr.write("\n".join([*lines, f"Reference: {reference}"]) + "\n")
