"""XML of strangers as a tree: no entities, no network, no DTD, and broken form is mended where it can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5
from typing import Any

from bot.domain.source import Health
from bot.errors import FetchError
from bot.texts import say

PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
"""What undeclared prefixes mean in feeds."""

_REFERENCE = re.compile(r"&(?:(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);|(\w{1,32};)?)")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_NAME_ENDS = re.compile(r"[\s/>]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """`root` is an lxml element; `mended` says that the text was not well-formed."""

    root: Any
    mended: bool = False


def tree_of(text: str) -> Tree:
    """The tree of a text that begins with its outermost element; raise FetchError if there is none.

    Nothing is declared before the outermost element, so that no entity is known but those of XML: a bomb has
    nothing to expand. Entities of HTML become characters, and any other stays as it is written.
    """
    from lxml import etree

    if (root := _parsed(text, recover=False)) is not None:
        return Tree(root=root)
    root = _parsed(_with_prefixes(_with_references(text)), recover=True)
    if root is None:
        raise FetchError(say("reading.no_xml"), health=Health.MANGLED)
    for element in root.iter(etree.Element):
        _without_unknown_prefixes(element)
    return Tree(root=root, mended=True)


def local(element: Any) -> str:
    """The name of an element without its namespace, in lower case; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def text_of(element: Any) -> str:
    """The text inside an element, without blanks around it."""
    return "".join(element.itertext()).strip()


def _parsed(text: str, *, recover: bool) -> Any | None:
    from lxml import etree

    parser = etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,  # texts of more than 10 MB; the depth stays bounded, and entities there are none
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _with_references(text: str) -> str:
    """Bare ampersands and entities of HTML, outside of CDATA, made proper XML."""
    parts, position = [], 0
    while (start := text.find("<![CDATA[", position)) >= 0:
        end = text.find("]]>", start)
        end = len(text) if end < 0 else end + 3
        parts += [_REFERENCE.sub(_proper, text[position:start]), text[start:end]]
        position = end
    return "".join([*parts, _REFERENCE.sub(_proper, text[position:])])


def _proper(match: re.Match[str]) -> str:
    if match[1]:
        return match[0]
    named = html5.get(match[2] or "")
    if named is None or named in "<>&":
        return "&amp;" + (match[2] or "")
    return named


def _with_prefixes(text: str) -> str:
    """Known prefixes that the text uses and does not declare, declared at the outermost element."""
    missing = [
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in PREFIXES.items()
        if f"<{prefix}:" in text and f"xmlns:{prefix}=" not in text
    ]
    name = _NAME_ENDS.search(text)
    at = name.start() if name else 0
    return text[:at] + "".join(missing) + text[at:] if missing and at else text


def _without_unknown_prefixes(element: Any) -> None:
    """Names with a prefix that nobody declared, without it: they cannot be written as XML."""
    if isinstance(element.tag, str) and ":" in element.tag.rpartition("}")[2]:
        name = element.tag.rpartition(":")[2]
        element.tag = name if _NAME.fullmatch(name) else "unknown"
    for name in [name for name in element.attrib if ":" in name.rpartition("}")[2]]:
        del element.attrib[name]
