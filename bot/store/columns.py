"""Column types that mean the same on every database."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Integer, LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

BigKey = BigInteger().with_variant(Integer(), "sqlite")
"""A generated key: only a column declared INTEGER is SQLite's own row number."""


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
