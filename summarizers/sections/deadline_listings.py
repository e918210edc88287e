"""Days of a listing: when a place is open and when a programme is shown, week by week."""

from __future__ import annotations

import re
from typing import Final

from summarizers.text.holding import holds_any

_DAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_TO: Final = r"(?: ?[-–—&] ?| (?:to|and|through|thru|until|till) |, (?:and )?)"
_DAYS: Final = rf"{_DAY}(?:{_TO}{_DAY})+"
_WEEK: Final = r"mondays?(?: ?[-–—] ?| (?:to|through|thru|until) )(?:thurs|fri|satur|sun)days?"
_CLOCK: Final = r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m\b|[ap]\.m\.)?|noon|midday|midnight)"
_HOURS: Final = rf"(?:from |between )?{_CLOCK}(?: ?[-–—] ?| (?:to|until|till|and) ){_CLOCK}"
_KIND: Final = r"(?:opening|office|business|visiting|consulting|reception|box office|surgery|library)"
_LISTING: Final = re.compile(
    r"(?:^\W*|[.:;(] ?|\b(?:is|are|remains?|stays?) )open(?:ed)?(?: to [a-z ]{3,30}?)?(?: on| from)?"
    rf" {_DAYS}"
    rf"(?:,? (?:and )?(?:(?:from|at) {_CLOCK}|{_HOURS}))?"
    rf"|\b{_KIND} (?:hours|times)(?::| are| from| on)* {_DAY}"
    r"(?:(?!\b(?:but|will|must|closes?|reopens?)\b)[^.;])*"
    rf"|\bairs?(?: live| next| again)?(?: on)? {_DAY}(?: (?:night|evening|morning|afternoon))?,?"
    rf" (?:at )?{_CLOCK}"
    rf"|\bairs?(?: live| next| again)?(?: at)? {_CLOCK},? (?:on )?{_DAY}"
    rf"|{_WEEK},? (?:at |from )?{_HOURS}"
    rf"|\b{_HOURS},? (?:on |from |every )?{_WEEK}"
)
_SIGNS: Final = ("open", "hours", "times", "airs", "monday")
"""Without one of these in its sentence no day is."""
_ONCE: Final = re.compile(
    r"\b(?:polls|polling|voting|registration|nominations|applications|bids|bidding|bookings|enrolment|enrollment|"
    r"continues?|sits?|will|would|to|shut|shuts|closed?|closes|strikes?|walk|walks|runs?|held|takes? place|"
    r"next)\b[^.;]*$"
)
"""Before such days, what is to be once: `the bridge will be closed Monday to Friday, 9am to 5pm`."""
_THAT_WEEK: Final = (" next week", " this week")
"""So goes on what is of one week."""


def is_listed(lower: str, at: int) -> bool:
    """Whether the day at `at` of a sentence, in lower case, is one of a listing."""
    if not holds_any(lower, _SIGNS):
        return False
    return any(
        found.start() <= at < found.end()
        for found in _LISTING.finditer(lower, max(0, at - _REACH), at + _REACH)
        if not lower.startswith(_THAT_WEEK, found.end())
        and _ONCE.search(lower, max(0, found.start() - _REACH), found.start()) is None
    )


_REACH: Final = 80
"""Characters around a day in which its listing stands."""
