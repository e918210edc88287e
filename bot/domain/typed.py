"""A command as it is typed in one line, where a platform has no fields for its options (Slack)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.command import BY_NAME, Command, Option, OptionKind, Suggest

_NAMED = re.compile(r'^([a-z]+)[:=](?:["“„]([^"“”]*)["“”]|(\S*))(?:\s+|$)', re.IGNORECASE)
_WORD = re.compile(r'^(?:["“„]([^"“”]*)["“”]|(\S+))(?:\s+|$)')
_SLASH = re.compile(r"/brief(?!\w)", re.IGNORECASE)
_WHOLE = re.compile(r"[+-]?\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def typed(text: str) -> tuple[str, dict[str, str]]:
    """The command's name and its options by name; nothing typed is `help`.

    `days:30` and `days=30` name an option, quotes hold a value together; a topic keeps them, since in quotes
    any words are one. A bare number or day goes to the option of that kind; other bare words together are the
    command's text, or that of the option whose name is the first of them (`sources pause The Harbour`), which
    is empty where nothing follows. A name that is no command's comes back as it is, all that follows under no
    name.
    """
    name, _, rest = text.strip().partition(" ")
    command = BY_NAME.get(name.lower())
    if command is None:
        return (name or "help", {"": rest.strip()} if rest.strip() else {})
    if _is_sentence(command):
        return (command.name, {command.options[0].name: rest.strip()} if rest.strip() else {})
    return (command.name, dict(_options(command, rest.strip())))


def said_command(text: str) -> tuple[str, dict[str, str]]:
    """The command that somebody says to the bot, with its options; no name where it is a question.

    `/brief` and what follows is read as it is typed, a command's bare name is that command, nothing is help.
    """
    if line := _SLASH.match(text):
        return typed(text[line.end() :])
    name = text.lower().strip(" /!?.") or "help"
    return (name if name in BY_NAME and name != "ask" else "", {})


def _is_sentence(command: Command) -> bool:
    """Whether all that follows is one text, in which nothing is an option."""
    return bool(command.options) and command.options[0].required


def _options(command: Command, rest: str) -> Iterator[tuple[str, str]]:
    by_name = {option.name: option for option in command.options}
    bare = _for_bare_words(command)
    words: list[str] = []
    while rest:
        named = _NAMED.match(rest)
        if named and (option := by_name.get(named[1].lower())):
            yield option.name, _value(option, named[2], named[3])
            rest = rest[named.end() :]
            continue
        word = _WORD.match(rest)
        value, rest = (_value(bare, word[1], word[2]), rest[word.end() :]) if word else (rest, "")
        kind = _option_for(command, value)
        if kind is None:
            words.append(value)
        else:
            yield kind.name, value
    if words:
        yield _text(command, bare, words)


def _value(option: Option | None, quoted: str | None, plain: str) -> str:
    """What is given to an option, within quotes or without."""
    keeps = option is not None and option.suggest is Suggest.TOPICS
    return plain if quoted is None else f'"{quoted}"' if keeps and quoted else quoted


def _for_bare_words(command: Command) -> Option | None:
    """The option that bare words are for: the first text, or else a day, which says how it is typed."""
    kinds = (OptionKind.TEXT, OptionKind.DAY)
    return next((one for kind in kinds for one in command.options if one.kind is kind), None)


def _text(command: Command, bare: Option | None, words: list[str]) -> tuple[str, str]:
    """The option that bare words are for, and what they say."""
    first, *more = words
    texts = [one.name for one in command.options if one.kind is OptionKind.TEXT and (more or one is not bare)]
    if first.lower() in texts:
        return first.lower(), " ".join(more)
    return (bare.name if bare else ""), " ".join(words)


def _option_for(command: Command, value: str) -> Option | None:
    """The option that a bare word can only mean: a number's or a day's."""
    kind = OptionKind.DAY if _DAY.fullmatch(value) else OptionKind.WHOLE if _WHOLE.fullmatch(value) else None
    return next((option for option in command.options if option.kind is kind), None)
