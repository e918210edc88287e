"""When something falls due: the ledger knows which date holds, which are past, and what others say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.ask.asked import Asked
from bot.ask.choose import Choice
from bot.ask.days import due_days
from bot.ask.reading import root
from bot.deliver.when import date_in_words, given_date, short_date
from bot.domain.article import Citation
from bot.domain.ledger import Entry, EntryState, Report, Signal
from bot.texts import say
from summarizers.text.tokens import words

HELD = 3.0
"""How much more a sentence counts that states the date that holds, and how much less one that is outdated."""

FIRST = 0.1
"""How much more than the strongest one counts who states the date of what is surely asked about."""

_BY_WHEN = re.compile(r"\b(?:until|till|by) when\b", re.IGNORECASE)

_UNTIL_WHEN = re.compile(r"\b(?:until|till) when\b", re.IGNORECASE)

_SENDING = frozenset(
    root(word)
    for word in words("send sent submit submitted hand handed give given make made lodge lodged put forward")
)
"""What is done by a day with what is due on it; `comments are due` names none of it."""

_EXPIRING = frozenset(root(word) for word in words("expire expiry end lapse run out"))
"""What an entry of an end tells, whatever its articles call that: `is prolonged until June`."""

_KINDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (_BY_WHEN, frozenset({"expiry", "due"})),
    (
        re.compile(r"\b(?:expir\w+|ends?|lapses?|runs? out|how long)\b", re.IGNORECASE),
        frozenset({"expiry"}),
    ),
    (
        re.compile(r"\b(?:effective|takes? effect|into force|apply|applies)\b", re.IGNORECASE),
        frozenset({"effective"}),
    ),
    (
        re.compile(r"\b(?:votes?|ballots?|polls?)\b", re.IGNORECASE),
        frozenset({"vote", "election", "expiry", "due"}),
    ),
    (re.compile(r"\b(?:hear\w*|arguments?|trial)\b", re.IGNORECASE), frozenset({"hearing"})),
    (re.compile(r"\b(?:meets?|meetings?|talks?|summits?)\b", re.IGNORECASE), frozenset({"meeting"})),
)
"""What a question's words say of the kind of deadline; the first that fits."""

_END = re.compile(
    r"\b(?:expir\w+|ends?|lapses?|runs? out|clos(?:es?|ing)|(?:until|till) when"
    r"|(?:last|final) (?:day|date))\b",
    re.IGNORECASE,
)
_BEGINNING = re.compile(
    r"\b(?:opens?|begins?|starts?|introduc\w+|launch\w*|inaugurat\w+|tak(?:es?|ing) effect)\b", re.IGNORECASE
)
"""An end is asked for, and a beginning told."""

WHOLE = 4.0
"""How much an entry that holds all of the question counts against the strength of its sentences."""

CERTAIN = 3.0
"""How much more a date counts that stands on no condition."""

_PAST = re.compile(r"\b(?:did|was|were|had|ended|expired|lapsed)\b", re.IGNORECASE)

ABOUT = 0.5
"""The share of the question's weight that an entry must hold to be the one asked about."""

TOLD = 0.8
"""And the share from which its date is told; to `until when`, which asks of no deed, from `ABOUT` on."""

SURELY = 0.9
"""And the share from which it is, so that who states its date answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The entry asked about, with the sentences that state its date and those that state one that is past.

    `share` is the part of the question's weight that it holds.
    """

    entry: Entry
    proofs: tuple[Citation, ...]
    outdated: tuple[Citation, ...]
    share: float = 0.0
    told: bool = False
    """Whether its date is told beside the answer: that of a tax that begins is not when it ends."""

    def preferring(self, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        """The choices in their new order, by what they say of the date."""
        moved = self._sure(choices) if self._is_sure else [self._weighed(one) for one in choices]
        return tuple(sorted(moved, key=lambda one: -one.strength))

    def _sure(self, choices: Sequence[Choice]) -> list[Choice]:
        """Who states the date stands first, and nobody else further behind, who may know it better."""
        top = max((one.strength for one in choices), default=0.0) + FIRST
        return [
            replace(one, strength=top) if self._states(one) else self._weighed(one, 0.0) for one in choices
        ]

    def is_told_by(self, choice: Choice) -> bool:
        """Whether a sentence states the date that holds of what is asked about for sure."""
        return self._is_sure and _proves(self, choice)

    def _states(self, one: Choice) -> bool:
        """Whether a sentence states the date itself, and is not one on which that leans."""
        stating = {report.citations[0] for report in self.entry.reports if report.deadline}
        return any(_touches(proof, one.citation) for proof in self.proofs if proof in stating)

    @property
    def _is_sure(self) -> bool:
        entry = self.entry
        certain = entry.deadline.certainty == "fixed" and entry.state is EntryState.UPCOMING
        return certain and not entry.disputed and self.share >= SURELY

    def note(self, quoted: Sequence[Citation]) -> str | None:
        """The date in words, with what befell it; None unless one of the quotes states it."""
        if not self.told or not any(_touches(proof, one) for proof in self.proofs for one in quoted):
            return None
        deadline, entry = self.entry.deadline, self.entry
        told = [date_in_words(deadline), say(f"state.{entry.state}"), say(f"certainty.{deadline.certainty}")]
        if entry.moved_from:
            told.append(say("agenda.moved", day=given_date(entry.moved_from, entry.given)))
        if entry.disputed:
            others = ", ".join(short_date(one) for one in entry.disputed)
            told.append(say("agenda.disputed", days=others))
        return say("ask.due", when=", ".join(filter(None, told)))

    def _weighed(self, one: Choice, held: float = HELD) -> Choice:
        if any(_touches(proof, one.citation) for proof in self.proofs):
            return replace(one, strength=one.strength + held)
        outdated = any(_touches(old, one.citation) for old in self.outdated)
        return replace(one, strength=one.strength - HELD * outdated)


def asked_about(asked: Asked, entries: Sequence[Entry], choices: Sequence[Choice], day: date) -> Due | None:
    """The entry that a question means, as known on a day; None if the sentences found prove none.

    What is over is not meant where what is ahead holds as much of a question that asks of no past.

    What was reported after that day may have changed an entry, so such an entry is not looked at.
    """
    within = due_days(asked.text, day)
    likely = [
        (worth, due)
        for due in known(entries, day)
        if _of_kind(asked.text, due.entry) and _falls(due.entry, within)
        for worth, due in _likely(asked, due, choices)
    ]
    if not likely:
        return None
    best = max(likely, key=lambda one: one[0])
    if _is_over(best[1].entry, day) and not _PAST.search(asked.text):
        ahead = [one for one in likely if one[1].share >= best[1].share and not _is_over(one[1].entry, day)]
        best = max(ahead, key=lambda one: one[0], default=best)
    return best[1]


def _likely(asked: Asked, due: Due, choices: Sequence[Choice]) -> Iterator[tuple[float, Due]]:
    """An entry that may be meant, with how well it is borne out; nothing where no sentence proves it."""
    share = _share(asked, due.entry)
    strengths = [one.strength for one in choices if _proves(due, one)] if share >= ABOUT else []
    if strengths:
        told = share >= TOLD or _UNTIL_WHEN.search(asked.text) is not None
        certain = CERTAIN * (due.entry.deadline.certainty == "fixed")
        yield max(strengths) + WHOLE * share + certain, replace(due, share=share, told=told)


def known(entries: Sequence[Entry], day: date) -> Iterator[Due]:
    """The entries of which nothing was reported after that day, with what states their dates."""
    for entry in entries:
        if any(report.published.local_date > day for report in entry.reports):
            continue
        dated = [report for report in entry.reports if report.deadline is not None]
        holding = {entry.deadline.date, *(other.date for other in entry.disputed)}
        held = [one for one in dated if one.until is None and _date(one) in holding]
        held += _ending(entry)
        past = [one for one in dated if _date(one) not in holding]
        yield Due(entry=entry, proofs=_citations(held), outdated=_citations(past))


def _ending(entry: Entry) -> list[Report]:
    """The reports by which it was called off, if it is."""
    off = entry.state is EntryState.CALLED_OFF
    return [one for one in entry.reports if off and one.signal is Signal.CALLED_OFF and one.until is None]


def _falls(entry: Entry, within: tuple[date, date] | None) -> bool:
    """Whether one of its dates falls within the days asked about, if any are."""
    dates = (entry.deadline, *entry.disputed)
    return within is None or any(one.date <= within[1] and within[0] <= one.last_day for one in dates)


def _is_over(entry: Entry, day: date) -> bool:
    return max(one.last_day for one in (entry.deadline, *entry.disputed)) < day


def _of_kind(question: str, entry: Entry) -> bool:
    """Whether it is of the kind asked about by one of those who tell of it, and no beginning for an end."""
    if _END.search(question) and _BEGINNING.search(entry.text) and not _END.search(entry.text):
        return False
    wanted = next((kinds for cue, kinds in _KINDS if cue.search(question)), None)
    told = {one.kind for one in entry.given}
    return wanted is None or not told.isdisjoint({*wanted, "other"})


def _date(report: Report) -> date | None:
    return report.deadline.date if report.deadline else None


def _citations(reports: Sequence[Report]) -> tuple[Citation, ...]:
    return tuple(citation for report in reports for citation in report.citations)


def _share(asked: Asked, entry: Entry) -> float:
    """The share of the question that an entry holds, in its words or in others of one meaning."""
    told = " ".join(
        [entry.text, *(f"{one.title} {' '.join((*one.words, *one.names))}" for one in entry.reports)]
    )
    found = frozenset(root(word) for word in words(told))
    found |= _SENDING if _BY_WHEN.search(asked.text) else frozenset()
    found |= _EXPIRING if entry.deadline.kind == "expiry" else frozenset()
    return asked.share(found) + asked.share_meant(found, found)


def _proves(due: Due, choice: Choice) -> bool:
    return any(_touches(proof, choice.citation) for proof in due.proofs)


def _touches(one: Citation, other: Citation) -> bool:
    same = (one.article_id, one.revision) == (other.article_id, other.revision)
    return same and one.start < other.end and other.start < one.end
