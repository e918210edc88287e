"""One table of commands, two platforms: the same names, options and help on both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.converse.commands import run
from bot.converse.options import checked, usage
from bot.domain.action import OPENS_FORM, ActionName
from bot.domain.command import COMMANDS, Command, Option, OptionKind, Suggest
from bot.domain.form import OPENERS, FormName
from bot.domain.request import Request
from bot.domain.typed import typed
from bot.platforms.discord.commands import SUBCOMMAND, registered
from bot.platforms.discord.commands import typed as typed_on_discord
from bot.platforms.discord.forms import opener
from bot.settings import config_folder
from bot.texts import LANGUAGES, Language, say
from tests.fakes.chat import ANNA, ChatWorld
from tests.fakes.world import ROOM
from tests.unit.converse.saying import text_of

VALUES = {OptionKind.TEXT: "the harbour", OptionKind.WHOLE: "3", OptionKind.DAY: "2025-11-10"}
IDS = [one.name for one in COMMANDS]


def subcommand(command: Command) -> dict[str, object]:
    [found] = [one for one in registered()[0]["options"] if one["name"] == command.name]
    assert isinstance(found, dict)
    return found


def test_discord_has_every_command_of_the_table_in_its_order_and_no_other() -> None:
    brief, shortcut = registered()
    assert brief["name"] == "brief"
    assert [one["name"] for one in brief["options"]] == IDS
    assert {one["type"] for one in brief["options"]} == {SUBCOMMAND}
    assert shortcut["name"] == say("button.ask_about")


@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
def test_discord_has_its_options_and_help_as_the_table_says(command: Command) -> None:
    made = subcommand(command)
    options = made["options"]
    assert isinstance(options, list)
    assert made["description"] == command.help
    assert [
        (one["name"], one["description"], one["required"], bool(one.get("autocomplete"))) for one in options
    ] == [(one.name, command.help_of(one), one.required, one.suggest is not None) for one in command.options]


@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
async def test_slack_tells_the_same_options_and_help(command: Command) -> None:
    world = ChatWorld()
    told = text_of(await world.command("help", command=command.name))
    assert told.startswith(usage(command))
    assert command.help in told
    for option in command.options:
        assert f"{option.name}: {command.help_of(option)}" in told
    assert f"{usage(command)}: {command.help}" in text_of(await world.command("help"))


@pytest.mark.parametrize(
    ("command", "option"),
    [(command, option) for command in COMMANDS for option in command.options],
    ids=lambda one: one.name,
)
def test_an_option_means_the_same_typed_in_slack_and_filled_in_on_discord(
    command: Command, option: Option
) -> None:
    value, quoted = VALUES[option.kind], f'"{VALUES[option.kind]}"'
    given = quoted if option.suggest is Suggest.TOPICS else value  # which in quotes are any words
    filled = {"name": command.name, "type": 1, "options": [{"name": option.name, "value": given}]}
    there = typed_on_discord({"options": [filled]})
    written = value if option.required else f"{option.name}:{quoted}"
    assert typed(f"{command.name} {written}") == there
    assert checked(command, there[1]) == {option.name: given}


@pytest.mark.parametrize("command", COMMANDS, ids=IDS)
async def test_every_command_has_an_answer(command: Command) -> None:
    options = {one.name: VALUES[one.kind] for one in command.options if one.required}
    request = Request(channel=ROOM, person=ANNA, command=command.name, event_id="E", options=options)
    reply, _ = await run(ChatWorld().cases, request)
    assert (reply.form is not None) is command.opens_form
    assert reply.failure is None


def test_both_platforms_open_every_form_again_by_the_same_button() -> None:
    assert {name: opener(name).name for name in FormName} == OPENERS
    assert set(OPENERS.values()) == OPENS_FORM


def test_every_button_has_a_word() -> None:
    assert {f"button.{name}" for name in ActionName if name is not ActionName.UNKNOWN} <= LANGUAGES[
        Language.ENGLISH
    ].messages.keys()


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_slacks_manifest_names_the_command_and_what_it_takes(mode: str) -> None:
    manifest = Path(config_folder() / f"slack-manifest.{mode}.yaml").read_text(encoding="utf-8")
    assert re.search(r"command: /brief\b", manifest)
    [hint] = re.findall(r"usage_hint: (.+)", manifest)
    assert set(IDS) <= set(re.findall(r"[a-z]+", hint))
