"""Short forms and what they stand for: "CEO" and "chief executive", "UK" and "Britain"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizers.text.tokens import STOP_WORDS, words

_GROUPS = """
ceo: chief executive
cfo: chief financial officer, finance chief
coo: chief operating officer
pm: prime minister, premier
mp: member of parliament
gdp: gross domestic product
uk: united kingdom, britain
usa: united states
un: united nations
eu: european union
ecb: european central bank
imf: international monetary fund
nhs: national health service
fbi: federal bureau of investigation
phd: doctorate
vat: value added tax
ai: artificial intelligence
ev: electric vehicle, electric car
"""

_STATES = re.compile(r"\bUS(?:A\b|\b)|\bU\. ?S\.(?: ?A\.)?")
"""In capitals alone: "us" are we."""

_DOTTED = re.compile(r"\b(?:U\. ?K\.|U\. ?N\.|E\. ?U\.|Ph\. ?D\.)")
_HOUR = "pm"
"""It stands behind a number."""

_NAMED = re.compile(
    r"(?<=[^\W_] )[A-Z][a-z]{1,2}\b|\b[A-Z][a-z]+-[A-Za-z][a-z]{1,2}\b|\b[Pp]remier(?= [Ll]eague\b)"
)
"""What is written so within a text is no short form, as in "Kim Jong Un", "Jong-un" and "Ai Weiwei"."""

Form = tuple[str, ...]
"""The words of a form in the singular."""


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("s")


def _grouped() -> Iterator[tuple[Form, tuple[Form, ...]]]:
    for line in _GROUPS.strip().splitlines():
        forms = [tuple(words(form)) for form in line.replace(":", ",").split(",")]
        for form in forms:
            yield tuple(map(_bare, form)), tuple(other for other in forms if other != form)


_OTHERS = dict(_grouped())
"""The other forms of each."""

_SHORT = frozenset((*(line.partition(":")[0] for line in _GROUPS.strip().splitlines()), "premier"))
"""Forms of one word that names may hold as well."""

_BEGUN: dict[str, list[Form]] = {}
for _form in sorted(_OTHERS, key=len, reverse=True):
    _BEGUN.setdefault(_form[0], []).append(_form)
_STARTS = frozenset((*_BEGUN, *(f"{word}s" for word in _BEGUN), *(f"{word}'s" for word in _BEGUN)))


def spelled_out(text: str) -> str:
    """The text with "US" and dotted letters as words of their own."""
    if "U" in text:
        text = _STATES.sub("USA ", text)
    return _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)


def spoken(text: str) -> list[str]:
    """The words of a text, each form that has others followed by the words of these."""
    said = words(spelled_out(text))
    if _STARTS.isdisjoint(said):
        return said
    told, done = list[str](), 0
    for start, end in _found(said, text):
        told += [*said[done:end], *_other_words(said[start:end])]
        done = end
    return [*told, *said[done:]]


def instead(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a text that make forms which have others, and those of the others that carry meaning."""
    said = words(spelled_out(text))
    forms = [said[start:end] for start, end in _found(said, text)]
    others = dict.fromkeys(word for form in forms for word in _other_words(form))
    made = frozenset(word.removesuffix("'s") for form in forms for word in form)
    return made, tuple(word for word in others if word not in STOP_WORDS)


def forms_of(text: str) -> tuple[str, ...]:
    """A form itself and what it stands for, or the other way round: `ceo`, `chief executive`."""
    others = _OTHERS.get(tuple(map(_bare, words(text))), ())
    return (text, *(" ".join(other) for other in others))


def _named(text: str) -> frozenset[str]:
    """The words of a text that are part of a name, though short forms are spelled like them."""
    last = (one.lower().rpartition("-")[2] for one in _NAMED.findall(text))
    return frozenset(word for word in last if word in _SHORT)


def _other_words(form: Sequence[str]) -> list[str]:
    return [word for other in _OTHERS[tuple(map(_bare, form))] for word in other]


def _found(said: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Where forms stand, in order and apart."""
    bare, done = tuple(map(_bare, said)), 0
    named = frozenset[str]() if _SHORT.isdisjoint(bare) else _named(text)
    for start, word in enumerate(bare):
        if start < done or word in named or (word == _HOUR and start and bare[start - 1][0].isdigit()):
            continue
        for form in _BEGUN.get(word, ()):
            if bare[start : start + len(form)] == form:
                done = start + len(form)
                yield start, done
                break
