"""Patterns of many alternatives as trees of their first letters, which find the same sooner.

Of a group, `re` tries one alternative after the other wherever a word begins; of a tree only those that
begin with the letter there.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_EDGE: Final = r"\b"
_GROUP: Final = "(?:"
_BEHIND: Final = ("(?<!", "(?<=")
_LETTER: Final = re.compile(r"[a-z0-9 '’](?![?*+{])")
_TIMES: Final = ("?", "*", "+", "{")
_PIECE: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[]", re.DOTALL)
"""A character, an escaped one or a class; marks of groups are characters."""
_ASKED: Final = re.compile(r"(?<!\\)\((?!\?(?:[:=!]|<[=!]))")

_MOST: Final = 600
"""Characters up to which what stands behind a group is written behind each of its alternatives instead."""


def tree(pattern: str) -> re.Pattern[str]:
    """A compiled pattern that matches what `pattern` does, and the same characters of it.

    Two alternatives with different first letters never match at one place, so only the order of those with
    the same one is kept. A pattern with groups that can be asked for, or with flags, stays as it is.
    """
    return re.compile(pattern if _ASKED.search(pattern) else _tree(_alternatives(pattern)))


def _tree(ways: list[str]) -> str:
    if len(ways) == 1:
        return _of_one(ways[0])
    led = [one for way in ways for one in _led(way)]
    runs = groupby(led, key=lambda one: one[0] if one[0] in {_EDGE, ""} else "letter")
    return "|".join(branch for sort, run in runs for branch in _branches(sort, list(run)))


def _of_one(way: str) -> str:
    """An alternative whose own groups are trees, at its head."""
    if way.startswith(_EDGE):
        return _EDGE + _of_one(way.removeprefix(_EDGE))
    inside, rest = _first_group(way)
    return way if inside is None else f"(?:{_tree(_alternatives(inside))}){rest}"


def _branches(sort: str, run: list[tuple[str, str]]) -> Iterator[str]:
    """Neighbours that all begin with a letter, at the edge of a word, or with neither."""
    if not sort:
        yield from (_of_one(rest) for _, rest in run)
        return
    rests: dict[str, list[str]] = {}
    for first, rest in run:
        rests.setdefault(first, []).append(rest)
    for first, own in rests.items():
        yield first + (_of_one(own[0]) if len(own) == 1 else f"(?:{_tree(own)})")


def _led(way: str) -> Iterator[tuple[str, str]]:
    """What `way` stands for, each as its first letter, or the edge of a word, and the rest."""
    inside, rest = _first_group(way)
    if way.startswith(_EDGE):
        yield _EDGE, way.removeprefix(_EDGE)
    elif _LETTER.match(way):
        yield way[0], way[1:]
    elif way.startswith(_BEHIND):
        yield from _behind(way)
    elif inside is not None and len(rest) * len(ways := _alternatives(inside)) <= _MOST:
        for one in ways:
            yield from _led(one + rest)
    else:
        yield "", way


def _behind(way: str) -> Iterator[tuple[str, str]]:
    """What must not stand before a letter, said behind it: `(?<!to )go` as `g` and `(?<!(?:to )g)o`."""
    end = _closing(way)
    for first, rest in _led(way[end + 1 :]):
        known = first not in {_EDGE, ""}
        yield (
            (first, f"{way[:4]}(?:{way[4:end]}){first}){rest}")
            if known
            else ("", way[: end + 1] + first + rest)
        )


def _first_group(way: str) -> tuple[str | None, str]:
    """What a group at the head of `way` holds, and what follows; no group where it may be left out."""
    end = _closing(way) if way.startswith(_GROUP) else 0
    if not end or way.startswith(_TIMES, end + 1):
        return None, way
    return way[len(_GROUP) : end], way[end + 1 :]


def _closing(way: str) -> int:
    """Where the group closes with which `way` begins."""
    depth = 0
    for piece in _PIECE.finditer(way):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if not depth:
            return piece.start()
    raise ValueError(way)


def _alternatives(pattern: str) -> list[str]:
    depth, ways = 0, [""]
    for piece in _PIECE.finditer(pattern):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if piece[0] == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += piece[0]
    return ways
