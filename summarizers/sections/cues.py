"""Looking cue words up: one pass over the words of a sentence with a dictionary, no regular expression.

A phrase is looked up by the first of its words that is no stop word, and by the word beside that: half of a
text are `the`, `to` and `in`, which begin hundreds of phrases and are asked about none.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from summarizers.sections.inflection import inflect
from summarizers.sections.lexicon import CUES, Cue
from summarizers.text.tokens import STOP_WORDS

NUMBER, ANY = "#", "*"
"""What stands for any number in a phrase, and for any word."""

_LETTERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty"
_SPELLED = frozenset(_LETTERS.split())
"""Numbers in letters: who counts votes writes few others so."""

NAMES = tuple(cue.name for cue in CUES)


Hit: TypeAlias = tuple[str, int, bool]
"""A cue: its class (one of `NAMES`), the number of its word, and whether that is a past form.

A bare tuple: a sentence has six, and one with names takes three times as long to make.
"""


class _Phrase(NamedTuple):
    """The words of a phrase, in one form of the first; `past` if that is a past form."""

    words: list[str]
    past: bool


def _phrases(cue: Cue) -> list[_Phrase]:
    """The phrases of `cue`, the marked ones in each form of their first word."""
    spelled = []
    for phrase in filter(None, map(str.strip, cue.phrases.splitlines())):
        head, *tail = phrase.removeprefix("~").split()
        heads = inflect(head) if phrase.startswith("~") else (head,)
        past = {*heads[2:3], *heads[4:]}
        spelled += [_Phrase([form, *tail], form in past) for form in dict.fromkeys(heads)]
    return spelled


def _past(cue: Cue) -> set[str]:
    """The single words of `cue` that are past forms."""
    forms = (inflect(verb) for verb in cue.verbs.split())
    return {form for one in forms for form in (one[2], *one[4:])} | set(cue.past.split())


def _single(cue: Cue) -> set[str]:
    """The single words of `cue`, inflected."""
    forms = {form for verb in cue.verbs.split() for form in inflect(verb)} | _past(cue)
    return forms | set(cue.words.split()) | {one.words[0] for one in _phrases(cue) if len(one.words) == 1}


_Classes: TypeAlias = list[tuple[str, bool]]
_Whole: TypeAlias = tuple[str, list[str], int, bool]
"""Class, words, the number among these of that by which a phrase is looked up, and its `past`."""
_Beside: TypeAlias = dict[str, list[_Whole]]


def _is_open(word: str) -> bool:
    return word in (NUMBER, ANY)


def _place(words: list[str]) -> int:
    """The number of the word by which a phrase is looked up: its first that is no stop word, or its first."""
    told = (at for at, word in enumerate(words) if word not in STOP_WORDS and not _is_open(word))
    return next(told, 0)


class _Counted(NamedTuple):
    """A phrase that holds numbers or any word; `other`, a plain word, stands at `beside` from its own word.

    There is no such word where its other words are numbers only.
    """

    phrase: _Whole
    beside: int
    other: str | None

    def hit(self, number: int) -> Hit:
        """The cue where its own word has this `number`."""
        kind, _, own, past = self.phrase
        return kind, number - own, past

    def stands(self, words: list[str], number: int) -> bool:
        """Whether the phrase stands in `words` around its own word, which has this `number`."""
        _, wanted, at, _ = self.phrase
        start = number - at
        if start < 0 or start + len(wanted) > len(words):
            return False
        if self.other is not None and words[number + self.beside] != self.other:
            return False
        return all(map(_is_word, words[start : start + len(wanted)], wanted))


def _is_word(word: str, wanted: str) -> bool:
    """Whether `word` is the one `wanted`: `NUMBER` is any number, `ANY` any word."""
    return wanted in (word, ANY) or (wanted == NUMBER and (word[0].isdigit() or word in _SPELLED))


def _counted(phrase: _Whole) -> _Counted:
    _, words, own, _ = phrase
    plain = ((at - own, word) for at, word in enumerate(words) if at != own and not _is_open(word))
    return _Counted(phrase, *next(plain, (0, None)))


_Entry: TypeAlias = tuple[_Classes | None, _Beside | None, _Beside | None, list[_Counted] | None]
"""What one word may be: classes with their `past`, and the phrases that are looked up by it; None where none.

First those that it begins, by their second word, then those in which it stands behind another, by that
one, since few words of a phrase stand beside another of it; those that hold numbers or any word stand last.
A bare tuple: a fifth of the words of a text are one.
"""
_Listed: TypeAlias = tuple[_Classes, _Beside, _Beside, list[_Counted]]


def _index() -> dict[str, _Entry]:
    """The entry of every word that is a cue or by which one is looked up."""
    entries = defaultdict[str, _Listed](lambda: ([], {}, {}, []))
    for cue in CUES:
        ended = _past(cue)
        for word in sorted(_single(cue)):
            entries[word][0].append((cue.name, word in ended))
        for words, past in _phrases(cue):
            if len(words) > 1:
                place = _place(words)
                _list(entries[words[place]], (cue.name, words, place, past))
    return {
        word: (classes or None, begun or None, led or None, counted or None)
        for word, (classes, begun, led, counted) in entries.items()
    }


def _list(entry: _Listed, phrase: _Whole) -> None:
    """Add `phrase` to the entry of the word by which it is looked up."""
    _, words, own, _ = phrase
    if any(map(_is_open, words)):
        entry[3].append(_counted(phrase))
    elif own:
        entry[2].setdefault(words[own - 1], []).append(phrase)
    else:
        entry[1].setdefault(words[1], []).append(phrase)


_ENTRIES = _index()
_is_entry = _ENTRIES.__contains__
_WIDEST = max(abs(one.beside) for *_, counted in _ENTRIES.values() for one in counted or ())
"""Words between a phrase's own word and the plain one that is asked for first, that one counted."""

_FEW = 2
"""So many phrases are tried one by one."""

_WORD = itemgetter(1)


def _standing(phrases: list[_Whole], words: list[str], number: int) -> list[Hit]:
    """Those of `phrases` that stand in `words` whole, around word `number`.

    Of one that would begin before the first word a slice from there is never as long.
    """
    return [
        (kind, number - own, past)
        for kind, whole, own, past in phrases
        if words[number - own : number - own + len(whole)] == whole
    ]


def _counted_in(words: list[str], number: int, phrases: list[_Counted]) -> list[Hit]:
    """The same of phrases that hold numbers or any word; of many no plain word stands near."""
    if len(phrases) > _FEW:
        near = {None, *words[max(number - _WIDEST, 0) : number + _WIDEST + 1]}
        phrases = [one for one in phrases if one.other in near]
    return [one.hit(number) for one in phrases if one.stands(words, number)]


def find(words: list[str]) -> list[Hit]:
    """Every cue in `words` (lower-case), in order of position; one word may carry several classes."""
    hits: list[Hit] = []
    late: list[Hit] = []
    last = len(words) - 1
    for number in compress(count(), map(_is_entry, words)):
        classes, begun, led, counted = _ENTRIES[words[number]]
        if classes is not None:
            for kind, past in classes:
                hits.append((kind, number, past))
        if begun is not None and number < last and words[number + 1] in begun:
            hits += _standing(begun[words[number + 1]], words, number)
        if led is not None and words[number - 1] in led:
            late += _standing(led[words[number - 1]], words, number)
        if counted is not None:
            late += _counted_in(words, number, counted)
    return sorted(hits + late, key=_WORD) if late else hits
