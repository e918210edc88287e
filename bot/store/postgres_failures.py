"""What PostgreSQL says when it cannot, in words a person can act on (codes: its manual, appendix A)."""

from __future__ import annotations

from types import MappingProxyType

from sqlalchemy import ExceptionContext

from bot.errors import StoreMissing, StoreUnavailable
from bot.store.failures import KEPT

_AWAY = (
    "The database {place} does not answer",
    "Check that the server runs and that store.url names it, then run this again",
)
_LOCKED = (
    "The database {place} is locked by another program",
    "Close that program or wait for it to finish, then run this again",
)
_STOPPED = ("The server of the database {place} stops or starts", "Run this again in a moment")
_REFUSED = ("The database {place} does not let us in", "Check user and password in store.url")
_RIGHTS = (
    "The database {place} cannot be written",
    "Give the user in store.url the rights to its tables, then run this again",
)
_FULL = ("The disk that holds the database {place} is full", "Free some space there, then run this again")
_CROWDED = (
    "The database {place} takes no more connections",
    "Raise max_connections of the server, or stop other programs",
)
_DAMAGED = ("The database {place} is damaged", "Restore a backup: pg_restore")

_SAID = MappingProxyType(
    {
        "08": _AWAY,
        "25006": _RIGHTS,
        "28": _REFUSED,
        "40": _LOCKED,
        "42501": _RIGHTS,
        "53100": _FULL,
        "53300": _CROWDED,
        "55P03": _LOCKED,
        "57P": _STOPPED,
        "58030": ("The disk that holds the database {place} does not answer", "Check that disk"),
        "XX001": _DAMAGED,
        "XX002": _DAMAGED,
    }
)
"""By code, or by the start of a code."""

_NO_DATABASE = "3D000"
_READ_ONLY = ("25006", "25P02")
"""A write within a read transaction, and whatever follows it there."""


def on_error(place: str, context: ExceptionContext) -> None:
    """Translate the error of SQLAlchemy's "handle_error" event, which then becomes the cause of ours."""
    if not context.is_pre_ping:  # a stale connection of the pool: a new one is tried next
        translate(place, context.original_exception)


def translate(place: str, error: BaseException) -> None:
    """Raise StoreUnavailable or StoreMissing for an error that a person can mend; else return."""
    from psycopg import OperationalError

    code = getattr(error, "sqlstate", None) or ""
    if code == _NO_DATABASE or (not code and "does not exist" in str(error) and "database" in str(error)):
        raise StoreMissing(
            f"There is no database {place}",
            kept="Nothing was changed",
            todo="Make it with: createdb --encoding=UTF8 NAME",
        )
    said = next((_SAID[code[:n]] for n in (5, 3, 2) if code[:n] in _SAID), None)
    if said is None and not code and isinstance(error, OperationalError):
        said = _REFUSED if "authentication" in str(error) else _AWAY
    if said is not None:
        what, todo = said
        raise StoreUnavailable(what.format(place=place), kept=KEPT, todo=todo, reference=reference(code))


def reference(code: str) -> str:
    """How a code is quoted."""
    return f"PostgreSQL {code}".strip()


def refuse_write(context: ExceptionContext) -> None:
    """Raise RuntimeError if a read transaction was written through: our own mistake, not the database's."""
    if getattr(context.original_exception, "sqlstate", None) in _READ_ONLY:
        raise RuntimeError("a read transaction cannot write")
