"""Looking cue words up: one pass over the words of a sentence with a dictionary, no regular expression."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple, TypeAlias

from summarizers.sections.lexicon import CUES, Cue

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


_IRREGULAR = {
    line.split()[0]: tuple(line.split())
    for line in (
        "break breaks broke breaking broken", "bring brings brought bringing",
        "become becomes became becoming", "build builds built building", "buy buys bought buying",
        "cast casts cast casting", "come comes came coming",
        "cry cries cried crying", "dig digs dug digging", "drag drags dragged dragging",
        "do does did doing done", "draw draws drew drawing drawn", "drive drives drove driving driven",
        "fall falls fell falling fallen", "fight fights fought fighting",
        "find finds found finding", "forgive forgives forgave forgiving forgiven", "get gets got getting",
        "give gives gave giving given", "go goes went going gone", "hang hangs hung hanging",
        "freeze freezes froze freezing frozen", "hit hits hit hitting", "hold holds held holding",
        "keep keeps kept keeping", "lay lays laid laying",
        "leave leaves left leaving", "lend lends lent lending", "let lets let letting",
        "lose loses lost losing", "make makes made making",
        "meet meets met meeting", "pay pays paid paying", "put puts put putting",
        "quit quits quit quitting", "repay repays repaid repaying", "run runs ran running",
        "say says said saying",
        "see sees saw seeing seen", "seek seeks sought seeking", "sell sells sold selling",
        "send sends sent sending", "spend spends spent spending",
        "set sets set setting", "shut shuts shut shutting", "shake shakes shook shaking shaken",
        "speak speaks spoke speaking spoken", "spin spins spun spinning", "split splits split splitting",
        "stand stands stood standing",
        "stick sticks stuck sticking", "strike strikes struck striking", "sue sues sued suing",
        "swear swears swore swearing sworn", "take takes took taking taken",
        "tear tears tore tearing torn", "think thinks thought thinking",
        "throw throws threw throwing thrown", "win wins won winning",
        "undertake undertakes undertook undertaking undertaken",
        "withdraw withdraws withdrew withdrawing withdrawn",
        "withhold withholds withheld withholding", "write writes wrote writing written",
    )
}  # fmt: skip
"""Verbs of the lexicon, and first words of its phrases, that no rule inflects."""


def inflect(verb: str) -> tuple[str, ...]:
    """The forms of an English verb: base, -s, past, -ing, and a participle of its own, if it has one.

    A trailing `+` marks a regular verb that doubles its last consonant.
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("+"):
        base = verb[:-1]
        return (base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing")
    if verb.endswith("ee"):
        return (verb, verb + "s", verb + "d", verb + "ing")
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    sibilant = verb.endswith(("s", "x", "z", "ch", "sh"))
    return (verb, verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing")


class _Phrase(NamedTuple):
    """A phrase as words, in one form of its first; `past` if that is a past form."""

    head: str
    tail: list[str]
    past: bool


def _phrases(cue: Cue) -> list[_Phrase]:
    """The phrases of `cue`, the marked ones in each form of their first word."""
    spelled = []
    for phrase in filter(None, map(str.strip, cue.phrases.splitlines())):
        head, *tail = phrase.removeprefix("~").split()
        heads = inflect(head) if phrase.startswith("~") else (head,)
        past = {*heads[2:3], *heads[4:]}
        spelled += [_Phrase(form, tail, form in past) for form in dict.fromkeys(heads)]
    return spelled


def _past(cue: Cue) -> set[str]:
    """The single words of `cue` that are past forms."""
    forms = (inflect(verb) for verb in cue.verbs.split())
    return {form for one in forms for form in (one[2], *one[4:])} | set(cue.past.split())


def _single(cue: Cue) -> set[str]:
    """The single words of `cue`, inflected."""
    forms = {form for verb in cue.verbs.split() for form in inflect(verb)} | _past(cue)
    return forms | set(cue.words.split()) | {one.head for one in _phrases(cue) if not one.tail}


class _Counted(NamedTuple):
    """A phrase that holds numbers or any word; `word`, a plain one of its rest, stands at number `at` of it.

    There is no such word where the rest is numbers only.
    """

    kind: str
    rest: list[str]
    past: bool
    at: int
    word: str | None

    def stands(self, words: list[str], first: int) -> bool:
        """Whether the rest stands in `words` from number `first` on."""
        end = first + len(self.rest)
        if end > len(words) or (self.word is not None and words[first + self.at] != self.word):
            return False
        return all(map(_is_word, words[first:end], self.rest))


def _is_word(word: str, wanted: str) -> bool:
    """Whether `word` is the one `wanted`: `NUMBER` is any number, `ANY` any word."""
    return wanted in (word, ANY) or (wanted == NUMBER and (word[0].isdigit() or word in _SPELLED))


def _counted(kind: str, rest: list[str], *, past: bool) -> _Counted:
    plain = ((at, word) for at, word in enumerate(rest) if word not in (NUMBER, ANY))
    return _Counted(kind, rest, past, *next(plain, (0, None)))


_Classes: TypeAlias = list[tuple[str, bool]]
_Rest: TypeAlias = tuple[str, list[str], bool]
_Phrases: TypeAlias = dict[str, list[_Rest]]
_Entry: TypeAlias = tuple[_Classes | None, _Phrases | None, list[_Counted] | None]
"""What one word may be: classes with their `past`, and the phrases that it begins; None where it is none.

These stand as (class, rest, `past`) by their second word, since few words that begin a phrase go on with
it; those that hold numbers or any word stand last. A bare tuple: every other word of a text is one.
"""


def _index() -> dict[str, _Entry]:
    """The entry of every word that is a cue or begins one."""
    entries = defaultdict[str, tuple[_Classes, _Phrases, list[_Counted]]](lambda: ([], {}, []))
    for cue in CUES:
        ended = _past(cue)
        for word in sorted(_single(cue)):
            entries[word][0].append((cue.name, word in ended))
        for head, tail, past in _phrases(cue):
            _, phrases, counted = entries[head]
            if NUMBER in tail or ANY in tail:
                counted.append(_counted(cue.name, tail, past=past))
            elif tail:
                phrases.setdefault(tail[0], []).append((cue.name, tail, past))
    return {
        word: (classes or None, phrases or None, counted or None)
        for word, (classes, phrases, counted) in entries.items()
    }


_ENTRIES = _index()


def _begun(phrases: list[_Rest], words: list[str], number: int) -> list[Hit]:
    """Those of `phrases` that stand in `words` whole, behind word `number`."""
    return [
        (kind, number, past)
        for kind, rest, past in phrases
        if words[number + 1 : number + 1 + len(rest)] == rest
    ]


def find(words: list[str]) -> list[Hit]:
    """Every cue in `words` (lower-case), in order of position; one word may carry several classes."""
    hits: list[Hit] = []
    follows = [*words[1:], ""]
    for number, entry in enumerate(map(_ENTRIES.get, words)):
        if entry is None:
            continue
        classes, phrases, counted = entry
        if classes is not None:
            for kind, past in classes:
                hits.append((kind, number, past))
        if phrases is not None and follows[number] in phrases:
            hits += _begun(phrases[follows[number]], words, number)
        if counted is not None:
            hits += [(one.kind, number, one.past) for one in counted if one.stands(words, number + 1)]
    return hits
