"""The words before a date, narrowed to the clause that sets it: whose news it is and who told it go.

`A notice states that the pier, built in 1904, would close on` as `the pier would close on`.
"""

from __future__ import annotations

import re
from typing import Final

from summarizers.sections.deadline_about_patterns import PLAIN, VERB
from summarizers.sections.deadline_context import MAX_WORDS
from summarizers.sections.pieces import WHILE_CLAUSE, without
from summarizers.text.holding import holds_any

_BRACKETS: Final = re.compile(r" ?\([^()]*\)(?! ?[-–—])")
"""But for the agency of a dateline: `OSLO (Any Wire) - `."""
_SUBJECT: Final = r"(?!wh)(?:[\w.’'-]+\s){1,6}?"
_VERBS: Final = rf"(?:{VERB}|{PLAIN}|began|[a-z]{{3,}}ed)"
_OPENER: Final = re.compile(
    r"^\W*(?:On [A-Z][a-z]{2,5}day|"
    r"(?:(?:[Pp]er|[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ff]or|[Uu]nder|[Uu]pon|[Uu]ntil|[Ff]rom|Earlier|Later|Unable)\s"
    r"[^,;:“”\"]{2,90}|Yesterday|Today|Tomorrow|Tonight|Now|So|Still|Also),)\s"
    rf"(?=(?:the|an?|its|his|her|their)\s|[A-Z][\w.’'-]+\s(?:and\s)?(?:the\s|[a-z]{{2,}}ed\s)|{_SUBJECT}{_VERBS}\s)"
)
"""A setting, up to its comma, or a weekday without one, before a subject with its verb."""

_REPORTED: Final = re.compile(
    r"^.*\b(?:declar(?:ed|es)|claim(?:ed|s)|stat(?:ed|es)|means|meant|argu(?:ed|es)|insist(?:ed|s)|"
    r"not(?:ed|es)|report(?:ed|s)|announc(?:ed|es)|confirm(?:ed|s)|warn(?:ed|s)|add(?:ed|s)|said|says|rul(?:ed|es)|"
    r"expect(?:ed|s)|predict(?:ed|s))(?:, [^,;]{2,60},)? that\s"
)
"""Who says, decides or foretells something, up to the last `that`."""

_WHERE: Final = re.compile(rf"^.{{4,}}\s(?:where|while|because|once|as soon as)\s(?={_SUBJECT}{_VERBS}\s)")
_NAMED: Final = (
    r"(?P<noun>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:(?!of\b)[\w’'-]++\s){0,3}?[\w’'-]++"
    r"|[A-Z][\w’'-]++(?:\s[A-Z][\w’'-]++)*))"
)
_AHEAD: Final = (
    r"(?:will|would|may|might|could|must|shall|(?:is|are|was|were)\s(?:due|set|scheduled|expected|planned|"
    rf"supposed|meant|to)\b|{PLAIN}"
    rf"|(?:began|(?:was|were)\s[a-z]+ed)\b[^,;]*\sand\s(?:is|are|was|were|will|would|{PLAIN}))"
)
_RELATIVE: Final = re.compile(rf"{_NAMED},? (?:that|which|who)\s(?P<told>{_AHEAD}\s[^,;]*)$")
"""A relative clause on what is ahead: one on what is the case sets no date."""
_PERSONS: Final = re.compile(
    rf"(?P<noun>[A-Z][\w’'-]++(?:\s[A-Z][\w’'-]++)*), who\s(?P<told>{_AHEAD}\s[^,;]*)$"
)
_COMING: Final = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s(?:(?!(?:of|for|on|in|to|at|with|by|from)\b)[\w’'-]+\s){1,4}?"
    r"(?:coming (?:up|before)|taking place)\s[^,;]*$"
)
"""What is named with a participle on what is ahead: `the bill coming up in the assembly`."""
_TWO_VERBS: Final = re.compile(
    rf"^{_VERBS}\s.*?\s(?:(?:and\s)?(?P<second>{VERB}\s.*)|and\s(?P<plain>{PLAIN}\s.*))$"
)
_TWO_AIMS: Final = re.compile(r"^(?P<lead>.*?\bto) [a-z]+ .*,? and to (?P<second>[a-z]+ .*)$")
"""`seek to strike a deal by March and to nail down an accord`."""
_PLACED: Final = r"(?:in|of|at|from|on)"
_OBLIGED: Final = re.compile(
    r"^.*\b(?:requir|oblig|ask|want|urg|allow|order|forc|compel)[a-z]*\s"
    rf"(?P<who>(?:(?!to\b|{_PLACED}\b)[\w’'-]+\s){{0,3}}(?!to\b)[\w’'-]+)\s"
    rf"(?:{_PLACED}\s.*?)?(?P<aim>to [a-z]+ [^,;]*)$"
)
_ASIDE: Final = re.compile(
    r", (?:(?:and|or) (?:even|perhaps|possibly|at least)|including|such as|like|along with|as well as|"
    r"formerly|now|then|too|also|however)\b[^,;:“”\"]{0,80},(?= [a-z])"
    r"|, (?:\d{1,3}(?:, of [A-Z][^,;]{1,40})?|of [A-Z][^,;]{1,40})(?:, [A-Z][\w’' -]{1,30})?,(?= [a-z])"
)


def narrowed(before: str) -> str:
    """The end of `before`, the words of a sentence up to a date, that belongs to the date.

    A pattern may try each word against each: `before` is bounded by who asks.
    """
    told = _BRACKETS.sub("", before) if ")" in before else before
    if ", " in told:
        told = _ASIDE.sub("", told)
    if " that " in told:
        told = _REPORTED.sub("", told)
    if holds_any(told, _PLACES):
        told = _WHERE.sub("", told)
    told = unopened(without(WHILE_CLAUSE, told))
    if " and to " in told:
        told = _TWO_AIMS.sub(r"\g<lead> \g<second>", told)
    return _required(_with_its_noun(told))


_PLACES: Final = (" where ", " while ", " because ", " once ", " as soon as ")
"""One of these stands in every match of `_WHERE`."""
_IS_COMING: Final = ("coming up", "coming before", "taking place")
"""The same of `_COMING`."""
_TAKEN_UP: Final = (" that ", " which ", " who ")
"""The same of `_RELATIVE`."""
_OBLIGING: Final = ("requir", "oblig", "ask", "want", "urg", "allow", "order", "forc", "compel")
"""The same of `_OBLIGED`."""


def unopened(told: str) -> str:
    """`told` without the setting that stands before its subject: `Under the plan, the pier will close`."""
    return without(_OPENER, told)


def _required(told: str) -> str:
    """Of many words those that tell who has to do what: `obliges members of the chamber to vote`."""
    if not holds_any(told, _OBLIGING) or len(told.split()) <= MAX_WORDS:
        return told
    return _OBLIGED.sub(r"\g<who> \g<aim>", told)


def _with_its_noun(told: str) -> str:
    """`told` from the noun on that a relative clause takes up: `the talks are to resume`."""
    coming = _COMING.search(told) if holds_any(told, _IS_COMING) else None
    if coming is not None:
        return coming[0]
    may = holds_any(told, _TAKEN_UP)
    relative = (_PERSONS.search(told) or _RELATIVE.search(told)) if may else None
    if relative is None:
        return told
    two = _TWO_VERBS.match(relative["told"])
    told = relative["told"] if two is None else two["second"] or two["plain"]
    return f"{relative['noun']} {told}"
