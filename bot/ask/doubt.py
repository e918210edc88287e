"""What speaks against the best sentence as an answer: others stand in the place of what is asked for."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.ask.asked import Asked
from bot.ask.attested import opposed
from bot.ask.features import Candidate
from bot.ask.kinds import Kind
from bot.ask.lexicon import BOUNDS, DENYING_PREFIXES
from bot.ask.reading import alike, read, root
from bot.ask.rivals import RIVALS
from summarizers.text.tokens import STOP_WORDS, words

NAMES = (
    "names_swapped",
    "names_missing",
    "figures_swapped",
    "figures_missing",
    "figures",
    "holds_kind",
    "kind_near",
    *(f"kind_near_{kind}" for kind in Kind),
    "asking_first",
    "turned",
    "opposed",
    "bound_missing",
    "bound_missing_around",
    "rival",
    "counted",
    "phrase_missing",
    "names_unseen",
)
"""The features in the order of `of`, each in [0, 1]."""

REACH = 6.0
"""Words after which the nearness of two words has fallen to 1/e."""

_WORD = re.compile(r"[\w’'-]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ASKING_FIRST = re.compile(r"(?:who|what|when|where|why|how|which|in what)", re.IGNORECASE)
_TIME_WORDS = """
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday century
"""
_TIMES = frozenset(_TIME_WORDS.split())
_NUMBER_WORDS = """
one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty sixty seventy
eighty ninety hundred thousand million billion half third quarter percent twice
"""
_NUMBERS = frozenset(_NUMBER_WORDS.split())
_PHRASE = re.compile(r"(?<!^)\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+")
_NEITHER = 0.5
_BEGUN = 0.7
"""The share of a name that another form of it has: "Normandy", "Normans"."""

_BEFORE = 4
"""Words before a thing among which its number stands."""

_SHORT = 2
_STEM = 4
"""Letters that must follow a prefix for it to be one."""


def of(asked: Asked, one: Candidate) -> tuple[float, ...]:
    """The features of the sentence that is to answer, in the order of `NAMES`."""
    spoken = _WORD.findall(one.text)
    here = read(one.text)[1]
    around = here | read(one.before)[1] | read(one.after)[1] | read(one.title)[1]
    others = any(word[0].isupper() and root(word.lower()) not in asked.said for word in spoken[1:])
    wanted, given = frozenset(_FIGURE.findall(asked.text)), frozenset(_FIGURE.findall(one.text))
    places = [n for n in range(len(spoken)) if _is_kind(asked, spoken, n)]
    near = _nearest(asked, spoken, places)
    return (
        asked.share(asked.names - here) * others,
        asked.share(asked.names - around),
        float(bool(wanted - given) and bool(given - wanted)),
        float(bool(wanted - given)),
        float(bool(wanted)),
        float(bool(places)),
        near,
        *(near * (asked.kind is kind) for kind in Kind),
        float(_ASKING_FIRST.match(asked.text) is not None),
        float(not asked.polar and (_turned(asked.text, here) or _turned(one.text, asked.said - here))),
        float(not asked.polar and opposed(asked.said, here)),
        *_unbounded(asked, one),
        _rival(asked, here),
        _counted(asked, one.text),
        float(_phrase_missing(asked.text, one)),
        asked.share(frozenset(name for name in asked.names if _unseen(name, here | read(one.title)[1]))),
    )


def _rival(asked: Asked, here: AbstractSet[str]) -> float:
    """How much the most telling word tells that the sentence lacks and has a rival of instead."""
    most = max(asked.weights.values(), default=0.0) or 1.0
    new = here - asked.said
    lost = (word for word in asked.said - here if not RIVALS.get(word, new - new).isdisjoint(new))
    return max((asked.weights.get(word, most / 2) / most for word in lost), default=0.0)


def _counted(asked: Asked, text: str) -> float:
    """Whether a number stands before what "how many" counts; `_NEITHER` where nothing is counted."""
    if asked.kind is not Kind.COUNT or not asked.head:
        return _NEITHER
    spoken = words(text)
    places = [n for n, word in enumerate(spoken) if root(word) == asked.head]
    before = (word for n in places for word in spoken[max(0, n - _BEFORE) : n])
    return float(any(_is_number(word) for word in before))


def _is_number(word: str) -> bool:
    return word in _NUMBERS or any(c.isdigit() for c in word)


def _phrase_missing(text: str, one: Candidate) -> bool:
    """Whether names that stand together in the question do not in the passage, nor in its title."""
    around = [f" {' '.join(read(part)[0])} " for part in (one.passage, one.title)]
    phrases = (f" {' '.join(read(phrase)[0])} " for phrase in _PHRASE.findall(text))
    return any(not any(phrase in part for part in around) for phrase in phrases)


def _unseen(name: str, roots: AbstractSet[str]) -> bool:
    """Whether neither a name, nor what begins like it, nor what means the same is among some roots."""
    if name in roots or not alike(name).isdisjoint(roots):
        return False
    begun = name[: max(_STEM, math.ceil(_BEGUN * len(name)))]
    return len(name) <= _STEM or not any(other.startswith(begun) for other in roots)


def _turned(text: str, roots: AbstractSet[str]) -> bool:
    """Whether a word of the text is one of these turned into its opposite: "unable" for "able"."""
    new = (word for word in words(text) if word not in STOP_WORDS and root(word) not in roots)
    return any(not roots.isdisjoint(_bare(word)) for word in new)


def _bare(word: str) -> tuple[str, ...]:
    prefixes = (len(prefix) for prefix in DENYING_PREFIXES if word.startswith(prefix))
    return tuple(root(word[length:]) for length in prefixes if len(word) - length >= _STEM)


def _unbounded(asked: Asked, one: Candidate) -> tuple[float, ...]:
    """Whether the question says "only", "first", "all" …, and the sentence, or the passage, does not."""
    wanted = BOUNDS.intersection(words(asked.text))
    here, around = frozenset(words(one.text)), frozenset(words(one.passage))
    return float(not wanted <= here), float(not wanted <= around)


def _is_kind(asked: Asked, spoken: Sequence[str], n: int) -> bool:
    """Whether the word is new and of the kind that is asked for; a name may begin a sentence."""
    word, lower = spoken[n], spoken[n].lower()
    if root(lower) in asked.said or lower in STOP_WORDS:
        return False
    match asked.kind:
        case Kind.WHO | Kind.WHERE:
            return word[0].isupper() and (n > 0 or (len(spoken) > 1 and spoken[1][0].isupper()))
        case Kind.WHEN:
            return any(c.isdigit() for c in word) or lower in _TIMES
        case Kind.COUNT:
            return any(c.isdigit() for c in word) or lower in _NUMBERS
        case _:
            return len(word) > _SHORT


def _nearest(asked: Asked, spoken: Sequence[str], places: Sequence[int]) -> float:
    """How near the question's words stand to the word that is nearest to them, by their weight."""
    roots = (root(word.lower()) for word in spoken)
    said = [(n, one) for n, one in enumerate(roots) if one in asked.roots] if places else []
    total = sum(asked.weights[word] for word in asked.roots) or 1.0
    return max((_near(asked, said, at) for at in places), default=0.0) / total


def _near(asked: Asked, said: Sequence[tuple[int, str]], at: int) -> float:
    near: dict[str, float] = {}
    for n, word in said:
        near[word] = max(near.get(word, 0.0), math.exp(-abs(n - at) / REACH))
    return sum(asked.weights[word] * one for word, one in near.items())
