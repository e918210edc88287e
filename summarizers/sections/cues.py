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


class _Entry(NamedTuple):
    """What one word may be: classes with their `past`, and (class, rest) of the phrases that it begins."""

    classes: tuple[tuple[str, bool], ...] = ()
    phrases: tuple[tuple[str, list[str]], ...] = ()


def _index() -> dict[str, _Entry]:
    """The entry of every word that is a cue or begins one."""
    entries: dict[str, _Entry] = {}
    for cue in CUES:
        past = _past(cue)
        for word in sorted(_single(cue)):
            known = entries.get(word, _Entry())
            entries[word] = known._replace(classes=(*known.classes, (cue.name, word in past)))
        for head, *tail in _phrases(cue):
            known = entries.get(head, _Entry())
            if tail:
                entries[head] = known._replace(phrases=(*known.phrases, (cue.name, tail)))
    return entries


_ENTRIES = _index()


def find(words: list[str]) -> list[Hit]:
    """Every cue in `words` (lower-case), in order of position; one word may carry several classes."""
    hits = []
    for number, word in enumerate(words):
        entry = _ENTRIES.get(word)
        if entry is not None:
            hits += [Hit(kind, number, past) for kind, past in entry.classes]
            for kind, tail in entry.phrases:
                if words[number + 1 : number + 1 + len(tail)] == tail:
                    hits.append(Hit(kind, number))
    return hits
