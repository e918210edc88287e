"""What a figure or a date hangs on: `from 9 to 12` is not `from 12 to 9`, nor `by Friday` `after Friday`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summarizers.grounding.amounts import Amount, amounts
from summarizers.grounding.lexicon import CALENDAR, FAINT, PERIODS
from summarizers.grounding.reading import TEXTS_KEPT, clauses, key, keys, letters, read, supported
from summarizers.text.tokens import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizers.grounding.reading import Word

_FIGURE: Final = r"(?:us)?[$€£¥₹₩]?\s?(\d+(?:,\d{3})*(?:\.\d+)?)"
_LEADS: Final = frozenset({"from", "to", "by"})
_LED: Final = re.compile(rf"\b(from|to|by)\s+(?:(?:about|nearly|almost|around|just|only)\s+)?{_FIGURE}")
_COUNTED: Final = re.compile(r"(?<![\w.,$€£¥])(?!(?:1[5-9]|20)\d\d\s)\d+(?:,\d{3})*\s+([a-z]{4,})\b")
_ANYBODY: Final = frozenset({"people", "persons", "others", "members", "workers", "employees", "times"})

_FAMILIES: Final = (
    frozenset({"day", "week", "month", "year", "hour", "minute", "decade"}),
    frozenset({"million", "billion", "trillion"}),
)
_SHORT: Final = {"bn": "billion", "m": "million", "mn": "million", "tn": "trillion", "fortnight": "week"}
_MEASURED: Final = frozenset().union(
    *_FAMILIES, (f"{one}s" for family in _FAMILIES for one in family), _SHORT
)
"""Every spelling of a measure."""
_FEWEST_MOVED: Final = 2
"""Figures from which one may have taken another's place."""

_NAMED: Final = "|".join(sorted(CALENDAR, key=len, reverse=True))
_DATE: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_NAMED})\b\.?(?:\s+\d{{1,2}}\b)?"
_PLACED: Final = re.compile(
    r"\b(by|before|until|till|through|after|from|since|on|in)\s+(?:(?:late|early|mid|next|this|last|coming)[\s-]+)?"
    rf"(?:the\s+)?({_DATE})"
)
_ENDS: Final = frozenset({"by", "before", "until", "till", "through"})
_AFTER: Final = frozenset({"after", "since"})
_EDGES: Final = frozenset({"end", "start", "beginning", "middle"})
_EDGE: Final = re.compile(
    rf"\b({'|'.join(sorted(_EDGES))})\s+of\s+(?:the\s+|this\s+|that\s+)?(next\s+|last\s+)?({'|'.join(PERIODS)}|{_NAMED})"
)


def figure_frames(text: str, evidence: str) -> Iterator[str]:
    """Figures led by another preposition, counts of something else, and figures of another clause."""
    for number, leads in _led(text).items():
        known = _led(evidence)
        if number in known and leads.isdisjoint(known[number]):
            yield f"{min(leads)} {number}"
    yield from (word for word in _counted(text) if not _is_counted(word, evidence))
    yield from _moved(text, evidence)
    yield from _exchanged(text, evidence)


def date_frames(text: str, evidence: str) -> Iterator[str]:
    """Dates that a bullet puts before, after or on, unlike its evidence; other edges of a period."""
    for date, places in _placed(text).items():
        there = _placed(evidence).get(date, frozenset())
        if there and any(not _agree(place, there) for place in places):
            yield f"{min(places)} {date}"
    yield from sorted(edge for edge in _edges(text) if edge not in _edges(evidence))


@lru_cache(maxsize=TEXTS_KEPT)
def _led(text: str) -> dict[str, frozenset[str]]:
    """The prepositions of change before each figure."""
    found: dict[str, frozenset[str]] = {}
    for lead, number in () if letters(text).isdisjoint(_LEADS) else _LED.findall(text.lower()):
        found[number] = found.get(number, frozenset()) | {lead}
    return found


@lru_cache(maxsize=TEXTS_KEPT)
def _counted(text: str) -> tuple[str, ...]:
    return tuple(word for word in _COUNTED.findall(text) if word not in STOP_WORDS and word not in FAINT)


def _is_counted(word: str, evidence: str) -> bool:
    low = word.lower()
    if low in _ANYBODY or low in CALENDAR or low.removesuffix("s") in PERIODS:
        return True
    return key(low) in keys(evidence) or any(supported(one, evidence) for one in read("x " + low)[1:])


def _exchanged(text: str, evidence: str) -> Iterator[str]:
    """`weeks` for `days`, `billion` for `million`, with or without a figure."""
    for family in _FAMILIES:
        own = _measures(text) & family
        if own and (there := _measures(evidence) & family) and own - there:
            yield min(own - there)


@lru_cache(maxsize=TEXTS_KEPT)
def _measures(text: str) -> frozenset[str]:
    return frozenset(_SHORT.get(word, word.removesuffix("s")) for word in letters(text) & _MEASURED)


def _moved(text: str, evidence: str) -> Iterator[str]:
    """A figure in a clause whose nearest clause in the evidence has other figures of its unit instead."""
    if len(amounts(text)) < _FEWEST_MOVED:
        return
    there = _figures(evidence)
    for own, figures in _figures(text):
        best = max((len(own & other) for other, _ in there), default=0)
        nearest = [known for other, known in there if len(own & other) == best]
        sure = 2 * best > len(own) and len(nearest) == 1 and len(figures) == 1
        if sure and _replaced(next(iter(figures)), nearest[0]):
            yield next(iter(figures)).told


@lru_cache(maxsize=TEXTS_KEPT)
def _figures(text: str) -> tuple[tuple[frozenset[str], frozenset[Amount]], ...]:
    """The keys and the figures of each clause."""
    return tuple((frozenset(_meaning(part)), amounts(_spelled(part, text))) for part in clauses(text))


def _replaced(figure: Amount, known: frozenset[Amount]) -> bool:
    alike = [one for one in known if one.unit == figure.unit]
    return bool(alike) and all(one.value != figure.value for one in known)


def _meaning(part: tuple[Word, ...]) -> list[str]:
    return [word.key for word in part if word.counts and not word.name]


def _spelled(part: tuple[Word, ...], text: str) -> str:
    """The stretch of `text` that a clause covers, and the figure that may open it."""
    start, last = part[0].start, part[-1]
    end = last.start + len(last.surface)
    lead = text[:start].rstrip()
    cut = max(lead.rfind(mark) for mark in ",;:.") if lead else -1
    tail = re.match(r"[\s$€£¥\d.,%-]*", text[end:])
    return text[max(cut + 1, start - 12) if lead else start : end] + (tail[0] if tail else "")


@lru_cache(maxsize=TEXTS_KEPT)
def _placed(text: str) -> dict[str, frozenset[str]]:
    """The prepositions before each date."""
    found: dict[str, frozenset[str]] = {}
    for place, date in () if letters(text).isdisjoint(CALENDAR) else _PLACED.findall(text.lower()):
        name = _same_date(date)
        found[name] = found.get(name, frozenset()) | {place}
    return found


def _same_date(date: str) -> str:
    """`4 May` and `May 4` alike."""
    day = re.search(r"\d+", date)
    name = next(word for word in re.findall(r"[a-z]+", date) if word in CALENDAR)
    return f"{CALENDAR[name]} {day[0]}" if day else CALENDAR[name]


def _agree(place: str, there: frozenset[str]) -> bool:
    """Whether a preposition says of a date what one of the evidence's does."""
    if place in there:
        return True
    if place in _ENDS:
        return bool(there & _ENDS)
    if place in _AFTER:
        return bool(there & (_AFTER | {"from"}))
    return bool(there & {"on", "in", "from"})


@lru_cache(maxsize=TEXTS_KEPT)
def _edges(text: str) -> frozenset[str]:
    """`end of next year` and the like; another edge or period is another time."""
    found = () if letters(text).isdisjoint(_EDGES) else _EDGE.findall(text.lower())
    return frozenset(f"{edge} of {which}{CALENDAR.get(name, name)}" for edge, which, name in found)
