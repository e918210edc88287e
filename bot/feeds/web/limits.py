"""How far fetching goes, and how we call ourselves."""

from __future__ import annotations

from dataclasses import dataclass

from bot.feeds.web.allowed import Allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`timeout` and `delay` in seconds, `most` in bytes after decompression; `proxy` "" for none.

    `agent` is the name that robots.txt knows us by, `user_agent` the whole header.
    """

    user_agent: str
    agent: str = "Communique"
    timeout: float = 10.0
    most: int = 2_000_000
    per_host: int = 2
    delay: float = 1.0
    proxy: str = ""
    allowed: Allowed = Allowed()  # noqa: RUF009 - frozen and empty
