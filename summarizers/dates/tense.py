"""Whether the words around a date look back or ahead: its preposition, else the nearest verb."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.patterns import INSET, shared_prefixes
from summarizers.text.alternatives import tree

_WINDOW: Final = 160
_SENTENCE_END: Final = re.compile(
    r"[.!?;\n](?:(?<=[;\n])|(?<!\bv.)(?<!\b(?:vs|mr|ms|dr|st|lt).)"
    r"(?<!\b(?:mrs|gen|sen|rep|gov|rev|col|sgt).)(?<!\b(?:capt|prof).)['\"”’]*\s+(?=\S))"
)
_OTHER_CLAUSE: Final = re.compile(rf"{_SENTENCE_END.pattern}|, (?:which|who|whose)\b")
_AHEAD_BEFORE: Final = tree(
    r"\b(?:(?:until|till|no later than|starting|beginning|effective|due|as (?:soon|early) as|"
    r"(?:rescheduled|postponed|moved|(?:put|pushed) (?:[a-z]+ ){0,6}back|"
    r"pushed(?= (?:[a-z]+ ){1,6}from )|shifted|"
    r"push(?:ed|es|ing)(?= (?:the|its|their|an?) (?:[a-z’'-]+ ){0,4}(?:date|deadline|start|launch|opening|"
    r"vote|hearing|trial|decision|closing|completion|release|delivery|talks|election|meeting|expiry) )|"
    r"delayed|extended|deferred|prolonged|renewed|"
    r"rolled over|adjourned|reserved|slipped|brought forward)[a-z0-9'’., ]{0,50} "
    r"(?:to|until|till)|by (?:an? |another |a further )?[a-z0-9-]+ (?:hours?|days?|weeks?|months?|years?),? "
    r"(?:to|until|till)|(?:scheduled|set|planned|slated|listed|fixed|booked|timed|earmarked|"
    r"convened|called) for|"
    r"(?:called|scheduled|set|planned|arranged|booked|fixed|listed) (?:an?|the|its|their|another) "
    r"(?:[a-z0-9-]+ ){1,3}for|"
    r"(?:calls?|called|plan(?:s|ned)?) (?:[a-z0-9-]+ ){0,2}(?:strikes|walkouts|stoppages|protests|rallies|"
    r"marches|elections|talks|meetings|votes) for|deadline (?:of|is)|"
    r"(?:set|scheduled|fixed) (?:the )?(?:start of the |next )?(?:trials?|sentencing|hearings?|arguments|"
    r"jury selection|closing|opening|launch|vote|elections?|run-?off)\b[a-z’'. ]{0,40} for|"
    r"(?:action|goal|target|trial|sentencing|hearing|court|start|launch|release|opening|closing|effective|"
    r"delivery|decision|payment|expiry|expiration|completion) date (?:of|is)|"
    r"coming|upcoming|rescheduled for|"
    r"(?:(?:lapse|conclude|retire|cease|mature|start|begin|open|reopen|expire|meet|resume|end|close|vote|go|come|return|leave|run|take)s?|"
    r"(?:finishe|launche|publishe|unveil|appear|fall|applie|premiere|walk|"
    r"step|shut|"
    r"stop|quit|join|switche|move|sit)s)"
    r"(?: again| back| forward| out| down| due| live| away| into [a-z]+| effect| place| office| to the polls|"
    r" on (?:sale|strike|trial|show|display|leave|recess|holiday)| under the hammer| in court|"
    r" before [a-z ]{3,20}|"
    r" [a-z]+ly)?(?: at)?|"
    r"(?:is|are) up|(?:dr(?:y|ies)|kicks?|snaps?|goes|go|runs?) (?:up|in|back|live|out|off)|"
    r"(?:reconvene|convene|return|decide|arrive|depart|air)s|follows? (?:on|in)|"
    r"(?:further|extra|another|additional|more) (?:[a-z0-9-]+ ){0,3}(?:days|weeks|months|"
    r"years?),? (?:up )?to|rises(?: for [a-z]+)?|"
    r"(?:rises|falls|increases|drops|goes up|goes down) (?:by|to|from) [^ ]{1,9}(?: per cent|"
    r" percent| million)? on|"
    r"walks? out(?: for [a-z0-9-]+ [a-z]+)?|"
    r"comes? in|(?:stays?|remains?|lasts?|runs?|continues?|holds?)(?: [a-z]+){0,2} through|"
    r"(?:is|are) (?:in (?:force|place|effect|operation)|available|open|closed|valid|on (?:sale|display|show))"
    r" from|"
    r"(?:(?:is|are)(?<!said is)(?<!said are)|(?:remain|stay)s?) (?:open|closed|shut)(?: again)?|"
    r"(?=[efmpt])(?<!\bthe )(?<!\ba )(?<!\bnot )(?<!n['’]t )\b(?:face|play|meet|entertain|take on|travel to)"
    r"s? (?:[a-z'’-]+ ){1,4}(?:at home |away )?on|"
    r"(?=[obs])(?<!\bthe )(?<!\ban )(?<!\ba )(?<!\bnot )(?<!n['’]t )(?<!\bto )\b(?:open|begin|start|"
    r"stage) (?:an?|the|their|"
    r"its) (?:[a-z'’-]+ ){1,5}on)"
    r"(?: on| to| from| through| the| at least| [a-z]{3,6}day(?:,| and|, and))* ?$"
    r"|(?:invite[sd]?|inviting|summon(?:s|ed|ing)?) [^.;,]{2,40} to (?:an?|the|its|their|another|talks)\b"
    r"[^.;,]{0,30}? on $"
    r"|(?:is(?<!said is)(?<!it is)|are(?<!said are)(?<!it are))(?: out)?(?: on| at| in)? ?$"
    r"|(?:is|are) [a-z]{3,}(?:ed|en) from $)"
)
_MAYBE_AHEAD_BEFORE: Final = re.compile(r"\b(?:by|before|through|ahead of)(?: the| at least)* ?$")
_BACK_BEFORE: Final = re.compile(r"\b(?:since|as of|dated|ended|late)(?: on| the)* ?$")
_PAST_PERFECT: Final = re.compile(r"(?<!\bhas )(?<!\bhave )\bhad\b(?!.*\b(?:has|have|will|is|are)\b)")
_PAST_PERFECT_BEHIND: Final = re.compile(rf"[^.;!?]{{0,40}}?{_PAST_PERFECT.pattern}")
_MAY: Final = r"may(?<!\d may)(?<!\d[snrt][tdh] may)(?<!\bof may)(?<!\bin may)(?!,? \d)"
"""The verb, not the month."""
_NOT_YET: Final = "(?: not| also| likely| probably| still| soon)?(?: be [a-z]+| have [a-z]+)"
_MODAL: Final = r"(?:will|won['’]t|shall|would|" + _MAY + r"|might|could(?! not\b|n['’]t\b)|can|should|must)"
_AHEAD_WORDS: Final = (
    "due payable supposed scheduled slated expect expects expected planned planning intend intends hope "
    "hopes aim aims predict predicts begins starts opens holds hosts visits travels hears decides votes "
    "addresses launches resumes reopens convenes delivers airs welcomes chairs reconvenes heads expires "
    "applies lapses ends finishes concludes closes meets goes comes retires publishes unveils upcoming"
)
_BACK_WORDS: Final = (
    "said says told was were had did has have been went came made took gave got held met began became "
    "fell rose left won lost sent saw found kept led ran spoke wrote knew broke grew drew stood struck "
    "shot died cut hit put brought bought sold thought taught caught fought paid heard built spent felt "
    "meant fled flew threw chose rode drove woke stole swore tore wore bore sang sank swam quit beat "
    "shut hurt"
)
_AHEAD: Final = (
    rf"{_MODAL}(?:{_NOT_YET}|\b(?: (?!on\b|in\b|by\b|until\b)[a-z]+){{0,2}})|to{_NOT_YET}|"
    r"to (?:cut|put|shut|hit|quit|beat) (?:[a-z0-9$€£.,%-]+ ){1,5}by|"
    r"(?:promised|pledged|vowed|demanded|ordered|wanted|sought) (?!to )(?:[a-z-]+ ){1,5}by|"
    r"be [a-z]{2,}ed|(?:is|are|be) (?:to|due|set|slated|scheduled|"
    r"expected|planned|supposed|likely|going|heard|held|paid|counted|released|"
    r"published|decided|completed)|set to|plans? (?:to|for|an?|(?:[a-z-]+ ){0,2}(?:strike|walkout|stoppage|"
    r"protest|march|rally|rallie|meeting|talk|vote|hearing)s?)\b|takes (?:effect|place|office)|"
    rf"{shared_prefixes(dict.fromkeys(_AHEAD_WORDS.split(), ''))}|"
    r"(?:agreed|vowed|promised|pledged|decided|threatened|want|wants|wanted|ready|able|"
    r"need|needs|asked|urged|told) [a-z ]{0,20}\bto\b(?! (?:the|an?|its|his|her|their|this|that)\b)"
    r"|(?:is|are) (?:now |also )?(?:meeting|"
    r"planning|preparing|going|coming|holding|hosting|leaving|travell?ing|visiting|expecting|"
    r"heading|hoping|aiming|flying|returning|taking|closing|opening|starting|beginning|ending|"
    r"expiring|voting)"
)
_BACK: Final = (
    r"could(?: not|n['’]t)(?: be)?(?: [a-z]+)?|(?:neither|nobody|no one)\b[a-z'’ "
    r"]{1,60}?\bcould(?: be)?(?: [a-z]+)?|set (?:aside|up|off)|had(?: been)? (?:due|set|"
    r"scheduled|expected|planned|to)(?: to)?(?: [a-z]+)?|"
    rf"{shared_prefixes(dict.fromkeys(_BACK_WORDS.split(), ''))}|"
    r"(?!un[a-z]+ed\b|need|speed|succeed|proceed|exceed|suppos|feed|indeed|hundred|red\b|bed\b|united|"
    r"armed|limited)[a-z]{4,}+(?<=ed)"
)
_SHORT: Final = r"['’](?:(?<=[a-z].)(?:ll|d))\b"
_CUE: Final = tree(rf"\b(?:{_AHEAD}|{_BACK})\b|{_SHORT}")
_AHEAD_CUE: Final = tree(rf"\b(?:{_AHEAD})\b|{_SHORT}")
"""Of what both match at one place, this one has it."""


def direction(lower: str, start: int, end: int) -> int | None:
    """1 if the date at `start`..`end` lies ahead, -1 if it lies back, None if nothing near it says so."""
    before = _main_clause(lower[max(0, start - _WINDOW) : start])
    after = lower[end : end + _WINDOW]
    if _MOVED_AFTER.match(after) or (_SET_DATE_AFTER.match(after) and not _MISSED_BEFORE.search(before)):
        return 1
    ahead = _AHEAD_BEFORE.search(before[-70:])
    if ahead and not _DONE_AFTER.match(after):
        follows = ahead[0].startswith("pushing")  # from what had been done, and may lie ahead of it
        return -1 if not follows and _had(before, after) else 1
    if (told := _by_what_follows(before, after)) is not None:
        return told
    back = _BACK_BEFORE.search(before[-16:])
    if back and not (back[0].startswith("as of") and _is_ahead(before)):
        return -1
    if ("if " in before or "unless " in before or "once " in before) and _IF.search(before):
        return 1
    behind = _last_cue(before)
    cue = None if _CLAUSE_OPENS.search(before[-28:]) else behind
    if cue is None:
        boundary = _OTHER_CLAUSE.search(after)
        cue = _CUE.search(after, 0, boundary.start() if boundary else len(after)) or behind
    perhaps = _MAYBE_AHEAD_BEFORE.search(before[-16:]) is not None and after[:1] not in {"'", "’"}
    if cue is None:
        return 1 if perhaps or _DEADLINE_AFTER.match(after) else None
    return 1 if _looks_ahead(cue) else None if perhaps else -1


def _had(before: str, after: str) -> bool:
    """Whether a verb beside a date tells of what came before something past (`had been due on …`).

    Who says that a thing had been moved to a day says that it will be then.
    """
    if "had been" in before and _SAID_TO_BE_MOVED.search(before):
        return False
    return ("had" in before and _PAST_PERFECT.search(before) is not None) or (
        "had" in after and _PAST_PERFECT_BEHIND.match(after) is not None
    )


_SAID_TO_BE_MOVED: Final = re.compile(
    r"\b(?:said|says|announced|confirmed)\b.*\bhad been\b.*\b(?:rescheduled for|(?:moved|postponed|adjourned|"
    r"delayed|deferred|(?:put|pushed) back) (?:to|until|till))(?: the)? $"
)


def is_done(lower: str, start: int) -> bool:
    """Whether a date stands right behind what was done then: `was arrested in March`, `died on 3 March`."""
    if _IN.search(lower, max(0, start - _LONGEST_IN), start) is None:
        return False
    return _DONE_BEFORE.search(lower, max(0, start - _DEED), start) is not None


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
_DONE_BEFORE: Final = tree(
    r"\b(?:(?:was|were|been) (?:[a-z]+ly )?(?!(?:due|set|scheduled|expected|planned|slated|supposed|"
    r"meant|fixed|"
    r"listed|booked|called|announced|agreed|recorded|registered|proposed|held)\b)[a-z]+(?:ed|en|wn|"
    r"un|ught|ld|nt|rn)"
    r"|had (?:[a-z]+ed|won|lost|begun|left|met|sold|bought|taken|given|said|told)"
    r"|(?<!\bbe )(?:died|fell|won|lost|began|left|met|broke out|took (?:office|effect|place|power)|"
    r"came into force|resigned|(?:re)?opened|"
    r"closed|(?:re)?started|ended|launched|arrived|crashed|collapsed|joined|retired|sank|struck|hit|resumed|"
    r"returned|reappeared|landed|docked|sailed|departed|married|graduated|erupted|surrendered|vanished|"
    r"came back|went (?:back|on sale|on strike|live|bust|missing)))"
    rf"(?: [a-z'’]+){{0,2}}{_IN.pattern}"
)

_IF: Final = re.compile(r"\b(?:if|unless|once) (?!.*\b(?:was|were|had|did|could|would)\b)[^,;:]*$")
_DEADLINE_AFTER: Final = re.compile(
    r"['’]?s? (?:[a-z-]+ )?deadline\b| (?:is|marks) the (?:[a-z-]+ )?(?:deadline|last day|final day|"
    r"cut-?off)\b|,? \(?(?:kick-?off|tip-?off|face-?off|first pitch)\b"
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
    return _AHEAD_CUE.match(cue.string, cue.start(), cue.endpos) is not None


_PUT_OFF_BEFORE: Final = re.compile(
    r"\b(?:suspend|cancel|postpon|avert|scrap|delay|call(?=\w* off ))\w*(?: off)?(?: the)? $"
)
"""Before the day of what will not be: `called off Friday's strike`."""

_DONE_AFTER: Final = re.compile(r"\s+(?:was|were|had)\b")
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
_MISSED_BEFORE: Final = re.compile(
    r"\b(?:miss|pass|slip|skip|kept|appeared|attended|abandon|since|had|original|earlier|previous|initial|was|were)[a-z]*\b[^.;,]*$"
)
"""Before such a day that is over, or holds no longer."""
_EVENT: Final = re.compile(
    r"['’]s? (?:[a-z-]+ ){0,3}(?:elections?|vote|meetings?|summit|talks|hearing|deadline|"
    r"match|debate|session|speech|game|"
    r"primary|primaries|referendum|conference|ballot|run-?off|race|final|launch|trial|visit|"
    r"protest|march|rally|strike|walkout|stoppage|inauguration)\b"
)


_LOOMS: Final = re.compile(
    _EVENT.pattern + r"[^.;,]{0,40}? (?:looms|approaches|nears|is (?:near|close|looming))\b"
)


def _by_what_follows(before: str, after: str) -> int | None:
    """`Wednesday's ruling` has been, and so was what `Friday was`; `Sunday's election` may be ahead.

    It is ahead where it will not be: `called off Friday's strike`.
    """
    if after[:1] not in {"'", "’"}:
        return -1 if _DONE_AFTER.match(after) else None
    if _EVENT.match(after) is None:
        return -1
    return 1 if _PUT_OFF_BEFORE.search(before[-24:]) or _LOOMS.match(after) else None


def _main_clause(before: str) -> str:
    """The words of the date's own sentence, without a relative clause that is over."""
    last = 0
    for boundary in _SENTENCE_END.finditer(before):
        last = boundary.end()
    own = before[last:]
    return INSET.sub("", own) if ", wh" in own else own


def _last_cue(before: str) -> re.Match[str] | None:
    last = None
    for cue in _CUE.finditer(before):
        last = cue
    return last
