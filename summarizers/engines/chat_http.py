"""One HTTP request within a hard limit of time and size, on the standard library.

The library knows no event loop, and its callers already run it on a thread; `http.client` follows no redirect
(which would carry the key elsewhere) and needs no further package. Its timeout holds for each read only, so a
timer closes the connection of a server that sends a byte now and then.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST: Final = 1 << 18
"""Bytes of a response that are read; a bullet's is about 1,000."""


class NoResponseError(Exception):
    """No whole response came; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Status, headers with lower-case names, and the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def post(url: str, body: bytes, headers: Mapping[str, str], seconds: float) -> Response:
    """What the server answered within `seconds`; raise `NoResponseError` if that is nothing, or too much."""
    connection = _connection(url, seconds)
    cut_off = threading.Event()
    timer = threading.Timer(seconds, _cut, (connection, cut_off))
    timer.daemon = True
    timer.start()
    try:
        connection.request("POST", urlsplit(url).path, body, dict(headers))
        return _read(connection)
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = cut_off.is_set() or isinstance(error, TimeoutError)
        raise NoResponseError("too slow" if late else type(error).__name__) from None
    finally:
        timer.cancel()
        connection.close()


def _connection(url: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, parts.port, timeout=seconds, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=seconds)


def _read(connection: http.client.HTTPConnection) -> Response:
    with connection.getresponse() as response:
        body = response.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise NoResponseError("too large")
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Response(status=response.status, headers=headers, body=body)


def _cut(connection: http.client.HTTPConnection, cut_off: threading.Event) -> None:
    cut_off.set()
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)
