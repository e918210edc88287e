"""Discord's REST API through discord.py, without a gateway, failing in our own terms."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.errors import AmbiguousOutcome, DeliveryError, RetryableRefusal
from bot.platforms.discord.pace import Pace
from bot.platforms.discord.refusals import NAME, SERVER_ERRORS, UNAUTHORIZED, refusal
from bot.texts import say

if TYPE_CHECKING:
    from types import SimpleNamespace

    from aiohttp import (
        ClientSession,
        TraceConfig,
        TraceRequestEndParams,
        TraceRequestExceptionParams,
        TraceRequestStartParams,
    )
    from discord import Client

GATEWAY = "wss://gateway.discord.gg/"

PATIENCE = 15.0
"""Seconds after which a request without an answer counts as lost; the library would wait for 300."""

LONGEST_WAIT = 30.0
"""Seconds that the library may wait out a limit by itself, its least; longer waits come to us."""


@dataclass(slots=True)
class Rest:
    """A client that logs in when it is first needed, and anew as long as that fails."""

    make: Callable[[], Client]
    token: str
    patience: float = PATIENCE
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    client: Client | None = None

    async def logged_in(self) -> Client:
        """The client, known to Discord; raise DeliveryError if it cannot log in."""
        async with self.lock:
            if self.client is None:
                self.client = await self._log_in()
        return self.client

    async def close(self) -> None:
        """Close the connections, if there are any."""
        if self.client is not None:
            await self.client.close()

    async def _log_in(self) -> Client:
        client = self.make()
        try:
            with refusals(sends=False):
                async with asyncio.timeout(self.patience):
                    await client.login(self.token)
        except BaseException:
            # A client whose login failed cannot be used again.
            await client.close()
            raise
        return client


@asynccontextmanager
async def rest_client(
    token: str,
    base_url: str,
    gateway_url: str = GATEWAY,
    patience: float = PATIENCE,
    pace: Pace | None = None,
) -> AsyncIterator[Rest]:
    """A client that is closed at the end; nothing is asked of Discord before it is used.

    A request that has no answer after `patience` seconds is given up; whether it was done is not known.
    All requests keep `pace`.
    """
    from discord.gateway import DiscordWebSocket
    from discord.http import Route
    from yarl import URL

    Route.BASE = base_url.rstrip("/")
    DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway_url)
    kept = pace or Pace()
    rest = Rest(make=lambda: _client(patience, kept), token=token, patience=patience)
    try:
        yield rest
    finally:
        await rest.close()


def _client(patience: float, pace: Pace) -> Client:
    """No privileged intent: messages come without words, but for those that mention or address the bot."""
    import discord

    # We never speak: the library need not say what it lacks for that.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    return discord.AutoShardedClient(
        intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
        chunk_guilds_at_startup=False,
        member_cache_flags=discord.MemberCacheFlags.none(),
        max_messages=None,
        allowed_mentions=discord.AllowedMentions.none(),
        max_ratelimit_timeout=LONGEST_WAIT,
        http_trace=_traced(patience, pace),
    )


def _traced(patience: float, pace: Pace) -> TraceConfig:
    """The pace, and a limit of time for every request but the first, which is the login's and has its own."""
    import aiohttp

    trace = _once()

    async def _begins(session: ClientSession, _: object, __: object) -> None:
        session._timeout = aiohttp.ClientTimeout(total=patience)  # noqa: SLF001 - discord.py makes it, unset

    trace.on_request_start.append(_begins)
    _paced(trace, pace)
    return trace


def _paced(trace: TraceConfig, pace: Pace) -> None:
    """Here, for the library sends again by itself, and this is the last moment before a request goes."""

    async def _begins(_: object, of_request: SimpleNamespace, told: TraceRequestStartParams) -> None:
        of_request.gates = await pace.enter(told.method, told.url.path)

    async def _over(_: object, of_request: SimpleNamespace, __: object) -> None:
        # What ends a request by an error of ours is told twice.
        gates, of_request.gates = of_request.gates, ()
        for gate in gates:
            gate.leave()

    trace.on_request_start.append(_begins)
    trace.on_request_end.insert(0, _over)
    trace.on_request_exception.insert(0, _over)


def _once() -> TraceConfig:
    """Ends the library's own tries at what has no nonce, a forum's post or an event: a second would stand.

    Only a connection that failed before anything was sent, or an answer that says so, is for the library.
    """
    import aiohttp

    trace = aiohttp.TraceConfig()

    async def _ended(_: object, __: object, told: TraceRequestEndParams) -> None:
        if told.response.status >= SERVER_ERRORS and _without_nonce(told.method, told.url.path):
            raise refusal(told.response.status, 0)

    async def _broke(_: object, __: object, told: TraceRequestExceptionParams) -> None:
        if _without_nonce(told.method, told.url.path) and not isinstance(
            told.exception, aiohttp.ClientConnectorError
        ):
            raise AmbiguousOutcome(
                f"Discord did not answer: {told.exception}", code=type(told.exception).__name__
            )

    trace.on_request_end.append(_ended)
    trace.on_request_exception.append(_broke)
    return trace


def _without_nonce(method: str, path: str) -> bool:
    opens = path.endswith("/threads") and "/messages/" not in path
    return method == "POST" and (opens or path.endswith("/scheduled-events"))


@contextmanager
def refusals(*, sends: bool = True) -> Iterator[None]:
    """Turn the library's errors into DeliveryError; what does not send may always be tried again."""
    import aiohttp
    import discord

    try:
        yield
    except discord.GatewayNotFound as error:
        raise RetryableRefusal(say("refused.no_gateway", platform=NAME), code="no_gateway") from error
    except discord.LoginFailure as error:
        raise refusal(UNAUTHORIZED, 0) from error
    except discord.RateLimited as error:
        wait = timedelta(seconds=error.retry_after)
        raise RetryableRefusal(say("refused.wait", platform=NAME), code="ratelimited", wait=wait) from error
    except discord.HTTPException as error:
        told = refusal(error.status, error.code)
        raise (told if sends else _unsent(told)) from error
    except aiohttp.ClientConnectorError as error:
        raise RetryableRefusal(
            say("refused.unreachable", platform=NAME, error=error), code="unreachable"
        ) from error
    except (aiohttp.ClientError, OSError) as error:
        said = say("refused.no_answer", platform=NAME, error=error)
        lost = AmbiguousOutcome(said, code=type(error).__name__)
        raise (lost if sends else _unsent(lost)) from error


def _unsent(error: DeliveryError) -> DeliveryError:
    if isinstance(error, AmbiguousOutcome):
        return RetryableRefusal(error.what, code=error.code)
    return error
