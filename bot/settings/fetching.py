"""How sources are fetched."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from bot.feeds.web.allowed import Allowed
from bot.feeds.web.limits import Limits
from bot.settings.section import Section


def _allowed(entries: tuple[str, ...]) -> tuple[str, ...]:
    Allowed.read(entries)
    return entries


def _proxy(url: str) -> str:
    with suppress(ValueError):
        parts = urlsplit(url)
        if not url or (parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0):
            return url
    raise ValueError("a proxy is an address such as http://proxy.example:3128")


def _printable(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError("it stands in a header of each request: plain ASCII on one line")
    return text


class FetchSettings(Section):
    """See `bot.feeds.web.limits.Limits`."""

    contact: Annotated[str, AfterValidator(_printable)] = ""
    timeout: Annotated[float, Field(gt=0, le=120)] = 10.0
    most_bytes: Annotated[int, Field(ge=10_000, le=50_000_000)] = 2_000_000
    per_host: Annotated[int, Field(ge=1, le=20)] = 2
    delay: Annotated[float, Field(ge=0, le=60)] = 1.0
    proxy: Annotated[str, AfterValidator(_proxy)] = ""
    ports: tuple[Annotated[int, Field(ge=1, le=65535)], ...] = (80, 443)
    allow: Annotated[tuple[str, ...], AfterValidator(_allowed)] = ()

    @property
    def limits(self) -> Limits:
        """How far fetching goes."""
        from importlib.metadata import version

        contact = f" (+{self.contact})" if self.contact else ""
        return Limits(
            user_agent=f"Communique/{version('communique')}{contact}",
            timeout=self.timeout,
            most=self.most_bytes,
            per_host=self.per_host,
            delay=self.delay,
            proxy=self.proxy,
            allowed=Allowed.read(self.allow, self.ports),
        )
