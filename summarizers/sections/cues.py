"""Looking cue words up: one pass over the words of a sentence with a dictionary, no regular expression."""

from __future__ import annotations

from typing import NamedTuple

from summarizers.sections.lexicon import CUES, Cue

NAMES = tuple(cue.name for cue in CUES)


class Hit(NamedTuple):
    """A cue of class `kind` (one of `NAMES`) at word number `word`; `past` if the word is a past form."""

    kind: str
    word: int
    past: bool = False


def inflect(verb: str) -> tuple[str, ...]:
    """The regular forms of an English verb; a trailing `+` marks one that doubles its last consonant."""
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


def _phrases(cue: Cue) -> list[tuple[str, ...]]:
    """The phrases of `cue` as word tuples, the marked ones with each form of their first word."""
    spelled = []
    for phrase in cue.phrases:
        head, *tail = phrase.removeprefix("~").split()
        heads = inflect(head) if phrase.startswith("~") else (head,)
        spelled += [(form, *tail) for form in heads]
    return spelled


def _past(cue: Cue) -> set[str]:
    """The single words of `cue` that are past forms."""
    return {inflect(verb)[2] for verb in cue.verbs.split()} | set(cue.past.split())


def _single(cue: Cue) -> set[str]:
    """The single words of `cue`, inflected."""
    forms = {form for verb in cue.verbs.split() for form in inflect(verb)} | _past(cue)
    return forms | set(cue.words.split()) | {phrase[0] for phrase in _phrases(cue) if len(phrase) == 1}


_Classes = tuple[tuple[str, bool], ...]
_Tails = tuple[tuple[str, tuple[str, ...]], ...]


def _index() -> tuple[dict[str, _Classes], dict[str, _Tails]]:
    """(class, past) by single word, and (class, rest of the phrase) by first word of a phrase."""
    singles: dict[str, _Classes] = {}
    longer: dict[str, _Tails] = {}
    for cue in CUES:
        past = _past(cue)
        for word in sorted(_single(cue)):
            singles[word] = (*singles.get(word, ()), (cue.name, word in past))
        for phrase in _phrases(cue):
            if len(phrase) > 1:
                longer[phrase[0]] = (*longer.get(phrase[0], ()), (cue.name, phrase[1:]))
    return singles, longer


_SINGLES, _LONGER = _index()


def find(words: list[str]) -> list[Hit]:
    """Every cue in `words` (lower-case), in order of position; one word may carry several classes."""
    hits = []
    for number, word in enumerate(words):
        if word in _SINGLES:
            hits += [Hit(kind, number, past) for kind, past in _SINGLES[word]]
        if word in _LONGER:
            rest = words[number + 1 : number + 5]
            hits += [Hit(kind, number) for kind, tail in _LONGER[word] if tuple(rest[: len(tail)]) == tail]
    return hits
