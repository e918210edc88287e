"""Command lines that the table of commands does not know, in words of our own."""

from __future__ import annotations

from typing import Any

from typer.exceptions import TyperException

from bot.errors import InputError

_QUOTED = "Put words that belong together in quotation marks"


def refused(error: TyperException) -> InputError:
    """What was wrong with a command line, and where its rules stand."""
    context: Any = getattr(error, "ctx", None)  # an option that lacks its value is refused without one
    told = error.format_message()
    todo = f"`{context.command_path if context else 'communique COMMAND'} --help` shows what it takes"
    if "extra argument" in told:
        todo = f"{_QUOTED}; {todo}"
    return InputError(told, todo=todo)
