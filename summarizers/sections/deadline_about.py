"""What a deadline is about: at most twelve words of its sentence that read alone."""

from __future__ import annotations

import re
from typing import Final

from summarizers.dates.recognise import lower_case as lowered
from summarizers.sections import deadline_about_patterns as cuts
from summarizers.sections.coordinated import ANOTHER_BEHIND, affirmed, another_before, halves
from summarizers.sections.deadline_clause import Clause, clause
from summarizers.sections.deadline_context import MAX_WORDS, in_context
from summarizers.sections.deadline_few_words import cut, is_open_between, trimmed
from summarizers.sections.deadline_matter import narrowed, unopened
from summarizers.sections.pieces import without

_LONGEST_READ: Final = 1500
"""Characters on both sides of a date."""


def about(sentence: str, start: int, end: int, context: str = "", around: Clause | None = None) -> str:
    """The clause of `sentence` with the date at `start`..`end`, without that date.

    `around` is that clause in lower case, where it is known already.

    A clause that has lost its subject (`which was due to expire`) borrows the first words of the sentence;
    one that names nobody (`A decision is expected`) is given `context` in brackets, if there is any.
    """
    first = max(0, start - _LONGEST_READ)
    if first or len(sentence) > end + _LONGEST_READ:
        return about(sentence[first : end + _LONGEST_READ], start - first, end - first, context)
    bracketed = "(" in sentence[max(0, start - cuts.IN_BRACKETS_REACH) : start] and ")" in sentence[end:]
    entry = cuts.IN_BRACKETS.search(sentence[:start]) if bracketed else None
    if entry is not None:
        return in_context(cut(_words(entry[1])), context)
    return in_context(_told(sentence, start, end, around), context)


def _told(sentence: str, start: int, end: int, around: Clause | None) -> str:
    before = unopened(_without_inserts(narrowed(affirmed(sentence[:start]) or sentence[:start])))
    whole = before + sentence[start:]
    at, stop = len(before), len(before) + end - start
    if around is None or at < start:
        around = clause(lowered(whole), at, stop)
    article = cuts.ARTICLE.search(whole[: around.start])
    first = article.start() if article else around.start
    head, tail = _beside(whole[first : around.end], at - first, stop - first)
    if not head.strip() and (row := cuts.ROW.match(tail)):
        return cut(_words(cuts.ENTRY.split(tail[row.end() :], maxsplit=1)[0]))
    head = _spoken_by(whole[: around.start], head)
    given = cuts.GIVES.search(head) if tail.startswith("to ") else None
    if given is not None:
        whom = given[0].partition(" ")[2].strip()
        head = whom if len(f"{head} time {tail}".split()) > MAX_WORDS and whom else f"{head.rstrip()} time"
        head, tail = ("", tail[len("to ") :]) if cuts.ONESELF.match(head) else (head, tail)
    if head.strip() and ("and" in tail or "but" in tail):
        tail = cuts.THIRD_CLAUSE.sub("", cuts.NEXT_PLAIN.sub("", tail))
    if len(head.split()) > cuts.FEWEST:
        tail = _first_clause(tail)
    short = cut(_words(_without_attribution(f"{head.strip()} {tail}".strip())))
    whose = cuts.WHOSE.search(whole[: around.start])
    if whose and head.strip():
        most = MAX_WORDS - len(whose[1].split())
        return f"{cut(_words(f'{head.strip()} {tail}'.strip()), most)} ({whose[1]})"
    relative = cuts.RELATIVE.search(whole[: around.start]) is not None
    if relative or _lacks_its_subject(whole[: around.start], short):
        lent = _antecedent(whole[: around.start], head) if relative else ""
        short = lent or _borrowed(_without_attribution(whole), head if relative else short)
    return short or cut(_words(sentence)) or sentence.strip()[: cuts.MOST_CHARS]


def _lacks_its_subject(before: str, short: str) -> bool:
    """Whether a few words of a clause stand for no sentence; an entry behind a semicolon does.

    So does what comes with something else: `voting ends on 3 May, with the result on 9 May`.
    """
    if not before or (short and before.endswith(("; ", ", with"))):
        return False
    return len(short.split()) < cuts.FEWEST or cuts.LOST.match(short) is not None


def _without_inserts(before: str) -> str:
    """`before` without what is told of its nouns between commas; a clause that opens it keeps its own."""
    setting = cuts.SETTING.match(before)
    begins = setting.end() if setting else 0
    told = before[begins:]
    return before[:begins] + (cuts.INSERT.sub("", told) if told.count(", ") > 1 else told)


def _beside(words: str, at: int, stop: int) -> tuple[str, str]:
    """What `words` say before and behind the date at `at`..`stop`, of that date alone.

    A date that only says whose something is leaves it its article: `until Monday's hearing`.
    """
    other = another_before(words[:at]) or cuts.LISTED_DAYS.search(words[:at])
    head = _head(words[: other.start() if other else at])
    behind = without(ANOTHER_BEHIND, without(cuts.CREDIT, _up_to_another(words, stop)))
    tail = "" if _ends_there(head, behind) else _of_the_date(without(cuts.LEFT_OF_THE_DATE, behind), head)
    if head.strip() and tail.startswith(("'s ", "’s ")):
        return f"{words[:at].rstrip()} the", tail[3:]
    return head, tail


def _ends_there(head: str, behind: str) -> bool:
    """Whether what stands `behind` a date says nothing more of what the words before it, `head`, date."""
    if head[:6] in ("While ", "while ") and cuts.AFRESH.match(behind):
        return True
    does = cuts.VERB_NEXT.match(behind) is not None
    if cuts.ALTERNATIVE.match(behind) or (does and cuts.PARTICIPLE.search(head)):
        return True
    if not does and cuts.ANOTHER_MATTER.match(behind) is None:
        return False
    return len(head.split()) >= cuts.FEWEST and _says_all(head)


def _says_all(head: str) -> bool:
    """Whether the words before a date have a verb, and do not end with one that waits for another."""
    return cuts.HAS_VERB.search(head) is not None and cuts.WAITS.search(head) is None


def _of_the_date(tail: str, head: str) -> str:
    """`tail` up to the end of its sentence; where a date only names it, without what is said of it."""
    own = cuts.NEXT_SENTENCE.split(tail, maxsplit=1)[0]
    named = None if head.strip(" '’\"“") else cuts.NAMED_BY_DATE.match(cuts.OWNED.sub("", own))
    return own if named is None else named[0]


def _head(before: str) -> str:
    """The subject, the verb and what else the words before a date say of it."""
    two = halves(before.rstrip())
    if two is not None:
        return _without_lead(two.second)
    due_in = cuts.BE_IN.search(before) if "be in" in before else None
    lead = before[: due_in.end()] if due_in else _without_lead(before)
    lead = _behind_a_day(lead) if ", " in lead else lead
    return _verb_phrase(_within(cuts.AGAIN.sub("", lead) if "again" in lead[-6:] else lead))


def _behind_a_day(lead: str) -> str:
    """`lead` from a comma on that ends what is said of another day: `entry ends 20 March, booking closes`."""
    first, _, last = lead.rpartition(", ")
    spliced = cuts.DAY_ENDS.search(first[-_LONGEST_DAY:]) and cuts.WHOLE.match(last)
    return last if spliced else lead


_LONGEST_DAY: Final = 20


def _without_lead(before: str) -> str:
    """The words before a date up to those that only lead to it: `the vote, set for` as `the vote`."""
    before = cuts.CLOCK_END.sub("", before)
    lead = cuts.DATE_LEAD.match(before[::-1])
    if lead is None:
        return before
    at = len(before) - lead.end()
    if before.endswith((" to ", " until ")) and " from " in before[:at]:
        return cuts.LEFT_DAY.sub("", before[:at])
    verb = f"{before[max(0, at - cuts.LONGEST_WITH_IN) : at]} in"
    return before[:at] + (" in" if cuts.PARTICLE.match(before, at) or cuts.WITH_IN.search(verb) else "")


def _up_to_another(words: str, stop: int) -> str:
    """What stands behind a date that ends at `stop`, without what is said of another one."""
    two = halves(words)
    return words[stop:] if two is None or len(two.first) < stop else two.first[stop:]


def _within(head: str) -> str:
    """The words before a date from the conjunction on that opens its clause: `Oil fell after they agreed`."""
    head = without(cuts.SETTING, head)
    words = head.split()
    inner = None if cuts.CONJUNCTIONS.isdisjoint(words) else cuts.CONJUNCTION.search(head)
    if inner is None and ("and" in words or "but" in words):
        inner = _second_clause(head)
    return head if inner is None else head[inner.end() :]


def _second_clause(head: str) -> re.Match[str] | None:
    """Up to the last `and` before a date between two clauses: each has a verb, the second its own subject."""
    last = cuts.LAST_CLAUSE.match(head)
    if last is None or cuts.VERB_BEFORE.search(head, 0, last.start("and")) is None:
        return None
    return last


def _spoken_by(before: str, head: str) -> str:
    """`head` with the speaker's name for the pronoun that means him: `The guild said it would`."""
    said = cuts.SPEAKER.match(before)
    if said is None:
        return head
    who = (
        said["who"]
        if len(said["who"].split()) <= cuts.SUBJECT_WORDS
        else cuts.SUBJECT_END.split(said["who"])[0]
    )
    if len(who.split()) > cuts.SUBJECT_WORDS:
        return head
    return cuts.HIMSELF.sub(lambda _: f"{who} ", head, count=1)  # no template: a name may hold a backslash


def _verb_phrase(head: str) -> str:
    """The subject and the last verb of the words before a date: `They rejected it and will strike`."""
    if cuts.LINK.search(head) is None:
        return head
    second = max(cuts.SECOND_VERB.finditer(head), key=lambda found: found.end(), default=None)
    second = second or cuts.SECOND_PLAIN.search(head)
    if second is None:
        return head
    subject = cuts.PLAIN_END.split(cuts.SUBJECT_END.split(head, maxsplit=1)[0], maxsplit=1)[0].split()
    if not subject or len(subject) > cuts.SUBJECT_WORDS:
        return head
    if subject[0].lower() in cuts.PRONOUNS:
        subject = subject[:1]
    return cuts.HIS_OWN.sub("", f"{' '.join(subject)} {head[second.end() :]}", count=1)


def _antecedent(before: str, head: str) -> str:
    """What `which` takes up and the end of its clause; empty where no noun is plainly meant.

    That is the noun with the last article before it: `needs the backing of the Senate, which is to vote`.
    """
    lead = cuts.RELATIVE.sub("", before).rstrip(" ,")
    named = cuts.LAST_NOUN.search(lead) if cuts.STATES.search(lead) else None
    subject = lead.split() if named is None else named[1].split()
    if named is None and (cuts.STATES.search(lead) or len(subject) > cuts.SUBJECT_WORDS):
        return ""
    verb = cuts.AUXILIARY.search(head)
    return cut([*subject, *(head if verb is None else head[verb.start() :]).split()])


def _borrowed(sentence: str, short: str) -> str:
    """The subject with which the sentence opens, and the end of the clause from its auxiliary on."""
    subject = trimmed(cuts.SUBJECT_END.split(sentence, maxsplit=1)[0].split()[: cuts.SUBJECT_WORDS])
    verb = cuts.AUXILIARY.search(short)
    if verb is None or not subject or subject.lower() in short.lower():
        return cut(_words(sentence))
    return cut([*subject.split(), *short[verb.start() :].split()])


def _first_clause(tail: str) -> str:
    """`tail` up to its next clause; an `and` between two parties ends none."""
    for found in cuts.NEXT_CLAUSE.finditer(tail):
        if not is_open_between(tail[: found.start()].split()):
            return tail[: found.start()]
    return tail


def _without_attribution(text: str) -> str:
    if cuts.TOLD.search(text):
        told = without(cuts.ATTRIBUTION, text)
        credited = cuts.TAIL.sub("", told)
        text = without(cuts.SAID, credited if len(credited.split()) >= cuts.FEWEST else told)
    named = without(cuts.PRONOUN, without(cuts.LEADING, text))
    return named if len(named.split()) > 1 else text


def _words(text: str) -> list[str]:
    if " it " in text or " them " in text:
        text = cuts.OF_IT.sub("", text)
    text = without(cuts.SOMEBODY, without(cuts.LEADING, text))
    return (cuts.WEEKDAY.sub("", text) if "day " in text else text).rstrip(" .").split()
