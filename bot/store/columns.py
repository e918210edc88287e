"""Column types that mean the same on every database."""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Integer, LargeBinary
from sqlalchemy import Text as PlainText
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_SUBSTITUTE = "\x1a"

BigKey = BigInteger().with_variant(Integer(), "sqlite")
"""A generated key: only a column declared INTEGER is SQLite's own row number."""


class Text(TypeDecorator[str]):
    """Text of any code points but lone surrogates.

    PostgreSQL alone takes no NUL: there it stands as two characters that begin with a substitute (U+001A),
    and a substitute as two as well. Equal texts stay equal; in order they differ only there.
    """

    impl = PlainText
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None] | None:
        """Escape what PostgreSQL does not take; other databases get the text as it is."""
        return _escaped if dialect.name == "postgresql" else None

    def result_processor(
        self, dialect: Dialect, _coltype: object
    ) -> Callable[[str | None], str | None] | None:
        """The text as it was."""
        return _unescaped if dialect.name == "postgresql" else None


class Instant(TypeDecorator[datetime]):
    """An instant, kept as whole microseconds since 1970 in UTC, so that numbers sort as instants do.

    SQLite has no type for instants and drops offsets from its text form without a word. Binding a naive
    datetime raises ValueError; what is read is always in UTC.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """Microseconds since 1970."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"an instant needs a UTC offset: {value!r}")
        return (value - EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, _dialect: Dialect) -> datetime | None:
        """The same instant in UTC."""
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Numbers(TypeDecorator[tuple[int, ...]]):
    """A tuple of whole numbers that each fit a struct format character, packed little-endian.

    Raise struct.error when a number does not fit.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def process_bind_param(self, value: tuple[int, ...] | None, _dialect: Dialect) -> bytes | None:
        """The numbers one after another."""
        return None if value is None else struct.pack(f"<{len(value)}{self.code}", *value)

    def process_result_value(self, value: bytes | None, _dialect: Dialect) -> tuple[int, ...] | None:
        """The numbers in their order."""
        if value is None:
            return None
        return struct.unpack(f"<{len(value) // struct.calcsize(f'<{self.code}')}{self.code}", value)


def _escaped(value: str | None) -> str | None:
    if value is None:
        return None
    text = str(value)  # an enumeration's member is sent as its value
    if _SUBSTITUTE in text or "\0" in text:
        text = text.replace(_SUBSTITUTE, _SUBSTITUTE + "1").replace("\0", _SUBSTITUTE + "0")
    return text


def _unescaped(value: str | None) -> str | None:
    if value is None or _SUBSTITUTE not in value:
        return value
    return value.replace(_SUBSTITUTE + "0", "\0").replace(_SUBSTITUTE + "1", _SUBSTITUTE)
