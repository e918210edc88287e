"""One answer of a server, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from urllib.parse import quote

import aiohttp

from bot.domain.fetched import Fetched
from bot.domain.source import Health, Validators
from bot.errors import FetchError
from bot.feeds.web.freshness import kept_for
from bot.feeds.web.headers import Headers, retry_after
from bot.texts import say

_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"

MOST_VALIDATOR = 1_000
"""Characters of an ETag that are sent back: a longer one is a cookie by another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`body` is decompressed; `cut` says that it is not whole, `trouble` why it could not be read on."""

    url: str
    status: int
    headers: Headers
    charset: str
    body: bytes
    cut: bool = False
    trouble: str = ""

    @classmethod
    def of(
        cls, response: aiohttp.ClientResponse, body: bytes, *, cut: bool = False, trouble: str = ""
    ) -> Answer:
        """From what aiohttp read."""
        return cls(
            url=str(response.url),
            status=response.status,
            headers=response.headers,
            charset=(response.charset or "").lower(),
            body=body,
            cut=cut,
            trouble=trouble,
        )

    @property
    def succeeded(self) -> bool:
        """Whether it is an answer to what was asked (2xx)."""
        return 200 <= self.status < 300  # noqa: PLR2004 - the class of the status

    @property
    def location(self) -> str:
        """Where a redirect leads; bytes that are no UTF-8 stay as they are, percent-encoded."""
        said = self.headers.get("Location", "").encode("utf-8", "surrogateescape")
        try:
            return said.decode("utf-8")
        except UnicodeDecodeError:
            return quote(said, safe=_IN_ADDRESSES)

    def fetched(self, now: datetime) -> Fetched:
        """As the story sees it."""
        return Fetched(
            url=self.url,
            body=self.body,
            content_type=self.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            charset=self.charset,
            validators=Validators(
                etag=_short(self.headers.get("ETag", "")),
                last_modified=_short(self.headers.get("Last-Modified", "")),
            ),
            keep=kept_for(self.headers, now),
            cut=self.cut,
            broken_off=bool(self.trouble),
        )


def refused(answer: Answer, now: datetime) -> FetchError:
    """What a status that is no success means."""
    wait = retry_after(answer.headers.get("Retry-After", ""), now)
    return FetchError(
        say("fetch.status", status=answer.status, phrase=_phrase(answer.status)),
        health=_health(answer.status),
        status=answer.status,
        wait=wait,
    )


def _health(status: int) -> Health:
    if status == HTTPStatus.GONE:
        return Health.GONE
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Health.BUSY
    return Health.SERVER_ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else Health.CLIENT_ERROR


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return say("fetch.no_phrase")


def _short(value: str) -> str:
    """A validator that can be kept and sent back as it came."""
    return value if len(value) <= MOST_VALIDATOR and value.isascii() else ""
