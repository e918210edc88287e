"""Connections go to exactly the addresses that were checked."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from ipaddress import ip_address

import aiohttp
from aiohttp import TraceConfig
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import FetchError
from bot.feeds.web.address import require_public
from bot.feeds.web.allowed import Address, Allowed

KEPT_OPEN = 2.0
"""Seconds that a connection waits for the next page of its host: thousands of idle ones would use up the
files that a process may have open."""

THREADS = 128
"""Look-ups under way together: twice the looks, so that silent names never take the last thread."""


class Unsafe(aiohttp.ClientError):
    """A name led to an address that may not be asked; `error` says it in words."""

    def __init__(self, error: FetchError) -> None:
        super().__init__(error.what)
        self.error = error


class GuardedConnector(aiohttp.TCPConnector):
    """Checks each address between its look-up and the connection, which then goes to no other.

    Nothing is looked up a second time, so a name that changes its address in between (DNS rebinding) gains
    nothing; literal addresses, which the resolver never sees, pass here as well. A host with one forbidden
    address among several is refused: which of them is used is chance. `proxies` are hosts of the settings'
    own proxy, which may be private.
    """

    def __init__(
        self, *, allowed: Allowed, proxies: frozenset[str], resolver: AbstractResolver | None
    ) -> None:
        super().__init__(resolver=resolver, use_dns_cache=False, limit=0, keepalive_timeout=KEPT_OPEN)
        self._allowed = allowed
        self._proxies = proxies

    async def _resolve_host(
        self,
        host: str,
        port: int,
        traces: Sequence[TraceConfig] | None = None,  # type: ignore[override]  # aiohttp's own type is private
    ) -> list[ResolveResult]:
        found = await super()._resolve_host(host, port, traces=traces)  # type: ignore[arg-type]  # see above
        if host not in self._proxies and not self._allowed.host(host):
            self._require_public(found)
        return found

    async def check(self, host: str, port: int) -> None:
        """Raise Unsafe if a host that a proxy is to be asked for leads inside, as far as we can know.

        The proxy looks it up again, so this is no proof: it should refuse private addresses itself.
        """
        if self._allowed.host(host):
            return
        try:
            found = await super()._resolve_host(host, port)
        except OSError:
            return
        self._require_public(found)

    def _require_public(self, found: Sequence[ResolveResult]) -> None:
        try:
            for one in found:
                require_public(_address(one["host"]), self._allowed)
        except FetchError as error:
            raise Unsafe(error) from None


class LookUps(AbstractResolver):
    """getaddrinfo(3): it knows /etc/hosts, and what it answers is checked like anything else.

    Each look-up occupies a thread until the system gives up, which may be half a minute for a name whose
    server is silent. So it has threads of its own, enough for every look under way.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="look-up")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """See AbstractResolver; raise OSError."""
        ask = partial(socket.getaddrinfo, host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
        found = await asyncio.get_running_loop().run_in_executor(self._threads, ask)
        return [
            ResolveResult(
                hostname=host,
                host=_written(*where),
                port=port,
                family=kind,
                proto=proto,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, proto, _, where in found
        ]

    async def close(self) -> None:
        """Begin no look-up any more; those under way are left alone."""
        self._threads.shutdown(wait=False, cancel_futures=True)


@lru_cache(maxsize=4_096)
def _address(written: str) -> Address:
    """Many hosts stand at few addresses, and each host is asked again."""
    return ip_address(written)


def _written(address: str | int, _port: int | bytes, _flow: int = 0, zone: int = 0) -> str:
    return f"{address}%{zone}" if zone else str(address)
