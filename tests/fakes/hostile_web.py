"""A web server on loopback that does as it is told, byte for byte: wrong framing, drips, bombs, circles."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from aiohttp.abc import AbstractResolver, ResolveResult

Act = Callable[[asyncio.StreamWriter, "Asked"], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]


@dataclass(slots=True)
class HostileWeb:
    """`acts` says what each path does; what has none answers 404. `asked` are all requests so far."""

    acts: dict[str, Act] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    connections: int = 0

    @property
    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def says(self, path: str, body: bytes = b"", status: str = "200 OK", **headers: str) -> str:
        """An ordinary answer; header names are written with underscores. Return its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def act(writer: asyncio.StreamWriter, _asked: Asked) -> None:
            writer.write(answer(body, status, named))

        self.acts[path] = act
        return self.url(path)

    def redirects(self, path: str, to: str, status: str = "302 Found") -> str:
        return self.says(path, status=status, Location=to)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while line := (await reader.readline()).decode("latin-1").split():
                headers: dict[str, str] = {}
                while (field_line := (await reader.readline()).decode("latin-1").strip()) != "":
                    name, _, value = field_line.partition(":")
                    headers[name.strip().lower()] = value.strip()
                asked = Asked(path=line[1], headers=headers)
                self.asked.append(asked)
                act = self.acts.get(asked.path.partition("?")[0])
                if act is None:
                    writer.write(answer(b"", "404 Not Found", {}))
                else:
                    await act(writer, asked)
                await writer.drain()
                if writer.is_closing() or headers.get("connection", "").lower() == "close":
                    return
        except (ConnectionError, asyncio.IncompleteReadError, ValueError):
            return
        finally:
            writer.close()


def answer(body: bytes, status: str, headers: Mapping[str, str]) -> bytes:
    """A whole answer; a Content-Length that is given wins over the true one."""
    given = {"Content-Type": "application/rss+xml", "Content-Length": str(len(body)), **headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


@asynccontextmanager
async def hostile_web() -> AsyncIterator[HostileWeb]:
    """The server for the length of the block, on both loopback addresses where this machine has both."""
    web = HostileWeb()
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0)
    web.port = server.sockets[0].getsockname()[1]
    servers = [server]
    if socket.has_ipv6:
        with suppress(OSError):  # without IPv6 on this machine the forms are refused all the same
            servers.append(await asyncio.start_server(web.serve, "::1", web.port))
    try:
        yield web
    finally:
        for one in servers:
            one.close()


@dataclass(slots=True)
class PaperResolver(AbstractResolver):
    """Names on paper: each look-up of a name gives the next of its answers, the last one for ever."""

    names: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        answers = self.names.get(host.rstrip("."))
        if not answers:
            raise OSError(f"no such name: {host}")
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        """Nothing is open."""
