"""Whether a clause that is left of a sentence is whole: nothing it needs was cut off."""

from __future__ import annotations

import re
from typing import Final

from summarizers.sections.pieces import (
    FINITE,
    OPENER,
    QUOTE,
    SAID,
    SPEAKER_LAST,
    SPOKEN,
    SUBORDINATE,
    hangs,
    lacks_what_was_said,
    says,
)
from summarizers.text.alternatives import tree
from summarizers.text.holding import holds_any

_FEWEST_WORDS = 6
_TOLD_OF: Final = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat)\s(?:[\w’'-]+\s){1,3}?(?:I|we|you|he|she|they)\s(?:\w+ly\s)?\w$"
)
_ASIDE: Final = re.compile(r"\s(?:[—–]|--)\s.*?(?:\s(?:[—–]|--)\s|$)")
_NARROWED: Final = re.compile(r"\b(?:that|which|who|whose)\b")
_COORDINATE: Final = re.compile(r"\W*(?:and|so|yet|but)\s+(.{0,100})")
_BESIDE: Final = r",\s(?:by|in|at|for|on|with|after|before|during|according to|as)\s[^,]+"
_APPOSED: Final = re.compile(r",\s(?:an?|the|one|its|his|her|their)\s")
_BETWEEN: Final = re.compile(_BESIDE + r",\s")
_ENDS_ON_VERB: Final = re.compile(FINITE.pattern + "$")
_INTERRUPTED: Final = re.compile(FINITE.pattern + _BESIDE + "$")
"""A verb parted from its object by a phrase in commas: it had lost, by their count, the votes of eleven."""
_DESCRIBED: Final = re.compile(r",\s(?:the|an?|its|his|her|their)\s(?:[\w’'-]+\s){0,3}[\w’'-]+$")
"""A noun whose verb may still come where a relative clause follows: `…, the envoy who brokered it said`."""
_MEANT: Final = re.compile(
    r"\b(?:all|those|any|anyone|anybody|everyone|everybody|someone|some|many|most|few|one|ones"
    r"|only\s\w+|(?:any|every"
    r"|each|no)\s\w+)$"
)
"""Whom or what only the relative clause behind it tells."""
_LISTED: Final = re.compile(r",\s[^,]{2,60}$")
_LAST_PART: Final = re.compile(r",\s(?:and|but|so|yet|while)\s((?:[^,\s]+\s){3,}[^,\s]+)$")
_MEASURED: Final = re.compile(
    r"\b(?:(?:an?|next|first|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|few|several|some|many"
    r"|couple of|just|only"
    r"|mere|clear|working|full)\s(?:second|minute|hour|day|week|month|year|decade)s?"
    r"|just|shortly|soon|right|immediately|even|only\s\w+)$"
)
_MEASURED_FROM: Final = re.compile(r"\W*(?:after|before|ahead|following|since)\b")
"""From when `two weeks` count: cut off, they count from nothing."""
_WAITING: Final = re.compile(
    r"\b(?:that|whether|because)\s((?:(?:the|an?|its|his|her|their|our|no|some|all|most|many|almost"
    r"|nearly|about)\s"
    r"|[A-Z\d])[^,;]*)$"
)
"""A clause that has begun, and its words so far: they need a verb."""
_LISTING: Final = re.compile(r"\b(?:after|before|because|when|while|until)\s([^;]*,[^;]*)$")
"""The same where it begins with several nouns, the last of which is cut off."""
_RELATIVE: Final = re.compile(r"\W*(?:which|who|whose|whom|where|when)\b[^,]*,\s+(\w+)")
_GOES_ON_BESIDE: Final = tree(
    r"(?:and|but|or|so|yet|while|as|after|before|which|who|where|when|according|by|in|on|at|with|for"
    r"|from|to|of"
    r"|despite|because|although|though|including|an?|\w+ing)$"
)
"""What may follow the comma after a relative clause without being the main verb that was waiting."""


def lacks_rest(head: str, tail: str) -> bool:
    """Whether the last part of `head` waits for a verb, or its verb for an object, that stands in `tail`."""
    relative = tail.lstrip(" ,").startswith(("who ", "which ", "that ", "whose "))
    if relative and (_DESCRIBED.search(head) or _MEANT.search(head)):
        return True
    if _APPOSED.match(tail) and _INTERRUPTED.search(head):
        return True
    if _BETWEEN.match(tail) and _ENDS_ON_VERB.search(head):
        return True
    if _MEASURED_FROM.match(tail) and _MEASURED.search(head):
        return True
    waiting = _waits(head, tail)
    if waiting is not None and FINITE.search(waiting[1]) is None:
        return True
    if tail.lstrip().startswith("as well as ") and _LISTED.search(head):
        return True
    last = _LAST_PART.search(head)
    return last is not None and FINITE.search(last[1]) is None


def _waits(head: str, tail: str) -> re.Match[str] | None:
    """The last clause that has begun in `head`, with its words so far; a comma may part several nouns."""
    if tail.startswith(", and "):
        return _LISTING.search(head)
    return None if tail[0] == "," else _WAITING.search(head)


def lacks_speaker(head: str, tail: str) -> bool:
    """Whether `head` quotes what somebody said, and only `tail` tells who."""
    if not holds_any(tail, SPOKEN) or QUOTE.search(head) is None:
        return False
    return SPEAKER_LAST.search(tail) is not None and not says(head)


def is_last(tail: str) -> bool:
    """Whether `tail` is a clause that ends the sentence.

    After `and` there must be a clause of its own, not the last part of a list; after a relative clause the
    main clause must not go on.
    """
    relative = _RELATIVE.match(tail)
    if relative is not None and _GOES_ON_BESIDE.match(relative[1]) is None:
        return False
    coordinate = _COORDINATE.match(tail)
    return coordinate is None or FINITE.search(coordinate[1]) is not None


def stands_alone(text: str) -> bool:
    """Whether `text` reads as a sentence: words enough, a verb in its main clause, all marks closed."""
    opener = OPENER.match(text)
    main = text[opener.end() :] if opener else text
    return (
        len(main.split()) >= _FEWEST_WORDS
        and _has_verb(main)
        and (opener is not None or not _begins_open(text))
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and not hangs(text)
        and not lacks_what_was_said(text)
    )


def _has_verb(main: str) -> bool:
    """Whether a finite verb stands in `main` before a relative clause narrows its subject, or behind it.

    Behind it only where nothing but a pronoun opens that clause: `The deal we told of on Monday holds`.
    """
    verb = FINITE.search(main)
    if verb is not None and _TOLD_OF.match(main, 0, verb.start() + 1) is not None:
        return FINITE.search(_ASIDE.sub(" ", main[verb.end() :])) is not None
    return verb is not None and _NARROWED.search(main, 0, verb.start()) is None


def quotes_whole(result: str, text: str) -> bool:
    """Whether nothing is cut out of the middle of what `result` quotes: it stands so in `text`."""
    if '"' not in result and "“" not in result:
        return True
    return all((one[1] or one[2]).rstrip(" ,.") in text for one in SAID.finditer(result))


def _begins_open(text: str) -> bool:
    """Whether `text` opens with a subordinate clause and never reaches its main clause."""
    return "," not in text and SUBORDINATE.match(text) is not None
