"""Who `he`, `they` or `the two sides` are: names in the sentences just before, where one reading is open.

English only, and deliberately narrow: the antecedent is the subject or the speaker of a near sentence, a
person's full or titled name, or the only pair of names that an `and` joins there. `It` and `its` are left
alone but where they speak (`it added`) or have a leader (`its president`): these are the body named last.
What begins or ends is a thing (`summarizers.sections.things`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summarizers.sections.things import IT_LASTS, thing
from summarizers.text.holding import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.text.sentence import Sentence

_BACK: Final = 5
"""Sentences back that may name a person whom a pronoun means."""

_PAIR_BACK: Final = 3
"""The same for two sides."""

_LONGEST_READ: Final = 2000
"""Characters of a sentence that are looked into."""

_LEAD: Final = 2
"""Sentences at the head of an article that name the two sides of whatever it tells."""

_WORD: Final = r"[A-Z](?>[\w’'-]*\w)"
_NAME: Final = rf"(?:{_WORD}(?:\s(?:(?:de|von|van|der|al|bin|da)\s)?{_WORD}){{0,4}})"
_SAY: Final = (
    r"(?:said|says|told|wrote|tweeted|added|argued|warned|announced|declared|insisted|replied|claimed|ruled|noted"
    r"|stated|called|urged|acknowledged|explained|confirmed)"
)
_SHORT_TITLE: Final = r"(?:(?:Rep|Sen|Gov|Gen|Lt|Col|Sgt|Prof|Dr|Mr|Mrs|Ms|Rev)\.\s){0,2}"
_SUBJECT: Final = re.compile(
    rf"^(?:(?:On|In|At|After|Late|Early)\s[^,“”\"]{{2,40}},\s)?(?:[Tt]he\s|An?\s)?(?:[A-Z][a-z]+\s(?=[a-z]+\s[A-Z]))?(?:[a-z][\w’'-]*\s){{0,4}}"
    rf"({_NAME})(?:,\s[^,“”\"]{{2,80}},)?\s(?=[a-z])"
)
_BESIDE: Final = re.compile(rf"(?:and|or)\s({_NAME})")
"""The second of two subjects."""
_OF_ANOTHER: Final = re.compile(r"\b(?:for|to|at|of|in|from|with|by|on|near|nor|against)\s(?:the\s)?$")
"""Before a name that only says whose the speaker is: `said a spokesman for Ada Venn`."""
_SHORT: Final = 12
"""Characters that hold one, and an article."""
_SPEAKER: Final = re.compile(
    rf"(?:[”\"],?\s{_SAY}\s{_SHORT_TITLE}(?:(?:[a-z][\w’'-]*\s){{0,4}}|the\s(?:[a-z][\w’'-]*\s){{1,6}}[a-z][\w’'-]*,\s)({_NAME})"
    rf"|({_NAME})(?:\sof\s{_NAME})?(?:,\s[^,“”\"]{{2,60}},)?\s{_SAY}\b)"
)
_SOMEBODY: Final = re.compile(rf"[”\"],?\s+(?!(?:he|she)\s)(?:[^“”\"]{{0,80}}\s)?{_SAY}\b")
"""Somebody who is no person by name says what is quoted."""

_PARTY: Final = rf"(?:[Tt]he\s(?:[a-z]+\s)?)?{_WORD}(?:\s{_WORD})?"
_PAIR: Final = re.compile(
    rf"(?<!\bof )(?<![\w’'-])((?:[Tt]he\sgovernment\sof\s)?{_PARTY})\sand\s({_PARTY})(?![\w’'])"
)
_ROLE: Final = (
    r"(?:leaders?|president|chair(?:man|woman|person)?|spokes(?:man|woman|person|people)|director|chief|head"
    r"|secretary|general|regional|deputy|lawyers?|members|governor|minister|envoy)"
)
_BODY: Final = re.compile(
    rf"^(?:(?:But|And|Yet)\s)?((?:[Tt]he\s)?(?:{_WORD}[’']?\s){{0,5}}{_WORD})(?:,\s[^“”\"]{{2,90}}?,)?\s(?=[a-z])"
)
_ITS: Final = re.compile(rf"Its(?=\s{_ROLE}\b)|It(?=\s(?:also\s)?{_SAY}\b)")
_TITLES: Final = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|President|Prime|Premier"
    r"|Chancellor|Minister|Secretary|Senator|Sen|Rep|Governor|Gov|Mayor|Judge"
    r"|Justice|King|Queen|Pope|General|Gen|Sir|Ambassador|Speaker|Chief|Chairman|Attorney)\b\.?\s"
)
_WOMEN: Final = re.compile(r"(?:Mrs|Ms|Miss|Queen|Princess|Lady|Dame|Baroness|Duchess)\b")
_MEN: Final = re.compile(r"(?:Mr|King|Prince|Lord|Sir|Baron|Duke|Pope)\b")
_OFFICE: Final = re.compile(
    r"\b(?:Secretary|Minister|President|Chancellor|Governor|Chairman|Ambassador|Speaker)$"
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
    r"^(?:He|She|They|It|This|That|These|Those|The|But|And|In|On|At|As|If|When|While|After|Before|From|By|For|With|Both|Its|His"
    r"|Her|Their|There|We|You|I|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|A|An|Also|However|Meanwhile|Earlier|Later|Yesterday"
    r"|Today|Every|Each|Several|Many|Most|Some|All|No|Not|Nobody|Last|Next|One|Two|Three)\b"
)
_PERSON: Final = re.compile(r"(?:He|She|His|Her)(?=\s[a-z])")
_HE_SAYS: Final = re.compile(rf"h(?<=[”\"]\sh)e(?=\s{_SAY}\b)|s(?<=[”\"]\ss)he(?=\s{_SAY}\b)")
"""Behind a quotation. A letter stands first: what begins with one is found much faster."""

_IT_SAYS: Final = re.compile(rf"it(?<=[”\"]\sit)(?=\s{_SAY}\b)")
_SIDES: Final = re.compile(
    r"(?:^|(?<=\bthat ))(?:"
    r"([Tt]he (?:two|2) (?:sides|countries|nations|governments|neighbou?rs|powers))\b(?![’']|\sof)"
    r"|([Bb]oth (?:sides|countries|nations|governments))\b(?![’']|\sof))"
    r"|^(They)(?=\s[a-z])"
)
_PAIRED: Final = ("two ", "2 ", "oth ", "They")
"""One of these stands in every match of `_SIDES`."""

_OPENING: Final = ("He", "She", "Hi", "It", "They")
"""With one of these opens a bullet with a pronoun for one person or thing, where nothing is quoted."""

_FAR: Final = re.compile(r"\b(?:two|2|[Bb]oth) (?:sides|governments)\b")
"""Sides that may have been named as far back as the head of the article."""


def resolved(sentences: Sequence[Sentence], index: int, text: str) -> tuple[str, int] | None:
    """`text`, a bullet on sentence `index`, with a name for its pronoun, and the sentence that names it.

    None where it has no such pronoun, or no name is sure.
    """
    spoken = '"' in text or "”" in text
    if not spoken and not text.startswith(_OPENING) and not holds_any(text, _PAIRED):
        return None
    person = _PERSON.match(text) or (_HE_SAYS.search(text) if spoken else None)
    if person is not None:
        found = person_before(sentences, index)
        return _with(text, person, found) if found and may_be(person[0], found[0]) else None
    body = _ITS.match(text) or (_IT_SAYS.search(text) if spoken else None)
    if body is not None:
        return _with(text, body, _body(sentences, index))
    lasting = IT_LASTS.match(text)
    if lasting is not None and (found := thing(sentences, index, lasting)) is not None:
        return _with(text, lasting, found)
    sides = _SIDES.search(text) if holds_any(text, _PAIRED) else None
    return _with(text, sides, _pair(sentences, index, text)) if sides is not None else None


def _with(text: str, match: re.Match[str], found: tuple[str, int] | None) -> tuple[str, int] | None:
    """`text` with the name that was found in place of the pronoun."""
    if found is None:
        return None
    name, at = found
    possessive = match[0] in {"His", "Her", "Its"}
    shown = name + (("'" if name.endswith("s") else "'s") if possessive else "")
    shown = shown if match.start() else shown[0].upper() + shown[1:]
    return text[: match.start()] + shown + text[match.end() :], at


def may_be(pronoun: str, name: str) -> bool:
    """Whether the title of `name`, if it tells of a man or a woman, is not against `pronoun`."""
    others = _WOMEN if pronoun.lower() in {"he", "his"} else _MEN
    return others.match(name) is None


def _before(sentences: Sequence[Sentence], index: int, back: int) -> Iterator[tuple[int, str]]:
    """The `back` sentences before, the nearest first."""
    for at in range(index - 1, max(-1, index - 1 - back), -1):
        yield at, sentences[at].text[:_LONGEST_READ]


def person_before(sentences: Sequence[Sentence], index: int) -> tuple[str, int] | None:
    """The person who is the subject or the speaker of the nearest sentence that has one."""
    for at, text in _before(sentences, index, _BACK):
        known = " ".join(sentence.text[:_LONGEST_READ] for sentence in sentences[: at + 1])
        names = {name for name in people_of(text) if _is_person(name) or _is_surname(name, text, known)}
        if names:
            return (names.pop(), at) if len(names) == 1 else None
        if not text.startswith(("He ", "She ", "His ", "Her ", '"', "“")) or _SOMEBODY.search(text):
            return None
    return None


def people_of(text: str) -> Iterator[str]:
    """Whatever has a name and acts or speaks in `text`: persons and bodies."""
    subject = _SUBJECT.match(text)
    if subject is not None and _acts(subject, 1):
        yield subject[1]
        beside = _BESIDE.match(text, subject.end())
        if beside is not None:
            yield beside[1]
    for match in _SPEAKER.finditer(text):
        if _acts(match, match.lastindex or 1):
            yield match[1] or match[2]


def _acts(match: re.Match[str], group: int) -> bool:
    """Whether the name is that of who acts, not of whose lawyer or spokesman does."""
    start = match.start(group)
    return _OF_ANOTHER.search(match.string[max(0, start - _SHORT) : start]) is None


def _is_person(name: str) -> bool:
    """Whether a name is a person's: titled, or of two words and no body's, nor what a person has or is."""
    if _NO_NAME.match(name) is not None or _BODIES.search(name) is not None:
        return False
    if name.endswith(("’s", "'s", "s’", "s'")) or _OFFICE.search(name) is not None:
        return False
    return _TITLES.match(name) is not None or " " in name


def _is_surname(name: str, text: str, known: str) -> bool:
    """Whether one word, whose bearer speaks in `text`, ends a full name in what was `known` by then."""
    if " " in name or _NO_NAME.match(name) is not None or _BODIES.search(name) is not None:
        return False
    acts = re.search(rf"^{re.escape(name)}\s|\b{re.escape(name)}\s(?:also\s|then\s)?{_SAY}\b", text)
    full = re.search(rf"\b{_WORD}\s{re.escape(name)}\b", known)
    return acts is not None and full is not None and _NO_NAME.match(full[0]) is None


def _body(sentences: Sequence[Sentence], index: int) -> tuple[str, int] | None:
    """The body that is the subject, or else the speaker, of the sentence just before."""
    at, text = index - 1, sentences[index - 1].text[:_LONGEST_READ] if index else ""
    subject = _BODY.match(text)
    if subject is not None and _is_body(subject[1]):
        return subject[1], at
    names = {name for name in people_of(text) if _is_body(name)}
    return (names.pop(), at) if len(names) == 1 else None


def _is_body(name: str) -> bool:
    """Whether a name is a body's: it ends as bodies do, has an article, or is an abbreviation."""
    bare = re.sub(r"^[Tt]he\s", "", name)
    if _NO_NAME.match(bare) is not None or _TITLES.match(bare) is not None:
        return False
    return bare != name or bare.isupper() or _BODIES.search(bare) is not None


def _pair(sentences: Sequence[Sentence], index: int, text: str) -> tuple[str, int] | None:
    """The only pair of names in the nearest sentence that has one, unless the bullet names any of them.

    Where no near sentence has one, `the two sides` are the only pair at the head of the article, or the only
    one there that is not of two persons.
    """
    for at, before in _before(sentences, index, _PAIR_BACK):
        pairs = _pairs(before)
        if pairs:
            return _told(pairs, at, text)
    if _FAR.search(text) is None:
        return None
    head = {
        pair: at for at in range(min(_LEAD, index)) for pair in _pairs(sentences[at].text[:_LONGEST_READ])
    }
    several = [pair for pair in head if not all(map(_is_person, pair))] if len(head) > 1 else head
    return _told(set(several), min(map(head.__getitem__, several)), text) if several else None


def _pairs(text: str) -> set[tuple[str, str]]:
    return {
        (one, other)
        for one, other in _PAIR.findall(text)
        if not any(_NO_NAME.match(re.sub(r"^[Tt]he\s(?:[a-z]+\s)?", "", name)) for name in (one, other))
    }


def _told(pairs: set[tuple[str, str]], at: int, text: str) -> tuple[str, int] | None:
    if len(pairs) != 1:
        return None
    one, other = next(iter(pairs))
    return None if one in text or other in text else (f"{one} and {other}", at)
