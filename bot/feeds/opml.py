"""Lists of feeds as other programs write and read them (OPML 2.0)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.source import Source, Wanted, called, of_the_web, one_address
from bot.errors import FetchError, InputError
from bot.feeds.reading.addresses import absolute
from bot.feeds.reading.decoded import decoded
from bot.feeds.reading.xml_tree import Tree, local, tree_of
from bot.texts import say

MOST_LISTED = 10_000
"""Sources taken from one file."""


class LeftOut(StrEnum):
    """Why an outline is no source of ours."""

    NO_ADDRESS = "no_address"
    """It stands for no folder and names no feed."""

    NOT_OF_THE_WEB = "not_of_the_web"
    AGAIN = "again"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a file lists: each address once, in their order, and how many outlines were left out for what."""

    wanted: tuple[Wanted, ...]
    left_out: Mapping[LeftOut, int]


def read_opml(body: bytes) -> Listing:
    """The feeds that a file lists, however deep in its folders.

    Raise InputError for a file that is no OPML. Safe with a hostile one: no entity is expanded, nothing is
    fetched, and addresses that are none of the web are left out.
    """
    found: dict[str, Wanted] = {}
    left_out: Counter[LeftOut] = Counter()
    for outline in _outlines(_tree(decoded(body)).root):
        read = _read(outline)
        if isinstance(read, LeftOut):
            left_out[read] += 1
        elif read.url in found:
            left_out[LeftOut.AGAIN] += 1
        elif len(found) == MOST_LISTED:
            left_out[LeftOut.TOO_MANY] += 1
        else:
            found[read.url] = read
    return Listing(wanted=tuple(found.values()), left_out=left_out)


def _outlines(root: Any) -> Iterator[Any]:
    """All that are no folders; a folder with an address of its own is one, too."""
    for outline in root.iter("{*}outline"):
        if not len(outline) or _fields(outline).get("xmlurl"):
            yield outline


def _fields(outline: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in outline.attrib.items()}


def _read(outline: Any) -> Wanted | LeftOut:
    fields = _fields(outline)
    typed = (fields.get("xmlurl") or "").strip()
    if not typed:
        return LeftOut.NO_ADDRESS
    written = absolute(of_the_web(typed), "")
    if not written:
        return LeftOut.NOT_OF_THE_WEB
    url = one_address(written)
    name = called(fields.get("text") or fields.get("title") or "")
    return Wanted(url=url, name="" if name in (url, written) else name)


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
