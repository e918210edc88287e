"""Whether a date is only what somebody expects of a market, of prices or of the weather."""

from __future__ import annotations

from typing import Final

from summarizers.sections.deadline_clause import Clause
from summarizers.text.prefilter import AnyOf, Prefiltered
from summarizers.types import Boundary

_QUANTITY: Final = (
    r"\b(?:rates?|inflation|growth|gdp|unemployment|prices?|shares|stocks|index|yields?|oil|crude|brent|gold|"
    r"copper|wheat|corn|coffee|cocoa|bitcoin|output|demand|sales|profits?|revenues?|earnings|margins?|exports|imports|deficit|surplus|debt|"
    r"population|temperatures?|euro|dollar|pound|yen|yuan|rouble|currency|economy|market)\b"
)
"""What rises and falls by itself."""
_MOVES: Final = (
    r"(?:rise|fall|climb|drop|reach|hit|grow|shrink|slow|ease|cool|double|halve|triple|trade|average|exceed|"
    r"top|peak|decline|increase|decrease|weaken|strengthen|recover|rebound|slip|jump|surge|soar|tumble|slide|"
    r"contract|expand|stay|remain|stand|pick up|go (?:up|down)|be (?:back )?(?:at|above|below|around))\b"
)
_HEDGED: Final = Prefiltered(
    rf"{_QUANTITY}[^,;]{{0,50}}? (?:could|may|might|should|would|likely to|(?:expected|forecast|predicted|"
    rf"projected|tipped|seen|estimated) to)(?: [a-z]+ly)? {_MOVES}[^;]*$"
)
"""`House prices are forecast to rise by 5 per cent by …`."""
_EXPECTED: Final = Prefiltered(
    r"\b(?:expect|forecast|predict|project|anticipate|estimate|see)s?\b(?:(?!\bto (?:cut|raise|lift|set)\b)"
    rf"[^;]){{0,60}}{_QUANTITY}(?: (?:to|will|could|should)(?: [a-z]+ly)? {_MOVES}| (?:of|at|above|below|"
    r"around) [^ ]*\d| (?:back )?[a-z]{3,}ing\b)[^;]*$"
)
"""`The agency expects growth of 1.2 per cent in …`."""
_WILL: Final = Prefiltered(rf"{_QUANTITY}[^,;]{{0,50}}? will(?: [a-z]+ly)? {_MOVES}[^;]*$")
_FORECASTER: Final = Prefiltered(
    r"\b(?:analysts?|economists?|traders|forecasters?|strategists?|forecasts?|predict(?:s|ed)?|projections?|"
    r"projected|estimated?s?)\b"
)
_THOUGHT: Final = Prefiltered(
    r"\b(?:analysts?|economists?|forecasters?|strategists?|investors|traders) (?:[^,;]{0,30} )?(?:think|"
    r"believe|reckon|say|said|see|predict|forecast|estimate)s?\b[^;]{0,80}\b(?:could|may|might|would|will)\b[^;]*$"
)
"""`Analysts think that it could sell two million by …`."""
_GUESSED: Final = AnyOf(_HEDGED, _EXPECTED, _THOUGHT)
FORECASTS: Final = AnyOf(_GUESSED, _WILL)
"""Without these before a date nothing is forecast."""


def is_forecast(clause: Clause, boundary: Boundary) -> bool:
    """Whether the clause before the date tells how something will move that nobody sets.

    From a day on, only what somebody sets changes: `Energy prices could rise from 1 January`.
    """
    if boundary == "from":
        return False
    if _GUESSED.stands_in(clause.before):
        return True
    if _WILL.search(clause.before) is None:
        return False
    return any(_FORECASTER.search(words) for words in (clause.before, clause.after, clause.rest))
