"""Whose office: "the chief executive of Northern Steel" is no answer to who is that of Sarrow Rail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.ask.features import Candidate
from bot.ask.reading import read
from bot.ask.short_forms import forms_of
from summarizers.text.tokens import STOP_WORDS, words

ANOTHERS = 6.0
"""How much less a sentence counts that tells of somebody in the same office elsewhere."""

_WHO = r"^\W*who(?:[’']s|\s+(?:is|was|are|were))\s+"
_OFFICE = r"(?P<office>[\w-]+(?:\s+[\w-]+){0,2}?)"
_ASKED = (
    re.compile(
        rf"{_WHO}(?:the\s+)?{_OFFICE}\s+(?:of|at)\s+(?:the\s+)?(?P<whole>[^?,;:]+?)\W*$", re.IGNORECASE
    ),
    re.compile(rf"{_WHO}(?:the\s+)?(?P<whole>[^?,;:]+?)[’']s\s+{_OFFICE}\W*$", re.IGNORECASE),
)
_NAME = r"[A-Z][\w&.-]*+(?:\s+(?:(?:of|and|&|for)\s+(?:the\s+)?)?[A-Z][\w&.-]*+)*"
_OF = re.compile(rf"\s+(?:officer\s+)?(?:of|at)\s+(?:the\s+)?(?P<whole>{_NAME})")
_OF_WHOM = re.compile(
    r"\s+(?:[A-Z][\w’'-]+\s+){1,3}of\s+(?:the\s+)?(?!(?:[A-Z][\w’'-]*\s+){0,4}(?:Party|Movement|Alliance|Front)\b)"
    r"(?P<whole>[A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*)*)"
)
"""`President Iva Falk of Kestria`; of a party somebody may be that and president of the country."""
_BEFORE = re.compile(rf"(?P<whole>{_NAME})(?:[’']s?\s+(?:[a-z-]+\s+){{0,2}}|\s+)$")
_NO_PART = frozenset(
    words("former new acting deputy vice then outgoing incoming late the a an its his her their but and")
)
"""Capitalised before an office, these are no part of whose it is."""

_NAME_MOST = 100
"""Characters of a name: a hostile text may be nothing but capitals."""

_STEM = 4
"""Letters that two forms of one name share, as in `Kestria` and `Kestrian`."""


class Office(NamedTuple):
    """An office as a pattern of its forms, and the words of that of which it is one."""

    pattern: re.Pattern[str]
    whole: tuple[str, ...]


@lru_cache(maxsize=256)
def office_in(question: str) -> Office | None:
    """The office after whose holder a question asks; None for most questions."""
    found = next((match for pattern in _ASKED if (match := pattern.match(question))), None)
    if found is None:
        return None
    forms = "|".join(map(re.escape, forms_of(found["office"].lower())))
    return Office(re.compile(rf"\b(?:{forms})\b", re.IGNORECASE), _content(found["whole"]))


def tells_of(question: str, one: Candidate) -> bool:
    """Whether a sentence names the office after whose holder a question asks, and not that of others."""
    office = office_in(question)
    return office is None or (bool(office.pattern.search(one.text)) and not anothers(question, one))


def anothers(question: str, one: Candidate) -> bool:
    """Whether a sentence names that office of others, and not of what the question names."""
    office = office_in(question)
    if office is None or not _is_named(office.whole, f"{question} {one.title} {one.passage}"):
        return False
    named = tuple(_wholes(office.pattern, one.text))
    return any(surely for _, surely in named) and not any(_same(office.whole, whole) for whole, _ in named)


def _wholes(pattern: re.Pattern[str], text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Of what the office is one, wherever that is told, and whether surely: `French president` may be."""
    for found in pattern.finditer(text):
        behind, before = (
            _told_of(text, found.end()),
            _BEFORE.search(text, *_shortly(found.start())),
        )
        if behind:
            yield _content(behind["whole"]), True
        elif before and (named := _content(before["whole"])):
            yield named, len(named) > 1 or not before[0][len(before["whole"])].isspace()


def _told_of(text: str, behind: int) -> re.Match[str] | None:
    """What stands behind an office, or behind the name of who holds it, as that of which it is one."""
    places = text, behind, behind + _NAME_MOST
    return _OF.match(*places) or _OF_WHOM.match(*places)


def _shortly(before: int) -> tuple[int, int]:
    """Where a name that stands before a place begins at the earliest, and the place."""
    return max(0, before - _NAME_MOST), before


def _content(text: str) -> tuple[str, ...]:
    """The words of a name that tell it from others."""
    said = re.findall(r"[\w&.-]+", re.sub(r"[’']s?\b", "", text))
    return tuple(word for word in said if word.lower() not in STOP_WORDS | _NO_PART)


def _is_named(whole: tuple[str, ...], text: str) -> bool:
    """Whether its words stand somewhere as a name: of `the union` nobody can say that it is another."""
    return bool(whole) and all(
        re.search(rf"\b{re.escape(word[0].upper() + word[1:])}\b", text) for word in whole
    )


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other, a short form of it, or its initials."""
    initials = {"".join(word[0] for word in name).lower() for name in (one, other) if len(name) > 1}
    if initials & {word.replace(".", "").lower() for word in (*one, *other)}:
        return True
    mine, theirs = (read(" ".join(name))[1] for name in (one, other))
    few, many = sorted((mine, theirs), key=len)
    return all(any(word == its or word[:_STEM] == its[:_STEM] for its in many) for word in few)
