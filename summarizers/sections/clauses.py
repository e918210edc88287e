"""Pieces of a sentence that can go as a whole, leaving a clause that stands alone.

Six ways of shortening, from harmless to last resort; each removes complete pieces only. What sets a condition
(`unless`, `pending`, `subject to` …) is never removed, and a contrast (`but`, `although`) only in the last two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_OPENER = re.compile(
    rf"^(?:(?:(?:Late|Early) )?[Oo]n {_DAYS}(?: (?:morning|evening|night|afternoon))?(?: local time)?"
    r"|Yesterday|Today|Meanwhile|However|In addition|Additionally|Also|Separately|Moreover|Furthermore|Earlier),\s+"
)
_OPENER = re.compile(
    r"^(?:In|On|At|After|Following|While|As|With|During|Speaking|Calling|Despite|Since|When|By|For|From|Under|Amid"
    r"|Citing|Noting|Although|Though|Because|To)\b[^,;:“”\"]{3,140},\s+(?=[\w“\"])"
)
_TAIL = re.compile(
    r"(?:,\s+|;\s+|\s+[—–]\s*|\s+--\s*)"
    r"(?:(?:which|who|whose|whom|where|as|while|amid|after|following|because|since|despite|and|but|so|yet|although"
    r"|though|even|\w{3,}ing)\b|(?<=[;—–-]\s))"
)
_INSERT = re.compile(
    r",\s+(?:which|who|whose|where|respectively|including)\b[^,;:“”\"]{0,120},(?=\s)"
    r"|(\b[A-Z][\w’'.-]+),\s+(?:an?|the|its|his|her|their)\s(?:(?!said|says|told|is|are|was|were|has|had|will)[\w’'.&-]+\s?){1,12},(?=\s)"
    r"|\s+[—–]\s[^—–“”\"]{3,160}\s[—–](?=\s)|\s+--\s[^“”\"]{3,160}?\s--(?=\s)"
)
_ADJUNCT = re.compile(
    r",?\s+(?:during|amid|following|after|as part of|in response to|on behalf of|in conjunction with|alongside"
    r"|citing|in order to|so (?:that|he|she|it|they)|in which|where|whereby|who|which|because|despite|while|when"
    r"|(?<!\bsaid )(?<!\bsays )(?<!\bso )(?<!ed )(?<!\bit )that (?:would|will|had|has|have|is|are|was|were|could|can))\s"
)
_CONDITION = re.compile(
    r"\b(?:unless|only if|provided|pending|subject to|until|except|on condition|as long as)\b", re.IGNORECASE
)
_CONTRAST = re.compile(r"\b(?:but|although|though|yet|if|not|never|no)\b", re.IGNORECASE)
_COORDINATE = re.compile(r"\W*(?:and|so|yet|but)\s+(.{0,60})")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|shall|does|did|do|[a-z]{2,}ed|isn't"
    r"|aren't|won't|said|says|made|took|gave|met|won|lost|told|began|came|left|held|kept|put|set|cut|hit|let|sent|sold"
    r"|bought|paid|built|got|went|saw|found|brought|broke|chose|fell|rose|led|struck|wrote|spoke|withdrew|drew|shot"
    r"|fought|sought|became|ran|wants?|plans?|remains?|seeks?|faces?|calls?|requires?|means?|makes?|includes?|allows?"
    r"|gives?|takes?|holds?|leaves?|covers?|begins?|ends?|expires?|comes?|goes|needs?|agrees?|opposes?|rejects?"
    r"|expects?|hopes?|argues?|claims?|demands?|threatens?|supports?|passes|bans?|bars?|keeps?|sets|puts|warns?)\b"
)
_FEWEST_WORDS = 6
_HANGING = re.compile(
    r"(?:\b(?:and|or|the|an?|of|to|in|on|at|by|for|with|from|that|than|as|its|his|her|their)|[,:;])$"
)


def shortened(text: str, limit: int) -> str | None:
    """`text` within `limit` characters by the mildest way that serves, the longest result of that way; or None."""
    for way in _WAYS:
        fitting = [result for result in way(text) if len(result) <= limit and _stands_alone(result)]
        if fitting:
            return max(fitting, key=len)
    return None


def _without_day(text: str) -> Iterator[str]:
    """Without a leading day or linking word."""
    yield _DAY_OPENER.sub("", text, count=1)


def _without_tail(text: str) -> Iterator[str]:
    """Without the last clauses, where neither a condition nor a contrast is lost."""
    base = next(_without_day(text))
    yield from _cut(base, _TAIL, lambda tail: not _CONTRAST.search(tail))


def _without_insert(text: str) -> Iterator[str]:
    """Without what stands between commas or dashes, then also without the last clauses."""
    base = _without_inserts(next(_without_day(text)))
    yield base
    yield from _cut(base, _TAIL, lambda tail: not _CONTRAST.search(tail))


def _without_inserts(text: str) -> str:
    """`text` without what stands between commas or dashes; a name before its description stays."""
    return _INSERT.sub(lambda match: match[1] or "", text)


def _without_opener(text: str) -> Iterator[str]:
    """Without the opening phrase, then also without inserts and last clauses."""
    base = _OPENER.sub("", text, count=1)
    yield base
    yield from _without_insert(base)


def _without_adjunct(text: str) -> Iterator[str]:
    """Without closing adjuncts and relative clauses, or without a contrast."""
    for base in (next(_without_day(text)), _without_inserts(_OPENER.sub("", text, count=1))):
        yield from _cut(base, _ADJUNCT, lambda tail: not _CONTRAST.match(tail))
        yield from _cut(base, _TAIL, lambda _tail: True)


def _within_quotation(text: str) -> Iterator[str]:
    """The last resort: the quotation up to the end of one of its clauses, closed there."""
    base = next(_without_day(text))
    if base.startswith(('"', "“")):
        return  # the speaker comes last here, and who said it must stay
    for head in _cut(base, _TAIL, lambda _tail: True):
        if head.count('"') % 2:
            yield head + '"'
        elif head.count("“") == head.count("”") + 1:
            yield head + "”"


_WAYS: tuple[Callable[[str], Iterator[str]], ...] = (
    _without_day,
    _without_tail,
    _without_insert,
    _without_opener,
    _without_adjunct,
    _within_quotation,
)


def _cut(text: str, pattern: re.Pattern[str], harmless: Callable[[str], bool]) -> Iterator[str]:
    """Each beginning of `text` before a match of `pattern` whose loss is `harmless` and drops no condition."""
    for match in pattern.finditer(text):
        tail = text[match.start() :]
        if harmless(tail.lstrip(" ,;—–-")) and not _CONDITION.search(tail) and _is_clause(tail):
            yield text[: match.start()]


def _is_clause(tail: str) -> bool:
    """Whether what follows `and` is a clause of its own rather than the last part of a list."""
    coordinate = _COORDINATE.match(tail)
    return coordinate is None or (
        _FINITE.search(coordinate[1]) is not None and not coordinate[1].startswith(("therefore", "then"))
    )


def _stands_alone(text: str) -> bool:
    """Whether `text` reads as a sentence: words enough, a verb in its main clause, all marks closed."""
    opener = _OPENER.match(text)
    main = text[opener.end() :] if opener else text
    return (
        len(main.split()) >= _FEWEST_WORDS
        and _FINITE.search(main) is not None
        and (opener is not None or not _begins_open(text))
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and _HANGING.search(text) is None
    )


_SUBORDINATE = re.compile(
    r"^(?:While|As|After|When|Although|Though|Because|Since|If|Unless|Once|Before|Whereas)\b"
)


def _begins_open(text: str) -> bool:
    """Whether `text` opens with a subordinate clause and never reaches its main clause."""
    return _SUBORDINATE.match(text) is not None and "," not in text
