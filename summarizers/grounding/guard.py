"""One mechanism for every engine: a rewritten bullet must say what its cited sentences say, and no more.

Per bullet, against the union of its cited sentences: its words are theirs, no figure, day, name or quotation
is new, negations, hedges and conditions stay, nobody changes roles or words with another, and nothing in it
speaks to a machine. Coverage of words alone follows human judgement of factuality at Spearman 0.47 on FRANK's
CNN/DM part (Pagnoni et al., 2021); the other checks catch what coverage cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final, TypeAlias

from summarizers.grounding.amounts import Amount, amounts, calendar_words, days
from summarizers.grounding.coverage import uncovered
from summarizers.grounding.frames import date_frames, figure_frames
from summarizers.grounding.intrusion import intrusions
from summarizers.grounding.misplaced import exchanged, misplaced, repeated
from summarizers.grounding.names import joined_names, unknown_names
from summarizers.grounding.opposites import opposites
from summarizers.grounding.pieces import Sort
from summarizers.grounding.polarity import hedge_troubles, negation_troubles
from summarizers.grounding.reading import key, keys
from summarizers.grounding.roles import role_troubles
from summarizers.grounding.speech import speech_troubles
from summarizers.text.holding import holds_any
from summarizers.types import MAX_POINT_CHARS


class Kind(StrEnum):
    """What is wrong with a rewritten bullet."""

    FORM = "form"
    INTRUSION = "intrusion"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    NEGATION = "negation"
    HEDGE = "hedge"
    ROLE = "role"
    SPEAKER = "speaker"
    COVERAGE = "coverage"


_Checks: TypeAlias = tuple[tuple[Kind, Callable[[str, str], Iterable[str]]], ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason to refuse a bullet, with the words that gave it."""

    kind: Kind
    what: str


def objections(text: str, evidence: Sequence[str], limit: int = MAX_POINT_CHARS) -> tuple[Objection, ...]:
    """Why `text` may not stand for these cited sentences, empty if it may; `limit` in characters.

    Raise ValueError without evidence: nothing can be checked against nothing.
    """
    return tuple(_found(text, evidence, limit))


def supports(text: str, evidence: Sequence[str], limit: int = MAX_POINT_CHARS) -> bool:
    """Whether these cited sentences carry `text`: as `objections`, but it ends with the first."""
    said, known, checks = _read(text, evidence)
    for _ in _form(text, limit):
        return False
    for _, check in checks:
        for _ in check(said, known):
            return False
    return True


def _found(text: str, evidence: Sequence[str], limit: int) -> Iterator[Objection]:
    said, known, checks = _read(text, evidence)
    yield from (Objection(Kind.FORM, what) for what in _form(text, limit))
    for kind, check in checks:
        for what in check(said, known):
            yield Objection(kind, what)


def _read(text: str, evidence: Sequence[str]) -> tuple[str, str, _Checks]:
    """`text` and its evidence in plain characters, and what is to be checked: little of a literal part."""
    if not evidence:
        raise ValueError("a bullet without evidence cannot be checked")
    said, known = _plain(text), _plain(" \n".join(evidence))
    return said, known, _CHECKS[:1] if said.strip() in known else _CHECKS


_SPACES: Final = re.compile(r" {2,}")


def _plain(text: str) -> str:
    """`text` with straight apostrophes and plain spaces."""
    plain = text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").replace("\u202f", " ")
    return _SPACES.sub(" ", plain) if "  " in plain else plain


def _form(text: str, limit: int) -> Iterable[str]:
    if not text.strip():
        yield "empty"
    if len(text) > limit:
        yield f"{len(text)} characters"
    if "\n" in text.strip():
        yield "several lines"


def _figures(text: str, evidence: str) -> Iterable[str]:
    return sorted(
        f"{one.bound} {one.told} {one.unit}".strip()
        for one in amounts(text)
        if one not in amounts(evidence) and not _bare(one, amounts(evidence), evidence)
    )


_PAIR: Final = 2
"""What `both` counts."""


def _bare(one: Amount, known: frozenset[Amount], evidence: str) -> bool:
    """Whether the evidence has the figure with the same bound, and the unit, if any, as a word of its own."""
    alike = [other for other in known if other.value == one.value and other.bound == one.bound]
    if one.unit == "":
        return bool(alike) or (one.value == _PAIR and "both" in keys(evidence))
    return any(other.unit == "" for other in alike) and key(one.unit) in keys(evidence)


def _dates(text: str, evidence: str) -> Iterable[str]:
    yield from sorted(word for word in calendar_words(text) if word not in calendar_words(evidence))
    yield from sorted(f"{month} {day}" for month, day in days(text) if (month, day) not in days(evidence))


_QUOTED: Final = re.compile(
    r"[“\"„«]([^“”\"„«»]+)[”\"“»]|(?<![\w'])'(?=\S)((?:[^']|(?<=\w)'(?=\w)){8,}?)'(?!\w)"
)
_QUOTING: Final = "“\"„«'"
_SPACE: Final = re.compile(r"\s+")
_GAP: Final = re.compile(r"\[?(?:…|\.\.\.)\]?")
"""What stands for words left out of a quotation."""


def _quotations(text: str, evidence: str) -> Iterable[str]:
    for match in _QUOTED.finditer(text) if holds_any(text, _QUOTING) else ():
        known = _SPACE.sub(" ", evidence).lower()
        said = match[1] or match[2]
        if not _in_order(_GAP.split(_SPACE.sub(" ", said).lower()), known):
            yield said


def _in_order(pieces: Iterable[str], known: str) -> bool:
    """Whether `known` holds the pieces of a quotation, between its gaps, one after the other."""
    at = 0
    for piece in pieces:
        bare = piece.strip(" ,.;!?")
        found = known.find(bare, at)
        if found < 0:
            return False
        at = found + len(bare)
    return True


_CHECKS: Final[_Checks] = (
    (Kind.INTRUSION, intrusions),
    (Kind.FIGURE, _figures),
    (Kind.FIGURE, figure_frames),
    (Kind.DATE, _dates),
    (Kind.DATE, date_frames),
    (Kind.NAME, unknown_names),
    (Kind.NAME, joined_names),
    (Kind.QUOTATION, _quotations),
    (Kind.NEGATION, negation_troubles),
    (Kind.HEDGE, hedge_troubles),
    (Kind.NEGATION, opposites),
    (Kind.ROLE, role_troubles),
    (Kind.SPEAKER, speech_troubles),
    (Kind.ROLE, partial(misplaced, sort=Sort.NAME)),
    (Kind.FIGURE, partial(misplaced, sort=Sort.FIGURE)),
    (Kind.FIGURE, partial(misplaced, sort=Sort.QUANTITY)),
    (Kind.FIGURE, repeated),
    (Kind.FIGURE, exchanged),
    (Kind.COVERAGE, uncovered),
)
