"""Whether two reports mean the same real-world deadline, by the words and names that they share.

Two entries for one deadline are a blemish; one entry for two deadlines is a wrong date. So doubt keeps apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from bot.domain.ledger import ENDS, Report
from bot.remind.bystanders import bystanders
from bot.remind.sorts import of_two_sorts
from bot.remind.states import written_as
from summarizers.grounding.names import one_name
from summarizers.text.tokens import content, stem, words

SHARED = 2
"""Words in common from which two reports on one date may be one; one alone is a coincidence."""

SHARE = 0.3
"""And this part of the shorter one's words."""

STRONG, STRONG_SHARE = 3, 0.6
"""The same where the dates differ, or where nothing else says that both tell one story."""

PAIR = 2
"""States that make a treaty, a truce or a dispute."""

_TIME = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
present current currently today tomorrow noon midnight morning afternoon evening night hour day week month
year quarter fortnight
a m p am pm st nd rd th date deadline due expected scheduled planned later earlier next last end begin start
expire expires expiry lapse lapses run runs close closes open opens time new old now still set
final previously originally first announced than instead
extend extended extension prolong prolonged postpone postponed postponement delay delayed push pushed back put
move moved reschedule rescheduled defer deferred bring brought forward adjourn adjourned shift shifted
call called off cancel cancelled canceled scrap scrapped drop dropped withdraw withdrawn shelve shelved
shut shuts closure closures closing
take takes effect force come comes said say must reach place go goes
"""
_ABOUT_TIME = frozenset(content(words(_TIME)))
"""Words that any two reports on dates may share."""

_ALIKE = {
    stem(word): group.split()[0]
    for group in (
        "decide decision ruling rule rules judgment verdict",
        "vote votes voting ballot poll",
        "meet meeting talks talk",
        "file filing submit submission lodge",
        "strike walkout stoppage",
        "truce ceasefire armistice arrangement",
        "law act statute",
        "offer bid",
        "union unions",
        "hearing hear hears heard argument arguments",
        "hold holds held",
    )
    for word in group.split()
}
"""Words that reporters use for one another in speaking of dates."""

_PART_OF_A_YEAR = re.compile(
    r"\b(?:(?:first|second|third|fourth)[ -](?:quarter|half)|[QH][1-4]"
    r"|(?:an?|one|two) (?:third|fourth|fifth)s?)\b",
    re.IGNORECASE,
)
_WALK_OUT = re.compile(
    r"\b(?:walk(?:s|ed|ing)? out|down(?:s|ed|ing)? tools|stop(?:s|ped|ping)? work)\b", re.IGNORECASE
)
_ORDINAL = frozenset(content(words("second third fourth fifth phase round stage interim preliminary runoff")))


@lru_cache(maxsize=4096)
def topic_words(text: str) -> tuple[str, ...]:
    """What a text is about: stems of its words without time and moving, synonyms as one, sorted."""
    told = content(words(_WALK_OUT.sub(" strike ", _PART_OF_A_YEAR.sub(" ", text))))
    stems = {_ALIKE.get(one, one) for one in told if one not in _ABOUT_TIME}
    return tuple(sorted(one for one in stems if one[0].isalpha() and len(one) > 1))


def same_story(one: Report, other: Report) -> bool:
    """Whether their articles share names enough; copies and revisions of one article do.

    A country and its people (`China`, `Chinese`; `US`, `American`) are one name. Of an item so short that
    it has but one name, that name and words which leave no doubt do.
    """
    if one.article_id == other.article_id:
        return True
    mine, theirs = known_by(one), known_by(other)
    mine, theirs = mine | _titled(one, theirs), theirs | _titled(other, mine)
    shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
    if shared == fewer == 1:
        return strongly_alike(one, other)
    return shared >= SHARED and shared >= SHARE * min(fewer, 8)


def known_by(report: Report) -> frozenset[str]:
    """The names by which its article's story is known: each state as one; its seat is a town as well."""
    return _one_each(report.names, report.states)


@lru_cache(maxsize=4096)
def _one_each(names: tuple[str, ...], states: tuple[str, ...]) -> frozenset[str]:
    written = written_as(states, seats=False)
    return frozenset(one_name(name) for name in names if name not in written).union(states)


def _titled(report: Report, theirs: Collection[str]) -> frozenset[str]:
    """Names of another story in the title of an article whose text names hardly anybody."""
    if len(known_by(report)) >= SHARED:
        return frozenset()
    return frozenset(theirs).intersection(one_name(word) for word in words(report.title))


def shared_words(one: Report, other: Report) -> tuple[int, float]:
    """How many words both have, and what part of the shorter one's words that is."""
    mine, theirs = {*one.words}, {*other.words}
    shared, shorter = len(mine & theirs), min(len(mine), len(theirs))
    return shared, shared / shorter if shorter else 0.0


def share_a_thing(one: Report, other: Report) -> bool:
    """Whether one of the words that both have is no name: names say who, not what."""
    return not named_in(one, other).issuperset({*one.words} & {*other.words})


def share_a_thing_as_told(one: Report, other: Report) -> bool:
    """The same of all words of the sentences that tell of them."""
    return not named_in(one, other).issuperset(as_told(one) & as_told(other))


def tell_a_thing(one: Report, other: Report) -> bool:
    """Whether they share more than the states that are at it."""
    return not {stem(state) for state in (*one.states, *other.states)}.issuperset(
        {*one.words} & {*other.words}
    )


def named_in(one: Report, other: Report) -> frozenset[str]:
    """The names of both articles as they stand among words."""
    return names_in_words(one.names, one.states) | names_in_words(other.names, other.states)


@lru_cache(maxsize=4096)
def names_in_words(names: tuple[str, ...], states: tuple[str, ...]) -> frozenset[str]:
    """The names as they stand among the words of reports."""
    return frozenset(_ALIKE.get(stem(name), stem(name)) for name in (*names, *states))


def as_told(report: Report) -> set[str]:
    """The words of a report and of all the sentences that it cites."""
    return {*report.words, *(word for one in report.citations for word in topic_words(one.quote))}


def strongly_alike(one: Report, other: Report) -> bool:
    """Whether the words alone say that both mean one thing."""
    shared, share = shared_words(one, other)
    return shared >= STRONG and share >= STRONG_SHARE and not contrasted(one, other)


def contrasted(one: Report, other: Report) -> bool:
    """Whether the texts tell two things apart: another round, or another party that both articles know."""
    return _ordinals(one) != _ordinals(other) or told_apart(one, other)


def counted_apart(one: Report, other: Report) -> bool:
    """Whether both say which round, vote or phase they are of, and do not agree."""
    mine, theirs = _ordinals(one), _ordinals(other)
    return bool(mine) and bool(theirs) and mine != theirs


def told_apart(one: Report, other: Report) -> bool:
    """Whether they are of other states, of two sorts, or of another party that both articles know."""
    if between_others(one, other) or _two_sorts(one, other):
        return True
    mine, theirs = _only(one, other), _only(other, one)
    return bool(mine & {*other.names}) and bool(theirs & {*one.names})


def _two_sorts(one: Report, other: Report) -> bool:
    if not (one.sorts and other.sorts):  # to gather all words is dear
        return False
    return of_two_sorts(one.sorts, other.sorts, _known_words(one), _known_words(other))


def _known_words(report: Report) -> set[str]:
    """All that its article is known to say of it, titles and names too; of what is over that alone."""
    if report.signal in ENDS:
        return {*report.words}
    return as_told(report).union(content(words(report.title)), map(stem, report.names))


def _only(one: Report, other: Report) -> set[str]:
    """Who is at it in one only; a state is compared by itself, whatever it is called."""
    only = {*one.subjects} - {*other.subjects} - written_as((*one.states, *other.states), seats=True)
    return only.difference(*(bystanders(citation.quote) for citation in one.citations)) if only else only


def between_others(one: Report, other: Report) -> bool:
    """Whether they are of other states: two of those that act in both are the same, or the only one is."""
    mine, theirs = {*one.parties}, {*other.parties}
    if len(mine) >= PAIR and len(theirs) >= PAIR:
        return len(mine & theirs) < PAIR
    return _unknown(mine, other) or _unknown(theirs, one)


def _unknown(parties: Collection[str], other: Report) -> bool:
    return len({*parties} & {*other.states}) < min(PAIR, len(parties), len(other.states))


def _ordinals(report: Report) -> frozenset[str]:
    return _ORDINAL & frozenset(report.words)


def kind_of(report: Report) -> str:
    """The kind of its deadline, empty for what brings none."""
    return report.deadline.kind if report.deadline else ""


def best(scores: Iterable[tuple[tuple[int, float], str]]) -> tuple[str, ...]:
    """The id with the highest score, the smaller id among equals; empty if there is none."""
    return tuple(one for _, one in sorted(scores, key=_rank)[:1])


def all_best(scores: Iterable[tuple[tuple[int, float], str]]) -> tuple[str, ...]:
    """The ids that share most words, the likeliest first: several where the words do not tell which."""
    ranked = sorted(scores, key=_rank)
    return tuple(dict.fromkeys(one for (shared, _), one in ranked if shared == ranked[0][0][0]))


def _rank(scored: tuple[tuple[int, float], str]) -> tuple[int, float, str]:
    (shared, share), one = scored
    return -shared, -share, one
