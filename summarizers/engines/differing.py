"""What outlets tell differently of one fact: figures of one unit, days, names in one place of a sentence.

A difference is said only where it is plain: each outlet gives exactly one figure of that unit, or one day, or
only names that the other's whole article does not hold. Rounding is no difference, nor is the day on which
something was said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from summarizers.dates.bounds import bounds
from summarizers.dates.find import find
from summarizers.dates.numbers import amount
from summarizers.grounding.lexicon import CALENDAR, TELLING
from summarizers.grounding.names import one_name
from summarizers.sections.wording import trim
from summarizers.text.tokens import STOP_WORDS, stem, words
from summarizers.types import MAX_POINT_CHARS, Publication

ROUNDING: Final = 0.01
"""Part of the larger figure by which two may differ and still be one, rounded."""

LOOSE: Final = 0.15
"""The same where one is told as `about` or `more than` so much."""

_REACH: Final = 5
"""Words before a day among which a verb of saying makes it the day of the saying."""

_MOST_NAMED: Final = 4
_YEARS: Final = range(1900, 2101)
_SCALES: Final = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_FIGURE: Final = re.compile(
    r"(?P<loose>\b(?i:about|around|nearly|almost|some|roughly|over|up to|(?:more|fewer|less) than"
    r"|at (?:least|most))\s)?"
    r"(?P<shown>(?P<currency>(?:US)?[$€£¥₹₩])?(?<![\w.,])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?"
    r"|\b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)\b)"
    r"(?:[\s-](?P<scale>thousand|million|billion|trillion|bn|m)\b)?"
    r"(?:[\s-]?(?P<part>%|per ?cent\b|pct\b)|(?:[\s-](?P<unit>[a-z]{3,}))?(?:\s(?P<next>[a-z]{3,}))?))"
)
_WORD: Final = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One outlet's sentence on a fact, and the article it is from; `day` is the deadline it gives, if any."""

    outlet: str
    text: str
    body: str
    published: Publication | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Value:
    """A thing told, as shown, and by how much another may differ from it."""

    value: float | str
    shown: str
    loose: bool = False


def noted(text: str, tellings: Sequence[Telling]) -> str:
    """`text`, shortened if need be, and behind it who says what, where outlets differ on it.

    `tellings` in order of publication; of one outlet the last counts. The text stays as it is where it cannot
    be shortened far enough.
    """
    note = differences(tellings)
    if not note:
        return text
    whole = f"{text.rstrip('.')} ({note})."
    if len(whole) <= MAX_POINT_CHARS:
        return whole
    shorter = trim(text, MAX_POINT_CHARS - len(note) - len(" ()."))
    return text if shorter is None else f"{shorter.rstrip('.')} ({note})."


def differences(tellings: Sequence[Telling]) -> str:
    """Who says what, as `The Lantern: 55 %; The Courier: 57 %`; empty where nobody differs."""
    latest = {one.outlet: one for one in tellings}
    told: dict[str, list[str]] = {outlet: [] for outlet in latest}
    for place in _places(list(latest.values())):
        for outlet, value in place.items():
            if value.shown not in told[outlet]:
                told[outlet].append(value.shown)
    outlets: dict[str, list[str]] = {}
    for outlet, values in told.items():
        if values:
            outlets.setdefault(", ".join(values), []).append(outlet)
    return "; ".join(f"{' and '.join(names)}: {shown}" for shown, names in outlets.items())


def _places(tellings: Sequence[Telling]) -> Iterator[Mapping[str, _Value]]:
    """For each thing on which outlets differ, what each of them says."""
    tables = {one.outlet: _values(one) for one in tellings}
    for key in dict.fromkeys(key for table in tables.values() for key in table):
        place = {outlet: table[key] for outlet, table in tables.items() if key in table}
        if any(_apart(one, other) for one, other in combinations(place.values(), 2)):
            yield place
    for one, other in combinations(tellings, 2):
        for ours, theirs in _names(one, other):
            yield {one.outlet: _Value(ours, ours), other.outlet: _Value(theirs, theirs)}


def _apart(one: _Value, other: _Value) -> bool:
    if isinstance(one.value, str) or isinstance(other.value, str):
        return one.value != other.value
    allowed = LOOSE if one.loose or other.loose else ROUNDING
    return abs(one.value - other.value) > allowed * max(one.value, other.value)


def _values(telling: Telling) -> dict[str, _Value]:
    """What the telling gives exactly one value for: units by stem, and the day."""
    found: dict[str, dict[float | str, _Value]] = {}
    for match in _FIGURE.finditer(telling.text):
        for key, value in _figure(match):
            found.setdefault(key, {}).setdefault(value.value, value)
    for day in {telling.day} if telling.day else _days(telling):
        shown = f"{day.day} {day:%B}"
        found.setdefault("day", {})[day.isoformat()] = _Value(day.isoformat(), shown)
    return {key: next(iter(values.values())) for key, values in found.items() if len(values) == 1}


def _figure(match: re.Match[str]) -> Iterator[tuple[str, _Value]]:
    """The figure under each unit it may be of; none without a unit."""
    number = amount(match["number"].lower())
    if number is None:
        return
    value = number * _SCALES.get(match["scale"] or "", 1)
    sign = match["currency"] or ("%" if match["part"] else "")
    end = match.end("scale") if match["scale"] else match.end("number")
    bare = match.string[match.start("shown") : end].strip()
    if sign:
        yield sign, _Value(value, f"{bare} %" if sign == "%" else bare, match["loose"] is not None)
    elif not (match["scale"] is None and "," not in match["number"] and value in _YEARS):
        for unit in filter(None, (match["unit"], match["next"])):
            if unit in STOP_WORDS:
                return
            yield stem(unit), _Value(value, f"{bare} {unit}", match["loose"] is not None)


def _days(telling: Telling) -> set[dt.date]:
    """The days on which the telling has something happen."""
    if telling.published is None:
        return set()
    days = set()
    for timex in find(telling.text, telling.published):
        before = words(telling.text[: timex.start])[-_REACH:]
        days_named = bounds(timex.value) if timex.type == "DATE" else None
        if days_named and days_named[0] == days_named[1] and TELLING.isdisjoint(before):
            days.add(days_named[0])
    return days


def _names(one: Telling, other: Telling) -> Iterator[tuple[str, str]]:
    """Names that stand in one another's place in two sentences that otherwise agree there."""
    ours, theirs = _WORD.findall(one.text), _WORD.findall(other.text)
    matcher = SequenceMatcher(None, [w.lower() for w in ours], [w.lower() for w in theirs], autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        left, right = ours[start:end], theirs[begin:stop]
        named = kind == "replace" and start and begin and _is_name(left) and _is_name(right)
        if named and _strange(left, other) and _strange(right, one) and not _one_people(left, right):
            yield " ".join(left), " ".join(right)


def _is_name(tokens: Sequence[str]) -> bool:
    return len(tokens) <= _MOST_NAMED and all(
        token[0].isupper() and token.lower() not in CALENDAR for token in tokens
    )


def _strange(name: Sequence[str], telling: Telling) -> bool:
    """Whether the telling's article holds no word of `name`."""
    return set(words(" ".join(name))).isdisjoint(words(telling.body))


def _one_people(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the names are those of a country and its people."""
    return bool({one_name(word.lower()) for word in left} & {one_name(word.lower()) for word in right})
