"""Who says what stands inside a quotation that runs over several sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizers.text.holding import holds_any
from summarizers.text.quotation import MARKS, is_open_after, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.text.sentence import Sentence

VERBS = (
    r"(?:said|says|told|wrote|writes|tweeted|added|continued|argued|warned|stated|commented|replied|responded"
    r"|declared|read|reads|ruled|asked|explained|noted|issued (?:the following|this|a) statement)"
)
_SPOKEN = (
    "said", "says", "told", "wrote", "writes", "tweeted", "added", "continued", "argued", "warned", "stated",
    "commented", "replied", "responded", "declared", "read", "ruled", "asked", "explained", "noted", "issued",
)  # fmt: skip
"""One of these stands in every match of `VERBS`, and most sentences hold none."""

_DOTTED = (
    r"(?:(?:[A-Z]|Sens?|Reps?|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Dr|Prof|Rev|Mr|Mrs|Ms|St|Jr)"
    r"\.\s+){0,4}"
)
"""Initials and titles that end in a point, before another word of the name: of a row of letters no more."""
_PART = r"[A-Z](?>[\w’'.-]*[\w’'])"
_NAME = rf"(?:{_DOTTED}{_PART}(?:\s+(?:(?:de|von|van|der|al|bin|da|the|of)\s+)*{_DOTTED}{_PART}){{0,8}})"
_ROLE = r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w’'-]+)(?:\s[\w’'-]+){1,6}?)"
_BESIDE = r"(?:,[^,“”\"]{2,60})?,?\s+(?:also\s+|then\s+)?"
_BEFORE = re.compile(rf"((?:{_NAME}\s+and\s+)?{_NAME})\s+(?:also\s+|then\s+)?{VERBS}\b")
_APART = re.compile(rf"({_NAME}){_BESIDE}{VERBS}\b")
_ROLE_BEFORE = re.compile(rf"(?:^|[.,;]\s)({_ROLE}){_BESIDE}{VERBS}\b")
_AFTER = re.compile(rf"[”\"],?\s+{VERBS}\s+(?:[a-z][\w-]*\s+){{0,4}}({_NAME})")
_CLOSED = re.compile(rf"[”\"],?\s+(?:[a-z][\w’'-]*\s+){{0,6}}({_NAME})(?:,[^,“”\"]{{2,60}},)?\s+{VERBS}\b")
"""Behind the end of a quotation its speaker, before the verb."""
_SAYS_WHO = re.compile(rf"[”\"],?\s[^“”\"]{{0,120}}\b{VERBS}\b")
_OPENS = re.compile(
    rf"^({_NAME}(?:\s+and\s+{_NAME})?)\s"
    r"(?=[a-z])(?!(?:is|are|was|were|(?:has|have|had) been) (?:[a-z]+ly )?[a-z]+(?:ed|old)\b)"
)
"""Who announces what is quoted, if not another of him: `Ada Venn was asked by Bey Tamm:`."""
_NOBODY = frozenset(
    [
        "He", "She", "They", "It", "We", "I", "This", "That", "Who", "There", "In", "On", "At", "By", "For",
        "After", "From", "But", "And", "Asked", "Speaking", "Responding", "Replying", "Writing", "According",
    ]
)  # fmt: skip
_OF_ANOTHER = re.compile(r"\b(?:for|to|at|of|in|from|with|by|on|near|nor|against)\s(?:the\s)?$")
"""Before a name that only says whose the speaker is: `said a spokesman for Ada Venn`."""
_UNFINISHED = re.compile(r"\s(?:is|are|was|were|be|been|has|have|had|not|never|only)$")
"""What ends so is no role but a clause: `Ada Venn was asked`."""
_ARTICLES = frozenset(["The", "A", "An"])
"""Before `U.S.`, which is no name here, they stand alone."""
_LONGEST = 60
"""Characters of a speaker: a longer match is no name but a clause."""
_MOST_SENTENCES = 60
"""Of a quotation, before a sentence and behind it: a mark that nobody shuts quotes half an article."""
_SHORT = 12
"""Characters that hold a preposition and an article."""


def speaker(sentences: Sequence[Sentence], inside: Sequence[bool], index: int) -> tuple[str, int] | None:
    """Name or role of the speaker of sentence `index` and the number of the sentence that gives it, or None.

    `inside[i]` tells whether sentence i begins inside a quotation. The name is looked for where the quotation
    opens, where it closes, and in a sentence that announces it with a colon.
    """
    for at, pattern in _places(sentences, inside, index):
        for name in _named(pattern, sentences[at].text):
            return name, at
    return None


def names_its_speaker(text: str) -> bool:
    """Whether `text`, which is quoted, says behind its quotation who speaks."""
    return _SAYS_WHO.search(text) is not None


def names_in(text: str) -> list[str]:
    """The names that speak in `text`, a sentence that quotes nobody at length, each once."""
    return list(dict.fromkeys([*_named(_BEFORE, text), *_named(_APART, text)]))


def _named(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text) if pattern is _OPENS or holds_any(text, _SPOKEN) else ():
        name = found[1]
        whole = pattern is not _APART or " " in name
        known = name not in _ARTICLES and name.split()[0] not in _NOBODY
        speaks = _OF_ANOTHER.search(text[max(0, found.start(1) - _SHORT) : found.start(1)]) is None
        if whole and known and speaks and len(name) <= _LONGEST and _UNFINISHED.search(name) is None:
            yield name


def _places(
    sentences: Sequence[Sentence], inside: Sequence[bool], index: int
) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Sentences that may name the speaker, with how to read each, the likeliest first."""
    first, last = quotation(sentences, inside, index)
    yield from ((first, _BEFORE), (first, _AFTER), (index, _AFTER), (last, _AFTER), (last, _CLOSED))
    if first > 0 and sentences[first - 1].text.endswith(":"):
        yield from ((first - 1, _BEFORE), (first - 1, _ROLE_BEFORE), (first - 1, _OPENS))
    yield first, _APART
    yield first, _ROLE_BEFORE


def quotation(sentences: Sequence[Sentence], inside: Sequence[bool], index: int) -> tuple[int, int]:
    """The first and the last sentence of the quotation in which sentence `index` lies."""
    first, furthest = index, max(0, index - _MOST_SENTENCES)
    while first > furthest and (
        inside[first] or _goes_on(sentences, first) or _is_resumed(sentences, inside, first)
    ):
        first -= 1
    last, furthest = index, min(len(sentences), index + _MOST_SENTENCES) - 1
    while last < furthest and inside[last + 1]:
        last += 1
    return first, last


def _goes_on(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether sentence `index`, a quotation and nothing else, goes on with what the one before it quotes."""
    before, quoted = sentences[index - 1], sentences[index]
    return before.paragraph == quoted.paragraph and before.text[0] in MARKS and is_whole(quoted.text)


def _is_resumed(sentences: Sequence[Sentence], inside: Sequence[bool], index: int) -> bool:
    """Whether a paragraph opens anew the quotation that the one before it leaves open."""
    before, quoted = sentences[index - 1], sentences[index]
    is_next = quoted.paragraph == before.paragraph + 1 and quoted.text[0] in MARKS
    return is_next and is_open_after(before.text, open_before=inside[index - 1])
