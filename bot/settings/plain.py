"""What is wrong with a value of the settings, in plain words instead of pydantic's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

LONGEST = 60
"""So much of a value is shown."""

_WANTED = {
    "string_type": "text in quotation marks",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a smaller number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list in brackets",
    "too_short": "at least one entry",
    "dict_type": "a table",
    "model_type": "a table",
}
_BOUNDS = {
    "less_than_equal": ("le", "{bound} or less"),
    "greater_than_equal": ("ge", "{bound} or more"),
    "greater_than": ("gt", "more than {bound}"),
}
_KINDS = ((dict, "a table"), (list, "a list"))
_READ_AS_TEXT = frozenset({"string_type", "model_type", "dict_type", "tuple_type"})
"""Types of errors whose value may be a secret, or a whole table of them."""


def complaint(problem: Mapping[str, Any]) -> str:
    """One of pydantic's errors in words, as `'zz' where a whole number is expected`.

    No text is repeated in which a secret may stand: where text, a list or a table is expected, only the kind
    of what was given is told.
    """
    kind = str(problem["type"])
    if kind == "missing":
        return "it is missing"
    if kind == "extra_forbidden":
        return "no such setting"
    wanted = _wanted(kind, problem.get("ctx", {}))
    if wanted is None:
        return str(problem["msg"]).removeprefix("Value error, ")
    given = problem["input"]
    told = "text" if kind in _READ_AS_TEXT and isinstance(given, str) else written(given)
    return f"{told} where {wanted} is expected"


def written(value: object) -> str:
    """A value as it may stand in the file, cut where it is long; of lists and tables only what they are."""
    for kind, name in _KINDS:
        if isinstance(value, kind):
            return name if value else f"{name} with nothing in it"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value) if isinstance(value, int | float | date | datetime | time) else repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _wanted(kind: str, context: Mapping[str, Any]) -> str | None:
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        return words.format(bound=f"{context[name]:g}")
    if kind in {"enum", "literal_error"}:
        return str(context["expected"])
    return _WANTED.get(kind)
