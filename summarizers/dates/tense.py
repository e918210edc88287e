"""Whether the words around a date look back or ahead: its preposition, else the nearest verb."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.patterns import INSET
from summarizers.dates.tense_cues import (
    AHEAD_BEFORE,
    AHEAD_CUE,
    BACK_BEFORE,
    CUE,
    MAYBE_AHEAD_BEFORE,
    PAST_PERFECT,
    PAST_PERFECT_BEHIND,
)
from summarizers.text.alternatives import tree
from summarizers.text.prefilter import Prefiltered

_WINDOW: Final = 160
_SENTENCE_END: Final = re.compile(
    r"[.!?;\n](?:(?<=[;\n])|(?<!\bv.)(?<!\b[a-z]\.[a-z].)(?<!\b(?:vs|mr|ms|dr|st|lt).)"
    r"(?<!\b(?:mrs|gen|sen|rep|gov|rev|col|sgt).)(?<!\b(?:capt|prof).)['\"”’]*\s+(?=\S))"
)
_OTHER_CLAUSE: Final = re.compile(rf"{_SENTENCE_END.pattern}|, (?:which|who|whose)\b")


def direction(lower: str, start: int, end: int) -> int | None:
    """1 if the date at `start`..`end` lies ahead, -1 if it lies back, None if nothing near it says so."""
    before = _main_clause(lower[max(0, start - _WINDOW) : start])
    after = lower[end : end + _WINDOW]
    if _MOVED_AFTER.match(after) or _is_set(before, after):
        return 1
    ahead = AHEAD_BEFORE.search(before[-70:])
    if ahead and not _DONE_AFTER.match(after):
        follows = ahead[0].startswith("pushing")  # from what had been done, and may lie ahead of it
        return -1 if not follows and _had(before, after) else 1
    if (told := _by_what_follows(before, after)) is not None:
        return told
    back = BACK_BEFORE.search(before[-16:])
    if back and not (back[0].startswith("as of") and _is_ahead(before)):
        return -1
    if ("if " in before or "unless " in before or "once " in before) and _IF.search(before):
        return 1
    behind = _last_cue(before)
    cue = None if _CLAUSE_OPENS.search(before[-28:]) else behind
    if cue is None:
        boundary = _OTHER_CLAUSE.search(after)
        cue = CUE.search(after, 0, boundary.start() if boundary else len(after)) or behind
    perhaps = MAYBE_AHEAD_BEFORE.search(before[-16:]) is not None and after[:1] not in {"'", "’"}
    if cue is None:
        return 1 if perhaps or _DEADLINE_AFTER.match(after) else None
    leans = _looks_ahead(cue) and (cue is behind or not _is_its_deed(before, cue))
    return 1 if leans else None if perhaps else -1


def _is_set(before: str, after: str) -> bool:
    """Whether somebody has set a date for something: `set a March 9 trial date`, `Friday as the deadline`."""
    if after.startswith(" as "):
        return _CHOSEN_AS.match(after) is not None and _CHOSEN_BEFORE.search(before) is not None
    if "looming" in after and _LOOMING.match(after):
        return True
    return _SET_DATE_AFTER.match(after) is not None and _MISSED_BEFORE.search(before) is None


def _is_its_deed(before: str, cue: re.Match[str]) -> bool:
    """Whether `cue` tells what was done on the day that opens its sentence: `On Monday it asked to speak`."""
    return _DECIDED.match(cue[0]) is not None and _OPENS.fullmatch(before) is not None


def _had(before: str, after: str) -> bool:
    """Whether a verb beside a date tells of what came before something past (`had been due on …`).

    Who says that a thing had been moved to a day says that it will be then, and who says that somebody had
    until a day to do something, that there is still time.
    """
    if "had " in before and _SAID_TO_BE_MOVED.search(before):
        return False
    if after.startswith(" to ") and "had " in before and _SAID_TO_HAVE_TIME.search(before):
        return False
    return ("had" in before and PAST_PERFECT.search(before) is not None) or (
        "had" in after and PAST_PERFECT_BEHIND.match(after) is not None
    )


_SAID_TO_BE_MOVED: Final = re.compile(
    r"\b(?:said|says|announced|confirmed)\b.{0,160}\bhad (?:been\b.{0,80}\b)?"
    r"(?:rescheduled for|(?:moved|postponed|"
    r"adjourned|delayed|deferred|pushed|(?:put|pushed) back) (?:(?:the|its|their|an?) [a-z’' -]{3,60} )?"
    r"(?:to|until|till))(?: the)? $"
)

_SAID_TO_HAVE_TIME: Final = re.compile(
    r"\b(?:said|says|announced|confirmed|told [a-z]+)\b.{0,160}\bhad "
    r"(?:(?:been )?(?:given|granted|allowed) [^.;]*|only )?\b(?:until|till) [a-z0-9:. ]{0,20}$"
)


def is_done(lower: str, start: int) -> bool:
    """Whether a date stands right behind what was done then: `was arrested in March`, `died on 3 March`."""
    if _IN.search(lower, max(0, start - _LONGEST_IN), start) is None:
        return False
    begin = max(0, start - _DEED)
    may = _MAY_BE_DONE.may_stand_in(lower[begin:start])
    return may and _DONE_BEFORE.search(lower, begin, start) is not None


def was_to_be(lower: str, start: int) -> bool:
    """Whether a date is of what was planned in the past: `the money was to be paid by 1 September`."""
    if lower.rfind(" to ", max(0, start - _DEED), start) < 0:
        return False
    return _WAS_TO.search(_main_clause(lower[max(0, start - _WINDOW) : start])) is not None


_WAS_TO: Final = re.compile(
    r"\b(?:was|were|had been)(?: (?:due|supposed|meant|scheduled|set|expected|planned|planning|hoping))? to\b"
    r"(?!.*\b(?:now|will|has|have|is|are)\b)"
)


def is_moved_to(lower: str, start: int) -> bool:
    """Whether a date is the second of `delayed from 3 May to 9 June`: the one that holds now."""
    if _TO.search(lower, max(0, start - _LONGEST_TO), start) is None:
        return False
    return _MOVED_TO.search(_main_clause(lower[max(0, start - _WINDOW) : start])) is not None


def is_moved_from(lower: str, start: int) -> bool:
    """Whether a date is the first of the two: it may be ahead or over."""
    return lower.endswith(" from ", 0, start) and (
        _MOVED_FROM.search(_main_clause(lower[max(0, start - _WINDOW) : start])) is not None
    )


_MOVES: Final = (
    r"\b(?:delay|postpon|mov|push|put|reschedul|defer|extend|prolong|brought|shift)[a-z]*\b[^.;]{0,80}? from "
)
_MOVED_FROM: Final = re.compile(_MOVES + "$")
_TO: Final = re.compile(" (?:to|until|till) $")
_LONGEST_TO: Final = 8
_MOVED_TO: Final = re.compile(rf"{_MOVES}[^.;]{{3,30}}{_TO.pattern}")
_IN: Final = re.compile(" (?:in|on) (?:early |late )?$")
_LONGEST_IN: Final = 11
_DEED: Final = 60
_DONE: Final = (
    r"\b(?:(?:was|were|been) (?:[a-z]+ly )?(?!(?:due|set|scheduled|expected|planned|slated|supposed|"
    r"meant|fixed|"
    r"listed|booked|called|announced|agreed|recorded|registered|proposed|held)\b)[a-z]+(?:ed|en|wn|"
    r"un|ught|ld|nt|rn)"
    r"|had (?:[a-z]+ed|won|lost|begun|left|met|sold|bought|taken|given|said|told)"
    r"|(?<!\bbe )(?<!\bis )(?<!\bare )"
    r"(?:died|fell|won|lost|began|left|met|broke out|took (?:office|effect|place|power)|"
    r"came into force|resigned|(?:re)?opened|"
    r"closed|(?:re)?started|ended|launched|arrived|crashed|collapsed|joined|retired|sank|struck|hit|resumed|"
    r"returned|reappeared|landed|docked|sailed|departed|married|graduated|erupted|surrendered|vanished|"
    r"came back|went (?:back|on sale|on strike|live|bust|missing)))"
)
_MAY_BE_DONE: Final = Prefiltered(_DONE)
_DONE_BEFORE: Final = tree(rf"{_DONE}(?: [a-z'’]+){{0,2}}{_IN.pattern}")

_IF: Final = re.compile(r"\b(?:if|unless|once) (?!.*\b(?:was|were|had|did|could|would)\b)[^,;:]*$")
_DEADLINE_AFTER: Final = re.compile(
    r"(?:['’]?s?|-(?:night|morning|afternoon|evening)) (?:[a-z-]+ )?deadline\b"
    r"| (?:is|marks) the (?:[a-z-]+ )?(?:deadline|last day|final day|cut-?off)\b|,? \(?(?:kick-?off|tip-?off|"
    r"face-?off|first pitch)\b"
)
_CLAUSE_OPENS: Final = re.compile(
    r"\b(?:that|and|but|when|while|because|where|if|although)(?: (?:on|in|by|late|early|"
    r"earlier|the|at|last|next))* ?$"
)


def _is_ahead(before: str) -> bool:
    """Whether the last verb before the date looks ahead."""
    cue = _last_cue(before)
    return cue is not None and _looks_ahead(cue)


def _looks_ahead(cue: re.Match[str]) -> bool:
    return AHEAD_CUE.match(cue.string, cue.start(), cue.endpos) is not None


_PUT_OFF_BEFORE: Final = re.compile(
    r"\b(?:suspend|cancel|postpon|avert|scrap|delay|call(?=\w* off ))\w*(?: off)?(?: the)? $"
)
"""Before the day of what will not be: `called off Friday's strike`."""

_DONE_AFTER: Final = re.compile(r"\s+(?:was|were|had)\b")
_DEADLINE_BEFORE: Final = re.compile(r"\b(?:deadline|cut-?off)(?: on| of| for)? $")
_SET_AFTER: Final = re.compile(r" (?:was|were) (?:set|fixed|given|agreed|imposed)\b")
"""Around the day of a deadline that somebody has set: `a deadline on Friday was set for bids`."""
_MOVED_AFTER: Final = re.compile(
    r"(?:(?:['’]s? (?:[a-z-]+ ){1,3})?\s*(?:has|have) been|, (?:was|were)) (?:[a-z]+ )?"
    r"(?:extended|prolonged)\b"
    r"|(?:['’]s? (?:[a-z-]+ ){1,3})?\s*(?:has|have) been (?:[a-z]+ )?(?:moved|brought forward|"
    r"put (?:back|off)|pushed back|postponed|delayed|rescheduled|cancell?ed|called off|adjourned)\b"
)
"""After a day of which something is moved away: it lies ahead, or there would be nothing to move."""
_SET_DATE_AFTER: Final = re.compile(
    r" (?:[a-z-]+ )?(?:action|goal|target|trial|sentencing|hearing|court|start|launch|release|opening|"
    r"closing|effective|delivery|decision|payment|expiry|expiration|"
    r"completion) date\b(?! (?:came|went|passed|slipped)\b)"
)
"""After a day that has been set for something: `set a March 9 trial date`."""
_LOOMING: Final = re.compile(r"(?:['’]s)? (?:[a-z-]+ ){1,3}(?:still |now |fast )?looming\b")
_CHOSEN_BEFORE: Final = re.compile(r"\b(?:set|fix(?:ed)?|chosen?|chose|picked|named|proposed|given) $")
_CHOSEN_AS: Final = re.compile(
    r" as (?:the|an?|its|their) (?:[a-z-]+ ){0,2}(?:deadline|date|day|cut-?off|target)\b"
)
"""Around a day that somebody has set: `have named Friday as the deadline`."""
_OPENS: Final = re.compile(r"\W*(?:(?:on|in|at|by) )?(?:the )?")
_DECIDED: Final = re.compile(
    r"(?:agreed|vowed|promised|pledged|decided|threatened|asked|urged|told|ordered|instructed|directed)\b"
)
_MISSED_BEFORE: Final = re.compile(
    r"\b(?:miss|pass|slip|skip|kept|appeared|attended|abandon|since|had|original|earlier|previous|initial|was|were)[a-z]*\b[^.;,]*$"
)
"""Before such a day that is over, or holds no longer."""
_EVENT: Final = re.compile(
    r"['’]s? (?:[a-z0-9-]+ ){0,3}(?:elections?|vote|meetings?|summit|talks|hearing|deadline|"
    r"match|debate|session|speech|game|"
    r"primary|primaries|referendum|conference|ballot|run-?off|race|final|launch|trial|visit|"
    r"protest|march|rally|strike|walkout|stoppage|inauguration)\b"
)


_LOOMS: Final = re.compile(
    _EVENT.pattern + r"[^.;,]{0,40}? (?:looms|approaches|nears|is (?:near|close|looming))\b"
)


def _by_what_follows(before: str, after: str) -> int | None:
    """`Wednesday's ruling` has been, so has `the 3 May attack`; `Sunday's election` may be ahead.

    And so was what `Friday was`. It is ahead where it will not be: `called off Friday's strike`.
    """
    if after[:1] not in {"'", "’"}:
        if _SET_AFTER.match(after) and _DEADLINE_BEFORE.search(before[-24:]):
            return 1
        return -1 if _DONE_AFTER.match(after) or _MISHAP.match(after) else None
    if _EVENT.match(after) is None:
        return -1
    return 1 if _PUT_OFF_BEFORE.search(before[-24:]) or _LOOMS.match(after) else None


def is_of_a_mishap(lower: str, end: int) -> bool:
    """Whether a date tells which of the things that nobody plans is meant: `the 11 September attacks`."""
    return _MISHAP.match(lower, end) is not None


_MISHAP: Final = re.compile(
    r" (?:[a-z-]+ )?(?:attacks?|bombings?|shootings?|massacres?|crash(?:es)?|earthquake|quake|blasts?|"
    r"explosions?|killings?|murders?|raids?|riots?|coup|floods|disaster|accident|collision|derailment|"
    r"stabbings?|assassination)\b"
)


def _main_clause(before: str) -> str:
    """The words of the date's own sentence, without a relative clause that is over."""
    last = 0
    for boundary in _SENTENCE_END.finditer(before):
        last = boundary.end()
    own = before[last:]
    return INSET.sub("", own) if ", wh" in own else own


def _last_cue(before: str) -> re.Match[str] | None:
    last = None
    for cue in CUE.finditer(before):
        last = cue
    return last
