"""From bytes to text: whatever encoding was declared, the one that the bytes are in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from bot.feeds.reading.unpacked import unpacked

_HEAD = 4_096
"""Bytes in which a declaration is looked for."""

_DECLARED = (
    re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE),
    re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE),
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_UNMARKED = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)

_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read instead (WHATWG Encoding, 4.2)."""

_NO_TEXT = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"})
"""Codecs of Python that are no encodings of the web, or that are slow on purpose-made input."""

_UNFIT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, 65279, 65534, 65535))
"""Characters that no XML may hold, and marks of byte order in the midst of text."""


_HALF = re.compile("[\ud800-\udfff]")
"""A surrogate that stands alone, as JSON can write it: no database takes it."""


def decoded(body: bytes, charset: str = "") -> str:
    """The body as text, without characters that XML forbids; and never an error.

    The bytes decide before the declarations: what is valid UTF-8 is UTF-8. Then `charset`, the header's, the
    document's own, and what the bytes look like; what is left is read as windows-1252.
    """
    body = unpacked(body).body
    for encoding in _candidates(body, charset):
        text = _strictly(body, encoding)
        if text is not None:
            return text.translate(_UNFIT)
    return _at_least(body).translate(_UNFIT)


def fit(text: str) -> str:
    """A text of JSON without what no encoding carries or XML forbids; half a character becomes U+FFFD."""
    return _HALF.sub("\ufffd", text).translate(_UNFIT)


def _candidates(body: bytes, header: str) -> Iterator[str]:
    yield from (encoding for mark, encoding in _MARKS if body.startswith(mark))
    yield from (encoding for start, encoding in _UNMARKED if body.lstrip()[:4].startswith(start))
    declared = [header, *(_named(pattern, body) for pattern in _DECLARED)]
    if any(name.lower().startswith("iso-2022") for name in declared):  # seven bits: valid UTF-8, too
        yield from declared
    yield "utf-8"
    yield from filter(None, declared)


def _named(pattern: re.Pattern[bytes], body: bytes) -> str:
    match = pattern.search(body[:_HEAD])
    return match[1].decode("ascii", "ignore") if match else ""


def _strictly(body: bytes, encoding: str) -> str | None:
    """The text, None if the bytes are not in that encoding; half a character at the end is left out."""
    try:
        name = codecs.lookup(encoding).name
        if name in _NO_TEXT:
            return None
        decoder = codecs.getincrementaldecoder(_WIDER.get(name, name))("strict")
        text = decoder.decode(body, final=False)
    except (LookupError, ValueError, TypeError, AttributeError, AssertionError):
        return None
    return text


def _at_least(body: bytes) -> str:
    """UTF-8 with some bytes broken, if most of it is that; else what the bytes look like."""
    text = body.decode("utf-8", "replace")
    broken = text.count("�")
    if broken <= sum(character > "\x7f" for character in text) / 2:
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(body[: 16 * _HEAD]).best()
    found = _strictly(body, best.encoding) if best else None
    return body.decode("cp1252", "replace") if found is None else found
