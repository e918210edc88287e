"""The pieces of an English news sentence that can be told by their first words: patterns only.

Every repetition is bounded or separated by a character of its own, so that no text makes a match slow.
"""

from __future__ import annotations

import re
from typing import Final

from summarizers.text.alternatives import tree
from summarizers.text.holding import holds_any

DAYS: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = (
    rf"{DAYS}(?: (?:morning|evening|night|afternoon))?(?: local time)?"
    rf"(?:,? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?)?"
)
DAY_OPENER: Final = re.compile(
    rf"^(?:(?:(?:Late|Early|Also) )?[Oo]n {_DAY}\s+(?=[A-Z]|the\s(?!\d)|an?\s)"
    rf"|(?:(?:(?:Late|Early|Also) )?(?:[Oo]n )?{_DAY}"
    r"|Yesterday|Today|Meanwhile|However|In addition|Additionally|Also|Separately|Moreover|Furthermore"
    r"|Earlier),\s+)"
)
LEAD: Final = re.compile(
    r"^(?:(?:But|And|Yet|So)(?: (?:also|then))? |Still (?=(?:the|an?|no|its|their|many|some)\b|[A-Z])"
    r"|(?:Meanwhile|However|In addition|Additionally"
    r"|Separately|Moreover|Furthermore|For (?:his|her|its|their) part|Nevertheless|Nonetheless"
    r"|Even so|Still|Instead|Besides|Indeed|In fact|Of course|(?:By|In) contrast|On the other hand"
    r"|At the same time|In the meantime"
    r"|Likewise|Similarly|After all|That said|Then again|All the same|In any case|To be fair),\s+)"
    r"(?=[\w“\"])(?!far\b|to\b|as\b|long\b|much\b|many\b|what\b|that\b)"
    r"(?![^,“\"]{1,60} (?:said|says|added|warned|noted|argued|wrote), (?![“\"]|\w+ing\b))"
)
"""A word that ties a sentence to the one before it: a bullet stands alone.

It stays where who speaks is set between commas behind it (`Still, he said, they will go`).
"""

OPENER: Final = re.compile(
    r"^(?:In|On|At|After|Following|While|As|With|During|Speaking|Calling|Despite|Since|When|By|For|From|Under"
    r"|Amid|Citing|Noting|Although|Though|Because|To)\b[^,;:“”\"]{3,140},\s+(?=[\w“\"])"
)
_GAP: Final = r"[,\s](?:(?<=,)\s++|(?<=\s)\s*+)"
"""White space, behind a comma or not. Whatever begins with a class of characters is found twice as fast."""

PARTED: Final = (
    r"(?!compared\s)(?:[a-z-]{2,}ed|known|led|held|made|signed)\s(?:as|by|in|with|for|to|at|on|from)\s"
)
TAIL: Final = re.compile(
    r"[,;\s](?=[\s—–-])(?:(?:(?<=[,;])\s+|(?<=\s)\s*(?:[—–]|--)\s*)"
    r"(?:(?:which|who|whose|whom|where|as|while|amid|after|following|because|since|despite|and|but|so|yet"
    r"|although|though|even|in|on|at|by|with|for|from|before|during|along|such|particularly|especially|partly"
    r"|(?:most|many|some|all|both|none|half|one|two|several|neither|each)\sof\s(?:which|whom)"
    r"|mostly|like|(?!\w*(?:thing|king|spring|morning|evening)\b)\w{3,}ing(?!\sand\b))\b|(?<=[;—–-]\s))"
    rf"|(?<=,)\s+(?:(?:an?|the|one|its|his|her|their)\s|{PARTED})(?=[^,;“”\"]*$))"
)
"""Most spaces have a letter behind them, and are passed by at once."""

CIRCUMSTANCE: Final = re.compile(
    _GAP + r"(?:in|on|during|at|via|through)\s+(?:an?|his|her|its|their|the|one)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:statement|interview|speech|letter|tweet|memo|briefing|message|remarks"
    r"|(?:social media|blog|online|Facebook|Twitter|Instagram|Telegram|LinkedIn|X) post"
    r"|(?:news|press)\s(?:conference|release))\b"
)
_TOLD_IN: Final = (
    "statement", "interview", "speech", "letter", "tweet", "memo", "briefing", "message", "remarks", " post",
    "conference", "release",
)  # fmt: skip
"""One of these stands in every match of `CIRCUMSTANCE`."""


ADJUNCT: Final = re.compile(
    _GAP + r"(?:during|amid|following|after|as part of|in response to|on behalf of|in conjunction with"
    r"|at the request of|alongside|citing|involving|in order to|in a bid to|in an? (?:effort|attempt) to"
    r"|in the face of|ahead of|before (?:they|it|he|she)\b"
    r"|so (?:that|he|she|it|they)|in which|where|whereby|who|which|because"
    r"|despite|while|when|as well as|(?:aimed|intended|designed) (?:at|to)"
    r"|(?=that )(?<!\bsaid )(?<!\bsays )(?<!\bso )(?<!ed )(?<!\bit )"
    r"that (?:would|will|had|has|have|is|are|was|were|could|can|led|caused|includes?|requires?|allows?"
    r"|sparked|prompted|left))\s"
)
TOLD_THAT: Final = re.compile(
    r"\b(?:said|says|told|tells|adds|shows|claims|believes|thinks|hopes|fears|means|warns|argues|notes|writes"
    r"|reports?|insists|[a-z]+ed)$"
)
"""Before `that` a verb, so no subject ends there: `The Courier also reports that …`."""
REASON: Final = re.compile(r"(?:because|despite|so that|in order to|who|that)\b")
"""Openings of `ADJUNCT` at which what somebody said may end."""
SUBJECT_CLAUSE: Final = re.compile(
    r"^((?:[\w’'-]+ ){1,5}[\w’'-]+),? (?:that|which|who) [^;:“”\"]{10,160}?, "
    r"((?:is|are|was|were|has|have|will|would|could|may|might|must) .+)$"
)
DASH: Final = re.compile(r"\s+(?:[—–]|--)\s")
QUOTE: Final = re.compile('["“”]')
SPOKEN_AFTER: Final = re.compile(r":\s*(?=[“\"])")
INTRODUCED: Final = re.compile(
    r"\b(?:sa(?:id|ys)|add(?:ed|s)|wrote|writes|stat(?:ed|es)|reads?|this|follow(?:s|ing)"
    r"|(?:told|tells) [\w. ]{2,40}|(?:with|in) (?:the|an?|this) \w+)$"
)
"""What only leads up to the quotation behind its colon, and tells nothing by itself."""

BRACKETED: Final = re.compile(r"\s\([A-Z][\w.&/-]*+(?:[ ,-]++[\w.&/’'-]++){0,4}\)")
"""A short form, a party or a day in brackets."""
TOLD_BY: Final = re.compile(
    r",\s[^,;:“”\"]{3,110}\s(?:said|says|told\s(?:(?:an?|the)\s)?[\w’'-]+(?:\s[\w’'-]+){0,3})"
    r"(?:\s[\w ]{2,24})?$"
    r"|,\saccording\sto\s[^,;:“”\"]{2,80}$"
)
"""Who said it, at the end."""
LIST: Final = re.compile(r":\s(?=[^:]*,\s)")
"""Before what belongs to a thing, one after the other."""
BEHIND_QUOTE: Final = re.compile(
    r"\s(?:(?<=,[”\"]\s)(?:and|but|while|by|after|as|in|at|for|with|because|since|which|who|though|although)\b"
    r"|(?<=[”\"]\s)(?:and|but)\s(?=[“\"]))"
)
"""Where the sentence goes on behind what it quotes."""
SECOND_DEED: Final = re.compile(
    r"\sand(?:\s(?:also\s|then\s|later\s|now\s)?(?:(?:will|would|has|have|had|is|are|was|were|could|can|may|might"
    r"|must|should|does|did|do)\s|(?:[a-z]{2,}ed|put|took|made|gave|struck|won|held|set|cut|hit|sent|brought|broke"
    r"|left|lost|kept|met|add|allow|ban|bar|bring|give|impose|keep|let|make|provide|raise|remove|send|stop|take)\s"
    r"(?:(?:the|an?|its|his|her|their|our|all|any|that)\s|(?=\d)))|,\s[^,;:“”\"]{3,80},\s)"
)
"""Where the same subject begins to do another thing."""

WHO_SAYS: Final = re.compile(
    r",\s[^,;:“”\"]{3,80}\s(?:said|says|announced|reported|reports)(?:\s(?:on\s)?\w+day)?$"
)
SAID: Final = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
SAID_LAST: Final = re.compile(
    r"\s[^,;:“”\"]{3,80}\s(?:said|says|announced|reported|reports|told [\w ]{3,30})(?: \w+day)?\.?$"
)
SPEAKER_LAST: Final = re.compile(rf"{SAID_LAST.pattern}|,[”\"]?\s(?:said|says)\s[^;:“”\"]{{3,100}}$")
SPOKEN: Final = ("said", "says", "announced", "report", "told ")
"""One of these stands in every match of `SPEAKER_LAST`."""

QUOTED_FIRST: Final = re.compile(r"^([\"“][^\"“”]+)[\"”](,?\s.+)$")
_TERMS: Final = (
    "unless", "only if", "provided", "pending", "subject to", "until", "except", "on condition", "as long as",
)  # fmt: skip
CONDITION: Final = re.compile(rf"\b(?:{'|'.join(_TERMS)})\b", re.IGNORECASE)
CONTRAST: Final = re.compile(r"\b(?:but|although|though|yet|if|not|never|no)\b", re.IGNORECASE)
FINITE: Final = tree(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|shall|does|did|do"
    r"|[a-z]{2,}ed|cannot|[a-z]+n[’']t|said|say|says|made|took|gave|met|won|lost|told|began|came|left|held"
    r"|kept|put|set|cut|hit|let|sent|sold|bought|paid|built|got|went|saw|found|brought|broke|chose|fell"
    r"|rose|led|struck|wrote|spoke|withdrew|drew|shot|fought|sought|became|ran|wants?|plans?|remains?"
    r"|insists?|intends?|believes?|deny|denies|accuses?|vows?|urges?|note|seeks?|faces?|calls?|requires?|means?|makes?|includes?|allows?|gives?|takes?|holds?|leaves?"
    r"|covers?|begins?|ends?|expires?|comes?|goes|needs?|agrees?|opposes?|rejects?|expects?|hopes?"
    r"|argues?|claims?|demands?|threatens?|supports?|passes|bans?|bars?|keeps?|sets|puts|warns?|results?"
    r"|follows?|marks?|shows?|adds?|looks?|stands?|appears?|becomes?|causes?|raises?|contains?|brings?)\b"
)

_HANGING: Final = tree(
    r"(?:\b(?:and|but|or|because|while|although|though|whose|the|an?|of|to|in|on|at|by|for|with|from|that|than|as|its|his|her|their|which|who|whereby|also|not"
    r"|had|has|have|is|are|was|were|be|been|will|would|could|may|might|can|must|should)|[,:;])$"
)
_LAST_WORD: Final = 10
"""Characters at the end that hold any of these and what stands before it."""


IN_EXCHANGE: Final = re.compile(r"In (?:exchange|return|addition|response|reply|turn) (?=[A-Z])")
"""A whole opening phrase: the name behind it is that of who does a thing, alone or with others."""
DANGLING: Final = re.compile(
    r"^(?:[a-z]\w*(?:ed|ing)|set|held|made|drawn|written|sent|known|due|which|who|where)\b"
)
"""What stood beside the noun of an opening phrase, and dangles without it."""


WHILE_CLAUSE: Final = re.compile(
    r"\W*(?:While|Although|Though|As)\s[^;:“”\"]{8,120}?,\s(?=(?:the|an?|its|his|her|their)\s)"
)
"""The clause before the main one, up to its comma."""
SUBORDINATE: Final = re.compile(
    r"^(?:(?:Whil(?:e|st)|As|After|When|Although|Though|Because|Since|If|Unless|Once|Before|Whereas)\b"
    r"|(?:[\w’'-]+\s){0,4}?(?:[Ss]econd|[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)s?\s(?:after|before)\b"
    r"|(?:Just|Shortly|Soon|Right|Immediately|Even|Only)\s(?:after|before|as|when|if)\b)"
)
LISTED_ON: Final = re.compile(r",\s+\w+ing\b")
_SAYING: Final = (
    "said", "says", "alleged", "added", "argued", "announced", "claimed", "warned", "told", "stated",
    "believes", "thinks", "noted", "reported", "wrote", "declared", "insisted", "suggested", "explained",
)  # fmt: skip
_SAYS: Final = re.compile(rf"\b(?:{'|'.join(_SAYING)})\b")
_SAID_WHAT: Final = re.compile(rf"^[^,\"“”]*\b(?:{'|'.join(_SAYING)})$")


def without(opening: re.Pattern[str], text: str) -> str:
    """`text` without what `opening` matches at its head; a substitution would look for it everywhere."""
    match = opening.match(text)
    return text if match is None else text[match.end() :]


def may_tell_circumstance(text: str) -> bool:
    """Whether `CIRCUMSTANCE` may match somewhere in `text`: words are found sooner than it."""
    return holds_any(text, _TOLD_IN)


def sets_condition(text: str) -> bool:
    """Whether `text` sets a condition, or an end."""
    low = text.lower()
    return holds_any(low, _TERMS) and CONDITION.search(text) is not None


def hangs(text: str) -> bool:
    """Whether `text` ends on a word or a mark after which more must come."""
    return _HANGING.search(text[-_LAST_WORD:]) is not None


def says(text: str) -> bool:
    """Whether somebody says something in `text`, outside a quotation or in it."""
    return _SAYS.search(text) is not None


def lacks_what_was_said(text: str) -> bool:
    """Whether `text` stops where what was said should begin."""
    return text.endswith(_SAYING) and _SAID_WHAT.match(text) is not None
