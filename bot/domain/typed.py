"""A command as it is typed in one line, where a platform has no fields for its options (Slack)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.command import BY_NAME, Command, Option, OptionKind

_NAMED = re.compile(r'^([a-z]+)[:=](?:"([^"]*)"|(\S*))(?:\s+|$)', re.IGNORECASE)
_WORD = re.compile(r'^(?:"([^"]*)"|(\S+))(?:\s+|$)')
_WHOLE = re.compile(r"[+-]?\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def typed(text: str) -> tuple[str, dict[str, str]]:
    """The command's name and its options by name; nothing typed is `help`.

    `days:30` and `days=30` name an option, quotes hold a value together. A bare number or day goes to the
    option of that kind; other bare words together are the command's text, or that of the option whose name is
    the first of them (`sources pause The Harbour`). A name that is no command's comes back as it is, all that
    follows under no name.
    """
    name, _, rest = text.strip().partition(" ")
    command = BY_NAME.get(name.lower())
    if command is None:
        return (name or "help", {"": rest.strip()} if rest.strip() else {})
    if _is_sentence(command):
        return (command.name, {command.options[0].name: rest.strip()} if rest.strip() else {})
    return (command.name, dict(_options(command, rest.strip())))


def _is_sentence(command: Command) -> bool:
    """Whether all that follows is one text, in which nothing is an option."""
    return bool(command.options) and command.options[0].required


def _options(command: Command, rest: str) -> Iterator[tuple[str, str]]:
    names = {option.name for option in command.options}
    words: list[str] = []
    while rest:
        named = _NAMED.match(rest)
        if named and named[1].lower() in names:
            yield named[1].lower(), named[2] if named[2] is not None else named[3]
            rest = rest[named.end() :]
            continue
        word = _WORD.match(rest)
        value, rest = (word[1] or word[2] or "", rest[word.end() :]) if word else (rest, "")
        kind = _option_for(command, value)
        if kind is None:
            words.append(value)
        else:
            yield kind.name, value
    if words:
        yield _text(command, words)


def _text(command: Command, words: list[str]) -> tuple[str, str]:
    """The option that bare words are for, and what they say."""
    texts = [option.name for option in command.options if option.kind is OptionKind.TEXT]
    if len(words) > 1 and words[0].lower() in texts:
        return words[0].lower(), " ".join(words[1:])
    return (texts[0] if texts else ""), " ".join(words)


def _option_for(command: Command, value: str) -> Option | None:
    """The option that a bare word can only mean: a number's or a day's."""
    kind = OptionKind.DAY if _DAY.fullmatch(value) else OptionKind.WHOLE if _WHOLE.fullmatch(value) else None
    return next((option for option in command.options if option.kind is kind), None)
