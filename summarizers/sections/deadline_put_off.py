"""A day that a thing was set for until the same clause says that somebody puts it off or stops it."""

from __future__ import annotations

import re
from typing import Final

from summarizers.text.prefilter import Prefiltered

_MOVED: Final = r"(?:delayed|postponed|deferred|put (?:off|back)|pushed back)"
_STOPPED: Final = (
    r"(?:suspended|shelved|scrapped|cancell?ed|frozen|froze|halted|paused|abandoned|axed|put on hold|"
    r"called off|withdrawn|brought forward|moved up)"
)
_DECIDED_TO: Final = r"(?:agree[ds]|decide[ds]|vote[ds]|chose|opted|forced) to "
_DOES_MOVE: Final = rf"{_DECIDED_TO}(?:delay|postpone|defer|put (?:off|back)|push back)"
_DOES_STOP: Final = (
    rf"{_DECIDED_TO}(?:suspend|shelve|scrap|cancel|freeze|halt|pause|abandon|axe|put on hold|call off|"
    r"withdraw|bring forward|move up)"
)
_NOT_SURELY: Final = (
    r"(?<!not )(?<!n['’]t )(?<!not yet )(?<!never )(?<!be )(?<!to )(?<!could )(?<!may )(?<!might )"
)
_OF_A_THING: Final = (
    r"(?<!-)(?<!^)(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bher )(?<!\btwo )"
    r"(?<!\bthree )(?<!\bfour )(?<!\bfive )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
    r"(?<!\bremain )(?<!\bremains )"
)
"""Behind one of these it is no act upon another thing: `the suspended mayor`, `was suspended pending …`."""
_WORD: Final = (
    r"(?!(?:to|for|from|until|till|before|after|because|while|when|and|or|as|by|is|are|was|were|with|pending|"
    r"ahead|amid|during|despite|over)\b)[a-z’'-]+"
)
_WHAT: Final = rf"(?:all |the |an? |its |their |his |her |this |that )?(?:{_WORD} ){{0,5}}?{_WORD}"
_SET: Final = r"(?:due|set|scheduled|planned|slated|timed|supposed|meant|expected)"
_AGAIN: Final = (
    r"(?! to (?:resume|restart|reopen|reconvene|return|continue|testify|appear|(?:stand|go on) trial)\b)"
)
"""What pauses until then does not stop, nor is a trial stopped with the firm's funds."""
_WAS_SET: Final = (
    rf"(?:,? (?:which|that) (?:was|were|had been)(?: [a-z]+ly)? (?:{_SET}|to)|,?(?: [a-z]+ly)? {_SET})\b"
    rf"{_AGAIN}(?: (?:[a-z’'-]+ ){{0,5}}?(?:for|on|from|in|at|by))?(?: the)? $"
)
_MOVES: Final = Prefiltered(rf"\b{_NOT_SURELY}(?:{_OF_A_THING}{_MOVED}|{_DOES_MOVE}) {_WHAT}{_WAS_SET}")
_STOPS: Final = Prefiltered(rf"\b{_NOT_SURELY}(?:{_OF_A_THING}{_STOPPED}|{_DOES_STOP}) {_WHAT}{_WAS_SET}")
_BY: Final = re.compile(r",? by(?: another| a further| an extra| up to| at least| about| a| an)? ?")


_IS_SET: Final = Prefiltered(rf"\b{_SET}\b|\b(?:was|were|been) to\b")
"""Where the clause of a day holds none of these, no more is read."""


def is_put_off(clause: str, before: str) -> bool:
    """Whether the words before a day say that what was set for it is put off, brought forward or stopped.

    `delayed its launch, set for …`, `suspended the levy that was to start on …`. `clause` are the words of
    its clause, `before` those of its sentence.
    """
    if _IS_SET.search(clause) is None:
        return False
    return bool(_MOVES.search_end(before, _REACH) or _STOPS.search_end(before, _REACH))


def is_put_off_by(before: str, gap: str) -> bool:
    """Whether the length behind the day and the words `gap` tells by how much it is put off."""
    return _BY.fullmatch(gap) is not None and _MOVES.search_end(before, _REACH) is not None


_REACH: Final = 250
"""Characters before a day within which that is told."""
