"""From atoms to whole expressions: `early` + `next week`, `5 p.m.` + `Friday`, `July` + `last year`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from summarizers.dates.fields import Fields, Mention
from summarizers.dates.joins import JOINS, shape
from summarizers.dates.lent import lent
from summarizers.dates.patterns import DAY, MONTH, RANGE, WEEKDAY

_LONGEST_GAP: Final = 13


def compose(lower: str, atoms: list[Mention]) -> list[Mention]:
    """Atoms joined with their neighbours and with the words before them that qualify them."""
    out: list[Mention] = []
    for atom in atoms:
        mention = atom
        while out and mention.start - out[-1].end <= _LONGEST_GAP:
            joined = _join(lower, out[-1], mention)
            if joined is None:
                break
            out.pop()
            mention = joined
        out.append(mention)
        if mention.fields.grain == "day":
            out.extend(_tail(lower, mention))
    out = lent(lower, out)
    return [_qualified(lower, mention, out[i - 1].end if i else 0) for i, mention in enumerate(out)]


def _join(lower: str, left: Mention, right: Mention) -> Mention | None:
    row = JOINS.get((shape(left.fields), shape(right.fields)))
    if row is None or row.separator.fullmatch(lower[left.end : right.start]) is None:
        return None
    if left.fields.grain == "duration" and lower.startswith(_FROM_A_TIME, right.end):
        return None
    fields = row.merge(left.fields, right.fields)
    return None if fields is None else Mention(left.start, right.end, fields)


_FROM_A_TIME: Final = (" before ", " after ")
"""Behind a length that is no part of the one before (`for a week, a day before it was to end`)."""


_DAY_TAIL: Final = re.compile(
    rf"{RANGE}(?P<d>{DAY})(?!\d|\w|,\d{{3}}| (?:percent|per cent|years?|months|days|hours|"
    rf"people|million|billion|(?:of )?{MONTH})\b)"
)
_DAYS_TAIL: Final = re.compile(
    rf"(?P<d>(?:, (?:the )?{DAY}){{1,8}},? (?:and|or|&) (?:the )?{DAY})(?!\w|[-/]\w)"
    r"(?! (?!(?:a[nst]?|the|in|on|by|for|from|to|and|or|of|with|after|before|when|while|if|unless|over|but|"
    r"because|between|during|will|would|is|are|was|were|has|have|had|this|next|last)\b)[a-z])"
)
"""More days of the same month; a noun behind the last would make numbers of them."""
_ONE_DAY: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")


def _tail(lower: str, mention: Mention) -> list[Mention]:
    """The days behind the first of `November 3-5` or `April 24, 27 and 30`, in its month."""
    fields = mention.fields
    if fields.grain != "day" or fields.month is None or not lower[mention.end - 1].isdigit():
        return []
    listed = lower.startswith(", ", mention.end)
    tail = (_DAYS_TAIL if listed else _DAY_TAIL).match(lower, mention.end)
    if tail is None:
        return []
    found = list(_ONE_DAY.finditer(lower, tail.start("d"), tail.end("d")))
    days = [fields.day or 0, *(int(one[1]) for one in found)]
    if any(later <= day for day, later in pairwise(days)):
        return []
    return [
        Mention(one.start(), one.end(), fields._replace(day=day, weekday=None))
        for one, day in zip(found, days[1:], strict=True)
    ]


_DATE_WORDS: Final = (
    r"\b(?:(?:the )?(?P<w>(?:early|earlier|late|later)(?= (?:of |on |in |during )?(?:the )?$)|"
    r"mid(?=[ -]$)|end(?=-$)|(?:early|late)(?=-$)|(?<=\bby )end(?= $)|(?<=\buntil )end(?= $)|"
    r"(?:beginning|start|opening|middle|end|close|turn|rest|first part|latter part|last days|"
    r"final days|first days)(?= of )))"
    r"(?: of| on| in| during)?(?: the)?[ -]$"
)
_AMOUNT_WORDS: Final = (
    r"\b(?P<w>(?:about|around|approximately|roughly|some)(?= (?:a )?$)|(?:over|under)(?= $)|nearly|"
    r"almost|at least|at most|more than|"
    r"less than|fewer than|up to|no more than|not more than|no less than|as much as|as long "
    r"as|just over|just under)"
    r"(?: the| a)? $"
)
_DAY_BESIDE: Final = re.compile(r"\b(?:the )?day (?P<side>before|after) $")
_BESIDE: Final = frozenset({"before ", "after "})
_LAST_OF_A_PREFIX: Final = frozenset(
    word + mark
    for word in (
        *("early", "earlier", "late", "later", "mid", "end", "of", "on", "in", "during", "the", "a", "about"),
        *("around", "approximately", "roughly", "some", "over", "under", "nearly", "almost", "least", "most"),
        *("than", "to", "as"),
    )
    for mark in " -"
)
"""Words with which what qualifies a time may end: behind any other there is nothing to look for."""
_LINKING: Final = frozenset({"of", "on", "in", "during"})
_BEHIND_ANOTHER: Final = frozenset({*(f"{word} " for word in _LINKING), "the ", "a "})
"""Those of them that qualify nothing alone."""
_QUALIFYING: Final = (
    *("early", "earlier", "late", "later", "mid", "end", "beginning", "start", "opening", "middle", "close"),
    *("turn", "rest", "part", "days", "about", "around", "approximately", "roughly", "some", "over", "under"),
    *("nearly", "almost", "least", "most", "than", "to", "as"),
)
"""With one of these ends the word that stands before them in what qualifies a time."""
_DATE_PREFIX: Final = re.compile(_DATE_WORDS)
_AMOUNT_PREFIX: Final = re.compile(_AMOUNT_WORDS)
_MODS: Final = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "opening": "START",
    "first part": "START",
    "first days": "START",
    "turn": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
    "close": "END",
    "latter part": "END",
    "last days": "END",
    "final days": "END",
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "just under": "LESS_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "over": "MORE_THAN",
    "just over": "MORE_THAN",
    "more than": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "as much as": "EQUAL_OR_LESS",
    "as long as": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS",
}
_APOSTROPHES: Final = ("'", "’", "‘")


def _qualified(lower: str, mention: Mention, floor: int) -> Mention:
    """The mention with its article and with what qualifies it, never reaching back beyond `floor`."""
    start, end, fields = mention.start, mention.end, mention.fields
    before = lower[max(floor, start - 22) : start]
    word = before[before.rfind(" ", 0, -1) + 1 :]
    beside = _DAY_BESIDE.search(before) if fields.grain == "day" and word in _BESIDE else None
    if beside is not None:
        days = -1 if beside["side"] == "before" else 1
        return Mention(start - len(before) + beside.start(), end, fields._replace(plus=fields.plus + days))
    if word == "year " and fields.grain == "year" and before.endswith("the year "):
        start, before, word = start - len("year "), before[: -len("year ")], "the "
    prefix = _prefix(before, fields) if _may_qualify(word, before) else None
    if prefix is not None and _LATE_BY.match(lower, start - len(before) + prefix.start()):
        prefix = None
    if prefix is not None and fields.grain != "ref" and not _is_throughout(prefix["w"], fields):
        return Mention(start - len(before) + prefix.start(), end, _with_mod(fields, prefix["w"]))
    if fields.grain in {"decade", "year"} and before[-1:] in _APOSTROPHES:
        start, before = start - 1, before[:-1]
    if before.endswith("the ") and _takes_article(fields) and not _is_attribute(lower, start, end):
        start -= 4
    return mention if start == mention.start else Mention(start, end, fields)


def _may_qualify(word: str, before: str) -> bool:
    """Whether the last `word` of those `before` a time may end what qualifies it: most are `on` or `in`."""
    if word in _BEHIND_ANOTHER:
        words = before.split()[:-1]
        at = -2 if words and words[-1] in _LINKING else -1
        return len(words) >= -at and words[at].endswith(_QUALIFYING)
    return not word[:-1].isalpha() or word in _LAST_OF_A_PREFIX


def _prefix(before: str, fields: Fields) -> re.Match[str] | None:
    prefix = (_AMOUNT_PREFIX if fields.grain == "duration" or fields.shift else _DATE_PREFIX).search(before)
    return _DATE_PREFIX.search(before) if prefix is None and fields.shift else prefix


_LATE_BY: Final = re.compile(r"(?<=(?:.day|days|hour|ours|week|eeks|onth|nths) )")
"""Behind a length by which something is late or early (`came a day late this week`)."""


def _is_throughout(word: str, fields: Fields) -> bool:
    """`over several years` is during them, not more than they are."""
    return word in {"over", "under"} and "X" in (fields.value or "")


def _is_attribute(lower: str, start: int, end: int) -> bool:
    """Whether the article in front is that of a noun behind: `the recent rulings`, `the two-week crisis`."""
    follows = lower[end : end + 2]
    return (
        follows[:1] == " " and follows[1:].isalpha() and _ATTRIBUTE.fullmatch(lower, start, end) is not None
    )


_ATTRIBUTE: Final = re.compile(
    r"recent|current|\d{4}|[a-z0-9-]+-(?:second|minute|hour|day|week|month|quarter|year|decade|ago|earlier)|"
    rf"{WEEKDAY}"
)


def _takes_article(fields: Fields) -> bool:
    if fields.grain == "time":
        return fields.from_previous
    if fields.grain == "day":
        return fields.shift is not None or fields.month is None
    return fields.grain != "set" and not (fields.grain == "month" and fields.shift is None)


def _with_mod(fields: Fields, word: str) -> Fields:
    return fields._replace(mod=_MODS.get(word) or fields.mod)
