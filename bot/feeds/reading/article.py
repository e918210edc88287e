"""The article of a web page: its text by trafilatura, and what the page says of it."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from typing import Any

from bot.domain.fetched import Page
from bot.feeds.reading.addresses import claimed
from bot.feeds.reading.html_tree import links, meta
from bot.feeds.reading.json_ld import described
from bot.feeds.reading.languages import language
from bot.feeds.reading.names import name_of
from bot.feeds.reading.paged import page_date
from bot.feeds.reading.plain import paragraphs, plain, plain_line
from bot.feeds.reading.titled import title_of, without_outlet
from bot.feeds.reading.walls import is_consent, is_stub


def article(root: Any, url: str, now: datetime) -> Page:
    """The article of a page that was fetched from `url`."""
    tags, said = meta(root), described(root)
    outlet = said.outlet or plain_line(tags.get("og:site_name", ""))
    published, dated_by = page_date(root, tags, said.published, url, now)
    title = without_outlet(said.title, outlet) or title_of(root, tags, outlet)
    text = without_title(extracted(root, url, said.body), title)
    asks = is_consent(text)
    return Page(
        url=own_address(root, url, said.url, tags.get("og:url", "")),
        title=title,
        text="" if asks else text,
        stub=asks or is_stub(root, text, locked=said.locked),
        published=published,
        dated_by=dated_by,
        author=said.author or name_of(tags.get("author") or tags.get("article:author") or ""),
        outlet=outlet,
        language=page_language(root, said.language),
    )


def extracted(root: Any, url: str, told: str = "") -> str:
    """The text of the article, paragraphs apart by a blank line; `told` is what JSON-LD says it is.

    The longer of the two, for a page may hold its text only there, or there only its beginning.
    """
    import trafilatura

    html = trafilatura.extract(
        deepcopy(root),
        url=url,
        output_format="html",
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    shown = plain(html or "")
    hidden = paragraphs(plain(told)) if told else ""
    return hidden if len(hidden) > len(shown) else shown


def without_title(text: str, title: str) -> str:
    """A text that begins with its own headline, without it."""
    first, _, rest = text.partition("\n\n")
    return rest if rest and first.casefold() == title.casefold() else text


def own_address(root: Any, url: str, *named: str) -> str:
    """The canonical address: the page's link, JSON-LD, the tag for sharing, or where it came from."""
    from_ld, *others = named
    canonical = [link.get("href") or "" for link in links(root, "canonical")]
    found = (claimed(link, url) for link in (*canonical, from_ld, *others) if link)
    return next(filter(None, found), url)


def page_language(root: Any, said: str = "") -> str | None:
    """The language that a page declares."""
    tags = meta(root)
    return language(said, root.get("lang") or "", tags.get("content-language", ""), tags.get("og:locale", ""))
