"""Summaries and briefings as JSON text, read back through their own annotations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def encode(value: object) -> str:
    """The JSON text of a dataclass; raise ValueError if it would not come back equal.

    JSON has no infinity and RFC 3339 no seconds in an offset: what cannot be kept is refused, not bent.
    """
    kind: Any = type(value)
    text: str = _adapter(kind).dump_json(value).decode()
    if decode(kind, text) != value:
        raise ValueError(f"a {kind.__name__} holds a value that JSON cannot: {text[:200]}")
    return text


def decode(kind: type[T], text: str) -> T:
    """The value that `encode` wrote; raise ValueError for anything else."""
    key: Any = kind
    value: T = _adapter(key).validate_json(text)
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    # Imported and built on first use: together they take a tenth of a second that --help need not wait for.
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
