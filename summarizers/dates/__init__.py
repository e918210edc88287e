"""Dates in running text: recognise, anchor, normalise (TIMEX3). See `find`."""

from summarizers.dates.bounds import bounds
from summarizers.dates.find import find
from summarizers.dates.order import may_be_two_days
from summarizers.dates.types import Timex, TimexType

__all__ = ["Timex", "TimexType", "bounds", "find", "may_be_two_days"]
