"""A command as it is typed in one line, where a platform has no fields for its options (Slack)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.command import BY_NAME, Command, Option, OptionKind, Suggest

_NAMED = re.compile(r'^([a-z]+)[:=](?:["“„]([^"“”„]*)["“”]|(\S*))(?:\s+|$)', re.IGNORECASE)
_WORD = re.compile(r'^(?:["“„]([^"“”„]*)["“”]|(\S+))(?:\s+|$)')
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
    name, rest = [*text.split(maxsplit=1), "", ""][:2]
    rest = rest.strip()
    command = BY_NAME.get(name.lower())
    if command is None:
        return (name or "help", {"": rest} if rest else {})
    if _is_sentence(command):
        return (command.name, {command.options[0].name: rest} if rest else {})
    return (command.name, dict(_options(command, rest)))


def said_command(text: str) -> tuple[str, dict[str, str]]:
    """The command that somebody says to the bot, with its options; no name where it is a question.

    `/brief` and what follows is read as it is typed, a command's bare name is that command, nothing is help.
    """
    if line := _SLASH.match(text):
        return typed(text[line.end() :].lstrip(" :,.!?"))
    name = text.lower().strip(" /!?.") or "help"
    return (name if name in BY_NAME and name != "ask" else "", {})


def _is_sentence(command: Command) -> bool:
    """Whether all that follows is one text, in which nothing is an option."""
    return bool(command.options) and command.options[0].required


def _options(command: Command, rest: str) -> Iterator[tuple[str, str]]:
    by_name = {option.name: option for option in command.options}
    words: list[_Word] = []
    while rest:
        named = _NAMED.match(rest)
        if named and (option := by_name.get(named[1].lower())):
            yield option.name, _value(option, (named[2], named[3]))
            rest = rest[named.end() :]
            continue
        word = _WORD.match(rest)
        said, rest = ((word[1], word[2]), rest[word.end() :]) if word else ((None, rest), "")
        kind = _option_for(command, _value(None, said))
        if kind is None:
            words.append(said)
            continue
        if words and _value(None, words[-1]).lower() == kind.name:
            words.pop()  # `day 2025-11-10` names the option
        yield kind.name, _value(None, said)
    if words:
        yield _text(command, words)


_Word = tuple[str | None, str]
"""What stands within quotes, or a word without."""


def _value(option: Option | None, word: _Word) -> str:
    """What is given to an option, within quotes or without."""
    quoted, plain = word
    keeps = option is not None and option.suggest is Suggest.TOPICS
    return plain if quoted is None else f'"{quoted}"' if keeps and quoted else quoted


def _for_bare_words(command: Command) -> Option | None:
    """The option that bare words are for: the first text, or else a day, which says how it is typed."""
    kinds = (OptionKind.TEXT, OptionKind.DAY)
    return next((one for kind in kinds for one in command.options if one.kind is kind), None)


def _text(command: Command, words: list[_Word]) -> tuple[str, str]:
    """The option that bare words are for, and what they say."""
    bare = _for_bare_words(command)
    first, *more = words
    texts = {
        one.name: one for one in command.options if one.kind is OptionKind.TEXT and (more or one is not bare)
    }
    named = texts.get(_value(None, first).lower())
    option, said = (bare, words) if named is None else (named, more)
    return (option.name if option else ""), " ".join(_value(option, one) for one in said)


def _option_for(command: Command, value: str) -> Option | None:
    """The option that a bare word can only mean: a number's or a day's."""
    kind = OptionKind.DAY if _DAY.fullmatch(value) else OptionKind.WHOLE if _WHOLE.fullmatch(value) else None
    return next((option for option in command.options if option.kind is kind), None)
