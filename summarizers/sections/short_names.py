"""Whom a short form means: `the union` after `the Allied Quayworkers’ Union`, `the president` after his name.

A short form stands for the only name in the sentences before that ends with its noun, or that its title or a
country introduces, if the noun is used of nothing else there. Otherwise the text stays.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from summarizers.text.holding import holds_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.text.sentence import Sentence

_WORD: Final = r"[A-Z][\w’'-]*\w"
_BODY: Final = (
    "union party council court commission committee authority agency department board bureau bank"
    " association federation institute alliance parliament assembly senate congress tribunal"
    " league coalition bloc exchange chamber corporation university airline foundation"
)
_ACT: Final = {
    "bill": "Bill|Act",
    "law": "Act|Law",
    "act": "Act",
    "measure": "Bill|Act|Measure",
    "legislation": "Bill|Act",
    "statute": "Act|Statute",
    "agreement": "Agreement|Accord|Treaty|Pact",
    "treaty": "Treaty|Convention|Pact",
    "accord": "Accord|Agreement",
    "pact": "Pact|Agreement|Treaty",
    "convention": "Convention",
}
_RULING: Final = ("government", "administration", "ministry", "cabinet", "military", "army", "police")
_TITLES: Final = (
    "prime minister|president|chancellor|premier|governor|mayor|attorney general|solicitor general"
    "|majority leader|minority leader|secretary of state|foreign minister|finance minister|trade minister"
    "|speaker|judge|king|queen|pope"
)
_ENDINGS: Final = {**{noun: noun.capitalize() for noun in _BODY.split()}, **_ACT}
_NOUNS: Final = "|".join([*_ENDINGS, *_RULING])
_GOES_ON: Final = (
    rf"(?=(?:[’']s)?\s(?!(?:of|for|on|between|to|that|in|with|at)\b|and\s(?!the\s(?:{_NOUNS})\b)))"
)
_SHORT: Final = re.compile(rf"^[Tt]h(?:e|is|at)\s(?:({_NOUNS})|({_TITLES})){_GOES_ON}")
_SECOND: Final = re.compile(rf"\sand\sthe\s(?:({_NOUNS})|($.)){_GOES_ON}")
_BACK: Final = 12
"""Sentences back among which the full name is looked for: further back a reader has forgotten it too."""

_LONGEST: Final = 60
_LONGEST_READ: Final = 2000
"""Characters of a sentence that are looked into: a text without an end names nobody."""

_NO_DAY: Final = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber)"
)
_LEADING: Final = re.compile(
    r"^(?:(?:The|A|An|In|On|At|By|For|From|But|And|While|When|As|After|Before|Its|Their|His|Her|That|This"
    r"|Under|With|Yesterday|Today|Meanwhile|Both|If|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s)+"
)
_BELOW: Final = frozenset({"vice", "deputy", "assistant"})
_OTHERS: Final = frozenset({"former", "ex", "then", "late", "acting"})
_STEM: Final = 4
"""Letters that a country shares with its people: `Sarrane`, `Sarranian`."""


def spelled_out(sentences: Sequence[Sentence], index: int, text: str) -> tuple[str, int] | None:
    """`text`, a bullet on sentence `index`, with the full name for the short form that it opens with.

    Beside it the number of the sentence, before `index`, that gives the name. None where there is no such
    short form, or not exactly one name for it. Of `the government and the council` either both are named, by
    one sentence, or neither.
    """
    short = _SHORT.match(text)
    if short is None:
        return None
    found = _meant(sentences, index, short)
    second = _SECOND.match(text, short.end())
    if found is None or second is None:
        return None if found is None else (found[0] + text[short.end() :], found[1])
    other = _meant(sentences, index, second)
    if other is None or other[1] != found[1]:
        return None
    return f"{found[0]} and t{other[0][1:]}{text[second.end() :]}", found[1]


def _meant(sentences: Sequence[Sentence], index: int, short: re.Match[str]) -> tuple[str, int] | None:
    before = [(one.index, one.text[:_LONGEST_READ]) for one in sentences[max(0, index - _BACK) : index]]
    noun = short[1] or short[2]
    if _used_otherwise(noun, [told for _, told in before]):
        return None
    return _bearer(noun, before) if short[2] else _name(noun, before)


def _used_otherwise(noun: str, texts: Sequence[str]) -> bool:
    """Whether `noun`, in small letters, stands for anything that is not simply `the` one."""
    return any(map(_otherwise(noun).search, [text for text in texts if noun in text]))


@cache
def _otherwise(noun: str) -> re.Pattern[str]:
    if noun in _RULING:
        return re.compile(rf"\b(?:an?|both|two|another|local|regional|state)\s{noun}s?\b|\b{noun}s\b")
    return re.compile(rf"(?<!\b[Tt]he )(?<!\b[Tt]his )(?<!\b[Tt]hat )\b{noun}\b|\b{noun}s\b|\b{noun}\sof\b")


Before = list[tuple[int, str]]


def _name(noun: str, before: Before) -> tuple[str, int] | None:
    """The only body or act of which `noun` is the short form, with its article."""
    pattern = _ruling(noun) if noun in _RULING else _body(_ENDINGS[noun])
    last = (noun,) if noun in _RULING else _ENDINGS[noun].split("|")
    found: dict[str, int] = {}
    for at, text in before:
        for match in pattern.finditer(text) if holds_any(text, last) else ():
            name = _LEADING.sub("", next(filter(None, match.groups())))
            if " " in name and len(name) <= _LONGEST:
                found.setdefault(name, at)
    if noun in _RULING:
        return _of_one_country({name: at for name, at in found.items() if _COUNTRY.search(name)}, noun)
    if not found:
        return None
    shortest = min(found, key=len)
    longest = max(found, key=len)
    return (f"The {longest}", found[longest]) if all(one.endswith(shortest) for one in found) else None


@cache
def _body(endings: str) -> re.Pattern[str]:
    """Names that end with one of `endings`, or begin with it and go on with `of`, `for` or `on`."""
    on = rf"\s(?:of|for|on)\s(?:the\s)?{_NO_DAY}"
    return re.compile(
        rf"(?<![\w’'-])((?:{_WORD}[’']?\s){{1,6}}(?:{endings}))\b(?![’'-]?\w|{on}|\s{_WORD})"
        rf"|(?<![\w’'-])((?:{_WORD}\s){{0,3}}(?:{endings}){on}{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}})"
    )


@cache
def _ruling(noun: str) -> re.Pattern[str]:
    """A country's or a leader's `noun`."""
    named = rf"(?!(?:The|An?|This|That|Its|Their|Both)\b){_WORD}"
    return re.compile(
        rf"(?<![\w’'-])((?:{named}\s){{0,2}}{named}(?:[’']s?)?\s(?:[a-z]+\s)?{noun})\b"
        rf"|\b({noun}\sof\s{_WORD}(?:\s{_WORD}){{0,2}})"
    )


def _of_one_country(found: dict[str, int], noun: str) -> tuple[str, int] | None:
    """The first of `found`, names with a country, if all name the same one."""
    countries = {_COUNTRY.findall(name)[-1][:_STEM] for name in found}
    if len(countries) != 1:
        return None
    name = next(iter(found))
    owned = re.search(rf"[’']s?\s(?:[a-z]+\s)?{noun}$", name) is not None
    return name if owned else f"The {name}", found[name]


_COUNTRY: Final = re.compile(r"[A-Z][\w-]+")


@cache
def _introduced(title: str) -> re.Pattern[str]:
    """A person behind a title, and the word before that."""
    return re.compile(
        rf"(?<![\w’'])(?:(\w+)[\s-])?({title}\s({_WORD}(?:\s(?:(?:de|von|van|der|al|bin|da)\s)?{_WORD}){{0,2}}))"
    )


def _bearer(title: str, before: Before) -> tuple[str, int] | None:
    """The only person whom `title` introduces, with it, unless a former or deputy one is named too."""
    shown = title.title().replace(" Of ", " of ")
    pattern = _introduced(shown)
    found: dict[str, tuple[str, int]] = {}
    for at, text in before:
        for match in pattern.finditer(text) if shown in text else ():
            if (match[1] or "").lower() in _OTHERS:
                return None
            if (match[1] or "").lower() in _BELOW:
                continue
            name = re.sub(r"[’']s?$", "", match[2])
            known = found.get(name.split()[-1])
            if known is None or len(name) > len(known[0]):
                found[name.split()[-1]] = name, at
    return next(iter(found.values())) if len(found) == 1 else None
