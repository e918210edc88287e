"""The one table of commands: what both platforms, and their limits, rely on."""

from __future__ import annotations

import re

import pytest

from bot.domain.command import BY_NAME, COMMANDS, HELP_MOST, Command

MOST_CHOICES = 25


def test_the_commands_are_those_that_were_promised() -> None:
    names = [command.name for command in COMMANDS]
    assert names == ["now", "ask", "deadlines", "catchup", "sources", "settings", "why", "help"]
    assert list(BY_NAME) == names


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_name_and_help_fits_every_platform(command: Command) -> None:
    assert re.fullmatch(r"[a-z]{1,32}", command.name)
    assert 0 < len(command.help) <= HELP_MOST
    assert len(command.options) <= MOST_CHOICES
    for option in command.options:
        assert re.fullmatch(r"[a-z]{1,32}", option.name)
        assert 0 < len(command.help_of(option)) <= HELP_MOST
        assert option.least <= option.most


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_options_are_unique_and_required_ones_come_first(command: Command) -> None:
    names = [option.name for option in command.options]
    assert len(set(names)) == len(names)
    required = [option.required for option in command.options]
    assert required == sorted(required, reverse=True)


def test_only_what_changes_the_channel_needs_a_manager() -> None:
    assert [command.name for command in COMMANDS if command.who == "manager"] == ["settings"]
