"""A text as the guard reads it: words with their place, clause and what they can be compared by."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from summarizers.grounding.lexicon import ALIKE, BREAKS, CALENDAR, FAINT, IRREGULAR, TELLING
from summarizers.text.remembered import Remembered
from summarizers.text.tokens import STOP_WORDS, stem

TEXTS_KEPT: Final = 1 << 6
"""Texts of which something is remembered: a bullet is held against its sentences in one go, and what is kept
for longer only burdens the garbage collector (thousands of texts took a quarter of the speed)."""


def _pieces(letter: str) -> re.Pattern[str]:
    """Words of such letters, and the marks between them."""
    return re.compile(
        rf"\((?P<short>[A-Z]{{2,8}})\)|(?P<word>{letter}\.(?:{letter}\.)+|{letter}+(?:['’]{letter}+)?)"
        r"|(?P<stop>[.!?…]+(?!\d))|(?P<mark>,(?!\d)|[;:()\[\]“”\"—–])"
    )


_PIECE: Final = _pieces(r"[^\W\d_]")
_ASCII_PIECE: Final = _pieces("[A-Za-z]")
"""The same of a text in ASCII, which most are; it reads twice as fast."""
_LETTERS: Final = re.compile(r"[a-z]+")
_SENTENCE: Final = attrgetter("sentence")
_QUOTES_NEXT: Final = re.compile(r":\s[“\"]")
"""After the colon behind a speaker a sentence of theirs begins."""

_PREFIX: Final = 5
"""Letters that two long words must share from the start to count as forms of one (`negotiate`, `-or`)."""

_BASE_LETTERS: Final = 3
_CUTS: Final = frozenset({"stop", "mark"})
_AFTER_STOP: Final = frozenset({"", " ", "\n", '"', "”"})
_EMPTY: Final = STOP_WORDS | TELLING | FAINT


class Word(NamedTuple):
    """One word: as written, lower-cased, its comparison key, its clause and sentence, if it opens that.

    `counts` tells whether it carries meaning that a rewrite must have from its evidence. `name` tells whether
    it is written as a name; one that opens a sentence only if it is all in capitals. `capital` is also one
    that opens a sentence and cannot be told from a name.
    """

    surface: str
    low: str
    key: str
    clause: int
    sentence: int
    first: bool
    start: int
    counts: bool
    name: bool
    capital: bool


_word: Final = partial(tuple.__new__, Word)
"""A `Word` of a tuple of its fields: the constructor of a named tuple is a Python function, which takes twice
as long, and words are most of what is made here."""


class _Form(NamedTuple):
    """What a word is wherever it stands, and whether it is a name `inside` a sentence and `opening` one."""

    low: str
    key: str
    breaks: bool
    counts: bool
    inside: bool
    opening: bool
    capital: bool


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """What forms of one word have in common; words of one group of `ALIKE` share a key as well."""
    base = IRREGULAR.get(word, word)
    root = _undoubled(stem(base.removesuffix("'s").removesuffix("'")))
    return _GROUPS.get(root, root)


def _undoubled(root: str) -> str:
    """`plann` as `plan`, `ratifi` as `ratify`."""
    if root.endswith("i") and len(root) > _BASE_LETTERS:
        return root[:-1] + "y"
    double = len(root) > _BASE_LETTERS and root[-1] == root[-2] and root[-1] not in "seioua"
    return root[:-1] if double else root


_GROUPS: Final[dict[str, str]] = {}
for _group in ALIKE:
    _roots = [_undoubled(stem(word)) for word in _group.split()]
    _GROUPS.update(dict.fromkeys(_roots, _roots[0]))


@lru_cache(maxsize=TEXTS_KEPT)
def read(text: str) -> tuple[Word, ...]:
    """The words of `text` in order."""
    return tuple(_words(text.replace("’", "'")))


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    clause = sentence = 0
    first = True
    for piece in (_ASCII_PIECE if text.isascii() else _PIECE).finditer(text):
        sort = piece.lastgroup or ""
        if sort in _CUTS:
            clause += 1
            ends = sort == "stop" and text[piece.end() : piece.end() + 1] in _AFTER_STOP
            sentence += ends
            first = first or ends or (piece[0] == ":" and _QUOTES_NEXT.match(text, piece.start()) is not None)
            continue
        surface = piece[sort]
        low, own, breaks, counts, inside, opening, capital = _FORMS[surface]
        clause += breaks
        name, capital = (opening, capital) if first else (inside, inside)
        found.append(
            _word((surface, low, own, clause, sentence, first, piece.start(sort), counts, name, capital))
        )
        first = False
    return found


def _form(surface: str) -> _Form:
    low = surface.lower().replace(".", "")
    counts, upper = low not in _EMPTY, surface[0].isupper()
    if low in STOP_WORDS or low in CALENDAR:
        inside = opening = surface in {"US", "IT", "WHO"} or (surface.startswith("U.S") and low == "us")
    else:
        inside, opening = upper, upper and surface.isupper()
    return _Form(low, key(low), low in BREAKS, counts, inside, opening, opening or (upper and counts))


_FORMS: Final = Remembered(_form, 1 << 15)


@lru_cache(maxsize=TEXTS_KEPT)
def prefixes(text: str) -> frozenset[str]:
    """The first letters of the longer keys of `text`."""
    return frozenset(word.key[:_PREFIX] for word in read(text) if len(word.key) >= _PREFIX)


@lru_cache(maxsize=TEXTS_KEPT)
def keys(text: str) -> frozenset[str]:
    """All keys of `text`."""
    return frozenset([word.key for word in read(text)])


@lru_cache(maxsize=TEXTS_KEPT)
def lows(text: str) -> frozenset[str]:
    """All words of `text`, lower-cased."""
    return frozenset([word.low for word in read(text)])


def supported(word: Word, evidence: str) -> bool:
    """Whether `evidence` holds the word in some form."""
    own = word.key
    return own in keys(evidence) or own[:_PREFIX] in prefixes(evidence)


_NO_WORDS: Final = frozenset[Word]()


def strange(text: str, evidence: str) -> frozenset[Word]:
    """The words of meaning in `text` that are not `supported`."""
    known = keys(evidence)
    if keys(text) <= known:
        return _NO_WORDS
    begun = prefixes(evidence)
    return frozenset(
        [
            word
            for word in read(text)
            if word.counts and word.key not in known and word.key[:_PREFIX] not in begun
        ]
    )


@lru_cache(maxsize=TEXTS_KEPT)
def clauses(text: str) -> tuple[tuple[Word, ...], ...]:
    """The words of `text` clause by clause, none empty."""
    words = read(text)
    cuts = [
        0,
        *(at + 1 for at, (one, two) in enumerate(pairwise(words)) if one.clause != two.clause),
        len(words),
    ]
    return tuple(words[start:end] for start, end in pairwise(cuts) if start < end)


@lru_cache(maxsize=TEXTS_KEPT)
def sentences(text: str) -> tuple[tuple[Word, ...], ...]:
    """The words of `text` sentence by sentence, none empty."""
    return tuple(tuple(words) for _, words in groupby(read(text), key=_SENTENCE))


@lru_cache(maxsize=TEXTS_KEPT)
def letters(text: str) -> frozenset[str]:
    """The runs of ASCII letters in `text`, lower-cased: what a pattern needs is looked for there first."""
    return frozenset(_LETTERS.findall(text.lower()))
