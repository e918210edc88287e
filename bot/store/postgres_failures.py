"""What PostgreSQL says when it cannot, in words a person can act on (codes: its manual, appendix A)."""

from __future__ import annotations

import re
from types import MappingProxyType

from sqlalchemy import ExceptionContext

from bot.errors import StoreUnavailable
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
_REFUSED = (
    "The database {place} does not let us in",
    "Check user and password in store.url, and that the server's pg_hba.conf lets this machine in",
)
_RIGHTS = (
    "The database {place} cannot be written",
    "Give the user in store.url the rights to its tables, then run this again",
)
_UNENTERED = (
    "The database {place} does not let this user connect",
    "As its owner, give the user in store.url the right: GRANT CONNECT ON DATABASE name TO user",
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

_BEFORE = MappingProxyType({"": _AWAY, "42501": _UNENTERED})
"""What a code, or none, means before anybody is let in."""

_WORDS = re.compile("(?:FATAL:|fe_sendauth)(.*)")
"""What was said; around it stand the names of hosts, which may be any words."""

_CODES = (
    (re.compile(r'database "[^"]*" does not exist'), _NO_DATABASE),
    (re.compile("the database system is"), "57P03"),
    (re.compile("too many (clients|connections)|connection slots"), "53300"),
    (re.compile("permission denied for database"), "42501"),
    (re.compile(r'authentication|no password|pg_hba\.conf|role "'), "28000"),
)
"""By what a server says before it lets anybody in: of a connection that never was the driver has no code."""

_READ_ONLY = ("25006", "25P02")
"""A write within a read transaction, and whatever follows it there."""


def on_error(place: str, context: ExceptionContext) -> None:
    """Translate the error of SQLAlchemy's "handle_error" event, which then becomes the cause of ours."""
    if not context.is_pre_ping:  # a stale connection of the pool: a new one is tried next
        translate(place, context.original_exception)


def translate(place: str, error: BaseException) -> None:
    """Raise StoreUnavailable for an error that a person can mend; else return.

    A database that is not there is one: unlike a file or tables, nothing of ours makes it.
    """
    code = _code(error)
    if code == _NO_DATABASE:
        raise StoreUnavailable(
            f"There is no database {place}",
            kept="Nothing was changed",
            todo="Make it with: createdb --encoding=UTF8 NAME",
            reference=reference(code),
        )
    said = next((_SAID[code[:n]] for n in (5, 3, 2) if code[:n] in _SAID), None)
    if _is_of_no_connection(error):
        said = _BEFORE.get(code, said)
    if said is not None:
        what, todo = said
        raise StoreUnavailable(what.format(place=place), kept=KEPT, todo=todo, reference=reference(code))


def _code(error: BaseException) -> str:
    if not _is_of_no_connection(error):
        return getattr(error, "sqlstate", None) or ""
    said = "\n".join(_WORDS.findall(str(error)))
    return next((code for words, code in _CODES if words.search(said)), "")


def _is_of_no_connection(error: BaseException) -> bool:
    from psycopg import OperationalError

    return isinstance(error, OperationalError) and not error.sqlstate


def reference(code: str) -> str:
    """How a code is quoted."""
    return f"PostgreSQL {code}".strip()


def refuse_write(context: ExceptionContext) -> None:
    """Raise RuntimeError if a read transaction was written through: our own mistake, not the database's."""
    if getattr(context.original_exception, "sqlstate", None) in _READ_ONLY:
        raise RuntimeError("a read transaction cannot write")
