"""Whether a sentence bears out what a question takes for granted: its names, its figures, its yes or no.

Questions that nothing answers are often made of what is stored: with a "not", an opposite, another name or
number (Rajpurkar et al., 2018, on SQuAD 2.0). Words in common then say little.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from bot.ask.asked import Asked
from bot.ask.kinds import CUED
from bot.ask.lexicon import OPPOSITES
from bot.ask.reading import Sentence, root

NAMES = (
    "denied",
    "denies",
    "contrary",
    "figure_missing",
    "name_missing",
    *(f"asks_{kind}" for kind in CUED),
)
"""The features in the order of `of`."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_CONTRARY: dict[str, set[str]] = {}
for _one, _other in OPPOSITES:
    _CONTRARY.setdefault(root(_one), set()).add(root(_other))
    _CONTRARY.setdefault(root(_other), set()).add(root(_one))


def of(asked: Asked, one: Sentence, missing: tuple[float, float]) -> tuple[float, ...]:
    """The features of a sentence; `missing` is `lacking` of its passage.

    A no answers "is it …?" as a yes does.
    """
    either = asked.polar
    return (
        float(asked.denies and not one.denies and not either),
        float(one.denies and not asked.denies and not either),
        float(not either and opposed(asked.roots, one.roots)),
        *missing,
        *asked.cues,
    )


def lacking(asked: Asked, passage: AbstractSet[str], text: str) -> tuple[float, float]:
    """Whether a passage lacks a figure of the question, or a name (`passage`: its roots and its title's)."""
    figures = frozenset(_FIGURE.findall(asked.text))
    lacks = bool(figures) and not figures <= frozenset(_FIGURE.findall(text))
    return float(lacks), float(not asked.names <= passage)


def opposed(some: AbstractSet[str], others: AbstractSet[str]) -> bool:
    """Whether an opposite stands among the others in the place of one of some words."""
    contrary = [word for word in some if word in _CONTRARY and word not in others]
    return any(not others.isdisjoint(_CONTRARY[word]) for word in contrary)
