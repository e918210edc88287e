"""The article that a page's JSON-LD describes (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.feeds.reading.decoded import fit
from bot.feeds.reading.names import name_of
from bot.feeds.reading.plain import plain_line

MOST_SCRIPTS = 20
MOST_OBJECTS = 500
_DEEPEST = 8
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What JSON-LD says; "" is nothing. `locked` says that the article is not free to read."""

    title: str = ""
    published: str = ""
    url: str = ""
    author: str = ""
    outlet: str = ""
    language: str = ""
    body: str = ""
    locked: bool = False


def described(root: Any) -> Described:
    """What the page's first article says of itself; nothing where there is none."""
    article = next((one for one in _objects(root) if _is_article(one)), None)
    if article is None:
        return Described()
    return Described(
        title=plain_line(_text(article, "headline") or _text(article, "name")),
        published=_text(article, "datePublished") or _text(article, "dateCreated"),
        url=_text(article, "url") or _name(article, "mainEntityOfPage", "@id"),
        author=name_of(_name(article, "author", "name") or _name(article, "creator", "name")),
        outlet=plain_line(_name(article, "publisher", "name")),
        language=_name(article, "inLanguage", "alternateName"),
        body=_text(article, "articleBody"),
        locked=str(article.get("isAccessibleForFree", "")).lower() == "false",
    )


def _objects(root: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of all scripts, outer before inner, up to `MOST_OBJECTS`."""
    left = MOST_OBJECTS
    for number, script in enumerate(root.iter("script")):
        if number >= 10 * MOST_SCRIPTS or left <= 0:
            return
        if "ld+json" in (script.get("type") or "").lower():
            for one in _walk(_loaded(script.text or ""), _DEEPEST):
                left -= 1
                if left < 0:
                    return
                yield one


def _loaded(text: str) -> Any:
    """JSON as it stands in pages: in a comment or CDATA, with trailing commas or bare line breaks."""
    bare = text.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removeprefix("<![CDATA[")
    bare = bare.removesuffix("-->").removesuffix("]]>").removesuffix("//").strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth and isinstance(value, Mapping):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement"):
            yield from _walk(value.get(name), depth - 1)
    elif depth and isinstance(value, list):
        for one in value:
            yield from _walk(one, depth - 1)


def _is_article(one: Mapping[str, Any]) -> bool:
    types = one.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(
        isinstance(name, str) and name.rpartition("/")[2].endswith(("Article", "BlogPosting", "Report"))
        for name in names
    )


def _text(mapping: Mapping[str, Any], name: str) -> str:
    value = mapping.get(name)
    return fit(value).strip() if isinstance(value, str) else ""


def _name(mapping: Mapping[str, Any], name: str, inner: str) -> str:
    """A name that may be given as a text, an object, or a list of them; several people are joined."""
    value = mapping.get(name)
    several = value[:5] if isinstance(value, list) else [value]
    texts = [fit(one).strip() for one in several if isinstance(one, str)]
    texts += [_text(one, inner) for one in several if isinstance(one, Mapping)]
    return ", ".join(text for text in texts if text)
