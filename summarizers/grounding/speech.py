"""Who said it: a bullet's speaker must be a speaker of its evidence, and of what the bullet tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from summarizers.grounding.lexicon import TELLING
from summarizers.grounding.names import identity
from summarizers.grounding.reading import TEXTS_KEPT, Word, read

_REACH: Final = 6
"""Words beside a verb of speech that may name its speaker."""

_WIDE: Final = 20
"""Words before a verb of speech in which its speaker and the description of it stand."""

_ADDRESSES: Final = frozenset(["told", "tells", "tell"])
"""Verbs whose next name is who listens."""

_PRONOUNS: Final = frozenset(["he", "she", "they", "it", "we", "i", "you", "who", "that", "which"])


_PERSONS: Final = frozenset(["he", "she", "they"])
"""Right before a verb of speech they leave open who speaks: nobody is known to."""


class Speech(NamedTuple):
    """What one speaker says: the speaker's words, and the words of meaning of the sentence around."""

    speaker: frozenset[str]
    said: frozenset[str]


def speech_troubles(text: str, evidence: str) -> Iterator[str]:
    """Speakers of `text` who say something else, or nothing, in `evidence`."""
    for speech in speeches(text):
        known = speeches(evidence, wide=True)
        if not known:
            return
        most = max(len(speech.said & other.said) for other in known)
        said_by = frozenset().union(*(o.speaker for o in known if len(speech.said & o.said) >= most))
        if said_by and 2 * len(speech.speaker & said_by) <= len(speech.speaker):
            yield " ".join(sorted(speech.speaker))


@lru_cache(maxsize=TEXTS_KEPT)
def speeches(text: str, *, wide: bool = False) -> tuple[Speech, ...]:
    """The named speakers of `text`, each with the sentence around; `wide` takes all that describes them."""
    words = read(text)
    found: list[Speech] = []
    for at, word in enumerate(words):
        if word.low in TELLING:
            speaker = _speaker(words, at, wide=wide)
            sentence = {other.key for other in words if other.sentence == word.sentence and other.counts}
            names = frozenset(identity(one) for one in speaker)
            if names:
                found.append(Speech(names, frozenset(sentence)))
    return tuple(found)


def _speaker(words: tuple[Word, ...], at: int, *, wide: bool) -> tuple[Word, ...]:
    """The noun before a verb of speech, also before `, who …,`, or behind it after a quotation."""
    if words[at].low == "according":
        return _after(words, at + 1)
    if wide:
        if at and words[at - 1].low in _PERSONS:
            return ()
        before = _all_before(words, at)
        return before if before and words[at].low in _ADDRESSES else (*before, *_after(words, at))
    behind = _after(words, at) if at and words[at - 1].clause != words[at].clause else ()
    return behind or _before(words, _described(words, at)) or _after(words, at)


def _all_before(words: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    """Every word of meaning before a verb of speech, back to the one before it."""
    found: list[Word] = []
    for word in reversed(words[max(0, at - _WIDE) : at]):
        if word.sentence != words[at].sentence or word.low in TELLING:
            break
        if word.counts:
            found.append(word)
    return tuple(found)


def _described(words: tuple[Word, ...], at: int) -> int:
    """Where the clause of description between a speaker and its verb begins, or the verb's own place.

    Such a clause opens with a relative pronoun and ends right before the verb.
    """
    for place in range(at - 1, 0, -1):
        if words[place].sentence != words[at].sentence or words[place].low in TELLING:
            break
        if words[place].low in {"who", "which", "whose"} and words[place].clause != words[at].clause:
            return place
    return at


def _before(words: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    clause, found = -1, list[Word]()
    for place in range(at - 1, max(-1, at - _REACH - 1), -1):
        word = words[place]
        if word.sentence != words[at].sentence or word.low in _PRONOUNS:
            break
        if clause >= 0 and word.clause != clause:
            break
        if word.counts:
            found.append(word)
            clause = word.clause
    return tuple(found)


def _after(words: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    found: list[Word] = []
    for word in words[at + 1 : at + 1 + _REACH]:
        if word.sentence != words[at].sentence or word.low in _PRONOUNS:
            break
        if found and word.clause != found[-1].clause:
            break
        if word.counts and (word.surface[:1].isupper() or found):
            found.append(word)
    return tuple(found)
