"""What no bullet may hold, whatever its evidence: orders to a machine, mentions, links, hidden characters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summarizers.grounding.reading import TEXTS_KEPT
from summarizers.text.holding import holds_any

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


_FOLDED: Final = frozenset("\u0130\u0131\u017f")
"""Letters beyond ASCII that match i or s where case is ignored, and stay themselves in lower case."""


def gives_orders(text: str) -> bool:
    """Whether `text` speaks to a machine or calls everybody of a channel, even if an article says so."""
    for pattern in _patterns(text, text.lower()):  # noqa: SIM110 - a generator takes longer than what it asks
        if pattern.search(text) is not None:
            return True
    return False


def _patterns(text: str, low: str) -> list[re.Pattern[str]]:
    """Those of `_ORDER` and `_MENTION` that `text`, in lower case `low`, has a part of: mostly none."""
    found = []
    if _may_order(low) or not (text.isascii() or _FOLDED.isdisjoint(text)):
        found.append(_ORDER)
    if "@" in text or "<" in text or "](" in text or "```" in text:
        found.append(_MENTION)
    return found


def _may_order(low: str) -> bool:
    """Whether a text in lower case may hold an order: with both words of a row, never without.

    The rarer one is looked for first. Each is asked for by itself: a loop over a table would take four times
    as long, and every sentence that may be told is asked.
    """
    if "ignore" in low or "disregard" in low or "forget" in low or "override" in low:
        return True
    if "as an ai" in low or "language model" in low or "<" in low or "inst]" in low:
        return True
    if ":" in low and holds_any(low, _SPEAKERS):
        return True
    if "only" in low or "exactly" in low or "the following" in low or "to all" in low:
        return holds_any(low, _SAYING)
    return False


_SPEAKERS: Final = ("system", "developer", "user", "assistant")
_SAYING: Final = ("reply", "respond", "answer", "output", "print", "write", "post")


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
