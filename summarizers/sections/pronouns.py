"""Who `he`, `they` or `the two sides` are: names in the sentences just before, where one reading is open.

English only, and deliberately narrow: the antecedent is the subject or the speaker of a near sentence, a
person's full or titled name, or the only pair of names that an `and` joins there. `It` is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.types import Sentence

_BACK: Final = 3
"""Sentences back that may name whom a pronoun means."""

_WORD: Final = r"[A-Z][\w’'-]*\w"
_NAME: Final = rf"(?:{_WORD}(?:\s(?:(?:de|von|van|der|al|bin|da)\s)?{_WORD}){{0,4}})"
_SAY: Final = (
    r"(?:said|says|told|wrote|tweeted|added|argued|warned|announced|declared|insisted|replied|claimed)"
)
_SUBJECT: Final = re.compile(
    rf"^(?:(?:On|In|At|After|Late|Early)\s[^,“”\"]{{2,40}},\s)?(?:[Tt]he\s|An?\s)?(?:[A-Z][a-z]+\s(?=[a-z]+\s[A-Z]))?(?:[a-z][\w’'-]*\s){{0,4}}"
    rf"({_NAME})(?:,\s[^,“”\"]{{2,80}},)?\s(?=[a-z])"
)
_SPEAKER: Final = re.compile(rf"(?:[”\"],?\s{_SAY}\s(?:[a-z][\w’'-]*\s){{0,4}}({_NAME})|({_NAME})\s{_SAY}\b)")
_PAIR: Final = re.compile(rf"\b({_WORD}(?:\s{_WORD})?)\sand\s({_WORD}(?:\s{_WORD})?)(?![\w’'])")
_TITLES: Final = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|President|Prime|Premier"
    r"|Chancellor|Minister|Secretary|Senator|Sen|Rep|Governor|Gov|Mayor|Judge"
    r"|Justice|King|Queen|Pope|General|Gen|Sir|Ambassador|Speaker|Chief|Chairman|Attorney)\b\.?\s"
)
_BODIES: Final = re.compile(
    r"\b(?:Union|Party|Council|Court|Bank|Group|Inc|Corp|Co|Company"
    r"|Ministry|Department|Agency|House|Senate|Parliament"
    r"|Commission|Committee|Association|Times|News|University|States|Kingdom|Korea|Kong|Office"
    r"|Board|Authority|Nations"
    r"|Federation|Alliance|Airlines?|Motors?|Republic|Street|City|Post|Press|Service|Bureau|Force|Army|Police|Congress"
    r"|Embassy|Democrats?|Republicans?)\.?$"
)
_NO_NAME: Final = re.compile(
    r"^(?:He|She|They|It|This|That|These|Those|The|But|And|In|On|At|As|If|When|While|After|Before|Both|Its|His"
    r"|Her|Their|There|We|You|I|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|A|An|Also|However|Meanwhile|Earlier|Later|Yesterday"
    r"|Today)\b"
)
_PERSON: Final = re.compile(rf"^(He|She|His|Her)(?=\s[a-z])|(?<=[”\"]\s)(he|she)(?=\s{_SAY}\b)")
_SIDES: Final = re.compile(
    r"\b([Tt]he (?:two|2) (?:sides|countries|nations|governments|companies|parties|neighbou?rs|powers|firms))"
    r"\b"
    r"(?![’']|\sof)"
    r"|\b([Bb]oth (?:sides|countries|nations|governments|companies|parties))\b(?![’']|\sof)"
    r"|^(They)(?=\s[a-z])"
)


def resolved(sentences: Sequence[Sentence], index: int, text: str) -> tuple[str, int] | None:
    """`text`, a bullet on sentence `index`, with a name for its pronoun, and the sentence that names it.

    None where it has no such pronoun, or no name is sure.
    """
    person = _PERSON.search(text)
    if person is not None:
        return _with(text, person, _person(sentences, index))
    sides = _SIDES.search(text)
    return _with(text, sides, _pair(sentences, index, text)) if sides is not None else None


def _with(text: str, match: re.Match[str], found: tuple[str, int] | None) -> tuple[str, int] | None:
    """`text` with the name that was found in place of the pronoun."""
    if found is None:
        return None
    name, at = found
    possessive = match[0] in {"His", "Her"}
    shown = name + (("'" if name.endswith("s") else "'s") if possessive else "")
    return text[: match.start()] + shown + text[match.end() :], at


def _before(sentences: Sequence[Sentence], index: int) -> Iterator[tuple[int, str]]:
    """The sentences before, the nearest first."""
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        yield at, sentences[at].text


def _person(sentences: Sequence[Sentence], index: int) -> tuple[str, int] | None:
    """The person who is the subject or the speaker of the nearest sentence that has one."""
    for at, text in _before(sentences, index):
        known = " ".join(sentence.text for sentence in sentences[: at + 1])
        names = {name for name in _people(text) if _is_person(name) or _is_surname(name, text, known)}
        if names:
            return (names.pop(), at) if len(names) == 1 else None
        if not text.startswith(("He ", "She ", "His ", "Her ", '"', "“")):
            return None
    return None


def _people(text: str) -> Iterator[str]:
    subject = _SUBJECT.match(text)
    if subject is not None:
        yield subject[1]
    for match in _SPEAKER.finditer(text):
        yield match[1] or match[2]


def _is_person(name: str) -> bool:
    """Whether a name is a person's: titled, or of two words and no body's."""
    if _NO_NAME.match(name) is not None or _BODIES.search(name) is not None:
        return False
    return _TITLES.match(name) is not None or " " in name


def _is_surname(name: str, text: str, known: str) -> bool:
    """Whether one word, whose bearer speaks in `text`, ends a full name in what was `known` by then."""
    if " " in name or _NO_NAME.match(name) is not None or _BODIES.search(name) is not None:
        return False
    speaks = re.search(rf"\b{re.escape(name)}\s(?:also\s|then\s)?{_SAY}\b", text)
    return speaks is not None and re.search(rf"\b{_WORD}\s{re.escape(name)}\b", known) is not None


def _pair(sentences: Sequence[Sentence], index: int, text: str) -> tuple[str, int] | None:
    """The only pair of names in the nearest sentence that has one, unless the bullet names any of them."""
    for at, before in _before(sentences, index):
        pairs = {
            (one, other)
            for one, other in _PAIR.findall(before)
            if not _NO_NAME.match(one) and not _NO_NAME.match(other)
        }
        if len(pairs) == 1:
            one, other = pairs.pop()
            return None if one in text or other in text else (f"{one} and {other}", at)
        if pairs:
            return None
    return None
