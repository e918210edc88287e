"""Texts made to keep a regular expression busy: derived from its own parts, and of general make."""

from __future__ import annotations

import importlib
import random
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

_PARSER: Final[Any] = importlib.import_module("re._parser")
_CHARACTERS: Final = "a A1-.,’“ \n_('/:%\u3000"
"""What a class of characters is tried with, and what stands for any character."""
_SAMPLES: Final = 5
_LOOSE: Final = 3
"""Repetitions from so many on are pumped."""
_DEEP: Final = 12
"""A part that may come so often is written out once or twice in a sample all the same."""
_ENDS: Final = ("", "\x01", " a", ".")
_GENERAL: Final = (
    "- a A Aa a-b- A. a,_ the_a_ the_Aa_ 1 1_ 1,_ “a” “ „_ (a ( ) -_ —_ ._ . : ; ;_ _ \n \u3000 to_ of_the_ "
    "and_ and_a,_ and_the_a_ from_1_May_ by_Monday_ on_4_May,_ he_said,_ which_ that_ moved_from_ a's_ ’s_ "
    'it_ in_ " [ a:b_ a._B._ week_ two_weeks_away_ until_ no_ not_ will_ U.S._ @a.b http://a <a> é a= /brief_'
)
PIECES: Final = tuple(piece.replace("_", " ") for piece in _GENERAL.split(" "))
"""Pieces of general make."""


def attacks(pattern: re.Pattern[str], seed: int = 0) -> tuple[tuple[str, str, str], ...]:
    """Heads, pieces and ends: each head, its piece again and again, and its end is a text to try.

    One piece is what a repetition of the pattern repeats, behind what leads there; another the beginnings of
    whole matches, for searches that begin anew everywhere.
    """
    chance = random.Random(seed)  # noqa: S311 - texts, not secrets
    tree = list(_PARSER.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    made = [*_pumped(tree, "", chance), *_begun(tree, chance)]
    general = [("", piece, "") for piece in PIECES]
    return tuple(dict.fromkeys(one for one in [*made, *general] if one[1]))


def text(attack: tuple[str, str, str], characters: int) -> str:
    """The text of so many characters."""
    head, piece, end = attack
    room = max(characters - len(head) - len(end), len(piece))
    return head + (piece * (room // len(piece) + 1))[:room] + end


def _pumped(nodes: list[Any], head: str, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    for place, (name, value) in enumerate(nodes):
        if str(name).endswith("_REPEAT") and value[1] >= _LOOSE:
            for _ in range(_SAMPLES):
                own = _sample(value[2], chance)
                behind = _sample(nodes[place + 1 : place + 2], chance)
                yield head, own, chance.choice(_ENDS)
                yield head, own + behind, chance.choice(_ENDS)
        for part in _parts(str(name), value):
            yield from _pumped(part, head, chance)
        head += _sample([(name, value)], chance)


def _begun(nodes: list[Any], chance: random.Random) -> Iterator[tuple[str, str, str]]:
    for _ in range(2 * _SAMPLES):
        whole = _sample(nodes, chance)
        yield "", whole, ""
        yield "", whole[: chance.randrange(len(whole) + 1)], chance.choice(_ENDS)
        yield "", whole[: chance.randrange(len(whole) + 1)] + " ", chance.choice(_ENDS)


def _parts(name: str, value: Any) -> Iterable[list[Any]]:
    """The patterns inside one."""
    if name == "BRANCH":
        return [list(one) for one in value[1]]
    if name == "SUBPATTERN":
        return [list(value[3])]
    if name.endswith("_REPEAT"):
        return [list(value[2])]
    if name in {"ASSERT", "ASSERT_NOT"}:
        return [list(value[1])]
    return [list(value)] if name == "ATOMIC_GROUP" else []


def _sample(nodes: Iterable[Any], chance: random.Random) -> str:
    return "".join(_one(str(name), value, chance) for name, value in nodes)


def _one(name: str, value: Any, chance: random.Random) -> str:
    if name == "LITERAL":
        return chr(value)
    if name in {"ANY", "NOT_LITERAL", "IN", "CATEGORY"}:
        return chance.choice([one for one in _CHARACTERS if _takes(name, value, one)] or [_given(value)])
    if name.endswith("_REPEAT"):
        least, most, inside = value
        times = chance.randint(min(least, _DEEP), min(most, least + 2, _DEEP))
        return "".join(_sample(inside, chance) for _ in range(times))
    parts = [] if name == "ASSERT_NOT" or (name == "ASSERT" and value[0] < 0) else list(_parts(name, value))
    return _sample(chance.choice(parts), chance) if parts else ""


def _takes(name: str, value: Any, one: str) -> bool:
    if name == "IN":
        inside = any(_takes(str(part), own, one) for part, own in value if str(part) != "NEGATE")
        return inside != any(str(part) == "NEGATE" for part, _ in value)
    if name == "RANGE":
        return bool(value[0] <= ord(one) <= value[1])
    if name == "CATEGORY":
        return re.fullmatch(_CATEGORIES[str(value)], one) is not None
    return name == "ANY" or (ord(one) == value) == (name == "LITERAL")


_CATEGORIES: Final = {
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
}


def _given(value: Any) -> str:
    """A character that a class names itself, where it takes none of the usual ones."""
    for name, own in value if isinstance(value, list) else ():
        if str(name) in {"LITERAL", "RANGE"}:
            return chr(own if str(name) == "LITERAL" else own[0])
    return "\x02"
