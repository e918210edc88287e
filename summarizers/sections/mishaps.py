"""Hard words for what nobody does to anybody: a wall collapses, storms threaten, a gap has been closed.

The police appeal to witnesses, a fire is suspicious, a late strike wins a match.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_HAZARDS: Final = """
storm storms flood floods flooding wind winds rain rains snow ice fire fires wildfire wildfires weather heat
drought surge surges tsunami landslide landslides avalanche avalanches lightning eruption cyclone hurricane
"""
_BUILT: Final = """
building buildings roof roofs bridge wall walls house houses home homes tower ceiling dam mine tunnel scaffold
scaffolding stand floor crane shed barn church school hotel centre center warehouse structure
"""
_PLAYED: Final = """
midfielder striker goalkeeper winger defender goal goals equaliser equalizer penalty keeper fullback
"""
_FORTUNES: Final = "dead drowned killed missing trapped lost buried"
_SETTLED: Final = "removed resolved solved overcome settled closed bridged cleared fixed"
_APPEALED: Final = """
contact evacuate indoors anyone anybody witnesses motorists drivers residents shoppers passengers check
vigilant cautious caution boil
"""
_ODD: Final = "death deaths fire fires package packages activity item object vehicle circumstances device"

_HAZARD: Final = frozenset(_HAZARDS.split())
_THREATS: Final = frozenset({"threat", "threats", "threatening"})
_FALLS: Final = frozenset({"collapse", "collapses", "collapsed", "collapsing"})
_BUILDING: Final = frozenset(_BUILT.split())
_STRIKES: Final = frozenset({"strike", "strikes", "stoppage"})
_PLAYER: Final = frozenset(_PLAYED.split())
_FORTUNE: Final = frozenset(_FORTUNES.split())
_FELT: Final = frozenset({"feared", "suspicion", "suspicious"})
_DOUBTED: Final = frozenset(_ODD.split())
_APPEALS: Final = frozenset({"urge", "urges", "urged", "urging"})
_APPEALED_TO: Final = frozenset(_APPEALED.split())
_TROUBLES: Final = frozenset(
    {"obstacle", "obstacles", "hurdle", "hurdles", "problem", "problems", "issues", "gap", "gaps"}
    | {"difficulty", "difficulties", "delay", "delays", "setback", "setbacks"}
)
_DONE: Final = frozenset(_SETTLED.split())
_BARGAINED: Final = """
talks negotiations deal truce ceasefire agreement pact treaty accord coalition government bid merger peace
plan
"""
_LABOUR: Final = """
union unions worker workers staff pay wage wages contract walkout government ministers industrial teachers
"""
_TAKES_SIDES: Final = "reject oppose boycott vote back support join strike resist defy refuse accept"
_PARLEY: Final = frozenset(_BARGAINED.split())
"""What collapses or is feared dead because of somebody, wherever it is held."""
_STRIKERS: Final = frozenset(_LABOUR.split())
_SIDES: Final = frozenset(_TAKES_SIDES.split())
"""What nobody is asked to do for his own safety."""
_UNDONE: Final = frozenset({"not", "never", "yet"})
_HAVE: Final = frozenset({"have", "has", "had", "were", "was", "are"})
_NONE: Final = frozenset({"no", "without"})
_ANY: Final = frozenset({"not", "don't", "didn't", "doesn't", "never", "without", "cannot", "can't"})
_NEAR: Final = 5
"""Words between a word and what tells that it is meant otherwise."""
_WIDE: Final = 8
"""The same of who bargains."""
_FAR: Final = 40
"""The same of who plays."""

MISHAPS: Final = _THREATS | _FALLS | _STRIKES | _FELT | _APPEALS | _TROUBLES
"""Words that may be meant so."""


def is_hazard(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody threatens: a hazard does, or something is life-threatening."""
    if tokens[word] not in _THREATS:
        return False
    return tokens[max(word - 1, 0) : word] == ["life"] or _has(tokens, word + 1, word + _NEAR, _HAZARD)


def is_misfortune(tokens: Sequence[str], word: int) -> bool:
    """Whether nothing keeps parties apart: a building collapses, or no obstacle is left."""
    own = tokens[word]
    if own in _FALLS:
        return _has(tokens, word - _NEAR, word + _NEAR, _BUILDING) and not _is_of_a_parley(tokens, word)
    return own in _TROUBLES and (_is_absent(tokens, word) or _is_removed(tokens, word))


def _is_of_a_parley(tokens: Sequence[str], word: int) -> bool:
    """Whether talks, or what came of them, stand in front: `talks at the union's building collapsed`."""
    return _has(tokens, word - _WIDE, word, _PARLEY)


def _is_absent(tokens: Sequence[str], word: int) -> bool:
    """Whether there is none: `no obstacles`, `do not see any problems`."""
    before = tokens[max(word - 1, 0) : word]
    if before == ["any"]:
        return _has(tokens, word - _NEAR, word, _ANY)
    return not _NONE.isdisjoint(before)


def _is_removed(tokens: Sequence[str], word: int) -> bool:
    """Whether it is gone: `most of the gaps have been closed`."""
    behind = tokens[word + 1 : word + _NEAR]
    return not _HAVE.isdisjoint(behind[:1]) and not _DONE.isdisjoint(behind) and _UNDONE.isdisjoint(behind)


def is_ill_luck(tokens: Sequence[str], word: int) -> bool:
    """Whether nobody fears anybody: people are feared dead, somebody is held on suspicion of something."""
    own = tokens[word]
    if own == "feared":
        return _has(tokens, word + 1, word + 2, _FORTUNE) and not _is_of_a_parley(tokens, word)
    if own == "suspicion":
        return tokens[max(word - 1, 0) : word] in (["on"], ["for"])
    return own == "suspicious" and (
        tokens[max(word - 1, 0) : word] == ["as"] or _has(tokens, word + 1, word + 2, _DOUBTED)
    )


def is_appeal(tokens: Sequence[str], word: int) -> bool:
    """Whether the public is asked for help or told to take care: `urged to contact police`."""
    if tokens[word] not in _APPEALS or _has(tokens, word + 1, word + _WIDE, _SIDES):
        return False
    return _has(tokens, word + 1, word + _NEAR, _APPEALED_TO)


def is_play(tokens: Sequence[str], word: int) -> bool:
    """Whether a strike or a stoppage is one of a match."""
    own = tokens[word]
    if own == "stoppage":
        return tokens[word + 1 : word + 2] == ["time"]
    near = tokens[max(word - _FAR, 0) : word + _FAR] if own in _STRIKES else ()
    return not _PLAYER.isdisjoint(near) and _STRIKERS.isdisjoint(near)


def _has(tokens: Sequence[str], start: int, end: int, wanted: Collection[str]) -> bool:
    """Whether one of `wanted` stands from `start` up to `end`."""
    return any(one in wanted for one in tokens[max(start, 0) : end])
