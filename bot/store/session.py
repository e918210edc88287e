"""Which workers of a PostgreSQL database live: each has a session with a lock, which its death ends.

It works for any number of machines. A session may also be lost while its process lives, by a restart of the
server or a cut in the network. Its process then opens another at once, and nobody is called dead at one look
only; whoever does not reach the database cannot begin to send anything meanwhile.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Self

import psycopg
from sqlalchemy import URL

from bot.errors import StoreError, StoreUnavailable
from bot.store.locks import LIVES
from bot.store.postgres import connecting, place_of, url_of
from bot.store.postgres_failures import translate

APART = timedelta(seconds=3)
"""Two looks at least so far apart must find a worker missing; a lost session is back within a second."""

PAUSE = timedelta(seconds=0.5)
"""Between two tries to open the session again, and two looks for workers."""

LOOKS = 4
"""Looks for workers before one is said to run."""

_ALIVE = """
    SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""

Connection = psycopg.AsyncConnection[Any]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Absences:
    """Who of the holders of locks in a space is gone, told by looks some time apart."""

    url: URL
    space: int = LIVES
    missing: dict[str, float] = field(default_factory=dict)
    """Owners without a session, and when that was seen first, by the event loop's clock."""

    async def dead(self, owners: Iterable[str]) -> frozenset[str]:
        """See Life; an owner's name is its number in hexadecimal digits, or ends with a hyphen and these."""
        wanted = frozenset(owners)
        if not wanted:
            self.missing.clear()
            return wanted
        async with await _connected(self.url) as connection:
            alive = await _living(connection, self.space)
        now = asyncio.get_running_loop().time()
        gone = {owner: self.missing.get(owner, now) for owner in wanted if _number(owner) not in alive}
        self.missing.clear()
        self.missing.update(gone)
        return frozenset(owner for owner, since in gone.items() if now - since >= APART.total_seconds())


@dataclass(frozen=True, slots=True)
class Session:
    """The Life of this process, or of one worker in it, on a database of a server."""

    absences: Absences
    number: int

    @classmethod
    @asynccontextmanager
    async def announce(
        cls, url: str, *, number: int | None = None, space: int = LIVES
    ) -> AsyncIterator[Self]:
        """Live for the length of the block, under a number that nobody else has or a random one.

        Raise StoreUnavailable or SettingsError.
        """
        made = cls(Absences(url_of(url), space), secrets.randbits(31) if number is None else number)
        keeping = asyncio.create_task(made._keep(await made._locked()))
        try:
            yield made
        finally:
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping

    @property
    def owner(self) -> str:
        """See Life."""
        return f"{os.getpid()}-{self.number:08x}"

    @property
    def url(self) -> URL:
        """The database."""
        return self.absences.url

    async def dead(self, owners: Iterable[str]) -> frozenset[str]:
        """See Life."""
        return await self.absences.dead(frozenset(owners) - {self.owner})

    async def _keep(self, connection: Connection) -> None:
        """Hold the lock; open another session whenever this one is lost."""
        while True:
            with suppress(psycopg.Error):
                async with connection:
                    async for _ in connection.notifies():  # nobody notifies: it ends with the session
                        pass
            log.warning("session lost", extra={"action": "session_lost", "place": place_of(self.url)})
            connection = await self._again()

    async def _again(self) -> Connection:
        while True:
            try:
                return await self._locked()
            except (StoreError, psycopg.Error) as error:
                log.warning(str(error), extra={"action": "session_not_opened"})
                await asyncio.sleep(PAUSE.total_seconds())

    async def _locked(self) -> Connection:
        """A new session that holds our lock; the server may still hold it for the one that was lost."""
        connection = await _connected(self.url)
        try:
            await connection.execute("SELECT pg_advisory_lock(%s, %s)", [self.absences.space, self.number])
        except BaseException:
            await connection.close()
            raise
        return connection


async def require_nobody(url: str) -> None:
    """Return if no worker lives on a database; raise StoreUnavailable if one does.

    It is looked for again for a while: the server notices a little later that a session has ended.
    """
    async with await _connected(url_of(url)) as connection:
        for _ in range(LOOKS):
            if not await _living(connection, LIVES):
                break
            await asyncio.sleep(PAUSE.total_seconds())
        else:
            raise StoreUnavailable(
                f"A bot runs on the database {place_of(url_of(url))}",
                kept="Nothing was changed",
                todo="Stop it, then run this again",
            )


async def _living(connection: Connection, space: int) -> frozenset[int]:
    """The numbers of all that live in a space."""
    found = await connection.execute(_ALIVE, [space])
    return frozenset(number for (number,) in await found.fetchall())


async def _connected(url: URL) -> Connection:
    try:
        return await psycopg.AsyncConnection.connect(**connecting(url), autocommit=True)
    except psycopg.Error as error:
        translate(place_of(url), error)
        raise


def _number(owner: str) -> int:
    """The number of a worker by its name; -1, which none has, for a name of another kind."""
    try:
        return int(owner.rpartition("-")[2], 16)
    except ValueError:
        return -1
