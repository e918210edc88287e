"""A question that leans on the one before: "and the soybeans?", "what about Taiwan?", "when?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ask.outlets import other_outlet, stored_outlet
from bot.ask.persons import points_at_a_person
from bot.ask.query import content_words
from bot.domain.question import Turn

_OPENING = re.compile(r"^\s*(?:and|but|or|so|ok|okay|then|also)\b[\s,]*", re.IGNORECASE)
_ABOUT = re.compile(
    r"^\s*(?:(?:and|but|so|ok|okay)[\s,]+)?(?:what|how)\s+about\s+|^\s*(?:and|but|or)\s+", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:for|in|on|with|of|at|about)\s+", re.IGNORECASE)
_BARE = re.compile(
    r"^\s*(?:and\s+)?(?:when|where|why|who|how|how many|how much|since when|until when|by when|by whom"
    r"|says who|according to whom|what else|anything else|why not|how come)"
    r"(?:\s+(?:exactly|is that|was that|then))?"
    r"\s*[?!.]*\s*$",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:it|its|that|this|these|those|they|them|their|he|him|his|she|her|there|the same|the other one)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|said|say|\w{3,}ed)\b",
    re.IGNORECASE,
)
_LATER_VERB = re.compile(rf"\s{_VERB.pattern}", re.IGNORECASE)
_ASKING = re.compile(r"^\s*(?:who|when|where|why|how(?: many| much)?|what|which)\b", re.IGNORECASE)
_ASKS = re.compile(
    rf"{_ASKING.pattern}|^\s*(?:is|are|was|were|did|does|do|has|have|will|can)\b", re.IGNORECASE
)
_LACKING = re.compile(
    r"^\s*(?:(?:who|what|which|when|where|why|how(?:\s+\w+){0,2})\s+)?"
    r"(?:is|are|was|were|did|does|do|has|have|will|can|could|would|should|may|must)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<!^)\b(?!I\b)[A-Z]")
_PREPOSITION = re.compile(r"\b(?:about|on|for|of|with|in|at|to|from|by|against)\s+(?:the\s+)?")
_NAME = re.compile(r"(?<!^)(?<!\w)[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?|the\s+)?[A-Z][\w’'-]*)*")
_SUBJECT = re.compile(
    r"^(?:(?:by\s+)?when|where|why|how|what)\s+(?:is|are|was|were|did|does|do|has|have|will|can|could)\s+"
    r"(?:the\s+)?(?P<subject>\S.*?)\s++\w+$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"^(?:who|what|which\s+\w+)\s+(?:\w+s|\w+ed|is|are|was|were)\s+(?:the\s+)?(?P<subject>.+)$", re.IGNORECASE
)
_OF_A_NAME = re.compile(
    r"^(?i:who|what|when|where|how\s+\w+)\s+(?:is|are|was|were)\s+(?P<subject>[a-z][\w\s-]*?)\s+"
    r"(?:in|at|of|for|on)\s+(?:the\s+)?[A-Z][\w-]*+(?:\s++[A-Z][\w-]*+)*+\s*$"
)
"""The matter of a question about somebody's or some place's: "what is inflation in Valdoro"."""

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_TIME = re.compile(
    r"^(?:(?:in|on|since|before|after|until|during|for|from|over)\s+)?(?:the\s+)?(?:\d{4}|today|yesterday|tomorrow"
    r"|(?:last|past|this|next|previous)\s(?:\w+\s)?(?:day|night|week|weekend|month|quarter|year)s?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|(?:\d{{1,2}}\s+)?(?:{_MONTHS})(?:\s+\d{{1,4}})?)$",
    re.IGNORECASE,
)
"""A time, which takes no place's and no matter's place, only another time's."""

_MONTH = re.compile(rf"(?:{_MONTHS})(?: \d{{4}})?$", re.IGNORECASE)
_SMALL = re.compile(
    r"(?:in|on|since|before|after|until|during|for|from|over|the|last|past|this|next|previous) ",
    re.IGNORECASE,
)

_ARTICLE = re.compile(r"\b(?:the|an?)\b", re.IGNORECASE)

FEW = 3
"""Content words up to which a question that points back cannot stand alone."""

SHORT = 2
"""Content words up to which "what was the fine?" cannot either, though nothing in it points back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A question made whole: `context` are words lent by the question before, `articles` what that cited.

    `own` is the part that was typed, where the rest of the text is only lent.
    """

    text: str
    context: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    own: str = ""

    @property
    def asks(self) -> str:
        """The part that says what is asked for."""
        return self.own or self.text


def resolved(text: str, before: Turn | None, sources: Sequence[str] = ()) -> FollowUp:
    """The question as it stands alone; `text` itself where it does already or nothing came before.

    A question that names nothing ("when?") takes the words of the one before; "and X?" puts X in the place of
    what it is like, or asks X where it is one of `sources`, and a time alone ("Monday?") takes
    the place of another; what points back, or is too short to mean anything alone, takes the earlier
    question's words beside its own, and for "he" or "she" the persons whom the answer named.
    """
    if before is None:
        return FollowUp(text=text)
    earlier = before.understood.rstrip(" ?!.")
    if _TIME.match(alone := text.strip(" ?!.")):
        return FollowUp(text=f"{_at_another_time(earlier, _in_a_sentence(alone))}?")
    about = _ABOUT.match(text)
    new = text[about.end() :].rstrip(" ?!.") if about else ""
    names_nothing = _BARE.match(text) or not (content_words(text) or _POINTING.search(text))
    if names_nothing and not _TIME.match(new):
        asking = _OPENING.sub("", text).rstrip(" ?!.")
        whole = f"{asking.capitalize()}: {' '.join(content_words(earlier))}?"
        return FollowUp(text=whole, articles=before.article_ids)
    if about and new and not (_VERB.search(new) or _ASKING.match(new)):
        return FollowUp(text=_asked_of(new, earlier, sources) or f"{_replaced(earlier, new)}?")
    if _cannot_stand(text, leaning=bool(about)):
        lent = [word for word in content_words(earlier) if word not in content_words(text)]
        own = _OPENING.sub("", text).rstrip(" ?!.")
        persons = before.persons if points_at_a_person(text) else ()
        meant = persons if len(persons) == 1 else ()
        context = (*lent, *(word for name in persons if name not in meant for word in content_words(name)))
        return FollowUp(
            text=f"{own} ({' '.join((*persons, *lent))})?",
            context=context,
            articles=before.article_ids,
            own=own,
        )
    return FollowUp(text=text)


def _cannot_stand(text: str, *, leaning: bool) -> bool:
    if not leaning and not _ASKS.search(_OPENING.sub("", text)):
        return False
    words = len(content_words(text))
    if leaning or _POINTING.search(text):
        return words <= FEW
    lacking = _LACKING.search(text) is not None or (words == 1 and _ASKING.match(text) is not None)
    return words <= SHORT and lacking and not _NAMED.search(text.strip())


def _asked_of(new: str, earlier: str, sources: Sequence[str]) -> str | None:
    """The earlier question put to the source that `new` names, in the place of one that it names itself."""
    outlet = stored_outlet(f"according to {_LEAD.sub('', new)}", sources)
    if outlet is None:
        return None
    asked = stored_outlet(earlier, sources) or other_outlet(earlier)
    if asked and (at := earlier.find(asked.name, asked.start, asked.end)) >= 0:
        return f"{_put(earlier, (at, at + len(asked.name)), outlet.name)}?"
    return f"According to {outlet.name}, {earlier[:1].lower()}{earlier[1:]}?"


def _replaced(earlier: str, new: str) -> str:
    """The earlier question with `new` in the place of what it is like: a name, or else its last matter."""
    if _TIME.match(new):
        return _at_another_time(earlier, new)
    bare = re.sub("^(?:the|an?) ", "", _LEAD.sub("", new), flags=re.IGNORECASE)
    names = list(_NAME.finditer(earlier))
    if bare[:1].isupper() and names and not _LEAD.match(new):
        start, end = names[-1].span()
        start -= len("the ") if new == bare and earlier[:start].endswith("the ") else 0
        return _put(earlier, (start, end), bare)
    if bare[:1].islower() and (of_a_name := _OF_A_NAME.match(earlier)):
        return _put(earlier, of_a_name.span("subject"), _LEAD.sub("", new))
    if span := _last_matter(earlier, bare):
        return _put(earlier, span, bare)
    found = None if bare[:1].isupper() else _SUBJECT.match(earlier) or _OBJECT.match(earlier)
    found = None if found and _ARTICLE.search(found["subject"]) else found
    return _put(earlier, found.span("subject"), bare) if found else f"{earlier}, {new}"


def _in_a_sentence(time: str) -> str:
    """A time as it stands behind other words: `on Monday`, `in May` (which is else what may be)."""
    if _MONTH.match(time):
        return f"in {time.capitalize()}"
    return time[:1].lower() + time[1:] if _SMALL.match(time) else time


def _at_another_time(earlier: str, new: str) -> str:
    starts = (found.start() for found in re.finditer(r"(?<!\S)\w", earlier))
    end = next((start for start in starts if _TIME.match(earlier[start:])), len(earlier))
    return f"{earlier[:end].rstrip()} {new}"


def _last_matter(earlier: str, new: str) -> tuple[int, int] | None:
    """What follows the last preposition, that before a thing where `new` is one, up to the next or a verb."""
    cuts = [found.span() for found in _PREPOSITION.finditer(earlier)]
    things = [cut for cut in cuts if earlier[cut[1] : cut[1] + 1].islower()]
    alike = things if things and new[:1].islower() else cuts
    if not alike:
        return None
    start = alike[-1][1]
    ends = [before for before, _ in cuts if before >= start]
    verb = _LATER_VERB.search(earlier, start)
    end = min([*ends, verb.start() if verb else len(earlier)])
    return start, len(earlier[:end].rstrip())


def _put(text: str, span: tuple[int, int], new: str) -> str:
    return f"{text[: span[0]]}{new}{text[span[1] :]}"
