"""Which states act in a text: by country, people or seat of government, and not as the place of something.

`Washington and Beijing agreed` is of the United States and China; `a fire in Paris` is not of France.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.remind.namesakes import namesakes
from bot.remind.states import FORMS, Form

_CAPITAL = re.compile(r"(?<![^\W_])(?:(?:[A-Z]\.){2,}|[A-ZÉ][^\W\d_]*)")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|around|from|across|inside|through|into|via|[Cc]entral|[Dd]owntown|[Gg]reater"
    r"|visit(?:s|ed|ing)?|[Vv]isits? to|left|reached|toured|[Ii]n|[Aa]t|[Ff]rom|[Nn]ear)\s+(?:the\s+)?$"
)
_TOWN_BEFORE = re.compile(r"\b(?:of|to|towards?)\s+(?:the\s+)?$")
_NAME_BEFORE = re.compile(r"(?<![.!?:“\"]\s)\b(?!The\b|An?\b|And\b|But\b|Both\b|Not\b)[A-Z][^\W\d_]+ $")
_ACTS_BEFORE = re.compile(r"\b(?:between|with|against|by|for|that|[Bb]oth)\s+(?:the\s+)?$")
_AMERICAS = re.compile(r"\b(?:Latin|South|North|Central|African|Native)[\s-]$")
_LISTED = re.compile(r"\s*+(?:(?:,\s*+)?(?:and|or)|,|/|[-–—])\s*+(?:the\s+)?")
_DATELINE = re.compile(r"(?:,\s+(?:D\.?C|[A-Z][a-z]{2,8}\.?\s+\d)|\s*\(|\s+[—–-]\s)")
_ACTS_BEHIND = re.compile(
    r"""[’']s\b|\s*(?:[.,;:!?)”"]|$)|[-–—]
    | \s+(?:and|or|but|with|by|for|over|as|that|which|who|not|also|then|now|again|later
      | ha(?:s|ve|d)|will|would|could|may|might|must|should|can|cannot|is|are|was|were|did|does|do
      | government|governments|officials?|authorities|administration|negotiators?|envoys?|leaders?|diplomats?
      | (?:say|agree|extend|prolong|renew|sign|want|seek|keep|set|put|delay|postpone|move|give|get|add|back
        |reject|refuse|offer|propose|warn|accept|lift|impose|plan|hope|expect|make|take|hold|roll
        |let|call|insist)s?
      | push(?:es)? | goes | go | told | made | took | gave | kept | held | said | \w+ed) \b
    """,
    re.VERBOSE,
)
_TOLD_BY = re.compile(
    r",\s+(?:[^,]{0,80}\s)?(?:said|says|told|reported|announced|confirmed|according\s+to)\b[^,]*$"
    r"|^[^,]{0,60}?\s(?:said|announced|reported|confirmed)\s+(?:(?:on|late|early)\s+\w+\s+)?(?:that\s+)?"
)


_NEIGHBOUR = r"(?:Alabama|Tennessee|Florida|(?:North|South) Carolina)"
_OF_THE_SOUTH = re.compile(
    r"\b(?:Atlanta|Savannah|[Ss]tate of Georgia"
    r"|Georgia(?:[’']s)? (?:[Gg]ov\b|[Gg]overnor|[Ll]egislat\w+|Senate|House|General Assembly)"
    rf"|{_NEIGHBOUR},? (?:(?:and|or|with) )?Georgia|Georgia,? (?:(?:and|or|with) )?{_NEIGHBOUR})"
)
_OF_THE_CAUCASUS = re.compile(
    r"\b(?:Georgians?|Tbilisi|Batumi|Abkhaz\w+|Osseti\w+|Caucasus|Russian?|Armenian?|Azerbaijan\w*)\b"
)


class Mention(NamedTuple):
    """A state as a text names it; `place` tells that something happens there."""

    form: Form
    start: int
    end: int
    place: bool


def states_in(text: str) -> tuple[str, ...]:
    """The states that a text names, sorted.

    Seats of government alone need two states to be told of: one may be no more than the town. Georgia is the
    country unless the text tells that it is the one in the United States; Jim Jordan and Paris, Texas are of
    no state.
    """
    others = namesakes(text)
    found = [one for one in mentions(text) if one.form.written not in others]
    named = {one.form.state for one in found if not one.form.seat}
    acting = {one.form.state for one in found if one.form.seat}
    if _OF_THE_SOUTH.search(text) and not _OF_THE_CAUCASUS.search(text):
        named.discard("georgia")
    return tuple(sorted(named | acting if named or len(acting) > 1 else ()))


def parties_in(sentence: str, known: Container[str]) -> tuple[str, ...]:
    """The states of those `known` that act in a sentence, sorted: not where it happens, not who tells it."""
    return _acting(told_itself(sentence), known) or _acting(sentence, known)


def told_itself(sentence: str) -> str:
    """A sentence without who tells it."""
    return _TOLD_BY.sub("", sentence)


def _acting(text: str, known: Container[str]) -> tuple[str, ...]:
    return tuple(
        sorted({one.form.state for one in mentions(text) if not one.place and one.form.state in known})
    )


def with_states(text: str, known: Container[str]) -> str:
    """The text with each of the states `known` in one word, however it is written."""
    pieces, at = [], 0
    for one in mentions(text):
        if one.form.state in known:
            pieces += [text[at : one.start], one.form.state]
            at = one.end
    return "".join([*pieces, text[at:]])


@lru_cache(maxsize=1024)
def mentions(text: str) -> tuple[Mention, ...]:
    """The states of a text in order; a seat only where it acts."""
    found: list[Mention] = []
    last: Mention | None = None
    for form, start in _written(text):
        end = start + len(form.written)
        along = last is not None and _goes_along(text, last, start)
        place = last.place if along and last else _is_place(text, start, form)
        last = Mention(form, start, end, place)
        if not form.seat or (not place and (along or _acts(text, start, end))):
            found.append(last)
    return tuple(found)


def _goes_along(text: str, last: Mention, start: int) -> bool:
    """Whether what begins here is listed with the one before; a comma behind a place begins a clause."""
    listed = _LISTED.fullmatch(text, last.end, start)
    return listed is not None and not (last.place and listed[0].strip() == ",")


def _written(text: str) -> Iterator[tuple[Form, int]]:
    behind = 0
    for word in _CAPITAL.finditer(text):
        if word.start() < behind:
            continue
        for form in FORMS.get(word[0], ()):
            if _stands(form, text, word.start()):
                yield form, word.start()
                behind = word.start() + len(form.written)
                break


def _stands(form: Form, text: str, start: int) -> bool:
    end = start + len(form.written)
    if not text.startswith(form.written, start) or text[end : end + 1].isalnum():
        return False
    return not (form.written.startswith("America") and _AMERICAS.search(text, max(0, start - 10), start))


def _is_place(text: str, start: int, form: Form) -> bool:
    before = text[max(0, start - 24) : start]
    return bool(_PLACE_BEFORE.search(before) or (form.seat and _TOWN_BEFORE.search(before)))


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a seat of government acts: what follows it, or stands before it, is not that of a town."""
    before, behind = text[max(0, start - 24) : start], text[end : end + 24]
    if _NAME_BEFORE.search(before) or re.match(r"\s+[A-Z]", behind):
        return False
    if before.rstrip(" ")[-1:] in {"", "\n"} and _DATELINE.match(behind):
        return False
    return bool(_ACTS_BEFORE.search(before) or _ACTS_BEHIND.match(behind))
