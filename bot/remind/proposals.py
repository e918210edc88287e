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
    | fail(?:s|ed|ing|ure)?\ to | turn(?:s|ed|ing)?\ down | reject(?:s|ed|ing|ion)? | refus(?:e|es|ed|ing|al)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_DECIDED = re.compile(
    r"\b(?:agreed|agrees|decided|decides|voted|signed|promised|pledged|accepted|approved|deal|agreement|and|but|as)\b",
    re.IGNORECASE,
)
"""Words behind a proposal with which something else begins, or by which it is more than one."""

_ACCEPTED = re.compile(
    r"""(?<!\bnot\ )(?<!n[’']t\ )(?<!\bnever\ )\b
    (?:accept(?:s|ed) | approve[sd] | grant(?:s|ed) | adopt(?:s|ed) | pass(?:es|ed)
      | (?:gave|gives)\ (?:in|way)\ to | (?:bow|yield)(?:s|ed)\ to
      | agree[sd]\ (?:\w+\ ){0,2}?to(?=\ (?:an?|the|its|his|her|their|[A-Z]\w*[’']s?)\b))
    \ (?:[\w’'-]+\ ){0,6}?(?:offers?|proposals?|requests?|calls?|bid|motion|application|plan)\b""",
    re.VERBOSE,
)
_VERB_AHEAD = re.compile(r"\b(?:to|be)(?:\s+(?:\w+ly|further|again|once\ more))?\s*$", re.IGNORECASE)
_NO_FINITE_VERB = re.compile(r"(?:ing|ion|ment|time|date|deadline|delay)$", re.IGNORECASE)
_BE = re.compile(r"\bbe(?:\s+\w+ly)?\s*$", re.IGNORECASE)
_BE_OF_A_VERB = re.compile(
    r"(?:[’']ll|\b(?:will|would|shall|should|must|can|cannot|could|may|might|to|not))\s+(?:\w+\s+){0,2}?"
    r"be(?:\s+\w+ly)?\s*$",
    re.IGNORECASE,
)


def accepted(clause: str) -> int:
    """Where in a clause the proposal ends that it tells to be accepted; 0 where there is none."""
    found = _ACCEPTED.search(clause)
    return found.end() if found else 0


def proposed(clause: str, cue: str) -> bool:
    """Whether a cue behind this part of its clause names what is proposed, and not what is done.

    `Asked that the truce be extended`, `offered to extend`, `an offer of an extension`; but `extended` by
    itself, as in `after it asked for talks it extended the truce`, is done.
    """
    if _BE.search(clause) and not _BE_OF_A_VERB.search(clause):
        return True
    if not (_VERB_AHEAD.search(clause) or _NO_FINITE_VERB.search(cue)):
        return False
    last = max((one.end() for one in _PROPOSED.finditer(clause)), default=None)
    return last is not None and not _DECIDED.search(clause, last)
