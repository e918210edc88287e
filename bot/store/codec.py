"""Summaries and briefings as JSON text, read back through their own annotations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def encode(value: object) -> str:
    """The JSON text of a frozen dataclass that holds only finite numbers."""
    kind: Any = type(value)
    return _adapter(kind).dump_json(value).decode()


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
