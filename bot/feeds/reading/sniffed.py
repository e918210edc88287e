"""What a text is, by what stands in it: servers name the wrong type too often to be asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """The forms that can be read."""

    XML_FEED = "feed"
    JSON_FEED = "json"
    SITEMAP = "sitemap"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sniffed:
    """`start` is where the outermost element begins; before it stand a DOCTYPE, entities, warnings."""

    form: Form
    start: int = 0


MOST_TAGS = 200
"""How many tags are looked at: before a feed there may be a server's warnings."""

_TAG = re.compile(r"<(?:(!--|\?|!)|(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40}))")
_ENDS = {"!--": "-->", "?": "?>", "!": ">"}
_ROOTS = {
    "rss": Form.XML_FEED,
    "rdf": Form.XML_FEED,
    "feed": Form.XML_FEED,
    "channel": Form.XML_FEED,
    "urlset": Form.SITEMAP,
    "sitemapindex": Form.SITEMAP,
    "html": Form.HTML,
    "head": Form.HTML,
    "body": Form.HTML,
}
_OF_PAGES = frozenset({"title", "meta", "article", "main", "div", "p", "h1", "section", "header", "table"})


def sniffed(text: str) -> Sniffed | None:
    """What the text is, None if it is nothing that can be read."""
    start = len(text) - len(text.lstrip())
    if text.startswith("{", start):
        return Sniffed(form=Form.JSON_FEED, start=start)
    position, is_page = start, False
    for _ in range(MOST_TAGS):
        tag = _TAG.search(text, position)
        if tag is None:
            break
        root = _ROOTS.get((tag[2] or "").lower())
        if root:
            return Sniffed(form=root, start=tag.start())
        is_page = is_page or (tag[2] or "").lower() in _OF_PAGES or _is_doctype(text, tag)
        position = _after(text, tag)
    return Sniffed(form=Form.HTML, start=start) if is_page else None


def _is_doctype(text: str, tag: re.Match[str]) -> bool:
    return tag[1] == "!" and text[tag.end() : tag.end() + 12].lower().startswith("doctype html")


def _after(text: str, tag: re.Match[str]) -> int:
    """Where to look on: behind a comment, an instruction, a whole DOCTYPE; else behind the name."""
    if not tag[1]:
        return tag.end()
    if tag[1] == "!":
        bracket, angle = text.find("[", tag.end()), text.find(">", tag.end())
        if 0 <= bracket < angle:
            inside = text.find("]>", bracket)
            return inside + 2 if inside >= 0 else tag.end()
    end = text.find(_ENDS[tag[1]], tag.end())
    return end + len(_ENDS[tag[1]]) if end >= 0 else tag.end()
