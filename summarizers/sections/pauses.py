"""Whether what is stopped or taken up again concedes nothing: a match is suspended, a road reopens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPPED: Final = "suspend suspends suspended suspending called"
_TAKEN_UP: Final = (
    "resume resumes resumed resuming reopen reopens reopened reopening restore restored restoring"
)
PAUSES: Final = frozenset((*_STOPPED.split(), *_TAKEN_UP.split()))

_RUNNING: Final = """
match matches game games play race season tournament concert show festival conference search road roads bridge
bridges lane lanes street streets highway railway traffic airport flight flights bus buses school schools
classes campus campuses lessons shop shops store stores retail restaurants museum power electricity water
deliveries parliament session sessions
"""
_RUNS: Final = frozenset(_RUNNING.split())
"""What runs and stops by itself or by order, whatever anybody agrees to."""

_YIELDED: Final = "strike strikes blockade sanctions tariffs siege"
_CONCEDES: Final = frozenset(_YIELDED.split())
"""What somebody gives up, wherever it was: `suspended the strike at schools`."""

_REACH: Final = 7


def is_pause(tokens: Sequence[str], word: int) -> bool:
    """Whether the word tells only that something stops for a while, or runs again."""
    around = tokens[max(word - _REACH, 0) : word + _REACH]
    return tokens[word] in PAUSES and not _RUNS.isdisjoint(around) and _CONCEDES.isdisjoint(around)
