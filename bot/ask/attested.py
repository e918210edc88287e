"""Whether a sentence bears out what a question takes for granted: its names, its figures, its yes or no.

Questions that nothing answers are often made of what is stored: with a "not", an opposite, another name or
number (Rajpurkar et al., 2018, on SQuAD 2.0). Words in common then say little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from bot.ask.asked import Asked
from bot.ask.kinds import Kind
from bot.ask.lexicon import OPPOSITES
from bot.ask.reading import meant, root
from summarizers.grounding.lexicon import NEGATORS, REFUSALS
from summarizers.text.tokens import words

_KINDS = (Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.COUNT, Kind.WHY, Kind.HOW)
NAMES = (
    "denied",
    "denies",
    "contrary",
    "figure_missing",
    "name_missing",
    *(f"asks_{kind}" for kind in _KINDS),
)
"""The features in the order of `of`."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DENYING = NEGATORS | REFUSALS
_CONTRARY: dict[str, set[str]] = {}
for _one, _other in OPPOSITES:
    _CONTRARY.setdefault(root(_one), set()).add(root(_other))
    _CONTRARY.setdefault(root(_other), set()).add(root(_one))


def of(
    asked: Asked, text: str, found: AbstractSet[str], passage: AbstractSet[str], passage_text: str
) -> tuple[float, ...]:
    """The features of a sentence: `found` are its roots, `passage` those of its passage and title."""
    question, sentence = _denies(asked.text), _denies(text)
    figures = frozenset(_FIGURE.findall(asked.text))
    return (
        float(question and not sentence),
        float(sentence and not question),
        float(opposed(asked.roots, found)),
        float(not figures <= frozenset(_FIGURE.findall(passage_text)) if figures else 0.0),
        float(not asked.names <= passage),
        *(float(asked.kind is kind) for kind in _KINDS),
    )


def opposed(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether an opposite stands among the others in the place of one of some words."""
    return any(not others.isdisjoint(_CONTRARY.get(word, ())) for word in some - others)


@lru_cache(maxsize=4096)
def _denies(text: str) -> bool:
    return any(word in _DENYING or word.endswith(("n't", "n’t")) for word in words(text))


def meant_share(asked: Asked, found: AbstractSet[str], meanings: AbstractSet[int]) -> float:
    """The share of the question's weight that is not said but meant: another word for it stands there."""
    total = sum(asked.weights[word] for word in asked.roots) or 1.0
    return sum(asked.weights[word] for word in _meant(asked.roots - found, meanings)) / total


def _meant(some: AbstractSet[str], meanings: AbstractSet[int]) -> Iterable[str]:
    return (word for word in some if not meanings.isdisjoint(meant(word)))
