"""A feed's tree within bounds: feedparser is slow on many elements, and quadratic in attributes."""

from __future__ import annotations

from typing import Any

from bot.feeds.reading.distinct import MOST_ITEMS
from bot.feeds.reading.xml_tree import local, text_of

MOST_CHILDREN = 60
"""Elements of an item or channel that are read; ordinary ones have fifteen."""

MOST_ATTRIBUTES = 40

_ITEMS = frozenset({"item", "entry"})
_TEXTS = frozenset({"description", "summary", "content", "encoded"})
_MEDIA = "{http://search.yahoo.com/mrss"


def trim(root: Any) -> None:
    """Take out of a feed's tree what goes beyond its bounds; XHTML inside it becomes the text of HTML."""
    for element in root.iter():
        if len(element.attrib) > MOST_ATTRIBUTES:
            element.attrib.clear()
    items = 0
    for outer in [root, *(child for child in root if local(child) == "channel")]:
        others = 0
        for child in [one for one in outer if local(one) in _ITEMS]:
            _take_apart(child)
        for child in list(outer):
            is_item = local(child) in _ITEMS
            items, others = items + is_item, others + (not is_item)
            if items > MOST_ITEMS if is_item else others > MOST_CHILDREN:
                outer.remove(child)
            elif is_item:
                _trim_item(child)


def _take_apart(item: Any) -> None:
    """Items that stand in another one, because its end is missing, come behind it."""
    for inside in reversed([one for one in item.iterdescendants() if local(one) in _ITEMS]):
        item.addnext(inside)


def _trim_item(item: Any) -> None:
    for child in list(item)[MOST_CHILDREN:]:
        item.remove(child)
    if any(local(child) in _TEXTS and not _is_media(child) and text_of(child) for child in item):
        _without_captions(item)
    _without_other_links(item)
    for child in item:
        if child.get("type") == "xhtml" and len(child):
            _write_out(child)


def _without_captions(item: Any) -> None:
    """An item that has words of its own without those under its pictures, which feedparser takes for more."""
    for child in [one for one in item if _is_media(one)]:
        item.remove(child)


def _without_other_links(item: Any) -> None:
    """An item of RSS with the link that it writes out: others lead to a variant of it, or to less."""
    links = [child for child in item if local(child) == "link"]
    bare = [one for one in links if not text_of(one).strip()]
    for one in bare if len(bare) < len(links) else ():
        item.remove(one)


def _is_media(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(_MEDIA)


def _write_out(element: Any) -> None:
    """The markup inside an element as its text, as an Atom feed with type="html" has it."""
    from lxml import etree

    inside = [element.text or ""]
    for child in list(element):
        for one in child.iter(etree.Element):
            one.tag = local(one) or "span"
        etree.cleanup_namespaces(child)
        inside.append(etree.tostring(child, encoding="unicode", method="html"))
        element.remove(child)
    element.text = "".join(inside)
    element.set("type", "html")
