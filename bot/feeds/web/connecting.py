"""Connections go to exactly the addresses that were checked."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

import aiohttp
from aiohttp import TraceConfig
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import FetchError
from bot.feeds.web.address import require_public
from bot.feeds.web.allowed import Allowed

KEPT_OPEN = 2.0
"""Seconds that a connection waits for the next page of its host: thousands of idle ones would use up the
files that a process may have open."""


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
            for one in found:
                try:
                    require_public(ip_address(one["host"]), self._allowed)
                except FetchError as error:
                    raise Unsafe(error) from None
        return found


def resolver_of_this_machine() -> AbstractResolver:
    """getaddrinfo(3) in a thread: it knows /etc/hosts, and what it answers is checked like anything else."""
    return aiohttp.ThreadedResolver()
