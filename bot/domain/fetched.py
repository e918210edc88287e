"""What the network gave: an answer, and what a feed or page says once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.source import NEVER_ASKED, Kind, Validators
from summarizers.types import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer of a server.

    `url` is where it came from after all redirects; `moved` is the address to use from now on, when every
    redirect up to it was permanent (301, 308), else None. `body` is decompressed, and None when the server
    said that nothing changed (304). `charset` is what the Content-Type names. `cut` says that there was more
    than we read, or less than was announced; `broken_off` that the transfer ended too early, so that the next
    look may bring the rest. `keep` is how long the server asks us not to come again.
    """

    url: str
    body: bytes | None
    content_type: str = ""
    charset: str = ""
    moved: str | None = None
    validators: Validators = NEVER_ASKED
    keep: timedelta | None = None
    cut: bool = False
    broken_off: bool = False


class DatedBy(StrEnum):
    """What a publication date was taken from, the most trusted first."""

    FEED = "feed"
    SITEMAP = "sitemap"
    JSON_LD = "json-ld"
    META = "meta"
    HTML = "html"
    NOTHING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a feed or sitemap. `text` is plain, sanitised, paragraphs apart by a blank line.

    `key` tells it from the others of its source: its guid, else its address, else a hash of its title and
    text. `whole` says that `text` is the article and not a teaser. `problem` says why its date was not
    believed, "" if it was.
    """

    key: str
    title: str = ""
    url: str | None = None
    text: str = ""
    whole: bool = False
    published: Publication | None = None
    dated_by: DatedBy = DatedBy.NOTHING
    problem: str = ""
    author: str = ""
    outlet: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What stands at a source's address.

    `kind` is what it is; a PAGE without items is a web page, and `feeds` are the feeds that it names, the
    likeliest first. `more` are sitemaps that a sitemap index names, the newest first. `pause` is how long the
    feed asks us not to come again (ttl, sy:updatePeriod); `skip_hours` are hours of the day in UTC, and
    `skip_days` weekdays from Monday = 0, in which it asks us not to come. `trouble` says what was wrong with
    its form though it could be read, "" if nothing was. `cut` says that it came in a compressed file which is
    not whole, though the answer was.
    """

    kind: Kind
    title: str = ""
    language: str | None = None
    items: tuple[Item, ...] = ()
    feeds: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    pause: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    trouble: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article as its web page tells it; `text` is plain, paragraphs apart by a blank line.

    `stub` says that the page shows only the beginning (a paywall, a consent wall).
    """

    url: str
    title: str = ""
    text: str = ""
    stub: bool = False
    published: Publication | None = None
    dated_by: DatedBy = DatedBy.NOTHING
    author: str = ""
    outlet: str = ""
    language: str | None = None
