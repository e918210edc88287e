"""What a writer says to readers, and not of the news: greetings, farewells, signatures."""

from __future__ import annotations

import re
from typing import Final

_DAYTIME: Final = r"good (?:morning|afternoon|evening|night|day)"
_GREETING: Final = re.compile(
    rf"(?:{_DAYTIME}|hello|hi|welcome(?: back)?|thanks?(?: you)?|many thanks|goodbye|bye"
    r"|cheers|dear (?:readers?|all|friends|colleagues|editors?|sirs?|madam))\b"
    r"(?:,? (?:and (?:welcome|good|thank|goodbye|hello|bye)\b[^.!]*|all|everyone|everybody"
    r"|readers|again|there|(?:from|to|for|and) [^.!,;]{1,80})){0,3}\s*[.!,:-]*"
)
"""A line that greets and does nothing else; one that goes on (`Good morning rail users face …`) is none."""

_FAREWELL: Final = re.compile(
    r"(?:and )?(?:that[’']s (?:all|it|a wrap)\b|that (?:is|was) (?:all|it)\b)(?: (?:we have|i have))?"
    r"(?: (?:from|for) [^.!,;]{1,60})?(?:,? (?:today|tonight|now|folks))?[.!]?"
    r"|(?:we|i)(?:[’'](?:re|m)| are| am)(?: now)? (?:clos|wrapp|paus|sign|leav|end|hand|go)ing"
    r" (?:(?:up|off|over) )?(?:(?:down|our|this|the|it|here|things|live|blog|page|coverage|there|off|for|to"
    r"|now|today|tonight|colleagues|my|up) ?)+[.!]?"
    r"|(?:more|updates?|details) (?:as (?:i|we) (?:hear|get|have)|to (?:follow|come)|soon|later|below)\b"
    r"[^.!]*[.!]?"
    r"|(?:this|our|the) (?:live )?(?:blog|page|coverage|report) (?:is|has|will)(?: now| be| been)*"
    r" (?:clos|end|paus|updat)ed?\b[^.!]*[.!]?"
    r"|stay (?:with us|tuned)\b[^.!]*[.!]?"
    r"|(?:see|join) (?:you|us) (?:again|tomorrow|here|later|then|on)\b[^.!]*[.!]?"
)
_SIGNATURE: Final = re.compile(
    r"(?:(?:yours|with)(?: \w+)? ?(?:sincerely|faithfully|truly|ever|regards|wishes|thanks|respectfully)"
    r"|(?:kind|best|warm) (?:regards|wishes)|(?:sincerely|respectfully)(?: yours)?"
    r"|sent from my \w+)\b[^.]*[.,]?"
)
_ANY: Final = re.compile("|".join(one.pattern for one in (_GREETING, _FAREWELL, _SIGNATURE)))
_LONGEST: Final = 160
"""Characters of a line that may be a greeting."""


def is_greeting(text: str) -> bool:
    """Whether `text`, one line or sentence, only greets, takes leave or signs."""
    low = text.strip().lower()
    return len(low) <= _LONGEST and _ANY.fullmatch(low) is not None
