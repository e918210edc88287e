"""A web page as a tree, bounded in size and depth."""

from __future__ import annotations

from itertools import islice
from typing import Any

from bot.domain.source import Health
from bot.errors import FetchError
from bot.texts import say

MOST_CHARACTERS = 3_000_000
MOST_ELEMENTS = 15_000
"""What is read of a page: a long article has some thousand elements, and trafilatura is slow on many."""


def html_tree(text: str) -> Any:
    """The lxml tree of a page; raise FetchError if there is none. libxml2 itself bounds the depth."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text[:MOST_CHARACTERS].encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise FetchError(say("reading.no_html"), health=Health.MANGLED) from None
    for element in list(islice(root.iter(), MOST_ELEMENTS, None)):
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    return root


def meta(root: Any) -> dict[str, str]:
    """The page's meta tags by name, property or itemprop, in lower case; the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def links(root: Any, rel: str) -> list[Any]:
    """The link elements with a relation, in their order."""
    return [element for element in root.iter("link") if rel in (element.get("rel") or "").lower().split()]
