"""The clause of a long sentence that holds its date, told as a sentence of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summarizers.sections.coordinated import halves
from summarizers.sections.pieces import CONDITION, FINITE, SUBORDINATE, WHILE_CLAUSE, hangs

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALENDAR: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""The second of two days or months, which share their verb: no subject."""
_BREAK: Final = re.compile(
    r"[;,\s](?:(?<=;)\s+"
    r"|(?<=,)\s+(?:and|but|as|while|so|yet|although|though|because|which is why)\s+(?=[\w“\"])"
    r"|(?<=\s)\s*(?:(?:[—–]|--)\s+|(?:and|but|while)\s+"
    rf"(?=(?:the|its|his|her|their|(?!{_CALENDAR})[A-Z][\w’'-]+)\s|[a-z]+s\s(?:will|must|are|have)\s)))"
)
_OPENED: Final = re.compile(r"^(?:While|Although|Though|As)\s([^,;:“”\"]{15,180}),\s")
_PREPOSITION: Final = (
    r"(?:[Uu]nder|[Ii]n|[Aa]t|[Oo]n|[Aa]fter|[Bb]efore|[Ww]ith|[Bb]y|[Ff]or|[Ff]rom|[Oo]f|[Tt]hrough|"
    r"[Dd]uring|[Dd]espite|[Ww]ithout|[Ff]ollowing|[Uu]nlike|[Bb]eyond|[Tt]o)"
)
_RELATIVE: Final = re.compile(
    rf"(?:^(?:{_PREPOSITION}\s)?|,\s(?:and\s|but\s)?)(?!{_PREPOSITION}\s)"
    r"((?:[Tt]he|[Aa]n?|[A-Z][\w’'-]+)(?:\s[\w’'-]+){0,6}),\s(?:which|who)\s"
    r"((?:[^,“”\"]|(?<=\d),(?=\d)){10,180})(?=,|$)"
)
_SCHEDULED: Final = (
    r"(?:opens?|closes?|starts?|runs?|lasts?|lapses?|resumes?|reopens?|returns?|finish(?:es)?|meets?|decides?|"
    r"votes?)"
)
_TWO_VERBS: Final = re.compile(
    rf"^(?P<first>(?P<subject>(?:(?:[Tt]he|[Aa]n?)\s[\w’'-]+|[A-Z][\w’'-]*)"
    rf"(?:\s(?!{FINITE.pattern}|{_SCHEDULED}\b)[\w’'-]+){{0,4}})"
    rf"\s(?:{FINITE.pattern}|{_SCHEDULED}\b|[a-z]+s\s)[^,;:“”\"]{{5,120}}?)"
    rf",?\sand\s(?P<second>(?:{FINITE.pattern}|{_SCHEDULED})\s[^“”\"]{{5,140}})$"
)
_SECOND_SUBJECT: Final = re.compile(
    rf"\s(?:that|which|who|whose)\s(?:[\w’'-]+\s)?(?:{FINITE.pattern}|{_SCHEDULED}\b|[a-z]+s\s)"
)
"""Before an `and` whose verb may be a relative clause's: `keep to a season that runs from May and ends`."""
_TWO_DAYS: Final = re.compile(
    r"^(?P<head>[^,;:“”\"]{8,100}?)\s(?P<first>(?P<how>on|by|until|before|from|in)\s[^,;:“”\"]{3,60}?),?\sand\s"
    r"(?P<second>(?P=how)\s[^;:“”\"]{3,80})$"
)
_BOTH_DAYS: Final = re.compile(r"\sand\s(?:on|by|until|before|from|in)\s")
"""This stands in every match of `_TWO_DAYS`, and is looked for sooner."""
_SUBJECT: Final = re.compile(
    r"^(?!(?:its|his|her|their|this|as|is|was|has|whereas|across|thus|perhaps|always|sometimes|besides)\b)"
    rf"(?!(?:{FINITE.pattern}|{_SCHEDULED})\s(?!(?:will|must|are|were|have|of|for|in|on|to)\b)(?<=s\s))"
    r"(?:[Tt]he|[Aa]n?|[A-Z][\w’'-]*|[a-z]+s|time|parliament)\s"
)
_VERB: Final = re.compile(
    rf"{FINITE.pattern}|^(?:\w+\s){{1,3}}(?:[a-z]{{3,}}s|{_SCHEDULED})\s|^(?:\w+\s){{4,6}}{_SCHEDULED}\s"
)
_ANY_VERB: Final = re.compile(rf"{FINITE.pattern}|\b{_SCHEDULED}\b")
_SAID_BY: Final = re.compile(r",\s[^,]{1,60}\b(?:said|says|reports?|reported|announced)(?:\s\w+day)?$")
_LED: Final = re.compile(rf"{_PREPOSITION}\s")
_FEWEST: Final = 4
_REACH: Final = 10
"""Words within which a clause must come to its verb."""


def clauses_of_their_own(text: str, limit: int) -> list[str]:
    """The clauses of `text` that may stand alone in at most `limit` characters, the longest first.

    Nothing that sets a condition is cut off.
    """
    found = (
        *_main(text),
        *_opening(text),
        *_relative(text),
        *_second(text),
        *_each_day(text),
        *_coordinate(text),
    )
    return sorted((one for one in found if len(one) <= limit), key=len, reverse=True)


def _main(text: str) -> Iterator[str]:
    """Runs of clauses as they follow one another in `text`."""
    marks = [mark for mark in _BREAK.finditer(text) if not _lists(text, mark)]
    begins = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text)]
    for place, begin in enumerate(begins):
        for end in ends[place:]:
            if CONDITION.match(text, end + 1) is None:
                yield text[begin:end].rstrip(" .,;")


def _lists(text: str, mark: re.Match[str]) -> bool:
    """Whether `mark` joins the last of several nouns: `the number of teams, formats and the rights`."""
    setting = WHILE_CLAUSE.match(text)
    listed = text[setting.end() if setting else 0 : mark.start()]
    return mark[0] == " and " and "," in listed and _ANY_VERB.search(listed) is None


def _opening(text: str) -> Iterator[str]:
    """`While the pact ends on Monday, …` as `the pact ends on Monday`."""
    match = _OPENED.match(text)
    if match is not None:
        yield match[1]


def _relative(text: str) -> Iterator[str]:
    """`The pact, which ends on Monday, …` as `The pact ends on Monday`."""
    for match in _RELATIVE.finditer(text) if "wh" in text else ():
        if FINITE.search(match[1]) is None:
            yield f"{match[1]} {match[2].rstrip(' .,;')}"


def _second(text: str) -> Iterator[str]:
    """Of `The fair opens on Monday and runs to Friday` each half: `The fair runs to Friday`."""
    match = _TWO_VERBS.match(text)
    if match is not None and _SECOND_SUBJECT.search(match["first"]) is None:
        yield match["first"]
        yield f"{match['subject']} {match['second']}"


def _each_day(text: str) -> Iterator[str]:
    """`Briefs are due on Monday for one and on Friday for all` as `Briefs are due on Friday for all`."""
    match = _TWO_DAYS.match(text) if _BOTH_DAYS.search(text) else None
    if match is not None:
        yield f"{match['head']} {match['first']}"
        yield f"{match['head']} {match['second']}"


def _coordinate(text: str) -> Iterator[str]:
    """`It will sit on Monday and rule by Friday` as `It will sit on Monday` and `It will rule by Friday`."""
    two = halves(text)
    if two is not None:
        yield from two


def _verb_of(clause: str) -> re.Pattern[str]:
    """What its verb looks like: behind a preposition at its head a word that ends in `s` is a noun."""
    return FINITE if _LED.match(clause) else _VERB


def stands(clause: str) -> bool:
    """Whether a clause has a subject at its head and its verb soon after, and all marks closed."""
    words = clause.split()
    told = _SAID_BY.sub("", clause) if "," in clause else clause
    return (
        len(words) >= _FEWEST
        and _SUBJECT.match(clause) is not None
        and SUBORDINATE.match(clause) is None
        and _verb_of(clause).search(" ".join(told.split()[:_REACH])) is not None
        and not hangs(clause)
        and clause.count("“") == clause.count("”")
        and clause.count('"') % 2 == 0
        and clause.count("(") == clause.count(")")
        and clause.find("(") <= clause.find(")")
    )
