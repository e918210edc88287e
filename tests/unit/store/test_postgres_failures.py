from __future__ import annotations

import psycopg
import pytest

from bot.errors import StoreMissing, StoreUnavailable
from bot.store.postgres_failures import translate


@pytest.mark.parametrize(
    ("error", "what", "reference"),
    [
        (psycopg.errors.LockNotAvailable, "locked by another program", "PostgreSQL 55P03"),
        (psycopg.errors.DeadlockDetected, "locked by another program", "PostgreSQL 40P01"),
        (psycopg.errors.DiskFull, "is full", "PostgreSQL 53100"),
        (psycopg.errors.TooManyConnections, "no more connections", "PostgreSQL 53300"),
        (psycopg.errors.InsufficientPrivilege, "cannot be written", "PostgreSQL 42501"),
        (psycopg.errors.InvalidPassword, "does not let us in", "PostgreSQL 28P01"),
        (psycopg.errors.AdminShutdown, "stops or starts", "PostgreSQL 57P01"),
        (psycopg.errors.CannotConnectNow, "stops or starts", "PostgreSQL 57P03"),
        (psycopg.errors.DataCorrupted, "is damaged", "PostgreSQL XX001"),
        (psycopg.OperationalError, "does not answer", "PostgreSQL"),
    ],
)
def test_what_a_person_can_mend_is_told_with_its_code(
    error: type[psycopg.Error], what: str, reference: str
) -> None:
    with pytest.raises(StoreUnavailable, match=what) as caught:
        translate("news on host", error("said by the server"))
    assert "news on host" in caught.value.what
    assert caught.value.todo
    assert caught.value.reference == reference


@pytest.mark.parametrize(
    "error",
    [
        psycopg.errors.InvalidCatalogName("x"),
        psycopg.OperationalError('connection failed: FATAL:  database "news" does not exist'),
    ],
)
def test_a_database_that_is_not_there_is_missing(error: psycopg.Error) -> None:
    with pytest.raises(StoreMissing, match="no database"):
        translate("news on host", error)


def test_a_password_that_is_wrong_is_told_without_a_code_too() -> None:
    error = psycopg.OperationalError("connection failed: FATAL:  password authentication failed")
    with pytest.raises(StoreUnavailable, match="does not let us in"):
        translate("news on host", error)


@pytest.mark.parametrize("error", [psycopg.errors.UniqueViolation("x"), ValueError("x")])
def test_our_own_mistakes_pass(error: Exception) -> None:
    translate("news on host", error)
