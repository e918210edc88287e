"""What stands before the first word of a news sentence: place, day and agency, the time of a live report."""

from __future__ import annotations

import re
from typing import Final

from summarizers.text.holding import holds_any

_FULL_DATE = r"(?:\d\d?(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d\d?,? \d{4})"
_DAY_OF_MONTH = r"(?:\d\d?(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d\d?)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)"
_DATELINE = re.compile(
    rf"^(?:(?:[A-Z][A-Z.’'-]+(?:,? |/)){{1,6}}(?:\w+\.?,? )?(?:\w+\.? \d+ )?|{_DAY_OF_MONTH} )?"
    r"\((?:Reuters|AP|AFP|CNN|CNN Business|UPI|Bloomberg|IPS|dpa)\)\s*(?:[-—–:]+\s*)?"
    r"|^(?:[A-Z][A-Z.’'-]+(?:,? |/)){1,6}(?:[A-Z][a-z]+\.?,? ){0,2}(?:[A-Z]\w{2,8}\.? \d\d?,? )?"
    r"\([A-Z][\w .&-]{1,30}\)\s*[-—–]+\s*"
    rf"|^(?:(?={_MONTH}|\d\d? {_MONTH}){_DAY_OF_MONTH} (?!\(\w+day\b))?"
    r"\([A-Z][\w .&-]{1,30}\)\s*(?:[—–]|--?)\s+"
    r"|^(?:[A-Z][A-Z.’'-]{2,}(?: [A-Z][A-Z.’'-]+){0,3})(?:, [A-Z][\w.]+){0,2}"
    rf"(?:,? {_DAY_OF_MONTH}| \d\d?)?\s+(?:[—–]|--?)\s+"
    rf"|^[A-Z][\w.’'-]+(?:,? [A-Z][\w.’'-]+){{0,4}},? \(?{_FULL_DATE}\)?"
    r"(?:(?: ?[/(][A-Z][\w .&-]{1,30}[/)])?(?:\s*[—–:/]\s*|\s+--?\s+)| \([A-Z]{2,6}\) (?=[A-Z]))"
)
_PLACE_AND_DAY = re.compile(
    r"^(?!(?:On|In|At|By|From|Until|Since|After|Before|Between|The)\b)"
    r"[A-Z][\w.’'-]+(?:[ /][A-Z][\w.’'-]+){0,4},? "
    rf"(?={_MONTH}|\d\d? {_MONTH}){_DAY_OF_MONTH} "
    r"\((?!\w* ?\w*day\b)[A-Z][\w .&-]{1,30}\)\s*(?:[-—–:]+\s*)?(?=[A-Z“\"])"
)
"""`Port Selwyn, Oct 30 (NTW) Officials …`, as agencies write it that set no place in capitals."""
_UPDATE = re.compile(
    r"^(?:update|updated|correction)\b[^:]{0,20}(?:\d\d?:\d\d[^:]{0,20})?:\s+", re.IGNORECASE
)
LIVE_CLOCK: Final = re.compile(
    r"^\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|GMT|UTC|[ECMP]?S?T))?\s*(?:[-—–:|]\s*)?(?=[A-Z“\"])"
)
"""The time that heads an entry of a live report."""

_LISTED: Final = "-—–•*"
_PLACE = r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w.]+)?"
_DASHED_PLACE = re.compile(rf"^{_PLACE}(?:,? (?:and|&) {_PLACE})? (?:—|--) (?=[A-Z])|^[{_LISTED}]+ +")
_STATES = r"(?: \S+){0,24}? (?:said|says|agreed|ha[sd]|have)\b|(?: \S+){1,12}? (?:will|was|were|is|are)\b"
_SPOKEN = r"(?:I|We|You|My|Our|Your|Yes|No|Well|Thank|Let)\b"
"""What people say of themselves and to each other: before it stands who speaks."""

_FIXTURE = (
    r".{0,80}?\b(?:match|game|tie|fixture|derby|clash|(?:been|be|was|were|is|are) (?:moved|postponed|put off|"
    r"rescheduled|replayed|played|abandoned|called off|cancell?ed))\b"
)
_HYPHENED_PLACE = re.compile(
    rf"^[A-Z][a-z]+(?: [A-Z][a-z]+)? [-–] (?!{_SPOKEN}|{_FIXTURE})(?=[A-Z][\w’'-]*(?:{_STATES}))"
)
"""Only before a statement, and not between two teams: `Poland - Germany was moved`."""

_SHORT_PLACES = "ROME|LIMA|OSLO|BAKU|DOHA|KYIV|KIEV|BONN|BERN|CALI|RIGA|JUBA|GAZA|PUNE|LOME|SUVA|APIA"
_BODIES = "ASEAN|UNICEF|UNESCO|UNHCR|BRICS|ECOWAS|MERCOSUR|INTERPOL|EUROPOL|FRONTEX|CITES"
_LABELS = (
    r"FALSE|FAKE|MYTH|CLAIM|HOAX|SATIRE|PARODY|FICTION|SPOILER|RUMOU?R|UNCONFIRMED|UNVERIFIED|MISLEADING|ALLEGED|"
    r"CANCELL?ED|POSTPONED|DENIED|DEBUNKED|REJECTED|RETRACTED|RETRACTION|WITHDRAWN|EXPIRED|OPINION|ANALYSIS|"
    r"COMMENT|PREDICTION|FORECAST|QUESTION|ANSWER|FACT CHECK"
)
"""What takes back or doubts the words behind it: without it they would be news."""
_DAYS = r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|TODAY|TONIGHT|TOMORROW"
"""Heads of a calendar: what happens on them stands behind."""
_TITLES = (
    "THE|MR|MRS|MS|DR|SIR|PRESIDENT|MINISTER|PRIME MINISTER|SENATOR|GOVERNOR|JUDGE|JUSTICE|SPEAKER|CHAIR|"
    "CHAIRMAN|REPORTER|INTERVIEWER|MODERATOR|HOST"
)
_FIRM_DOES = (
    r"(?:(?:Like-for-like|(?:Full|Half)-year|(?:First|Second|Third|Fourth)-(?:half|quarter)|Interim|Pre-?tax|"
    r"Net|Operating|Underlying|Annual|Quarterly|Adjusted|Q[1-4]|H[12]|Comparable) |(?:Sales|Profits?|Shares|"
    r"Revenues?|Earnings|Results|Orders|Output|Loss(?:es)?|Bookings|Turnover|Dividend|Margins?|Income|"
    r"Deliveries|Production|Trading|Buys|Sells|Agrees|Wins|Warns|Posts|Reports|Says|Cuts|Raises|Names|Appoints|"
    r"Launches|Plans|Signs|Sees|Expects|Recalls|Opens|Closes|Hires)\b)"
)
"""What is told of the company named before it: figures without an owner, verbs without a subject."""
_PLACE_AND_COLON = re.compile(
    rf"^(?=[A-Z][A-Z.’'-])(?!(?:{_BODIES}|{_LABELS}|{_DAYS}|{_TITLES})S?\b)"
    rf"(?:[A-Z][A-Z.’'-]{{4,}}|{_SHORT_PLACES}|[A-Z]{{2,}}(?: [A-Z]{{3,}}){{1,2}})"
    rf"(?:, {_DAY_OF_MONTH})?: (?!{_SPOKEN}|{_FIRM_DOES})(?=[A-Z])"
)
"""A place in capitals, as some papers set it: `PARIS: Officials …`; who speaks, or what doubts it, stays."""

OPENINGS: Final = (
    LIVE_CLOCK,
    _UPDATE,
    _DATELINE,
    _PLACE_AND_DAY,
    _DASHED_PLACE,
    _HYPHENED_PLACE,
    _PLACE_AND_COLON,
)
"""Each of them, at the head of a line, is no part of what the line states."""

_SET_OFF: Final = ("(", "—", "–", " -", ":", "/")


def may_open(line: str) -> bool:
    """Whether one of `OPENINGS` may match at the head of a `line` whose words are parted by single spaces.

    Each needs a mark, but that of a list, and a time with a stop in it, which stand at the very head.
    """
    return holds_any(line, _SET_OFF) or line[:1] in _LISTED or line[:1].isdigit()
