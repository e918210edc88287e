"""What a sentence says to be off: called off, stopped before it has begun, or not to be done after all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.remind.cues import CALLED_OFF, object_of, sure
from bot.remind.likeness import topic_words
from bot.remind.parties import told_itself
from bot.remind.postponed import LONG_AGO
from bot.remind.stops import AUTHORITY, COURT, PAUSED, PAUSES, STOPPED, THINGS
from summarizers.text.tokens import stem

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
    r"|that|which|who|where|and|but|due|planned|set|scheduled)\b",
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

    @property
    def about(self) -> str:
        """All words for it."""
        return f"{self.whose} {self.thing}".lstrip()

    @property
    def things(self) -> frozenset[str]:
        """The words for what is off itself; none where it is a plan or goes by a name alone."""
        words = re.sub(r"^\W*(?:a|an|the|its|their|his|her|this|that)\b", "", self.thing)
        found = _PREPOSITION.split(words, maxsplit=1)[0]
        return frozenset(topic_words(found)) - _PLANS


@lru_cache(maxsize=4096)
def off(text: str) -> Off | None:
    """What a sentence says to be off; None if it says no such thing for sure, or of a time long ago."""
    cue = sure(CALLED_OFF, text) or _stopped(text)
    if cue:
        return _of(cue, text)
    return _undone(text)


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
        surely=bool(_FOR_GOOD.search(text)),
    )
