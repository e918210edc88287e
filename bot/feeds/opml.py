"""Lists of feeds as other programs write and read them (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.source import Source, Wanted, called, of_the_web, one_address
from bot.errors import FetchError, InputError
from bot.feeds.reading.addresses import absolute
from bot.feeds.reading.decoded import decoded
from bot.feeds.reading.xml_tree import Tree, local, tree_of
from bot.texts import say

MOST_LISTED = 10_000
"""Sources taken from one file."""


def read_opml(body: bytes) -> tuple[Wanted, ...]:
    """The feeds that a file lists, however deep in its folders, each address once, in their order.

    Raise InputError for a file that is no OPML. Safe with a hostile one: no entity is expanded, nothing is
    fetched, and addresses that are none of the web are left out.
    """
    found: dict[str, Wanted] = {}
    for outline in _tree(decoded(body)).root.iter("{*}outline"):
        fields = {name.lower(): value for name, value in outline.attrib.items()}
        written = absolute(of_the_web(fields.get("xmlurl") or ""), "")
        if written:
            url = one_address(written)
            name = called(fields.get("text") or fields.get("title") or "")
            found.setdefault(url, Wanted(url=url, name="" if name in (url, written) else name))
        if len(found) == MOST_LISTED:
            break
    return tuple(found.values())


def write_opml(sources: Sequence[Source]) -> bytes:
    """The sources as a file that other readers take: an outline each, with its address and name."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = say("app")
    body = etree.SubElement(root, "body")
    for source in sources:
        name = _writable(source.name or source.url)
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=_writable(source.url))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _tree(text: str) -> Tree:
    start = text.lower().find("<opml")
    try:
        tree = tree_of(text[start:]) if start >= 0 else None
    except FetchError:
        tree = None
    if tree is None or local(tree.root) != "opml":
        raise InputError(say("opml.none"), todo=say("opml.none.fix"))
    return tree


def _writable(text: str) -> str:
    """Without characters that XML cannot hold."""
    return "".join(one for one in text if one.isprintable())
