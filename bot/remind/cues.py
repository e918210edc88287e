"""Words by which a sentence says that a date moved, is disputed, was called off, kept or missed."""

from __future__ import annotations

import re

from bot.remind.proposals import accepted, proposed, taken_up

_FLAGS = re.IGNORECASE | re.VERBOSE

_MORE = r"""(?:\w+\ (?:days?|weeks?|months?)\ more
        |(?:another|an?\ (?:further|extra|additional)|\w+\ more)
        \ (?:\w+\ )?(?:hours|days?|weeks?|months?)(?!\ of\b))"""
"""Time on top of a day, as somebody is given or gets it."""

GIVEN = re.compile(r"g(?:[aieo][vt]|rant)|w[io]n|secure|receive|allow", re.IGNORECASE)
"""How a word for moving begins by which somebody has more time."""

MOVED = re.compile(
    r"""\b(?:
      extend(?:s|ed|ing)? | extension | prolong(?:s|ed|ing)? | prolongation
    | postpon(?:e|es|ed|ing) | postponement | delay(?:s|ed|ing)? | defer(?:s|red|ring)?
    | reschedul(?:e|es|ed|ing) | adjourn(?:s|ed|ing)? | shift(?:s|ed|ing)?
    | push(?:es|ed|ing)?\ (?:\w+\ ){0,9}?back | put(?:s|ting)?\ (?:\w+\ ){0,9}?(?:back|off)
    | (?:bring|brings|brought|bringing)\ (?:\w+\ ){0,9}?forward
    | mov(?:e|ed)\ up
    | (?:move|moves|moved|moving)\b(?=[^.;]*\b(?:to|from|forward|until|back
      |by\ (?:\w+\ ){1,2}(?:days?|weeks?|months?|years?))\b)
    | (?:g(?:ive|ives|ave|iven|iving)|grant(?:s|ed|ing)?)\ (?:\w+\ ){0,9}?{MORE}
    | (?:gets?|got|w[io]ns?|secure[sd]|receive[sd]|allow(?:s|ed))\ (?:\w+\ ){0,3}?{MORE}(?=\ to\ [a-z])
    | (?:will|would)\ now
      \ (?:run|expire|end|lapse|last|remain|stay|continue|hold|begin|start|take\ (?:effect|place)|fall\ due
        |go\ ahead|be\ (?:held|due))
    | now\ (?:runs|expires|ends|lapses|lasts|remains|begins|starts|falls\ due)
    | (?:runs?|remains?|stays?|continues?|lasts?|holds?|in\ (?:force|place|effect))
      \ (?:for\ )?(?:another|a\ further|an\ additional)
    | renew(?:s|ed|ing)?\b
      (?=[^.;]{0,60}\b(?:for|by|until|to|through)\b[^.;]{0,30}\b(?:years?|months?|weeks?|days?|\d+)\b)
    | no\ longer\ (?:\w+\ ){0,3}on\b(?=[^.;]*\bbut\ on\b)
    | slip(?:s|ped)?\ (?:from|to) | new\ (?:date|deadline) | more\ time | rolled\ over
    | (?:later|earlier)\ than\ (?:first|originally|previously|initially|planned|announced)
    | instead\ of\ (?:on\ )?(?=\w+\ \d|\d)
    | not\ (?:on\ )?(?=(?:\d{1,2}\ )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b
      |(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)
    )\b""".replace("{MORE}", _MORE),
    _FLAGS,
)

PUT_OFF = re.compile(
    r"\b(?:postpon(?:e|es|ed|ing)|postponement|reschedul(?:e|es|ed|ing)|adjourn(?:s|ed|ing)?"
    r"|put(?:s|ting)?\ (?:\w+\ ){0,4}?off)\b",
    _FLAGS,
)
"""Words for moving an event: what runs until a day is extended instead."""

STAYS = re.compile(
    r"\b(?:remains?|stays?|continues?|lasts?|runs?|holds?|keeps?|appl(?:y|ies)|in\ (?:force|place|effect))\b",
    _FLAGS,
)
"""Words by which something goes on until a day."""

CALLED_OFF = re.compile(
    r"\b(?:call(?:s|ed|ing)?\ (?:\w+\ ){0,3}?off|cancel(?:s|l?ed|l?ing)?|scrap(?:s|ped|ping)"
    r"|dropp?(?:s|ed|ing)(?!\ out\b)|abandon(?:s|ed|ing)"
    r"|withdr[ae]w(?:s|n|ing)?(?!\ from\ (?!the\ (?:agenda|table)\b))|shelv(?:es|ed|ing)"
    r"|revok(?:es|ed|ing)|rescind(?:s|ed|ing)"
    r"|ax(?:es|ed)|annul(?:s|led)|lift(?:s|ed|ing)|repeal(?:s|ed)|ditch(?:es|ed|ing)|scrub(?:s|bed|bing)"
    r"|avert(?:s|ed|ing)?|back(?:s|ed|ing)?\ (?:away\ from|down\ (?:on|from|over)|out\ of)"
    r"|walk(?:s|ed|ing)?\ away\ from"
    r"|(?:gave|gives|given|giving)\ up(?=\ (?:on\ )?(?:its|their|the|his|her|plans?)\b)"
    r"|revers(?:es|ed|ing)(?=\ (?:its|their|the|his|her|a)\ (?:decision|plans?)\b)"
    r"|terminat(?:es|ed|ing)"
    r"|(?:pull|remov|tak|took|struck|strik)(?:e|es|s|ed|en|ing)?"
    r"\ (?:[\w’'-]+\ ){1,9}?(?:from|off)\ (?:the|its)\ agenda"
    r"|put(?:s|ting)?\ (?:[\w’'-]+\ ){1,8}?on\ (?:hold|ice)"
    r"|(?P<its_own>will\ (?:not\ (?:now\ )?|no\ longer\ )"
    r"(?:take\ (?:place|effect)|go\ ahead|be\ (?:held|due)|happen)(?![^.;]*\bbut\b)"
    r"|(?:is|are)\ no\ longer\ (?:due|planned|scheduled)|(?:is|are)\ not\ going\ ahead"
    r"|no\ longer\ (?:takes?\ place|appl(?:y|ies)(?!\ (?:only|in|to|where|when)\b))"
    r"|(?:is|are)\ (?:now\ )?on\ (?:hold|ice)"
    r"|reopened(?!\ (?:the|an?|its|his|her|their)\b)"
    r"(?![^.;]*\b(?:stays?|remains?|part|partly|partially|only|some|one)\b)"
    r"|(?:is|are)\ (?:now\ )?off(?:\ the\ table)?(?=\s*(?:[,.;]|$|after\b|following\b)))"
    r"|suspend(?:s|ed|ing)?(?=\ (?:[\w’']+\ ){0,4}?(?:strikes?|walkouts?|stoppages?|industrial\ action)\b)"
    r"|(?:adjourn|postpon|delay|deferr|suspend)ed\ (?:\w+\ ){0,12}?"
    r"(?:indefinitely|sine\ die|until\ further\ notice)"
    r"|put\ (?:off|back)\ (?:indefinitely|sine\ die|until\ further\ notice)"
    r"|indefinitely\ (?:adjourn|postpon|delay|deferr|suspend)ed)\b",
    _FLAGS,
)

DISPUTED = re.compile(
    r"\b(?:(?:give|gave|name|named|cite|cited)\ different\ (?:days|dates)|different\ (?:days|dates)\ for"
    r"|(?:disagree|disagreed|differ|differed|dispute|disputed)\ (?:over|on|about)\ (?:the\ |when|which)"
    r"|conflicting\ (?:days|dates)|contradictory\ dates)\b",
    _FLAGS,
)

LAPSED = re.compile(
    r"\b(?:expired|lapsed|ran\ out|ended|missed|failed\ to|collapsed|defaulted|broke\ down|let\ \w+\ lapse"
    r"|passed\ without|came\ and\ went|without\ (?:a\ deal|agreement|an\ agreement))\b",
    _FLAGS,
)

MET = re.compile(
    r"\b(?:approved|adopted|passed|ratified|signed|rejected|voted|ruled|decided|upheld|struck\ down|cleared"
    r"|took\ effect|came\ into\ force|entered\ into\ force|went\ into\ effect|opened|began|started|met\ the"
    r"|submitted|filed|delivered|published|released|paid|completed|freed|handed\ over|elected|convened"
    r"|won(?!\ (?:another|an?\ (?:further|extra|additional)|\w+\ more|\w+\ (?=\w+\ more\b))\b)"
    r"|gathered|heard|announced|arrived|deployed|launched|unveiled|inaugurated|took\ place"
    r"|(?:was|were)\ held)\b",
    _FLAGS,
)

IN_PART = re.compile(
    r"\b(?:half|part|parts|partly|partial(?:ly)?|some|most|many|one|two|three|four|five|several|few)\ of\b"
    r"|\b(?:half|partly|partial(?:ly)?|instalments?|installments?|interim|drafts?|preliminary|first|another|almost|nearly"
    r"|\d+\ of|percent|per\ cent)\b|%",
    _FLAGS,
)
"""Words of a sentence that tells of a part of what is to be done, or of a step towards it."""

UNSURE_BEFORE = re.compile(
    r"\b(?:would|could|might|may|if|unless|whether|not|never|no(?!-)|refus\w+|declin\w+|reject\w*|oppos\w+|ask\w*"
    r"|urg\w+|demand\w*|want\w*|seek\w*|sought|propos\w+|consider\w*|plan(?:s|ning)?|threat\w+|without|talks?"
    r"|discuss\w*|request\w*|call(?:s|ed)?\ for|in\ principle|ready|hop\w+|expect\w*|likely|pressure|debat\w+"
    r"|weigh\w*|attempt\w*|tr(?:y|ies|ied|ying)\ to"
    r"|(?:bid|effort)s?\ to|before|cannot|can’t|can't|n[’']t|until(?!\W+(?:\w+\W+){0,2}\d)|possible"
    r"|possibility|had\ been)\b",
    re.IGNORECASE,
)
"""Words shortly before a cue that take the certainty out of it."""

_UNTRUE = re.compile(
    r"\b(?:nobody|no\ one|none|stop(?:s|ped)?\ short\ of|wrongly|falsely|mistakenly"
    r"|rumou?rs?(?:\ \w+)?\ that)\b",
    _FLAGS,
)
_DENIED = re.compile(
    r"[^.;]*\b(?:(?:is|are|was|were)\ (?:false|wrong|untrue|not\ true|baseless|a\ hoax|mistaken)"
    r"|(?:denied|denies)\ (?:it|this|that|so)\b)",
    _FLAGS,
)
"""By these, before and behind it, what is said is not so."""

UNSURE_AFTER = re.compile(r"^\W*(?:would|could|might|may|if)\b", re.IGNORECASE)

PASSIVE = re.compile(r"\b(?:was|were|been|is|are|be|being|gets?|got)(?:\ \w+ly)?\s*$", re.IGNORECASE)

AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|must|should|to\ be|due\ to|is\ to|are\ to|if|unless)\b", re.IGNORECASE
)
"""A sentence with one of these does not tell an outcome."""

_AS_TOLD = re.compile(
    r"\b(?:said|announced|confirmed|told|reported)\b(?!.*\b(?:if|unless|analysts?|could|not|deni\w+|twice|before)\b)"
    r".*\b(?:(?:it|they|he|she|both)\ would|had\ been)(?=\s*(?:now\ |also\ )?$)",
    re.IGNORECASE,
)
"""`It will`, `has been` as somebody else tells it: no doubt of theirs."""

_PART = r"\b(?:half|parts?|some|most|(?:a|one) (?:third|quarter)) of\b"
_PART_BEFORE = re.compile(
    rf"{_PART}[^,;:]*\b(?:was|were|been|is|are|be|being)(?: \w+){{0,2}}\s*$", re.IGNORECASE
)
_PART_BEHIND = re.compile(rf"\s+(?:only |about |nearly |almost )?{_PART}", re.IGNORECASE)
_IF = re.compile(r"(?:\b(?:if|unless|whether|should)\b|^\W*(?:had|were)\b)[^,;:]*$", re.IGNORECASE)

_TO = re.compile(
    r"(?!.*\b(?:is|are|was|were|comes?|expected|due|decid\w+|vot\w+)\b)"
    r".*\b(?:until|till|through|to)\W+(?:(?:at|least|about|the|early|late|mid|on|end|of|\w+day)\W+){0,3}$",
    re.IGNORECASE | re.DOTALL,
)
"""From a word of moving to the date to which something moves, where nothing else falls on that."""

_WILL = re.compile(r"(?:\b(?:will|would|shall)\b|[’'](?:ll|d)\b)", re.IGNORECASE)

REACH = 36
"""Characters before a cue in which a doubt counts."""


CLAUSE = 160
"""And those in which it is told by somebody, or depends on something."""


def sure(cue: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    """The first cue of this kind that nothing takes the certainty out of, and that is of the whole thing."""
    for match in cue.finditer(sentence):
        before = sentence[max(0, match.start() - REACH) : match.start()]
        nearest = re.split(r"[,;:—–“”\"]", before)[-1]
        far = sentence[max(0, match.start() - CLAUSE) : match.start()]
        as_told = _AS_TOLD.search(far)
        if as_told:
            nearest = re.sub(r"\b(?:would|had been)\s*(?:now |also )?$", "", nearest)
        if _IF.search(far):
            continue
        clause = re.split(r"[,;:—–“”\"]", far)[-1]
        taken = accepted(clause)
        nearest = clause[taken:][-REACH:] if taken else nearest
        behind = sentence[match.end() : match.end() + CLAUSE]
        if proposed(clause, match[0], behind) or _UNTRUE.search(clause) or _DENIED.match(behind):
            continue
        nearest = "" if taken_up(clause, behind) else nearest
        if _PART_BEFORE.search(clause) or _PART_BEHIND.match(sentence, match.end()):
            continue
        if not UNSURE_BEFORE.search(nearest) and not UNSURE_AFTER.match(sentence[match.end() :]):
            return match
    return None


def only_proposed(sentence: str, at: int, *, is_open: bool = False) -> bool:
    """Whether what stands at a place is the date to which somebody offers, asks or tries to move another.

    `is_open` tells that nothing of the sentence is settled: what could, may or is expected to move to the
    place is no more than that. What somebody says it will do is.
    """
    for match in MOVED.finditer(sentence, max(0, at - CLAUSE), at):
        clause = re.split(r"[,;:—–“”\"]", sentence[max(0, match.start() - CLAUSE) : match.start()])[-1]
        in_one = not re.search(r"[;:—–]|,(?! (?:until|to|till|through)\b)", sentence[match.end() : at])
        behind = sentence[match.end() : match.end() + CLAUSE]
        to = is_open and _TO.match(sentence, match.end(), at) and not _WILL.search(clause)
        if in_one and (to or proposed(clause, match[0], behind)):
            return True
    return False


def object_of(match: re.Match[str], sentence: str) -> str:
    """What a cue is about: the words behind it, or in the passive and for `is off` those before it."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    inner = " ".join(match[0].split()[1:-1])
    if PASSIVE.search(before) or match.groupdict().get("its_own"):
        return re.split(r"[;:—–“”\"]", before)[-1]
    return f"{inner} {re.split(r'[,;:—–“”]| and | but ', after)[0]}"
