"""Text and links of strangers, made fit to be shown: nothing in them may act on the reader's screen."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt) and U+FFF9-FFFB: bidirectional overrides
and isolates, zero-width characters, tags; without the emoji variation selectors and the joiners."""

_BROKEN = (
    r"[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"\\U{plane:04x}fffe-\\U{plane:04x}ffff" for plane in range(17))
    + "]"
)
_JOINERS = re.compile(r"(?<![^\u0000-\u058f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\u0000-\u058f])")
"""A joiner spells words in Persian and Hindi and builds emoji; between letters of Europe it only hides."""

_HIDDEN = re.compile(f"[\x00-\x1f\x7f-\x9f{_IGNORABLE}]")
_REPLACED = re.compile(_BROKEN)
_URL = re.compile(r"https?://[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
_URL_PUNCTUATION = "%/:?#[]@!$&'()*+,;=~"


def shown(text: str) -> str:
    """The text on one line, without what is invisible or acts on a screen; the same text if it is harmless.

    Every run of white space becomes one space. Control characters, bidirectional controls and other invisible
    characters are removed; lone surrogates and noncharacters, which no encoding carries, become U+FFFD.
    """
    visible = _HIDDEN.sub("", " ".join(text.split()))
    return " ".join(_REPLACED.sub("\ufffd", _JOINERS.sub("", visible)).split())


def shown_lines(text: str) -> tuple[str, ...]:
    """The lines of a text that are not blank, each as `shown`."""
    return tuple(line for line in map(shown, text.splitlines()) if line)


def web_link(url: str | None) -> str | None:
    """The address in ASCII if it is safe to follow: http or https, a host, no user name; None otherwise.

    A user name before the host is refused because it makes one site look like another.
    """
    if url is None or _URL.fullmatch(url.strip()) is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if not parts.hostname or "@" in parts.netloc:
        return None
    return quote(url.strip(), safe=_URL_PUNCTUATION, errors="replace")


def unquoted(text: str) -> str:
    """`shown`, without the double quotes around it, straight or curly."""
    return shown(text).strip(' "“”„')
