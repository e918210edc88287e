"""What a deadline is about: at most twelve words of its sentence that read alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarizers.dates import find
from summarizers.dates.lexicon import MONTHS
from summarizers.dates.patterns import shared_prefixes
from summarizers.dates.recognise import lower_case as lowered
from summarizers.sections.deadline_clause import Clause, clause

MAX_WORDS: Final = 12

_ATTRIBUTION: Final = re.compile(
    r"^.{0,80}?\b(?:said|says|announced|told \w+|added|confirmed|warned|reported|stated)\b(?: "
    r"(?:on|late|early|last|earlier|this [a-z]+|in [A-Z]\w+|at [A-Z]\w+))*"
    r"(?: [A-Z][a-z]+day)?(?: that)?,? (?=(?:he|she|it|they|we|i|the|his|her|its|their|a|an|[A-Z])\b)"
)
_TAIL: Final = re.compile(r",? (?:according to|[A-Z]?\w+ (?:said|says|told|reported|added))\b.*$")
_PRONOUN: Final = re.compile(
    r"^(?:and |but |then |also )?(?:he|she|it|they|we|i|you|this|that|which|who|there)\b"
    r"(?:['’](?:ll|d|s|re|ve))?(?: (?:also|will|would|is|are|was|were|has|have|had|now|to|be|"
    r"been|plans?|can|could|may|might|must|should))*\s+",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:and|but|so|then|that|or|as|while|with|also|however|meanwhile|in addition)\b,?\s*|"
    r"^according to [^,]{2,60}, |^['’]s |^[\s,;:.\"“”'‘’()–—-]+",
    re.IGNORECASE,
)
_LEADS: Final = (
    "on|by|until|till|before|through|from|in|at|of|for|as of|starting|beginning|effective|within"
    "|no later than|not later than|after|ahead of|as early as|as soon as|as late as|close of business|the"
    "|at least|around|about|over|during|next|to|set for|late|early"
)
_LEAD: Final = shared_prefixes(dict.fromkeys(_LEADS.split("|"), ""))
_DATE_LEAD: Final = re.compile(rf"(?:,?\s*\b{_LEAD}\b)*\s*$", re.IGNORECASE)
_LEFT_OF_THE_DATE: Final = re.compile(
    r"^[\s,]*(?:(?:eastern|central|pacific|mountain|local)(?: time)?\b|at the (?:earliest|latest)\b|"
    r"or so\b|sharp\b)?[\s,]*",
    re.IGNORECASE,
)
_INSERT: Final = re.compile(
    r", (?:(?:in|of|for|on|to|with) )?(?:which|whom|who|whose|where|an?|the|its|his|her|their|one)\b"
    r"(?:[^,;:“”\"]|(?<=\d),(?=\d)){2,110},(?= [a-z])"
)
_ARTICLE: Final = re.compile(r"\b(?:the|an?|its|his|her|their)\s?$", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?= [a-z])")
_LOOSE_END: Final = re.compile(
    r",? (?:and|but|or|while|as|which|who|that|because|if|unless)(?: \S+){0,3}$|, \S+(?: \S+)?$"
)
"""What a cut may leave hanging."""
_VERB: Final = (
    r"(?:will|would|is|are|was|were|has|have|had|may|might|could|can|must|should|shall|does|did|expects?|"
    r"plans?|wants?|"
    r"hopes?|aims?|said|says|agreed|vowed)"
)
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "we", "i"})
_CONJUNCTION: Final = re.compile(
    rf"^.{{4,}}\s(?:after|as|because|while|when)\s(?=(?:[\w.’'-]+\s){{1,4}}?(?:{_VERB}|[a-z]{{3,}}ed)\b)"
)
"""The last conjunction before a date with a subject and a verb behind it."""


_SUBJECT_END: Final = re.compile(rf",|\s(?:that|which|who|whose|{_VERB}|[a-z]{{4,}}ed)\b")
_ROW: Final = re.compile(r"[:–—] |- ")
_ENTRY: Final = re.compile(r"[,;|] (?=\d)")
"""What stands between a date and its entry in a table, and between one entry and the next."""
_SECOND_VERB: Final = re.compile(rf",? (?:and|but|or)(?: then| also)? (?={_VERB}\b)")
_PLAIN: Final = (
    r"(?:begins?|starts?|opens?|ends?|closes?|expires?|lapses?|finish(?:es)?|runs?|resumes?|reopens?|"
    r"concludes?|"
    r"returns?|takes|goes|comes|meets?|votes|decides|leaves|arrives)"
)
_SUBJECT_AND_VERB: Final = (
    rf"(?!(?:{_VERB}|{_PLAIN}|then|also)\b)(?:[\w.’'-]+\s){{1,4}}?(?:{_VERB}|{_PLAIN})\b"
)
_SECOND_CLAUSE: Final = re.compile(
    rf"^.*\b(?:{_VERB}|{_PLAIN}|[a-z]{{3,}}ed)\s.*\s(?:and|but)\s(?={_SUBJECT_AND_VERB})"
)
"""The last `and` before a date between two clauses: each has a verb, the second a subject of its own."""

_THIRD_CLAUSE: Final = re.compile(rf"(?:^|,? )(?:and|but) {_SUBJECT_AND_VERB}.*")
"""A clause with a subject of its own behind a date."""
_PLAIN_END: Final = re.compile(rf"\s{_PLAIN}\b")
_SECOND_PLAIN: Final = re.compile(
    rf"(?:\d|[a-z]day).*?(?P<and>,? (?:and|but)(?: then| also| again)? )(?={_PLAIN}\b)"
)
"""Between a first date and the verb of a second one (`begins on 10 November and ends`)."""
_NEXT_PLAIN: Final = re.compile(
    rf"(?:^|,? )(?:and|but)(?: then| also| again)? (?:{_PLAIN}|{_VERB})\b.*|^(?:and|but) (?:then )?again\b.*"
)
_AGAIN: Final = re.compile(
    r"(?:\s(?:on|from|at|in|by) (?:the )?(?:[\d.:]+ ?(?:[ap]\.?m\.?|hrs|hours)?|noon|midnight|\d+(?:st|nd|"
    r"rd|th)?"
    r"|(?:\d+ )?[A-Z][a-z]+(?:\.? \d+)?,?)(?: \d{4})?)+,? (?:and|but) (?:then )?again$"
)
"""Before the second of two days of one thing (`closes on Tuesday and again on 14 May`)."""
_GIVES: Final = re.compile(
    r"\b(?:give|gives|gave|given|giving|grants?|granted|allows?|allowed)\b[^,;]{0,60}$"
)
_NEXT_CLAUSE: Final = re.compile(r"[,;:]| (?:and|but|while|with) ")
_RELATIVE: Final = re.compile(r"\b(?:which|who|whose)\s*$")
_LAST_NOUN: Final = re.compile(
    r"(?:^|\s)((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)"
    r"(?:\s(?!(?:the|an?|its|his|her|their|our|that|which|who)\b)[^\s,;:]+){1,8})$"
)
_STATES: Final = re.compile(
    rf"\s(?:{_VERB}|[a-z]{{2,}}ed|needs?|seeks?|requires?|awaits?|faces?|backs?|threatens?|gave|made|took|won|lost)\b"
)
_WHOSE: Final = re.compile(r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}), whose\s*$")
_LOST: Final = re.compile(r"(?:was|were|is|are|has|have|had|by which|in which|of which|[a-z]+ed)\b")
_SAID: Final = re.compile(
    r"^(?:just |also |later )?(?:said|says|announced|added|confirmed|warned)(?: that)?\s+"
)
_SPEAKER: Final = re.compile(
    rf"^(?P<who>[A-Z][^,;:“”\"]*?)\s(?:{_VERB}[^,;:“”\"]*\s)??(?:said|says|announced|added|confirmed|warned)"
    r"(?: on [A-Z]\w+day)?(?: that)?\s*$"
)
_HIMSELF: Final = re.compile(r"^\s*(?:it|he|she|they)\s")
_AUXILIARY: Final = re.compile(r"\b(?:is|are|was|were|will|would|may|might|could|must|should|set|due)\b")
_FEWEST: Final = 3
_SUBJECT_WORDS: Final = 6
_MOST_CHARS: Final = 60
_FEWEST_LEFT: Final = 4
_WEAK_WORDS: Final = (
    "a about after also an and are as at be been before between but by even for from had has "
    "have her his if in into is its just more no not of on or over per s set than that the their these "
    "this those through to until was were when which while who will with would"
)
_WEAK_END: Final = frozenset(["", *_WEAK_WORDS.split()])
"""Words with which nothing ends, and a bare mark."""

_OPENING_WORDS: Final = (
    "in on at for with by from that which who whose as unless if after before between among against over "
    "under because while when where whether and or but since during through including than amid despite "
    "without of"
)
_OPENERS: Final = frozenset(_OPENING_WORDS.split())
"""Words before which a sentence may end."""

_NAMES: Final = re.compile(r"[A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*){0,3}")
_SHORTEST_NAME: Final = 3
_PLAINLY: Final = 7
"""Words up to which what a deadline is about may need to be told from another's."""


def about(sentence: str, start: int, end: int, context: str = "", around: Clause | None = None) -> str:
    """The clause of `sentence` with the date at `start`..`end`, without that date.

    `around` is that clause in lower case, where it is known already.

    A clause that has lost its subject (`which was due to expire`) borrows the first words of the sentence;
    one that names nobody (`A decision is expected`) is given `context` in brackets, if there is any.
    """
    return in_context(_told(sentence, start, end, around), context)


def in_context(found: str, context: str) -> str:
    """A few words that name nobody with `context` in brackets, if there is any and room for it."""
    named = any(word[:1].isupper() for word in found.split()[1:])
    words = len(found.split()) + len(context.split())
    bare = context and not named and len(found.split()) <= _PLAINLY and words <= MAX_WORDS
    return f"{found} ({context})" if bare and context.lower() not in found.lower() else found


@lru_cache(maxsize=4)
def context_of(title: str, body: str) -> str:
    """The first name in a headline that the text writes as one in mid-sentence; empty if there is none."""
    for match in _NAMES.finditer(title):
        name = match[0]
        if len(name) < _SHORTEST_NAME or _is_a_time(name) or _is_a_word(name, body):
            continue
        if re.search(rf"(?<=[a-z,] ){re.escape(name)}(?!\w)", body):
            return name
    return ""


def _is_a_time(name: str) -> bool:
    """Whether it is a month, a weekday or a feast: `Easter` tells whose strike it is no better."""
    return name.split(maxsplit=1)[0].lower() in MONTHS or bool(find(name, None))


def _is_a_word(name: str, body: str) -> bool:
    low = name.lower()
    return " " not in name and low in body and re.search(rf"\b{re.escape(low)}\b", body) is not None


def _told(sentence: str, start: int, end: int, around: Clause | None) -> str:
    before = _INSERT.sub("", sentence[:start])
    whole = before + sentence[start:]
    at, stop = len(before), len(before) + end - start
    if around is None or at < start:
        around = clause(lowered(whole), at, stop)
    article = _ARTICLE.search(whole[: around.start])
    first = article.start() if article else around.start
    head = _verb_phrase(_within(_AGAIN.sub("", _DATE_LEAD.sub("", whole[first:at]))))
    tail = _LEFT_OF_THE_DATE.sub("", whole[stop : around.end])
    if not head.strip() and (row := _ROW.match(tail)):
        return _cut(_words(_ENTRY.split(tail[row.end() :], maxsplit=1)[0]))
    head = _spoken_by(whole[: around.start], head)
    given = _GIVES.search(head) if tail.startswith("to ") else None
    if given is not None:
        whom = given[0].partition(" ")[2].strip()
        head = whom if len(f"{head} time {tail}".split()) > MAX_WORDS and whom else f"{head.rstrip()} time"
    if head.strip():
        tail = _THIRD_CLAUSE.sub("", _NEXT_PLAIN.sub("", tail))
    if len(head.split()) > _FEWEST:
        tail = _NEXT_CLAUSE.split(tail, maxsplit=1)[0]
    short = _cut(_words(_without_attribution(f"{head.strip()} {tail}".strip())))
    whose = _WHOSE.search(whole[: around.start])
    if whose and head.strip():
        told = _cut(_words(f"{head.strip()} {tail}".strip())).split()
        return " ".join([*told[: MAX_WORDS - len(whose[1].split())], f"({whose[1]})"])
    relative = _RELATIVE.search(whole[: around.start]) is not None
    if relative or (around.start and (len(short.split()) < _FEWEST or _LOST.match(short))):
        lent = _antecedent(whole[: around.start], head) if relative else ""
        short = lent or _borrowed(_without_attribution(whole), head if relative else short)
    return short or _cut(_words(sentence)) or sentence.strip()[:_MOST_CHARS]


def _within(head: str) -> str:
    """The words before a date from the conjunction on that opens its clause: `Oil fell after they agreed`."""
    inner = _CONJUNCTION.search(head) or _SECOND_CLAUSE.search(head)
    return head if inner is None else head[inner.end() :]


def _spoken_by(before: str, head: str) -> str:
    """`head` with the speaker's name for the pronoun that means him: `The guild said it would`."""
    said = _SPEAKER.match(before)
    if said is None or len(said["who"].split()) > _SUBJECT_WORDS:
        return head
    return _HIMSELF.sub(f"{said['who']} ", head, count=1)


def _verb_phrase(head: str) -> str:
    """The subject and the last verb of the words before a date: `They rejected it and will strike`."""
    second = max(
        _SECOND_VERB.finditer(head), key=lambda found: found.end(), default=_SECOND_PLAIN.search(head)
    )
    subject = _PLAIN_END.split(_SUBJECT_END.split(head, maxsplit=1)[0], maxsplit=1)[0].split()
    if second is None or not subject or len(subject) > _SUBJECT_WORDS:
        return head
    if subject[0].lower() in _PRONOUNS:
        subject = subject[:1]
    return f"{' '.join(subject)} {head[second.end() :]}"


def _antecedent(before: str, head: str) -> str:
    """What `which` takes up and the end of its clause; empty where no noun is plainly meant.

    That is the noun with the last article before it: `needs the backing of the Senate, which is to vote`.
    """
    lead = _RELATIVE.sub("", before).rstrip(" ,")
    named = _LAST_NOUN.search(lead) if _STATES.search(lead) else None
    subject = lead.split() if named is None else named[1].split()
    if named is None and (_STATES.search(lead) or len(subject) > _SUBJECT_WORDS):
        return ""
    verb = _AUXILIARY.search(head)
    return _cut([*subject, *(head if verb is None else head[verb.start() :]).split()])


def _borrowed(sentence: str, short: str) -> str:
    """The subject with which the sentence opens, and the end of the clause from its auxiliary on."""
    subject = _trimmed(_SUBJECT_END.split(sentence, maxsplit=1)[0].split()[:_SUBJECT_WORDS])
    verb = _AUXILIARY.search(short)
    if verb is None or not subject or subject.lower() in short.lower():
        return _cut(_words(sentence))
    return _cut([*subject.split(), *short[verb.start() :].split()])


def _without_attribution(text: str) -> str:
    told = _ATTRIBUTION.sub("", text)
    credited = _TAIL.sub("", told)
    text = _SAID.sub("", credited if len(credited.split()) >= _FEWEST else told)
    without = _PRONOUN.sub("", _LEADING.sub("", text))
    return without if len(without.split()) > 1 else text


def _words(text: str) -> list[str]:
    return _WEEKDAY.sub("", _LEADING.sub("", text)).split()


def _cut(words: list[str]) -> str:
    """At most `MAX_WORDS` words, ended where a sentence may end."""
    if len(words) <= MAX_WORDS:
        return _trimmed(words)
    ends = [n for n in range(_FEWEST_LEFT, MAX_WORDS + 1) if words[n] in _OPENERS]
    found = _trimmed(words[: max(ends, default=MAX_WORDS)])
    shorter = _trimmed(_LOOSE_END.sub("", found).split())
    return shorter if len(shorter.split()) >= _FEWEST_LEFT else found


def _trimmed(words: list[str]) -> str:
    while words and words[-1].strip(".,;:\"“”'’").lower() in _WEAK_END:
        words = words[:-1]
    return " ".join(words).strip(" ,;:.\"“”'‘’()–—-")
