"""Of which sort a thing is: a rent law is no cycling law, and pilots strike beside the cabin crew.

Names and dates may be shared by both; what stands before a word such as `law`, or behind `on`, tells them
apart, unless the other text knows it too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from summarizers.text.tokens import content, stem, words

_MEASURES = (
    r"laws?|acts?|bills?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|tolls?|fees?|bans?|quotas?"
    r"|subsid(?:y|ies)|licen[cs]es?|permits?|waivers?|referendums?|contracts?"
)
_WORKERS = (
    r"drivers?|pilots?|crews?|nurses?|doctors?|teachers?|dockers?|miners?|guards?|cleaners?|engineers?"
    r"|lecturers?|actors?|writers?|journalists?|firefighters?|paramedics?|stewards?|handlers?|officers?"
    r"|truckers?|controllers?|porters?|bakers?|judges?|lawyers?|students?|farmers?"
)

_BEFORE = re.compile(
    rf"(?:^[A-Z][a-z]+|\b[a-z]+)(?=[ -]({_MEASURES}|rules?|{_WORKERS}|workers?|staff|employees?)\b)"
)
_BEHIND = re.compile(
    rf"\b({_MEASURES}|vot(?:es?|ing)|ballots?|hearings?)(?: of [\w.,%]+(?: percent| per cent| \w+s)?)?"
    r" (?:on|over|against) ((?:[\w’'-]+ ?){1,5})"
)
_OF = re.compile(
    r"\b(?:on|from|of|in|at|to|by|and|that|which|until|when|after|before|over|will|is|are|was|had|has)\b"
)
_WORKER = re.compile(rf"\b({_WORKERS})\b", re.IGNORECASE)
_UNION = re.compile(r"\bunion ([A-Z][\w’'-]+)")

_ANY_WORDS = """
new newly old own planned proposed promised threatened first last next final current existing draft
national federal state regional local city public private general special similar same such other another
key controversial higher lower raised full partial temporary permanent annual yearly percent per cent
union pass passed sign signed want back announced so-called its their his her this that these those each
every any some all both no more most many few two three four five six seven eight nine ten hundreds
thousands dozens about under over of on in at by for from with as the a an and or but not to is are was
were be has have had will would could said who what when striking unionised unionized senior junior young
male female foreign domestic day week hour month year it them january february march april may june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday
tuesday wednesday thursday friday saturday sunday today tomorrow
"""
_ANY = frozenset(_ANY_WORDS.split()).union(content(words(_ANY_WORDS)))
"""What may stand before any of them and tells no sort."""


@lru_cache(maxsize=4096)
def sorts_of(text: str) -> tuple[str, ...]:
    """The sorts that a text tells, sorted, each as `law:rent`; who strikes is `worker:pilot`."""
    return tuple(sorted({*_before(text), *_behind(text), *_workers(text), *_unions(text)}))


def _before(text: str) -> Iterator[str]:
    for match in _BEFORE.finditer(text):
        sort = match[0].lower()
        if sort not in _ANY and not sort.endswith("ly"):
            yield f"{stem(match[1])}:{stem(sort)}"


def _behind(text: str) -> Iterator[str]:
    for match in _BEHIND.finditer(text):
        for word in content(words(_OF.split(match[2], maxsplit=1)[0])):
            if word not in _ANY and word.isalpha():
                yield f"{stem(match[1].lower())}:{word}"


def _workers(text: str) -> Iterator[str]:
    return (f"worker:{stem(match[1].lower())}" for match in _WORKER.finditer(text))


def _unions(text: str) -> Iterator[str]:
    return (f"union:{stem(match[1].lower())}" for match in _UNION.finditer(text))


def of_two_sorts(
    one: Sequence[str], other: Sequence[str], told: Collection[str], other_told: Collection[str]
) -> bool:
    """Whether both give a sort of one thing, and neither knows that of the other.

    `told` and `other_told` are all the words of what tells of each.
    """
    mine, theirs = _by_thing(one), _by_thing(other)
    return any(
        mine[thing].isdisjoint(other_told) and theirs[thing].isdisjoint(told)
        for thing in mine.keys() & theirs.keys()
    )


def _by_thing(sorts: Sequence[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in sorts:
        thing, _, sort = one.partition(":")
        found[thing].add(sort)
    return found
