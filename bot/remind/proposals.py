"""What is only offered, asked for or tried: an offer to extend a date extends none until it is accepted."""

from __future__ import annotations

import re

_PROPOSED = re.compile(
    r"""\b(?:
      offer(?:s|ed|ing)? | ask(?:s|ed|ing)? | propos(?:e|es|ed|ing|al|als) | seek(?:s|ing)? | sought
    | invit(?:e|es|ed|ing|ation) | suggest(?:s|ed|ing|ion)? | recommend(?:s|ed|ing|ation)? | appeal(?:s|ed)?
    | request(?:s|ed|ing)? | appl(?:y|ies|ied|ying|ication) | motion | bid
    | petition(?:s|ed)? | lobb(?:y|ies|ied|ying) | campaign(?:s|ed|ing)?
    | urg(?:e|es|ed|ing) | press(?:es|ed|ing)? | push(?:es|ed|ing)? | call(?:s|ed|ing)?\ (?:for|on)
    | want(?:s|ed|ing)? | wish(?:es|ed)? | would\ (?:like|prefer) | hop(?:e|es|ed|ing) | negotiat(?:e|es|ing)
    | willing(?:ness)? | open\ to | prepared\ to | ready\ to | (?:try|tries|tried|trying)\ to | yet\ to
    | float(?:s|ed|ing)?(?=\ (?:an?|the|its|plans?|ideas?)\b) | put(?:s|ting)?\ forward
    | disagree(?:s|d|ing|ment)? | rul(?:e|es|ed|ing)\ out
    | fail(?:s|ed|ing|ure)?\ to | turn(?:s|ed|ing)?\ down | reject(?:s|ed|ing|ion)? | refus(?:e|es|ed|ing|al)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DECIDED = re.compile(
    r"\b(?:agreed|agrees|decided|decides|voted|signed|promised|pledged|accepted|approved|deal|agreement"
    r"|and(?! (?-i:[A-Z]))|but|as)\b",
    re.IGNORECASE,
)
"""Words behind a proposal with which something else begins, or by which it is more than one."""

_ACCEPTED = re.compile(
    r"""(?<!\bnot\ )(?<!n[’']t\ )(?<!\bnever\ )\b
    (?:(?:took|takes)\ up(?=\ (?:[\w’'-]+\ ){0,4}?offers?\b)
      | accept(?:s|ed) | approve[sd] | grant(?:s|ed) | adopt(?:s|ed) | pass(?:es|ed)
      | (?:gave|gives)\ (?:in|way)\ to | (?:bow|yield)(?:s|ed)\ to | (?:said|says)\ yes\ to
      | agree[sd]\ (?:\w+\ ){0,2}?to(?=\ (?:an?|the|its|his|her|their|[A-Z]\w*[’']s?)\b))
    \ (?:[\w’'-]+\ ){0,6}?(?:offers?|proposals?|requests?|calls?|bid|motion|application|plan|pressure|demands?
      | (?:proposed|requested|suggested|recommended)(?=\ $))\b""",
    re.VERBOSE,
)
_URGES = re.compile(r"\W+(?:urg|call|ask|press|demand|recommend)(?:s|ed|ing)\b", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"""[^,;:—–]{0,100}?\ (?:was|were|is|are|(?:has|have|had)\ been)\ (?:\w+ly\ |now\ |also\ )?
    (?:accepted|granted|approved|adopted|agreed(?:\ to)?)\b(?!\ (?:if|only)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_A_PROPOSAL = re.compile(
    r"\b(?:offers?|proposals?|requests?|bid|motion|application|appeal|recommendation|suggestion)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:talks?|negotiations?|whether|no|not|never|neither|nor|none|without|n[’']t)\b", re.IGNORECASE
)
_TURNED_DOWN = re.compile(
    r"""(?:(?!\b(?:that|which|who|but|and(?!\ (?-i:[A-Z])))\b)[^,;:—–]){0,100}?
    \ (?:was|were|is|are|(?:has|have|had)\ been|remain(?:s|ed)?)\ (?:\w+ly\ |now\ |still\ |also\ )?
    (?:rejected|refused|denied|blocked|vetoed|dismissed|turned\ down|voted\ down|ruled\ out
      |proposed|requested|sought|suggested|floated|pending|unlikely
      |out\ of\ (?:reach|the\ question)|(?:on|off)\ the\ table|under\ (?:discussion|review))\b
    (?![^.;]*\band\ (?:(?:was|were|is|then|later)\ ){0,2}(?:granted|accepted|approved|agreed)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_VERB_AHEAD = re.compile(r"\b(?:to|be)(?:\s+(?:\w+ly|further|again|once\ more))?\s*$", re.IGNORECASE)
_NO_FINITE_VERB = re.compile(r"(?:ing|ion|ment|time|date|deadline|delay)$", re.IGNORECASE)
_BE = re.compile(r"\bbe(?:\s+\w+ly)?\s*$", re.IGNORECASE)
_BE_OF_A_VERB = re.compile(
    r"(?:[’']ll|\b(?:will|would|shall|should|must|can|cannot|could|may|might|to|not))\s+(?:\w+\s+){0,2}?"
    r"be(?:\s+\w+ly)?\s*$",
    re.IGNORECASE,
)
_SUBJUNCTIVE = re.compile(
    r"""\b(?:offered|asked|proposed|suggested|recommended|requested|urged|demanded)\ (?:[\w’'-]+\ ){0,3}?that
    \ (?:(?!(?:will|would|shall|must|can|to|did|do|does)\b)[\w’'-]+\ )+$""",
    re.IGNORECASE | re.VERBOSE,
)
_BASE = frozenset(
    ("extend", "prolong", "postpone", "delay", "defer", "reschedule", "adjourn", "shift", "renew")
)
"""As `that Japan extend the truce`: of others the verb would have an ending."""


def accepted(clause: str) -> int:
    """Where in a clause the proposal ends that it tells to be accepted; 0 where there is none.

    A motion that urges somebody else is accepted, and nothing is done yet.
    """
    found = _ACCEPTED.search(clause)
    return found.end() if found and not _URGES.match(clause, found.end()) else 0


def proposed(clause: str, cue: str, behind: str) -> bool:
    """Whether a cue between two parts of its sentence names what is proposed, and not what is done.

    `Asked that the truce be extended`, `offered to extend`, `an offer of an extension`; but `extended` by
    itself, as in `after it asked for talks it extended the truce`, is done, and so is what was accepted.
    """
    is_noun, end = bool(_NO_FINITE_VERB.search(cue)), accepted(clause)
    if is_noun and _TURNED_DOWN.match(behind):
        return True
    rest = clause[end:]
    if _SUBJUNCTIVE.search(rest) and cue.lower() in _BASE:
        return True
    last = max((one.end() for one in _PROPOSED.finditer(rest)), default=None)
    if _BE.search(rest) and not _BE_OF_A_VERB.search(rest):
        return not end or last is not None
    if last is None or not (is_noun or _VERB_AHEAD.search(rest)):
        return False
    return not (_DECIDED.search(rest, last) or taken_up(rest, behind))


def taken_up(clause: str, behind: str) -> bool:
    """Whether a sentence tells behind a cue that the proposal which stands before it was accepted."""
    return bool(_A_PROPOSAL.search(clause) and not _DOUBTED.search(clause) and _TAKEN_UP.match(behind))
