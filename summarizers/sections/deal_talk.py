"""How a sentence speaks of a deal: of a new one, of the one that is known, of its terms.

What stands under a deal, or what it holds, is as settled as the deal is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summarizers.text.alternatives import tree

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_DEAL_NAMES = (
    "agreement deal accord pact treaty truce ceasefire settlement contract bill law measure resolution merger"
)
_DEALS = frozenset((*_DEAL_NAMES.split(), *(f"{name}s" for name in _DEAL_NAMES.split()), "treaties", "fire"))
_DEAL = rf"(?:{'|'.join(_DEAL_NAMES.split())}|cease-fire)"
_DEFINITE = re.compile(rf"[TtIi](?<!\w.)(?:(?<=[Tt])h(?:e|is|at)|(?<=[Ii])ts) (?:\w+ )?{_DEAL}\b")
"""`The deal`, `this new pact`: asked by its first letter, `re` passes by half of the words."""

_TERMS = (
    "deal agreement accord pact treaty truce ceasefire settlement contract compromise arrangement terms plan"
    " memorandum extension package offer proposal programme program scheme act law bill budget compact"
    " charter permission permit licence license rules commitments"
)
_TERM = frozenset((*_TERMS.split(), "fire", *(f"{name}s" for name in _TERMS.split())))
_SIDES: Final = frozenset(
    {"both", "each", "two", "parties", "sides", "companies", "governments", "countries", "firms"}
)
DEAL_NAMES = _DEALS | _TERM | _SIDES
"""The words by which a deal is named, or what holds terms, or its parties."""

_TERM_NAMES = rf"(?:{tree('|'.join((*_TERMS.split(), 'cease-fire'))).pattern})"
_UNDER = re.compile(
    r"[UuAaWw](?<!\w.)(?:(?<=[Uu])nder|(?<=[Aa])(?:s part of|ccording to)|(?<=[Ww])ith)"
    rf" (?:an?|the|its|their|this|that|these|his|her) (?:[\w-]+ ){{0,3}}{_TERM_NAMES}\b"
)
_HOLDING = (
    rf" {_TERM_NAMES} (?:also |would |will |which |that )*"
    r"(?:includ|call|requir|giv|cover|provid|rais|cap|allow|last|run|set|guarantee|ban|contain|extend|limit"
    r"|keep|end|let|mak|bring|commit|oblig|grant|pay|cut|mean|tie|leave|reduc|increas|lift|open|creat|forbid"
    r"|prohibit)"
)
_HOLDS = re.compile(
    r"(?<!\bby )(?<!\bof )(?<!\bin )\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|\w+[’']s)(?: [\w$.-]+){0,3}"
    + _HOLDING
)
_MAY_HOLD = re.compile(_HOLDING)
"""Stands in every match of `_HOLDS`, and is found in a fifth of the time."""

_NEW = re.compile(
    rf"\b(?:an?|new|tentative|landmark|historic|two|three|several) (?:[\w$.-]+ ){{0,4}}{_DEAL}s?\b"
)
_DENIED = re.compile(
    r"\b(?:unable to|[Ff]ail(?:ed|s|ing|ure)? to|[Ww]ithout|absence of|lack of|not|[Nn]o"
    r"|nowhere near|cannot|never|\w+n[’']t)"
    r"(?: \w+){0,3} $"
)
"""Before a deal that there is not: `unable to reach a deal`, `in the absence of an agreement`."""

_LASTING: Final = (
    r"(?:expires?|lapses?|ends?|runs? (?:out|until|till)|takes? effect|comes? into (?:force|effect)|"
    r"(?:starts?|begins?|lasts?) (?:on|in|until|[MTWFS][a-z]+day))\b"
)
_TERMED: Final = re.compile(
    rf"(?:[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts|[Tt]heir)(?: [\w$.’'-]+){{0,5}}? {_TERM_NAMES}"
    r"(?: (?!to )[\w’'-]+){0,8}?(?:, [^,;]{2,60},)?"
    r"(?: (?:is|are|was|were) (?:due|set|scheduled) to| (?:was|were) to| will| would| could| may| might)?"
    rf" {_LASTING}"
    r"(?![^;]*\b(?:agree[ds]?|signed|approved|ratified|extend(?:ed|s)?|prolonged|renewed|struck|reached|"
    r"passed|but|and)\b)"
)
"""A term is all that is told of a deal: `The truce, signed in May, expires on Monday`."""

_MUTUAL: Final = re.compile(
    r"(?:^|, |\b(?:that|and) )(?:[Bb]oth|[Ee]ach"
    r"|[Tt]he (?:two|(?:two )?(?:parties|sides|companies|governments|countries|firms)))\b"
    r"[^,;.“”\"]{0,40}? (?:will|are to|have (?:also |now |since )?(?:agreed|promised|pledged|signed|accepted"
    r"|settled|approved)|agreed)\b(?! (?:not|need|have|struggle|face|lose|suffer|try|seek)\b)"
)
"""What two parties will do, both or each: they agree on it, or it is no act of theirs."""


def told_of_deals(text: str, tokens: Collection[str]) -> list[str]:
    """The features of a sentence that names a deal, those that hold: none where it names none.

    `newdeal` and `defdeal` tell whether it is a new or a known one (one that there is not is no new one),
    `under` that something is so under its terms, `holds` that it is the subject that includes, requires or
    sets something, `termed` that nothing is told but when it begins or ends, `mutual` that both parties will
    do a thing, whatever the deal is called.
    Of `tokens` only `DEAL_NAMES` count.
    """
    told = []
    if not _SIDES.isdisjoint(tokens) and _is_ahead(text) and _MUTUAL.search(text):
        told.append("mutual")
    if not _DEALS.isdisjoint(tokens):
        if _DEFINITE.search(text):
            told.append("defdeal")
        if (new := _NEW.search(text)) and not _DENIED.search(text, 0, new.start()):
            told.append("newdeal")
    return told if _TERM.isdisjoint(tokens) else [*told, *_told_of_terms(text)]


def _told_of_terms(text: str) -> Iterator[str]:
    if _stands_under(text) and _UNDER.search(text):
        yield "under"
    if _MAY_HOLD.search(text) and _HOLDS.search(text):
        yield "holds"
    if _TERMED.match(text):
        yield "termed"


def _is_ahead(text: str) -> bool:
    """Whether `text` has what stands in every match of `_MUTUAL`."""
    return " will" in text or " agreed" in text or " are to" in text or " have " in text


def _stands_under(text: str) -> bool:
    """Whether `text` has what stands in every match of `_UNDER`; searches for words beat one in `re`."""
    return "nder " in text or "art of " in text or "ccording to " in text or "ith " in text
