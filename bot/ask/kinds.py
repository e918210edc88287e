"""What kind of thing a question wants, and whether a sentence holds one."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """The kind of answer a question wants."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    COUNT = "count"
    WHY = "why"
    HOW = "how"
    WHAT = "what"


CUED = (Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.COUNT, Kind.WHY, Kind.HOW)
"""The kinds that a cue tells."""

NO_CUES = (0.0,) * len(CUED)
"""A number for each of them."""

_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.COUNT, re.compile(r"\bhow (?:many|much|long|old|far|large|big|high|tall|often|fast)\b")),
    (
        Kind.COUNT,
        re.compile(
            r"\bwh(?:at|ich) (?:is |was |were |are )?(?:the )?"
            r"(?:percent\w*|number|amount|population|share|size|price|cost|rate|total|average)\b"
        ),
    ),
    (
        Kind.WHEN,
        re.compile(r"\bwhen\b|\b(?:what|which) (?:\w+ )?(?:year|date|day|month|century|decade|time|era)\b"),
    ),
    (
        Kind.WHERE,
        re.compile(
            r"\bwhere\b|\b(?:what|which) (?:\w+ )?(?:city|country|state|town|place|region|location)\b"
        ),
    ),
    (Kind.WHO, re.compile(r"\bwho(?:m|se)?\b")),
    (Kind.WHY, re.compile(r"\bwhy\b|\bwhat (?:caused|causes|led|made)\b|\breasons?\b")),
    (Kind.HOW, re.compile(r"\bhow\b")),
)

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter|percent|twice)s?\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:1\d{3}|20\d\d)\b|\b\d+(?:st|nd|rd|th)\b|\bcentur|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|\bMay \d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|tomorrow|yesterday|tonight|noon)\b"
    r"|\b(?:day|week|month|year|decade|season)s?\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|at|near|from|to|of|across|on|into|outside|around) (?:the )?[A-Z]")
_CAUSE = re.compile(
    r"\b(?:because|due to|since|as a result|therefore|so that|in order to|owing|caused?|led to|reason|thus"
    r"|to avoid|after)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(r"\b(?:by|through|via|using|with|means|method|into|as)\b")


def kind_of(question: str) -> Kind:
    """The kind of answer that `question` wants; what no cue tells is a WHAT."""
    lower = question.lower()
    return next((kind for kind, cue in _CUES if cue.search(lower)), Kind.WHAT)


def holds(kind: Kind, sentence: str, names: int, numbers: int) -> bool:
    """Whether a sentence holds something of that kind besides the question's own words.

    `names` and `numbers` count the capitalised words and the figures in it that the question lacks.
    """
    match kind:
        case Kind.WHO:
            return names > 0
        case Kind.WHEN:
            return _TIME.search(sentence) is not None
        case Kind.WHERE:
            return names > 0 and _PLACE.search(sentence) is not None
        case Kind.COUNT:
            return numbers > 0 or _NUMBER.search(sentence) is not None
        case Kind.WHY:
            return _CAUSE.search(sentence) is not None
        case Kind.HOW:
            return _MEANS.search(sentence) is not None
        case Kind.WHAT:
            return True
