"""A date that held until its article says that another one does: `was due to lapse on Monday`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from summarizers.dates.types import Timex
from summarizers.sections.deadline_clause import Clause
from summarizers.text.prefilter import Prefiltered
from summarizers.text.sentence import Sentence

WAS_DUE: Final = Prefiltered(
    r"\b(?:was|were|had been) (?:due|to|set|scheduled|meant|supposed|planned|expected|slated|fixed)\b[^,;]*$"
)
_MOVED: Final = (
    r"(?:extended|prolonged|postponed|renewed|put (?:off|back)|pushed back|moved|delayed|deferred|rescheduled"
    r"|brought forward|rolled over|adjourned|cancell?ed|called off|scrapped|shelved|suspended)\b"
)
_BY_NOW: Final = (
    rf"(?:(?:has|have|had) (?:since |now |already |just )?been {_MOVED}"
    rf"|(?:was|were) (?:then |later |since )?{_MOVED}"
    r"|(?:will|would|is|are|does|do|must|may|can) now\b"
    r"|now (?:on|in|at|until|runs?|ends?|expires?|lapses?|lasts?|takes?)\b)"
)
_DID_NOT: Final = (
    r"(?:has |have |had )?(?:instead |then |later |now |since |again )?"
    r"(?:(?:postponed|delayed|deferred|adjourned|put (?:off|back)|pushed back|called off|cancell?ed|"
    r"scrapped|shelved)\b(?! (?:an?|another|some|several|two)\b)"
    r"|(?:put|pushed|called) (?:it|them|that|(?:the|its|their|his|her) [a-z-]+) (?:off|back)\b"
    r"|(?:said|says|asked for) (?:(?:it|they|he|she) (?:need|want|would take)(?:s|ed)? )?"
    r"(?:more|further) time\b)"
)
"""What whoever was to do something did instead."""
_GOES_ON: Final = re.compile(
    r"^(?: at [\w.: ]{1,12}?)?[,;:—–-]*\s*(?:(?:and |but |though |yet )?(?:it |they |that |which )?"
    rf"{_BY_NOW}|(?:and|but|though|yet|then) (?:it |they |he |she )?{_DID_NOT})"
)
"""Behind the date, in its own sentence."""

_UNTIL: Final = re.compile(
    r"^, (?:until|till) (?:(?:at least|the end of|the|late|early|mid|next|\w+day) )*"
    r"(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|\w+day\b)"
)
"""So goes on, behind what only says when it was due, the clause that extends it."""

_THAT: Final = r"(?:it|they|them|this|these|(?:the|that|those|its|their)(?P<{}>(?: [a-z-]+){{1,3}}?))"
_SAYS: Final = re.compile(
    r"^(?:(?:but|however|instead|now|on [a-z]+day|late (?:on )?[a-z]+day),? )?"
    r"(?:(?:[\w’'-]+ ){1,6}(?:said|announced|confirmed|agreed)(?: on [a-z]+day)?(?: that)? )?"
    rf"{_THAT.format('who')} {_BY_NOW}"
)
_DOES: Final = re.compile(rf"^[^.;]{{1,60}}? {_MOVED[:-2]} {_THAT.format('whom')}(?= |[.,;])")
"""In the sentence behind: what was due is its subject, or what somebody moves."""

_SO_LONG: Final = re.compile(r"^(?: [a-z’'-]+){0,3} (?:by|for)(?: another| a further| an extra| a)? ?$")


class Behind(NamedTuple):
    """A sentence that may tell more of a date in another, in lower case, and the dates in it."""

    sentence: Sentence
    lower: str
    timexes: Sequence[Timex]


class Replaced(NamedTuple):
    """What took a date's place: `sentence` tells only by what `length` it moves, if they are not None."""

    sentence: Sentence | None = None
    length: str | None = None


def replaced(around: Clause, find: Callable[[], Behind | None]) -> Replaced | None:
    """What took the place of the date of the clause `around`, or None where it still holds.

    It is told in the same sentence or in the one behind, which `find` finds.
    """
    due = WAS_DUE.search(around.before)
    if due is None:
        return None
    rest = around.after + around.rest
    if _GOES_ON.match(rest) or _UNTIL.match(rest):
        return Replaced()
    behind = find()
    said = behind and (_SAYS.match(behind.lower) or _DOES.match(behind.lower))
    if behind is None or said is None or not _is_meant(said, around.before[: due.start()]):
        return None
    length = _length(behind, said.end())
    return Replaced() if length is None else Replaced(behind.sentence, length.value)


def _is_meant(said: re.Match[str], subject: str) -> bool:
    """Whether the sentence behind speaks of what was due: by a pronoun, or by one of its words."""
    named = next((words for words in said.groupdict().values() if words), "")
    return not named or not set(named.split()).isdisjoint(re.findall(r"[a-z-]{3,}", subject))


def _length(behind: Behind, told: int) -> Timex | None:
    """The duration that stands right behind the verb, which ends at `told`."""
    first = next((timex for timex in behind.timexes if timex.start - behind.sentence.start >= told), None)
    if first is None or first.type != "DURATION":
        return None
    gap = behind.lower[told : first.start - behind.sentence.start]
    return first if _SO_LONG.match(gap) is not None else None
