"""The text of a bullet: its source sentence, trimmed for reading.

A dateline, notes in brackets without a figure, translations and an outlet's credit at the end always go; while the
text is still too long, whole clauses go (`summarizers.sections.clauses`). Who said a thing stays. What is left is
verbatim apart from white space, a first capital, a final stop, and a quotation mark where the sentence lies
inside a longer quotation.
"""

from __future__ import annotations

import re

from typing import TYPE_CHECKING

from summarizers.sections.clauses import shortened
from summarizers.types import MAX_POINT_CHARS

if TYPE_CHECKING:
    from collections.abc import Callable

_OUTLET = (
    r"(?:[Tt]he )?(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg(?: News)?|CNN|BBC(?: News)?|CNBC"
    r"|NPR|Xinhua|Kyodo|Yonhap|DPA|TASS|(?:New York|Financial|Los Angeles) Times|Wall Street Journal"
    r"|Washington Post|Guardian|USA Today)"
)
_OUTLETS = rf"{_OUTLET}(?: and {_OUTLET})?"
_DATELINE = re.compile(
    r"^(?:(?:[A-Z][A-Z.’'-]+(?:,? |/)){1,6}(?:\w+\.?,? )?(?:\w+\.? \d+ )?)?"
    r"\((?:Reuters|AP|AFP|CNN|CNN Business|UPI|Bloomberg|IPS|dpa)\)\s*(?:[-—–]+\s*)?"
    r"|^(?:[A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]+){0,3})(?:, [A-Z][\w.]+){0,2}\s+(?:[—–]|--?)\s+"
)
_UPDATE = re.compile(
    r"^(?:update|updated|correction)\b[^:]{0,20}(?:\d\d?:\d\d[^:]{0,20})?:\s+", re.IGNORECASE
)
_TRANSLATION = re.compile(r"\s*\(\(\w+\)\)\s*\w+ language:.*$")
_ASIDE = re.compile(r"\s*\((?:[^()\d$€£%\s]+\s){0,7}[^()\d$€£%\s]+\)")
_OMISSION = re.compile(r"\s*\[(?:\.|…)+\]")
_CREDIT = re.compile(
    rf",? (?:according to {_OUTLETS}|{_OUTLETS} (?:reports?|reported|said|says|writes|wrote)|as quoted by {_OUTLET})"
    r"(?:,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?:, citing [^,]{3,60})?(?=\.?$)"
)
_LOOSE_COMMA = re.compile(r',([”"])\.?$')
_SPACE = re.compile(r"\s+")
_FEWEST_WORDS = 4


def _anything(_text: str) -> bool:
    """Every text keeps what nobody asked to keep."""
    return True


def trim(text: str, limit: int = MAX_POINT_CHARS, keeps: Callable[[str], bool] = _anything) -> str | None:
    """`text` as a bullet of at most `limit` characters, or None where no whole clause of it fits.

    A clause is dropped only while `keeps` holds for what is left.
    """
    bullet = _closed(_clean(text))
    if len(bullet) >= limit:
        shorter = shortened(bullet.rstrip("."), limit - 1, keeps)
        if shorter is None:
            return None
        bullet = shorter
    return _finished(bullet)


def _clean(text: str) -> str:
    """`text` without what is not part of its statement, each piece only if a statement is left."""
    flat = _SPACE.sub(" ", text).strip()
    for pattern in (_UPDATE, _DATELINE, _TRANSLATION, _ASIDE, _OMISSION, _CREDIT):
        kept = pattern.sub("", flat).strip()
        if len(kept.split()) >= _FEWEST_WORDS:
            flat = kept
    return flat


def _closed(text: str) -> str:
    """`text` with the quotation mark that its sentence lacks because the quotation runs on."""
    opened, shut = text.count("“"), text.count("”")
    if opened != shut:
        return text + "”" if opened > shut else "“" + text
    if text.count('"') % 2 == 0:
        return text
    before = text[: text.index('"')]
    return text + '"' if not before or before[-1] in " (" else '"' + text


def _finished(text: str) -> str:
    """`text` with a capital first and a stop last, where it has neither."""
    text = _LOOSE_COMMA.sub(r".\1", text.rstrip(" ,;:—–-"))
    first = text.split(" ", 1)[0]
    if first.islower() and first.isalpha():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", '"', "”", "’")) else text + "."
