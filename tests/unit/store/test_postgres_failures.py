from __future__ import annotations

import psycopg
import pytest

from bot.errors import StoreUnavailable
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
def test_a_database_that_is_not_there_is_told_with_what_makes_it(error: psycopg.Error) -> None:
    with pytest.raises(StoreUnavailable, match="no database") as caught:
        translate("news on host", error)
    assert "createdb" in caught.value.todo


@pytest.mark.parametrize(
    ("said", "what", "reference"),
    [
        ('FATAL:  password authentication failed for user "news"', "does not let us in", "28000"),
        ("fe_sendauth: no password supplied", "does not let us in", "28000"),
        ('FATAL:  role "news" does not exist', "does not let us in", "28000"),
        ('FATAL:  no pg_hba.conf entry for host "10.0.0.7", user "news"', "does not let us in", "28000"),
        ('FATAL:  permission denied for database "news"', "does not let this user connect", "42501"),
        ("FATAL:  sorry, too many clients already", "no more connections", "53300"),
        ('FATAL:  too many connections for role "news"', "no more connections", "53300"),
        ("FATAL:  remaining connection slots are reserved for roles", "no more connections", "53300"),
        ("FATAL:  the database system is starting up", "stops or starts", "57P03"),
        ("Connection refused. Is the server running?", "does not answer", ""),
        ('or to "authentication.example" failed: Connection refused', "does not answer", ""),
        ('FATAL:  something else\nconnection to "no password" failed', "does not answer", ""),
    ],
)
def test_what_a_server_says_before_it_lets_anybody_in_has_no_code_and_is_told_all_the_same(
    said: str, what: str, reference: str
) -> None:
    error = psycopg.OperationalError(f'connection failed: connection to server at "database", {said}')
    with pytest.raises(StoreUnavailable, match=what) as caught:
        translate("news on host", error)
    assert caught.value.reference == f"PostgreSQL {reference}".strip()


def test_the_right_to_connect_is_told_with_what_gives_it() -> None:
    said = 'connection failed: FATAL:  permission denied for database "news"\nDETAIL:  No CONNECT'
    with pytest.raises(StoreUnavailable) as caught:
        translate("news on host", psycopg.OperationalError(said))
    assert "GRANT CONNECT ON DATABASE" in caught.value.todo


@pytest.mark.parametrize("error", [psycopg.errors.UniqueViolation("x"), ValueError("x")])
def test_our_own_mistakes_pass(error: Exception) -> None:
    translate("news on host", error)
