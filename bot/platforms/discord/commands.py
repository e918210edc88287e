"""The chat's commands as Discord registers them, and what was typed as our request has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.domain.command import COMMANDS, Command, Option, OptionKind
from bot.texts import LANGUAGES, Language, say, speaking

if TYPE_CHECKING:
    from discord import Client

Json = dict[str, Any]

ROOT = "brief"
SUBCOMMAND, STRING, INTEGER = 1, 3, 4
CHAT_INPUT, ON_MESSAGE = 1, 3

LONGEST = 6_000
"""Characters that a text option may have at most (docs.discord.com, "Application Commands")."""

EVERYWHERE = {"integration_types": [0, 1], "contexts": [0, 1, 2]}
"""On servers and for single people; on servers, in direct messages with the bot and with others."""


def registered() -> list[Json]:
    """All commands, from the one table: `/brief` with its subcommands, and a message's shortcut.

    Names are English everywhere; what they mean is told to each reader in the language of their Discord.
    """
    brief: Json = {"name": ROOT, "type": CHAT_INPUT, **_described(lambda: say("command.brief")), **EVERYWHERE}
    brief["options"] = [_subcommand(command) for command in COMMANDS]
    with speaking(Language.ENGLISH):
        about = say("button.ask_about")
    return [brief, {"name": about, "type": ON_MESSAGE, **EVERYWHERE}]


def _described(words: Callable[[], str]) -> Json:
    """A description in English, and in the other languages (docs.discord.com, "Localization")."""
    told: dict[Language, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            told[language] = words()
    english = told.pop(Language.ENGLISH)
    others = {language.value: text for language, text in told.items()}
    return {"description": english, "description_localizations": others}


def differs(ours: Sequence[Json], theirs: Sequence[Mapping[str, Any]]) -> bool:
    """Whether what Discord has is not what we want; what Discord adds of itself does not count."""
    by_name = {str(one.get("name")): one for one in theirs}
    return len(ours) != len(theirs) or any(not _within(one, by_name.get(one["name"])) for one in ours)


def typed(data: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """The subcommand of an interaction and its options as texts."""
    sub: Json = next(iter(data.get("options") or ()), {})
    options = {one["name"]: str(one["value"]) for one in sub.get("options") or () if "value" in one}
    return str(sub.get("name", "")), options


def focused(data: Mapping[str, Any]) -> tuple[str, str, str]:
    """The subcommand, the option that is being typed, and what of it; empty where there is none."""
    sub: Json = next(iter(data.get("options") or ()), {})
    for one in sub.get("options") or ():
        if one.get("focused"):
            return str(sub["name"]), str(one["name"]), str(one.get("value", ""))
    return str(sub.get("name", "")), "", ""


async def sync(client: Client) -> bool:
    """Register the commands if Discord has others; return whether it had."""
    ours = registered()
    application = client.application_id or 0
    theirs: Any = await _held(client, application)
    if not differs(ours, theirs):
        return False
    await client.http.bulk_upsert_global_commands(application, payload=ours)
    return True


async def _held(client: Client, application: int) -> Any:
    """What Discord has, with its translations: the library's own call leaves them out."""
    from discord.http import Route

    route = Route("GET", "/applications/{application_id}/commands", application_id=application)
    return await client.http.request(route, params={"with_localizations": "true"})


def quoted(data: Any) -> str:
    """The text of the message that a shortcut was used on: its own words, or those of its components."""
    messages = ((data.get("resolved") or {}).get("messages") or {}).values()
    return "\n".join(filter(None, (_text(one) for one in messages)))


def _subcommand(command: Command) -> Json:
    made: Json = {"name": command.name, "type": SUBCOMMAND, **_described(lambda: command.help)}
    return made | {"options": [_option(command, option) for option in command.options]}


def _option(command: Command, option: Option) -> Json:
    made: Json = {"name": option.name, **_described(lambda: command.help_of(option))}
    made["required"] = option.required
    if option.kind is OptionKind.WHOLE:
        return made | {"type": INTEGER, "min_value": option.least, "max_value": option.most}
    most = min(option.most, LONGEST)
    made |= {"type": STRING, "min_length": option.least, "max_length": most}
    return made | ({"autocomplete": True} if option.suggest else {})


def _within(ours: object, theirs: object) -> bool:
    """Whether theirs says all that ours says; what they leave out counts as empty."""
    if isinstance(ours, dict):
        held = theirs if isinstance(theirs, Mapping) else {}
        return all(_within(value, held.get(key)) for key, value in ours.items())
    if isinstance(ours, list) and isinstance(theirs, list):
        same = len(ours) == len(theirs)
        return same and all(_within(one, other) for one, other in zip(ours, theirs, strict=True))
    return ours == theirs or (not ours and not theirs)


def _text(part: Any) -> str:
    inner = [_text(one) for one in part.get("components") or ()]
    return "\n".join(filter(None, [str(part.get("content") or ""), *inner]))
