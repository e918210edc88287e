"""What `it`, `they` or `the deal` stands for in a sentence: the words that an earlier one has for it."""

from __future__ import annotations

import re

from bot.remind.cues import MOVED, sure
from bot.remind.likeness import topic_words
from bot.remind.pacts import PACT
from summarizers.text.sentences import split

_OPENS = re.compile(
    r"(?:(?:In fact|In truth|Actually|Instead|Now|Later|Then|But|And|So|However|Since then),?\s+(?:it|they)"
    r"|It|They|Both)\b|(?:This|That|These)\b(?= (?:is|are|was|were|will|would|has|have|must|expires?|ends?"
    r"|lapses?|runs?|takes?|comes?|begins?|starts?)\b)"
)
_POINTS_BACK = re.compile(
    rf"^(?:{_OPENS.pattern})|\b(?:extend|prolong|postpon|delay|mov|push|put|defer|renew|reschedul)\w*"
    r"(?: off| back)? (?:it|them|that)\b"
)
_SUBJECT = re.compile(r",|\s(?:is|are|was|were|has|have|had|will|would|could|may|must|[a-z]{3,}ed)\b")
_PACT = re.compile(
    rf"(?P<which>(?:(?<![\w’'-])[\w’'-]++\s++(?:[\w’'-]++\s++)?)?)(?P<pact>{PACT})s?\b",
    re.IGNORECASE,
)
"""With up to two words before it, from where a word begins: one without an end is read once."""


FAR = 3000
"""Characters in which an earlier mention is looked for."""


def meant_by(text: str, before: str, title: str) -> str:
    """The words for what `text` points back at, from the text `before` it or the title; empty if it does not.

    For a pronoun they are those with which the last sentence opens that names something, and the pact in it,
    or all of it where it tells of a move. For a bare `the deal` they are those of its last fuller mention.
    """
    before = before[-FAR:]
    earlier = f"{title}\n{before}"
    if _POINTS_BACK.search(text) is None:
        return _fuller(text, earlier)
    paragraph = before.rstrip().rpartition("\n")[2]
    known = [one.text for one in split(paragraph) if _OPENS.match(one.text) is None]
    if not known:
        return ""
    last = known[-1]
    if _OPENS.match(text) and sure(MOVED, last):
        return last
    pacts = " ".join(one[0] for one in _PACT.finditer(last))
    return f"{_SUBJECT.split(last, maxsplit=1)[0]} {pacts} {_fuller(pacts, earlier)}".rstrip()


def _fuller(text: str, before: str) -> str:
    """The last earlier mention of a pact of which `text` does not say which, with the words that say it."""
    told = {one["pact"].lower(): bool(topic_words(one["which"])) for one in _PACT.finditer(text)}
    bare = {pact for pact, full in told.items() if not full}
    if not bare:
        return ""
    full = (
        one[0] for one in _PACT.finditer(before) if one["pact"].lower() in bare and topic_words(one["which"])
    )
    return " ".join([*full][-1:])
