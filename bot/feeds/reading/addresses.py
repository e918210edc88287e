"""Addresses in feeds and pages: whole ones, of the web, and those that a page may claim."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

LONGEST = 2_000
"""Characters of an address; see the fetcher's own limit."""

_FACES = ("www.", "m.", "mobile.", "amp.", "edition.")


def absolute(link: str, base: str) -> str | None:
    """The address that a link means, None if it is none of the web (`javascript:`, `data:`)."""
    try:
        url = urljoin(base, "".join(link.split()) if "\n" in link else link.strip())
        parts = urlsplit(url)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
        _ = parts.port  # raises where it is no number, or none that a port may have
    except ValueError:
        return None
    return url if is_web and len(url) <= LONGEST and url.isprintable() else None


def claimed(link: str, own: str) -> str | None:
    """The address that a page at `own` claims as its own: only of the same site, and no front page of it.

    A page that could claim any address would pass its text off as another outlet's article.
    """
    url = absolute(link, own)
    if url is None or not _same_site(url, own):
        return None
    is_front = not urlsplit(url).path.strip("/") and not urlsplit(url).query
    return None if is_front and urlsplit(own).path.strip("/") else url


def _same_site(one: str, other: str) -> bool:
    first, second = _bare(one), _bare(other)
    return first == second


def _bare(url: str) -> str:
    host = (urlsplit(url).hostname or "").rstrip(".")
    for face in _FACES:
        if host.startswith(face) and host.count(".") > 1:
            return host.removeprefix(face)
    return host
