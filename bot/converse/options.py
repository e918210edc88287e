"""The options of a command, checked against the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.domain.command import Command, Option, OptionKind
from bot.domain.shown import shown
from bot.errors import InputError
from bot.texts import say

_WHOLE = re.compile(r"[+-]?\d{1,9}")


def checked(command: Command, given: Mapping[str, str]) -> dict[str, str]:
    """The options that hold something, each on one line without what is invisible.

    Raise InputError for one that the command does not have, that is missing or that cannot be read.
    """
    options = {option.name: option for option in command.options}
    for name in given:
        if name not in options:
            raise InputError(
                say("chat.no_option", option=shown(name or given[name])[:60]), todo=_help(command)
            )
    held = {name: value for name, given_value in given.items() if (value := shown(given_value))}
    for option in command.options:
        if option.required and option.name not in held:
            todo = say(f"chat.missing.{option.name}.todo")
            raise InputError(say(f"chat.missing.{option.name}"), todo=todo)
    for name, value in held.items():
        _require(options[name], value)
    return held


def whole(held: Mapping[str, str], name: str, otherwise: int) -> int:
    """A whole number that was checked; `otherwise` if it was left out."""
    return int(held[name]) if name in held else otherwise


def _require(option: Option, value: str) -> None:
    if option.kind is OptionKind.WHOLE:
        if not _WHOLE.fullmatch(value) or not option.least <= int(value) <= option.most:
            raise InputError(
                say("chat.whole", option=option.name, least=option.least, most=option.most),
                todo=say("chat.again"),
            )
    elif option.kind is OptionKind.DAY:
        _require_day(option, value)
    elif len(value) > option.most:
        raise InputError(say("chat.long", option=option.name, most=option.most), todo=say("chat.again"))


def _require_day(option: Option, value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise InputError(say("chat.day", option=option.name), todo=say("chat.again")) from None


def usage(command: Command) -> str:
    """The command as it is typed: `/brief deadlines [deadline] [topic] [days]`."""
    options = (option.name if option.required else f"[{option.name}]" for option in command.options)
    return say("chat.usage", command=" ".join((command.name, *options)))


def _help(command: Command) -> str:
    return say("chat.help_with", usage=usage(command))
