"""What a sentence says to be off: called off, stopped before it has begun, or not to be done after all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.remind.cues import CALLED_OFF, object_of, sure
from bot.remind.likeness import topic_words
from bot.remind.parties import told_itself
from bot.remind.postponed import LONG_AGO
from bot.remind.stops import AUTHORITY, COURT, PAUSED, PAUSES, STOPPED, THINGS, WAS_DUE
from summarizers.text.tokens import stem, words

_FLAGS = re.IGNORECASE | re.VERBOSE

_UNDONE = re.compile(
    r"\b(?:(?:will|shall|does|do|needs?)\ (?:not|no\ longer)|won[’']t|(?:does|do|need)n[’']t"
    r"|no\ longer\ (?:has|have|needs?)|(?:is|are)\ (?:not|no\ longer)\ (?:going\ )?(?=to\b))"
    r"\ (?:now\ |(?:have|need)\ (?=to\b)|to\ )*(?!be\b|been\b|have\b)(?P<deed>[a-z]+)\b",
    re.VERBOSE,
)
_FOR_GOOD = re.compile(r"\b(?:after\ all|no\ longer|not\ now)\b", _FLAGS)
_IN_PART = re.compile(
    r"\b(?:if|unless|until|till|before|without|but|only|just|alone|instead|some|parts?|partly|every|yet"
    r"|immediately|necessarily|rather|again)\b",
    _FLAGS,
)
"""Behind a deed that is denied: a part of it, or a day, is; but not the deed."""

_PREPOSITION = re.compile(
    r"\b(?:of|on|in|at|by|for|from|to|over|with|against|about|into|after|before|between|under|until"
    r"|that|which|who|where|and|but|(?:due|planned|set|scheduled)(?=\ (?:for|on|to|by|in|at)\b))\b",
    _FLAGS,
)
_YET_TO_COME = re.compile(r"\bbefore (?:it|they) \w+", re.IGNORECASE)
_OWNED = re.compile(r"\W*(?:its|their|his|her)\b", re.IGNORECASE)
_END = re.compile(
    r"[;:—–“”\"]|,?\ (?:but|while|though|although|because|as|since|when|before|after|until|ahead\ of"
    r"|and\ (?:will|is|are|has|have|plans?|said))\b",
    _FLAGS,
)
"""Where something else begins than what is off."""

_PLANS = frozenset(
    topic_words(
        "plan plans planned proposal idea notice threat decision intention scheme bid attempt agenda event "
        "move closure closing"
    )
)
"""Things that are of another thing: `abandoned its plan to close the plant`."""

_OF_ANY = frozenset(topic_words("deal agreement project measure step process date day ban"))
"""Words for things of any kind, which tell nothing apart."""

_ON_WHAT = re.compile(r"\W*+(?:(?!on\b)[\w’'%-]++\W++){1,5}?on (?:\w+ ?){1,3}")

_PLANNED = re.compile(
    r"\W*+(?:[\w’'-]++\ ){0,3}?(?:plans?|proposals?|ideas?|bids?|attempts?|threats?|decisions?|intentions?"
    r"|efforts?|moves?)\ to\ (?P<deed>[a-z]+)\b",
    _FLAGS,
)
_ANY_DEEDS = """
hold stage introduce impose levy charge raise launch start begin bring put carry make go set run call walk
strike take give have be
"""
_ANY_DEED = frozenset(_ANY_DEEDS.split())
"""What is done to things of any kind: `hold` a vote, `impose` a levy."""

_AGAINST = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:opposition|objections?|resistance|boycott|hopes?|delays?|postponement|extension"
    r"|deferral|veto|reservations?|doubts?|lawsuits?|challenges?"
    r"|(?:demands?|claims?|campaign|candidacy|suit|case)(?=\ (?:against|for|over|in|to|that)\b))\b",
    re.IGNORECASE,
)
"""What stands against a thing, or asks something of it: the thing itself goes on without it."""

_LONG_SINCE = re.compile(
    r"\W*(?:(?:back\ )?in\ \d{4}|(?:an?|one|two|three|some|many|\d+)\ (?:years?|months?|decades?)\ ago)\b",
    _FLAGS,
)
"""How a sentence opens that recalls what was called off."""

_WAS_TO = re.compile(
    rf"{WAS_DUE.pattern}|\b(?:planned|scheduled|set|due|announced|called|expected|intended)"
    r"\ (?:for|on|to|by)\b",
    _FLAGS,
)
_ELSEWHERE = re.compile(
    r"\b(?:and|so|in\ (?:return|exchange)\ for|pending|because|ahead\ of|before|after)\b", _FLAGS
)
_BESIDE = re.compile(
    r"\b(?:that|which|who|when|where|over)\b"
    r"|\b(?:from|by|until|till|within|with\ effect|as\ of|effective)\W+(?:\w+\W+)?$",
    _FLAGS,
)
_LONGEST = 1000
"""Characters behind which no day is of what is off: only a stranger's endless sentence has one there."""

_UNDOING = re.compile(r"(?:lift|terminat|repeal|revok|rescind|annul|withdr)", re.IGNORECASE)
"""What is in force ends by these, on the day that is named."""


@dataclass(frozen=True, slots=True)
class Off:
    """What is off by a sentence, in its words, and where in it stands what is told of that alone.

    `whose` are the words for those who have it, where it is only `their strike`. `deed` is the stem of the
    verb where a deed is denied, empty where something is called off.
    """

    thing: str
    start: int
    end: int
    whose: str = ""
    deed: str = ""
    surely: bool = True
    """Whether it is denied without naming the day on which it was to be."""
    denied: str = ""
    """The words of which the deed is denied: `vote on the dam`, not `vote for it`."""

    @property
    def about(self) -> str:
        """All words for it."""
        return f"{self.whose} {self.thing}".lstrip()

    @property
    def phrase(self) -> str:
        """What is off itself, without what is said of it."""
        return _phrase_of(self.thing)

    @property
    def things(self) -> frozenset[str]:
        """The words for what is off itself; none where it is a plan or goes by a name alone."""
        return _things_of(self.thing)

    @property
    def phrase_on(self) -> str:
        """The same with what it is on: `the levy on fish`."""
        found = _ON_WHAT.match(self.thing)
        return found[0] if found else self.phrase

    @property
    def head(self) -> str:
        """The last of these words, which is the thing: no `strike law` is a strike; empty where is none."""
        known = self.things - _OF_ANY
        behind = (one for word in reversed(words(self.phrase)) for one in topic_words(word) if one in known)
        return next(behind, "")

    @property
    def planned(self) -> str:
        """The stem of what was planned, where plans are off; empty where that says nothing of its own."""
        found = _PLANNED.match(self.thing)
        return "" if found is None or found["deed"].lower() in _ANY_DEED else stem(found["deed"].lower())

    def has_day(self, text: str, at: int) -> bool:
        """Whether the day that stands at `at` in the sentence `text` is the one on which this was to be.

        Not one on which something else falls (`and will vote on`), and none from which on it is off.
        """
        if at - self.start > _LONGEST:
            return False
        between = text[self.start : at] if self.start <= at < self.end else "and"
        was_to = _WAS_TO.search(between)
        if _ELSEWHERE.search(between, 0, was_to.start() if was_to else len(between)):
            return False
        return bool(was_to) or not (_BESIDE.search(between) or _UNDOING.match(between))


@lru_cache(maxsize=4096)
def _phrase_of(thing: str) -> str:
    told = re.sub(r"^\W*(?:a|an|the|its|their|his|her|this|that)\b", "", thing)
    return _PREPOSITION.split(told, maxsplit=1)[0]


@lru_cache(maxsize=4096)
def _things_of(thing: str) -> frozenset[str]:
    return frozenset(topic_words(_phrase_of(thing))) - _PLANS


@lru_cache(maxsize=4096)
def off(text: str) -> Off | None:
    """What a sentence says to be off; None if it says no such thing for sure, or of a time long ago."""
    if _LONG_SINCE.match(text):
        return None
    cue = sure(CALLED_OFF, text) or _stopped(text)
    if cue is None:
        return _undone(text)
    found = _of(cue, text)
    return None if _AGAINST.match(found.thing) else found


def _stopped(text: str) -> re.Match[str] | None:
    """What a court or an authority stops, or what is paused by whoever has it in hand."""
    if LONG_AGO.search(_YET_TO_COME.sub("", text)):
        return None
    by_others = sure(STOPPED, text) if COURT.search(text) or AUTHORITY.search(text) else None
    cue = by_others or sure(PAUSES, text)
    if cue:
        return cue
    passive = sure(PAUSED, text)
    return passive if passive and THINGS.search(object_of(passive, text)) else None


def _of(cue: re.Match[str], text: str) -> Off:
    thing, start = object_of(cue, text), _clause(cue, text)
    before = text[start : cue.start()]
    is_behind = not before.endswith(thing)
    return Off(
        thing=thing,
        start=cue.start() if is_behind else start,
        end=_end(cue, text),
        whose=before.strip() if is_behind and _OWNED.match(thing) else "",
    )


def _clause(cue: re.Match[str], text: str) -> int:
    return max((one.end() for one in _END.finditer(text, 0, cue.start())), default=0)


def _end(cue: re.Match[str], text: str) -> int:
    return next((one.start() for one in _END.finditer(text, cue.end())), len(text))


def _undone(text: str) -> Off | None:
    cue = sure(_UNDONE, text)
    if cue is None or _IN_PART.search(text, cue.end()):
        return None
    start, end = _clause(cue, text), _end(cue, text)
    clause = text[start:end]
    itself = told_itself(clause)
    return Off(
        thing=itself if cue[0] in itself else clause,
        start=start,
        end=end,
        deed=stem(cue["deed"]),
        denied=text[cue.start("deed") : end].split(",", maxsplit=1)[0],
        surely=bool(_FOR_GOOD.search(text)),
    )
