"""What no bullet may hold, whatever its evidence: orders to a machine, mentions, links, hidden characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summarizers.grounding.reading import TEXTS_KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.]{0,30}\b(?:instruction|prompt|rule|above|previous|guard)\w*"
    r"|\b(?:system|developer|user|assistant)\s*(?:prompt|message)?\s*:|\bas an ai\b|\blanguage model\b"
    r"|\b(?:reply|respond|answer|output|print|write|post)\s+"
    r"(?:only|with (?:only|exactly)|exactly|the following|to all)\b"
    r"|<\|?(?:im_|system|end)|\[/?inst\]",
    re.IGNORECASE,
)
_MENTION: Final = re.compile(r"@(?:everyone|here|channel|all)\b|<[!@#][^>]*>|\]\(|```")
_HANDLE: Final = re.compile(r"(?<![\w.])@\w+")
_READER: Final = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_UNPLAIN: Final = re.compile(r"[^ -~]")
_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_LINK: Final = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)


_ORDERING: Final = (
    (
        ("ignore", "disregard", "forget", "override"),
        ("instruction", "prompt", "rule", "above", "previous", "guard"),
    ),
    ((":",), ("system", "developer", "user", "assistant")),
    (
        ("only", "exactly", "the following", "to all"),
        ("reply", "respond", "answer", "output", "print", "write", "post"),
    ),
    (("as an ai", "language model", "<", "inst]"), ("",)),
)
"""In every match of `_ORDER` stands one of both words of a row: few texts have the first one."""

_FOLDED: Final = frozenset("\u0130\u0131\u017f")
"""Letters beyond ASCII that match i or s where case is ignored, and stay themselves in lower case."""

_CALLING: Final = ("@", "<", "](", "```")
"""One of these stands in every match of `_MENTION`."""


def gives_orders(text: str) -> bool:
    """Whether `text` speaks to a machine or calls everybody of a channel, even if an article says so."""
    return any(pattern.search(text) is not None for pattern in _patterns(text, text.lower()))


def _patterns(text: str, low: str) -> Iterator[re.Pattern[str]]:
    """Those of `_ORDER` and `_MENTION` that `text`, in lower case `low`, has a part of."""
    if _may_order(low) or not (text.isascii() or _FOLDED.isdisjoint(text)):
        yield _ORDER
    if any(map(text.__contains__, _CALLING)):
        yield _MENTION


def _may_order(low: str) -> bool:
    """Whether a text in lower case may hold an order: with its words, never without them."""
    return any(
        any(map(low.__contains__, first)) and any(map(low.__contains__, second))
        for first, second in _ORDERING
    )


def intrusions(text: str, evidence: str) -> Iterator[str]:
    """Everything in `text` that a reader must not be sent."""
    low = text.lower()
    for pattern in _patterns(text, low):
        yield from (match[0] for match in pattern.finditer(text))
    yield from _addresses(text, low, evidence)
    if not (text.isascii() and text.isprintable()):
        yield from (f"U+{ord(mark):04X}" for mark in _UNPLAIN.findall(text) if _hidden(mark))
        yield from sorted(_scripts(text) - _scripts(evidence))
    if "you" in low and _READER.search(text) is not None and _READER.search(evidence) is None:
        yield "you"


def _addresses(text: str, low: str, evidence: str) -> Iterator[str]:
    """Links and handles of `text`, in lower case `low`, that `evidence` lacks."""
    if "http" in low or "www." in low:
        yield from (match[0] for match in _LINK.finditer(text) if match[0].rstrip(".,)") not in evidence)
    if "@" in text:
        yield from (match[0] for match in _HANDLE.finditer(text) if match[0] not in evidence)


@lru_cache(maxsize=TEXTS_KEPT)
def _scripts(text: str) -> frozenset[str]:
    """The scripts of letters and digits, so that none is taken for another one that looks alike."""
    return frozenset([_script(mark) for mark in _UNPLAIN.findall(text) if mark.isalnum()])


@lru_cache(maxsize=1 << 12)
def _script(mark: str) -> str:
    return unicodedata.name(mark, "unnamed").split(" ", 1)[0]


@lru_cache(maxsize=1 << 12)
def _hidden(mark: str) -> bool:
    """Whether a character is a control, format or surrogate one (bidi, zero-width), or shows nothing."""
    return mark in _BLANK or unicodedata.category(mark) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
