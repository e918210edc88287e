"""What makes two entries the same article: their canonical URL, their clean text, their id."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.domain.article import RawEntry
from bot.domain.host import ascii_host
from summarizers.text.wrapping import unwrapped

_TRACKING = re.compile(
    r"utm_\w+|[gy]clid|gbraid|wbraid|fbclid|msclkid|twclid|dclid|igshid|mc_[ce]id|_ga|_gl|_hs\w+|mkt_tok|cmpid"
    r"|ocid|smid|ref(?:_?src)?|sr_share|ftag|partner|guccounter|taid|ns_\w+|xtor|at_\w+|spm|s_cid|ncid",
    re.IGNORECASE,
)
_CAMPAIGN = re.compile(
    r"utm_\w+|[gy]clid|gbraid|wbraid|fbclid|msclkid|twclid|dclid|mc_[ce]id|mkt_tok", re.IGNORECASE
)
"""Those of them that mean nothing to any site but who sent the reader."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SPACE = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")
"""Blanks within a line that are not one space already."""

_END = re.compile(r"[/\s]+$")
_BREAKS = re.compile(r" ?\n\s*")


def canonical_url(url: str | None) -> str | None:
    """The address that stays the same however the article was linked, or None if it names no article.

    Scheme and host are lower case, http counts as https; default ports, fragments, tracking parameters
    and a trailing slash are dropped, the other parameters sorted. A bare host names no article. A fragment
    that is a route within a page (`#/story/1`, `#!story`) names the article and stays.
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), ascii_host(parts.hostname or "").rstrip(".")
    if scheme not in _DEFAULT_PORTS or not host:
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)  # `?story-about-ports` is a key without a value
    query = sorted(pair for pair in pairs if not _TRACKING.fullmatch(pair[0]))
    path = _END.sub("", parts.path)
    route = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    if not (path or query or route):
        return None
    netloc = f"[{host}]" if ":" in host else host
    netloc += "" if port in {None, *_DEFAULT_PORTS.values()} else f":{port}"
    return urlunsplit(("https", netloc, path or "/", urlencode(query), route))


def untracked(url: str | None) -> str | None:
    """The address as people are given it: without what only says who sent them, else as it was written."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return url
    query = "&".join(pair for pair in parts.query.split("&") if not _is_campaign(pair))
    fragment = "" if _is_campaign(parts.fragment) else parts.fragment
    if (query, fragment) == (parts.query, parts.fragment):
        return url
    return urlunsplit(parts._replace(query=query, fragment=fragment))


def clean_text(text: str) -> str:
    """Text made fit for search: NFKC, invisible format characters removed, blanks collapsed, lines kept.

    Lines that were only wrapped at a width are one.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unwrapped(text.replace("\r\n", "\n"))
    return _BREAKS.sub("\n", _SPACE.sub(" ", text)).strip()


def derived_id(entry: RawEntry, canonical: str | None) -> str:
    """An id for an entry that came without one: from its URL, else from its source, title and body."""
    basis = canonical or f"{entry.source}\x1f{entry.title}\x1f{entry.body}"
    return "sha-" + hashlib.sha256(basis.encode()).hexdigest()[:24]


def _is_campaign(pair: str) -> bool:
    return bool(_CAMPAIGN.fullmatch(pair.partition("=")[0]))
