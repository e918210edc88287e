"""Small checks of JSON values that combine into Block Kit's rules.

A check takes a value and its JSON pointer and yields what is wrong, in the words that Slack uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tests.fakes.slack_server.nouns import Json

Problems = Iterator[str]
Check = Callable[[object, str], Problems]


def problem(what: str, pointer: str) -> str:
    return f"{what} [json-pointer:{pointer}]"


def string(most: int, least: int = 1, pattern: str = "") -> Check:
    """Text of `least` to `most` characters that matches the pattern, if there is one."""

    def check(value: object, pointer: str) -> Problems:
        if not isinstance(value, str):
            yield problem("must be a string", pointer)
        elif len(value) > most:
            yield problem(f"must be less than {most + 1} characters", pointer)
        elif len(value) < least:
            yield problem(f"must be more than {least - 1} characters", pointer)
        elif pattern and not re.fullmatch(pattern, value):
            yield problem("invalid format", pointer)

    return check


def one_of(*allowed: object) -> Check:
    def check(value: object, pointer: str) -> Problems:
        if value not in allowed:
            yield problem(f"must be one of {', '.join(map(str, allowed))}", pointer)

    return check


def boolean(value: object, pointer: str) -> Problems:
    """Nothing but true and false."""
    if not isinstance(value, bool):
        yield problem("must be a boolean", pointer)


def integer(least: int, most: int) -> Check:
    def check(value: object, pointer: str) -> Problems:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            yield problem(f"must be an integer from {least} to {most}", pointer)

    return check


def items(each: Check, most: int, least: int = 1) -> Check:
    """A list of `least` to `most`, each checked."""

    def check(value: object, pointer: str) -> Problems:
        if not isinstance(value, list):
            yield problem("must be an array", pointer)
            return
        if len(value) > most:
            yield problem(f"no more than {most} items allowed", pointer)
        if len(value) < least:
            yield problem(f"no fewer than {least} items allowed", pointer)
        for number, one in enumerate(value):
            yield from each(one, f"{pointer}/{number}")

    return check


def record(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    """An object with these fields and no others; nulls are refused as Slack refuses them."""
    known = {**required, **(optional or {})}

    def check(value: object, pointer: str) -> Problems:
        if not isinstance(value, dict):
            yield problem("must be an object", pointer)
            return
        for name in required:
            if name not in value:
                yield problem(f"missing required field: {name}", pointer)
        for name, inner in value.items():
            if name in known:
                yield from known[name](inner, f"{pointer}/{name}")
            else:
                yield problem(f"invalid additional property: {name}", pointer)

    return check


def by_type(kinds: dict[str, Check]) -> Check:
    """An object whose `type` picks its rules."""

    def check(value: object, pointer: str) -> Problems:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str):
            yield problem("missing required field: type", pointer)
        elif kind not in kinds:
            yield problem(f"unsupported type: {kind}", f"{pointer}/type")
        else:
            yield from kinds[kind](value, pointer)

    return check


def both(*checks: Check) -> Check:
    def check(value: object, pointer: str) -> Problems:
        for one in checks:
            yield from one(value, pointer)

    return check


def that(holds: Callable[[Json], bool], otherwise: str) -> Check:
    """A rule over several fields of an object."""

    def check(value: object, pointer: str) -> Problems:
        if isinstance(value, dict) and not holds(value):
            yield problem(otherwise, pointer)

    return check


def anything(_value: object, _pointer: str) -> Problems:
    """Not looked into."""
    return iter(())
