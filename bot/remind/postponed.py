"""What is postponed without a word until when: its date is off, and no other one holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.remind.cues import AHEAD, object_of, sure
from bot.remind.likeness import topic_words
from summarizers.dates import Timex
from summarizers.text.sentence import Sentence
from summarizers.text.tokens import words
from summarizers.types import Point

_POSTPONED = re.compile(r"\b(?:postpone[ds]|puts? (?:\w+ ){0,4}?off)\b", re.IGNORECASE)
_DELAYED = re.compile(r"\b(?:delayed|deferred|adjourned|(?:put|pushed) (?:\w+ ){0,4}?back)\b", re.IGNORECASE)
_NO_DATE = re.compile(
    r"\b(?:no|without (?:setting |giving |naming )?an?) (?:new |other |fresh )?(?:date|day)\b(?! of)"
    r"|\b(?:new|another|fresh) (?:date|day) (?:will|is to|would|has yet to) be "
    r"(?:set|announced|named|fixed|agreed)|\b(?:yet to|not yet) (?:set|announced?|named?|fixed?|given?) "
    r"(?:an?|the) (?:new |other )?(?:date|day)\b",
    re.IGNORECASE,
)
"""Of what is only delayed this says, there or in the next sentence, that no day holds."""
_NEXT = 160
_FOR_WHAT = re.compile(r"[^.;,]{0,40}?\bfor ([^.;,]{1,60})")
_IT = re.compile(r"(?:it|them|this|that)\b")
_BEFORE_IT = re.compile(
    r"^.*\b(?:said|says|that|which|who)\b|^\W*(?:on|in|at|by|after|before)\b[^,]*,", re.IGNORECASE
)
_BEHIND = re.compile(
    r",|\b(?:of|on|in|at|by|for|from|to|over|with|against|about|into|after|before|between|under|until)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|in|for|over|about|before|after|against)\W+(?:[\w’'-]+\W+){0,3}$", re.IGNORECASE)
_NEAR = 60
"""Characters in which a preposition of its own stands before a thing."""
_TIMES = frozenset({"date", "day", "deadline", "time", "start"})
LONG_AGO = re.compile(
    r"\b(?:before|earlier|previously|already|once|twice|times|repeatedly|originally|last|ago|in \d{4}"
    r"|spring|summer|autumn|winter)\b"
    r"|\b(?:which|that|after|since|when|having|being) (?:\w+ ){0,4}?(?:postponed|put off)\b",
    re.IGNORECASE,
)
"""Words of a sentence by which something was postponed in the past: what it tells of has a date by now."""

_UNTIL = re.compile(r"\b(?:to|until|till|for|into)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)


def put_off(body: str, sentence: Sentence, timexes: Sequence[Timex], dated: Iterable[Point]) -> str:
    """What a sentence says to be postponed where neither it nor the article (`dated`) tells until when.

    Empty for any other sentence.
    """
    cue = sure(_POSTPONED, sentence.text) or _delayed(body, sentence)
    if cue is None or AHEAD.search(_NO_DATE.sub("", sentence.text)) or LONG_AGO.search(sentence.text):
        return ""
    about, after = object_of(cue, sentence.text), sentence.start + cue.start()
    behind = (one for one in timexes if after <= one.start and one.end <= sentence.end)
    timed = any(one.type == "DURATION" or _UNTIL.search(body[after : one.start]) for one in behind)
    return "" if timed or any(_is_of(point, about) for point in dated) else about


def _delayed(body: str, sentence: Sentence) -> re.Match[str] | None:
    """What is delayed, where it is said that there is no new day for just that."""
    cue = sure(_DELAYED, sentence.text)
    no_date = _NO_DATE.search(body, sentence.start, sentence.end + _NEXT) if cue else None
    if cue is None or no_date is None:
        return None
    whose = _FOR_WHAT.match(body, no_date.end())
    of_it = whose is None or _IT.match(whose[1]) or delayed_head(sentence.text) in topic_words(whose[1])
    return cue if of_it else None


def delayed_head(text: str) -> str:
    """The word for what a sentence says to be delayed, such as `test` of `a test before the launch`."""
    cue = sure(_DELAYED, text)
    return head_of(object_of(cue, text)) if cue else ""


def head_of(told: str) -> str:
    """The word for the thing that words in front of a verb are of: `test` of `the test before a launch`."""
    phrase = _BEHIND.split(_BEFORE_IT.sub("", told), maxsplit=1)[0]
    behind = (one for word in reversed(words(phrase)) for one in topic_words(word) if word not in _TIMES)
    return next(behind, "")


def is_told_of(head: str, told: str) -> bool:
    """Whether the sentence that tells of a deadline is of a thing by this word, not only of more on it."""
    return any(
        head in topic_words(one[0]) and not _ON.search(told, max(0, one.start() - _NEAR), one.start())
        for one in re.finditer(r"\w+", told)
    )


def _is_of(point: Point, about: str) -> bool:
    """Whether the article gives a date to what is postponed."""
    return len({*topic_words(about)} & {*topic_words(point.text)}) > 1
