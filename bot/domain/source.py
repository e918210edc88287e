"""A source that is polled: where it is, how it fares, when it is due."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit, urlunsplit

from bot.domain.host import ascii_host
from bot.domain.shown import shown

LONGEST_WAIT = timedelta(days=9)
"""No look is put off for longer: a day that was asked for, a week of hours to skip, and being late."""


LONGEST_NAME = 80
"""Characters of a source's name."""


_USUAL_PORTS = {"http": ":80", "https": ":443"}

_FOR_READERS = re.compile(r"^\s*feed:(?://(?!/))?", re.IGNORECASE)
"""What sites write before an address to have it opened by a feed reader."""


class Kind(StrEnum):
    """What stands at a source's address."""

    FEED = "feed"
    SITEMAP = "sitemap"
    PAGE = "page"


class Health(StrEnum):
    """How the last check of a source went, as people are told.

    `TRUNCATED`: more came than we read, or less than was announced; what could be read is kept. `EMPTY` and
    `UNDATED`: it can be read, but holds no items, or none with a date. `FORBIDDEN`: robots.txt asks us to
    stay away. `UNSAFE`: the address is not a public one.
    """

    UNTRIED = "untried"
    OK = "ok"
    EMPTY = "empty"
    UNDATED = "undated"
    TRUNCATED = "truncated"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    BUSY = "busy"
    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"
    GONE = "gone"
    MANGLED = "mangled"
    FORBIDDEN = "forbidden"
    UNSAFE = "unsafe"

    @property
    def is_failure(self) -> bool:
        """Whether nothing could be read."""
        return self not in _READ


_READ = frozenset({Health.UNTRIED, Health.OK, Health.EMPTY, Health.UNDATED, Health.TRUNCATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Halt:
    """Why a source is not polled any more. One that paused by itself is still tried, rarely.

    `who` is empty when it paused by itself.
    """

    at: datetime
    reason: str
    who: str = ""

    @property
    def by_itself(self) -> bool:
        """Whether nobody asked for it, so that a success ends it."""
        return not self.who


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave us to ask it later whether anything changed (RFC 9110, 8.8); "" is none."""

    etag: str = ""
    last_modified: str = ""


NEVER_ASKED = Validators()
"""A first request: there is nothing to compare with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed, sitemap or page of one tenant; instants in UTC.

    `name` is the outlet that its articles carry where they name none. `due` is when it is looked at next,
    `every` the present interval between two looks. `read` is when it was last read with success, `changed`
    when it last brought something new; None is never. `failing` is since when it fails without a success in
    between, None while it does not. `detail` is what the server answered, for people. `moved_from` is the
    address it was added under, when it moved for good. `skip_hours` of the day in UTC and `skip_days` from
    Monday = 0 are those in which it asked not to be looked at, when it was read last.
    """

    tenant_id: str
    id: str
    url: str
    kind: Kind
    name: str
    added: datetime
    due: datetime
    every: timedelta
    who: str = ""
    health: Health = Health.UNTRIED
    detail: str = ""
    validators: Validators = NEVER_ASKED
    checked: datetime | None = None
    read: datetime | None = None
    changed: datetime | None = None
    failing: datetime | None = None
    moved_from: str | None = None
    halt: Halt | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()

    @property
    def fails(self) -> bool:
        """Whether it was not read when it was looked at last, and nobody paused it."""
        return self.failing is not None and not (self.halt and self.halt.who)

    @property
    def is_paused(self) -> bool:
        """Whether it is not polled in the ordinary way."""
        return self.halt is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealt:
    """Items of a source, key to digest, that were dealt with or were there again when it was looked at."""

    tenant_id: str
    source_id: str
    items: Mapping[str, str]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A source that somebody lists: in a file of ours or in OPML. Without a name it gets that of its feed."""

    url: str
    name: str = ""


def called(name: str) -> str:
    """A source's name as it is kept: on one line, with nothing invisible in it, of `LONGEST_NAME` at most."""
    return shown(name)[:LONGEST_NAME].strip()


def one_address(url: str) -> str:
    """The one form of an address of the web, however it is written (RFC 3986, 6.2).

    No fragment, no usual port, a path, scheme and host in small letters, the host as it is looked up. Raise
    ValueError for no address.
    """
    parts = urlsplit(url)
    user, at, place = parts.netloc.rpartition("@")
    place = place.lower().removesuffix(_USUAL_PORTS.get(parts.scheme, "")).removesuffix(":")
    host, colon, port = (place, "", "") if place.endswith("]") else place.partition(":")
    netloc = f"{user}{at}{ascii_host(host)}{colon}{port}"
    return urlunsplit(parts._replace(netloc=netloc, path=parts.path or "/", fragment=""))


def of_the_web(address: str) -> str:
    """The address without `feed:` before it; a host that stood alone after it is asked over https."""
    rest = _FOR_READERS.sub("", address)
    return rest if rest == address or "://" in rest else f"https://{rest.removeprefix('//')}"
