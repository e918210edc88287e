"""Which fields of a form come back as they were shown: these change nothing, whatever changed meanwhile."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from bot.domain.form import Field

LONG = 5
"""Characters of a field's mark: 30 bits, so that of a thousand million changes one is taken for none."""


def marked(fields: Iterable[Field]) -> str:
    """What a form takes along to know what it showed: a mark a field."""
    return "".join(map(mark, fields))


def mark(field: Field) -> str:
    """What tells whether a field holds the same."""
    return _mark(field.name, field.values)


def touched(values: Mapping[str, tuple[str, ...]], marks: str) -> dict[str, tuple[str, ...]]:
    """The fields that do not come back as they were shown; all of them for a form that has no marks."""
    shown = {marks[at : at + LONG] for at in range(0, len(marks), LONG)}
    return {name: held for name, held in values.items() if _mark(name, held) not in shown}


def _mark(name: str, values: tuple[str, ...]) -> str:
    """The same for whatever a platform does to blanks, to line ends and to the order of choices."""
    said = sorted(" ".join(value.split()) for value in values if value.strip())
    digest = blake2b("\0".join((name, *said)).encode("utf-8", "surrogatepass"), digest_size=6)
    return urlsafe_b64encode(digest.digest())[:LONG].decode()
