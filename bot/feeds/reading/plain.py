"""HTML of strangers as plain text, paragraphs apart by a blank line."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nh3 import Cleaner

DEEPEST = 200
"""Elements inside one another in text that people wrote."""

MOST_MARKUP = 100_000
"""Characters of HTML that are read as HTML. nh3 takes quadratic time over depth and over attributes."""

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "footer", "li"}
    | {"form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section"}
    | {"table", "td", "th", "tr", "ul"}
)
_UNSEEN = frozenset(
    {"applet", "audio", "button", "canvas", "embed", "figcaption", "frame", "frameset", "head", "iframe"}
    | {"input", "map", "math", "noframes", "noscript", "object", "option", "script", "select", "style", "svg"}
    | {"template", "textarea", "title", "video"}
)
_EMPTY = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_CLOSED_BY_OTHERS = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "option"})

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]{0,30})[^<>]*>")
_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS))})\b[^<>]*>", re.IGNORECASE)
_HIDDEN = tuple(
    (re.compile(f"<{name}\\b", re.IGNORECASE), re.compile(f"</{name}\\b", re.IGNORECASE))
    for name in ("script", "style")
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ANY = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"[^\S\n]+")
_APART = re.compile(r"\n\s*\n")
_LOOKS_MARKED_UP = re.compile(
    r"</?(?:[abipqsu]|em|strong|span|br|su[bp]|small|font|img|code|cite|mark|time|abbr|div|h[1-6]|script|style|svg)"
    r"(?:\s[^<>]*)?/?>|&(?:#\w{1,8}|[A-Za-z]\w{1,30});",
    re.IGNORECASE,
)


def plain(html: str) -> str:
    """The text of HTML, without scripts, styles, forms and captions, in bounded time.

    What is longer or deeper than people write is not parsed: its tags are cut out.
    """
    if len(html) > MOST_MARKUP or _is_too_deep(html):
        return _cut_out(html)
    safe = _one_line(_cleaner().clean(html))
    return paragraphs(unescape(_ANY.sub("\n\n", _BREAK.sub("\n", safe))))


def plain_line(text: str) -> str:
    """A title or a name: markup of HTML taken out if there is any, in one line; `Vec<T>` stays."""
    marked_up = bool(_LOOKS_MARKED_UP.search(text))
    return " ".join((plain(text) if marked_up else text).split())


def paragraphs(text: str) -> str:
    """Blanks in order: one between words, a blank line between paragraphs."""
    parts = (_tidy(part) for part in _APART.split(text))
    return "\n\n".join(part for part in parts if part)


@cache
def _cleaner() -> Cleaner:
    """Made once, when it is first needed: making it costs more than cleaning a teaser."""
    from nh3 import Cleaner

    return Cleaner(tags=set(_BLOCKS | {"br"}), clean_content_tags=set(_UNSEEN), attributes={}, link_rel=None)


def _cut_out(html: str) -> str:
    """The text between the tags; linear."""
    for start, end in _HIDDEN:
        html = _without(html, start, end)
    apart = _BLOCK.sub("\n\n", _BREAK.sub("\n", _one_line(html)))
    return paragraphs(unescape(_ANY.sub("", apart)))


def _without(html: str, start: re.Pattern[str], end: re.Pattern[str]) -> str:
    """HTML without what stands between the two, up to its end where the second one is missing."""
    parts, position = [], 0
    while begins := start.search(html, position):
        parts.append(html[position : begins.start()])
        ends = end.search(html, begins.end())
        position = ends.start() if ends else len(html)
    return "".join([*parts, html[position:]])


def _tidy(part: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip() for line in part.split("\n"))
    return "\n".join(line for line in lines if line)


def _one_line(html: str) -> str:
    """The line breaks of a source mean nothing in HTML."""
    return html.replace("\r", " ").replace("\n", " ")


def _is_too_deep(html: str) -> bool:
    """Whether elements stand in one another deeper than `DEEPEST`, by a rough count."""
    depth = 0
    for closing, name in _TAG.findall(html):
        lower = name.lower()
        if lower in _EMPTY or lower in _CLOSED_BY_OTHERS:
            continue
        depth = max(depth - 1, 0) if closing else depth + 1
        if depth > DEEPEST:
            return True
    return False
