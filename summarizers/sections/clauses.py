"""Pieces of a sentence that can go as a whole, leaving a clause that stands alone.

Eight ways of shortening, from harmless to last resort; each removes complete pieces only. What sets a condition
(`unless`, `pending`, `subject to` …) is never removed, and a contrast (`but`, `although`) only in the last three.
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
    r"|though|even|in|on|at|by|with|for|from|before|during|along|such|particularly|especially|partly|mostly|like"
    r"|\w{3,}ing)\b|(?<=[;—–-]\s))"
    r"|,\s+(?:an?|the|one|its|his|her|their)\s(?=[^,;“”\"]*$)"
)
_CIRCUMSTANCE = re.compile(
    r",?\s+(?:in|on|during|at|via|through)\s+(?:an?|his|her|its|their|the|one)\s(?:[\w’'-]+\s){0,3}?(?:statement|interview|speech"
    r"|letter|tweet|memo|briefing|message|post|remarks|(?:news|press)\s(?:conference|release))\b"
)
_INSERT = re.compile(
    r",\s+(?:which|who|whose|where|respectively|including)\b[^,;:“”\"]{0,120},(?=\s)"
    r"|(\b[A-Z][\w’'.-]+),\s+(?:an?|the|its|his|her|their)\s(?:(?!said|says|told|is|are|was|were|has|had|will)[\w’'.&-]+\s){0,11}[\w’'.&-]+,(?=\s)"
    r"|\s+[—–]\s[^—–“”\"]{3,160}\s[—–](?=\s)|\s+--\s[^“”\"]{3,160}?\s--(?=\s)"
)
_ADJUNCT = re.compile(
    r",?\s+(?:during|amid|following|after|as part of|in response to|on behalf of|in conjunction with|alongside"
    r"|citing|including|involving|in order to|so (?:that|he|she|it|they)|in which|where|whereby|who|which|because"
    r"|despite|while|when|(?:aimed|intended|designed) (?:at|to)"
    r"|(?<!\bsaid )(?<!\bsays )(?<!\bso )(?<!ed )(?<!\bit )that (?:would|will|had|has|have|is|are|was|were|could|can"
    r"|led|caused|includes?|requires?|allows?|sparked|prompted|left))\s"
)
_SUBJECT_CLAUSE = re.compile(
    r"^((?:[\w’'-]+ ){1,5}[\w’'-]+),? (?:that|which|who) [^;:“”\"]{10,160}?, "
    r"((?:is|are|was|were|has|have|will|would|could|may|might|must) .+)$"
)
_NARROWED = re.compile(r"\b(?:that|which|who|whose)\b")
_QUOTE = re.compile("[\"“”]")
_QUOTED_FIRST = re.compile(r"^([\"“][^\"“”]+)[\"”](,?\s.+)$")
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
    r"|expects?|hopes?|argues?|claims?|demands?|threatens?|supports?|passes|bans?|bars?|keeps?|sets|puts|warns?"
    r"|results?|follows?|marks?|shows?|adds?|looks?|stands?|appears?|becomes?|causes?|raises?|contains?|brings?)\b"
)
_FEWEST_WORDS = 6
_HANGING = re.compile(
    r"(?:\b(?:and|or|the|an?|of|to|in|on|at|by|for|with|from|that|than|as|its|his|her|their|which|who|also|not"
    r"|had|has|have|is|are|was|were|be|been|will|would|could|may|might|can|must|should)|[,:;])$"
)
_RELATIVE = re.compile(r"\W*(?:which|who|whose|whom|where|when)\b[^,]*,\s+(\w+)")


def shortened(text: str, limit: int, keeps: Callable[[str], bool]) -> str | None:
    """`text` within `limit` characters by the mildest way that serves, the longest result of that way.

    A result must satisfy `keeps`. None if no way serves.
    """
    for way in _WAYS:
        fitting = [
            result
            for result in way(text)
            if len(result) <= limit and _stands_alone(result) and keeps(result)
        ]
        if fitting:
            return max(fitting, key=len)
    return None


def _without_day(text: str) -> Iterator[str]:
    """Without a leading day or linking word."""
    yield _DAY_OPENER.sub("", text, count=1)


def _without_circumstance(text: str) -> Iterator[str]:
    """Without where a thing was said (`in a statement …`), which the speaker makes clear enough."""
    for base in (text, next(_without_day(text))):
        yield from _cut(base, _CIRCUMSTANCE, lambda tail: _QUOTE.search(tail) is None)


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


def _without_subject_clause(text: str) -> Iterator[str]:
    """Without the clause that says which subject is meant, where the main verb follows after a comma."""
    base = next(_without_day(text))
    match = _SUBJECT_CLAUSE.match(base)
    if match is not None:
        yield f"{match[1]} {match[2]}"


def _within_quotation(text: str) -> Iterator[str]:
    """The last resort: the quotation up to the end of one of its clauses, closed there."""
    base = next(_without_day(text))
    first = _QUOTED_FIRST.match(base)
    said, speaker = (first[1], first[2]) if first else (base, "")
    comma = "," if first and not speaker.startswith(",") else ""
    for head in _cut(said, _TAIL, lambda _tail: True):
        if not first and head.startswith(('"', "“")):
            continue  # the speaker comes last here, and who said it must stay
        if head.count('"') % 2:
            yield head + comma + '"' + speaker
        elif head.count("“") == head.count("”") + 1:
            yield head + comma + "”" + speaker


_WAYS: tuple[Callable[[str], Iterator[str]], ...] = (
    _without_day,
    _without_circumstance,
    _without_tail,
    _without_insert,
    _without_opener,
    _without_adjunct,
    _without_subject_clause,
    _within_quotation,
)


def _cut(text: str, pattern: re.Pattern[str], harmless: Callable[[str], bool]) -> Iterator[str]:
    """Each beginning of `text` before a match of `pattern` whose loss is `harmless` and drops no condition."""
    for match in pattern.finditer(text):
        tail = text[match.start() :]
        if harmless(tail.lstrip(" ,;—–-")) and not _CONDITION.search(tail) and _is_last(tail):
            yield text[: match.start()]


def _is_last(tail: str) -> bool:
    """Whether `tail` is a clause that ends the sentence.

    After `and` there must be a clause of its own, not the last part of a list; after a relative clause the
    main clause must not go on.
    """
    relative = _RELATIVE.match(tail)
    if relative is not None and _FINITE.fullmatch(relative[1]):
        return False
    coordinate = _COORDINATE.match(tail)
    return coordinate is None or _FINITE.search(coordinate[1]) is not None


def _stands_alone(text: str) -> bool:
    """Whether `text` reads as a sentence: words enough, a verb in its main clause, all marks closed."""
    opener = _OPENER.match(text)
    main = text[opener.end() :] if opener else text
    return (
        len(main.split()) >= _FEWEST_WORDS
        and _FINITE.search(_NARROWED.split(main, maxsplit=1)[0]) is not None
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
