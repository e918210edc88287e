"""A sentence that dates two things in a row: what it says of the second one, with what both share.

`The court will hear the case on 3 May and rule by 9 June` says that the court will rule by 9 June.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from summarizers.dates.recognise import lower_case

_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
_DATE: Final = (
    rf"(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"(?:,? (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}))?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{_MONTH})?|{_MONTH}(?: \d{{1,2}})?)(?:,? \d{{4}})?"
)
_PREPOSITION: Final = r"(?:on|by|in|at|from|until|before|for|to|with)"
_TWO: Final = re.compile(
    rf" (?P<when>(?:on|by|in|from|until|before|at|for) {_DATE})"
    r"(?P<more>(?: (?!and\b)[\w’'-]+){0,4}?)"
    r",? (?:and|but|then)(?: then| also)? (?P<second>[^;]+)$"
)
"""A first date behind words without a mark, and what stands behind the `and` that follows, in lower case.

Where `re` is to ignore the case itself it tries each of many alternatives, where else most fail at a glance.
"""

_SECOND_DAY: Final = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}})"
    r"(?!\w|[’'])"
)
"""`Shops open on Saturday and Sunday for all` says of both days the same, and no Sunday opens."""

_MARK: Final = re.compile("[,;:]")

_ANOTHER_BEFORE: Final = re.compile(
    rf"(?P<at>\b{_PREPOSITION} )(?<!between ){_DATE},? (?:and|or|&) (?:{_PREPOSITION} )?$", re.IGNORECASE
)
_LONGEST_LINK: Final = len(" and before \n")
ANOTHER_BEHIND: Final = re.compile(
    rf"^,? (?:(?:and|or|&) (?:{_PREPOSITION} )?|from ){_DATE}(?!\w|[’'])(?= *(?:[.,;:)]|$|at |in |with ))",
    re.IGNORECASE,
)

_MODAL: Final = re.compile(
    r"^.+? (?:will|would|must|shall|might|could|should|can|(?:is|are|has|have|plans?|wants?|hopes?|expects?|"
    r"aims?|agreed|due|set|expected|scheduled) to)\b"
)
_PASSIVE: Final = re.compile(r"^.+? (?:be|is|are|was|were)\b(?= [a-z]+(?:ed|en|wn|ut|ld)\b)")
_DONE: Final = re.compile(r"[a-z]+(?:ed|en|wn|ut|ld)\b")
_BARE: Final = re.compile(
    r"(?:rule|vote|decide|meet|report|reconvene|leave|travel|fly|speak|appear|testify|retire|resign|sit|strike|"
    r"respond|reply|step|go|come|arrive|depart|finish|conclude|stop|launch|publish|sign|hold|host|elect|appoint|"
    r"announce|unveil|submit)\b"
    r"|(?!(?:on|by|in|at|from|until|before|for|to|with|the|an?|its|his|her|their|is|are|not)\b)"
    r"[a-z]{2,}(?<!s)(?<!ing)(?<!ed) (?:the|an?|its|his|her|their|it|them|up|out|off|down|over)\b"
)
"""A verb without an ending: by itself a known one, any other before its object."""
_SENTENCE: Final = re.compile(
    r"(?:[\w’'-]+ ){0,5}?(?:is|are|was|were|has|have|had|will|would|must|shall|may|might|could|should|can|"
    r"(?:begin|start|open|end|close|expire|lapse|run|resume|return|take|meet|vote|decide)s)\b"
    r"|(?:begin|start|open|end|close|expire|lapse|run|resume|return|again)\b"
)
"""What has a verb that shows its own tense, with a subject or without: it shares less."""
_BEGINS: Final = re.compile(
    r"(?:begin|start|open|end|close|expire|lapse|reopen|resume|restart|return|run|shut|adjourn) "
    r"(?:on|in|by|at|from|until)\b"
)
"""A bare verb right before its date, behind a modal no noun: `will shut on 3 May and reopen on …`."""
_NOT: Final = re.compile(r"\bnot\b|n['’]t\b")
_NOUN: Final = re.compile(rf"(?P<noun>[\w’'-]+(?: [\w’'-]+){{0,3}}?)(?P<rest>(?: {_PREPOSITION}\b.*)?)$")
_VERB: Final = re.compile(
    r"^(?P<subject>.+?) (?P<verb>(?:(?:will|would|must|shall|may|might|could|should|can)(?: be)? [a-z]+|"
    r"(?:is|are) (?:due|set|[a-z]+ed|to [a-z]+)|(?:begin|start|open|end|close|launche|expire|lapse|play|hold|"
    r"publishe|release|host|visit|face|vote|meet|sit|decide|rule|report|strike|elect|choose|pick)s?)"
    r"(?: (?:due|open|in|out|back|up|off|down|over))?)(?P<object>(?: .*)?)$"
)


class Halves(NamedTuple):
    """What a sentence says of each of two dated things, the first up to its own words."""

    first: str
    second: str


@lru_cache(maxsize=16)
def halves(text: str) -> Halves | None:
    """Both halves of `text`, each whole; None where it dates one thing or the second lacks nothing.

    Nor are there any where one is denied.
    The words of `text` are kept, those that both share stand in each.
    """
    low = lower_case(text)
    two = _TWO.search(low, 1) if " and " in low or " but " in low or " then " in low else None
    if two is None or _MARK.search(low, 0, two.start()) is not None or _SECOND_DAY.match(two["second"]):
        return None
    first, second = text[: two.start()], text[two.start("second") : two.end("second")]
    if " but " in text and _NOT.search(first):
        return None
    modal = _MODAL.match(first) if _BEGINS.match(second) else None
    if modal is None and _SENTENCE.match(second):
        return None
    whole = f"{modal[0]} {second}" if modal else _whole(first, second)
    return None if whole is None else Halves(text[: two.end("more")], whole)


def is_linked(before: str) -> bool:
    """Whether a date may share its words with another one before it, or that with it."""
    return " and " in before or " but " in before or " or " in before or " & " in before


def another_before(before: str) -> re.Match[str] | None:
    """Right before a date, another of the same thing (`are set for 3 May and 9 June`); `at` leads to it."""
    return _ANOTHER_BEFORE.search(before) if is_linked(before[-_LONGEST_LINK:].lower()) else None


def affirmed(before: str) -> str | None:
    """The words before a date without the day that they deny: `The court will sit not on 3 May but on`.

    None where they deny none, or begin too far away.
    """
    if not before.endswith(_BUT):
        return None
    found = _NOT_BUT.search(before, max(0, len(before) - _WINDOW))
    return found and f"{before[: found.start()]} {found['verb'] or ''}{found['at'] or ''}".rstrip() + " "


_BUT: Final = (" but ", *(f" but {at} " for at in ("on", "in", "at", "by", "until")))
_NOT_BUT: Final = re.compile(
    r" not (?P<verb>[a-z ]{1,60} )?(?:on|in|at|by|until) [\w ]{2,30} but (?P<at>[a-z]+) $"
    rf"| not {_DATE} but $",
    re.IGNORECASE,
)
_WINDOW: Final = 140


def _whole(first: str, second: str) -> str | None:
    """`second` with the subject and the verb of `first`, as far as it lacks them."""
    modal, passive = _MODAL.match(first), _PASSIVE.match(first)
    if passive and _DONE.match(second):
        return f"{passive[0]} {second}"
    if modal and _BARE.match(second):
        return f"{modal[0]} {second}"
    if re.match(rf"{_PREPOSITION}\b", second):
        return f"{_before_its_like(first, second)} {second}"
    return _with_noun(first, second)


def _before_its_like(first: str, second: str) -> str:
    """`first` up to the phrase whose place that of `second` takes: `meet in Oslo` before `in Riga on …`."""
    opener = re.escape(second.split(maxsplit=1)[0])
    takes = re.fullmatch(rf"(.{{8,}}?) {opener} (?:[A-Z][\w’'-]*|the [\w’'-]+)(?: [A-Z][\w’'-]*)*", first)
    return takes[1] if takes and re.match(rf"{opener} {_DATE}", second, re.IGNORECASE) is None else first


def _with_noun(first: str, second: str) -> str | None:
    """The noun with which `second` opens, in the place that its like has in `first`."""
    verb, noun = _VERB.match(first), _NOUN.match(second)
    if verb is None or noun is None:
        return None
    if verb["object"].strip():
        return f"{verb['subject']} {verb['verb']} {second}" if _alike(verb["object"], second) else None
    if not _agree(verb["verb"].split()[0], noun["noun"]):
        return None
    return f"{noun['noun']} {verb['verb']}{noun['rest']}"


def _alike(first: str, second: str) -> bool:
    """Whether both open as a verb's objects of one sort do; who else does it looks otherwise."""
    return any(sort.match(first.lstrip()) and sort.match(second) for sort in _SORTS)


_SORTS: Final = (
    re.compile(r"(?:\d+|another|one|two|three|four|five|six|seven|eight|nine|ten|more) "),
    re.compile(r"its "),
    re.compile(r"an? "),
    re.compile(r"(?:Mr |Ms |Mrs )?[A-Z][\w’'-]*+(?: [A-Z][\w’'-]*+)*(?: (?:on|by|in)\b.*)?$"),
)
"""Numbers, what is its own, one of each, and names."""


def _agree(verb: str, noun: str) -> bool:
    """Whether one or several do it, by what can be seen of both words; a modal goes with any."""
    if _MODAL.match(f"x {verb}"):
        return True
    return (verb == "is" or (verb.endswith("s") and verb != "discuss")) != noun.endswith("s")
