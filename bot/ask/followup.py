"""A question that leans on the one before: "and the soybeans?", "what about Taiwan?", "when?"."""

from __future__ import annotations

import re

from bot.ask.query import content_words
from bot.domain.question import Turn

_OPENING = re.compile(r"^\s*(?:and|but|or|so|ok|okay|then|also)\b[\s,]*", re.IGNORECASE)
_ABOUT = re.compile(
    r"^\s*(?:(?:and|but|so)[\s,]+)?(?:what|how)\s+about\s+|^\s*(?:and|but|or)\s+(?:for|in|on|with|of)?\s*",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\s*(?:and\s+)?(?:when|where|why|who|how|how many|how much|since when|until when|by when|by whom"
    r"|says who|according to whom|what else|anything else|why not)(?:\s+(?:exactly|is that|was that|then))?"
    r"\s*[?!.]*\s*$",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:it|its|that|this|these|those|they|them|their|he|him|his|she|her|there|the same|the other one)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|said|say|\w{3,}ed)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(r"^\s*(?:who|when|where|why|how(?: many| much)?|what|which)\b", re.IGNORECASE)

FEW = 3
"""Content words up to which a question that points back cannot stand alone."""


def rewritten(text: str, before: Turn | None) -> str:
    """The question as it stands alone; `text` itself where it does already or nothing came before.

    A bare asking word takes the earlier question's words; "and X?" puts X in the place of the earlier
    question's last words; a pronoun takes the earlier question's words beside its own.
    """
    if before is None:
        return text
    earlier = before.understood.rstrip(" ?!.")
    if _BARE.match(text):
        asking = _OPENING.sub("", text).rstrip(" ?!.")
        return f"{asking.capitalize()}: {' '.join(content_words(earlier))}?"
    about = _ABOUT.match(text)
    new = text[about.end() :].rstrip(" ?!.") if about else ""
    if about and new and not (_VERB.search(new) or _ASKING.match(new)):
        return f"{_replaced(earlier, new)}?"
    if (about or _POINTING.search(text)) and len(content_words(text)) <= FEW:
        return f"{_OPENING.sub('', text).rstrip(' ?!.')} ({' '.join(content_words(earlier))})?"
    return text


def _replaced(earlier: str, new: str) -> str:
    """The earlier question with `new` in the place of its last noun phrase after a preposition, or added."""
    cut = list(re.finditer(r"\b(?:about|on|for|of|with|in|at|to|from|by|against)\s+(?:the\s+)?", earlier))
    if cut:
        return f"{earlier[: cut[-1].end()]}{re.sub('^the ', '', new, flags=re.IGNORECASE)}"
    return f"{earlier}, {new}"
