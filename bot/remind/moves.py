"""Moves as an article tells them: the date that is left and the new one may stand in two sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from bot.remind.cues import GIVEN, MOVED, STAYS, sure
from bot.remind.lengths import ONE_MOVE, further, length_in
from bot.remind.parted import where_it_ends
from summarizers.dates import Timex
from summarizers.text.sentence import Sentence
from summarizers.types import Deadline, Publication

_WAS_DUE = (
    r"\b(?:was|were|had been)\s+(?:due|set|scheduled|supposed|meant|planned|expected|to)\b[^.;,]{0,28}$"
    r"|(?<!\bis )(?<!\bare )(?<!\bnow )\bdue\s+to\s+(?:expire|end|lapse|run\s+out)\b[^.;,]{0,16}$"
)
_FROM = re.compile(
    r"\bnot\W+(?:on\W+)?$"
    r"|\b(?:from|instead of|originally|initially|previously|first|earlier)\W+(?:(?!to\b)\w+\W+){0,3}$"
    rf"|{_WAS_DUE}"
)
_HELD = re.compile(rf"{_WAS_DUE}|\bhad\s+(?:been\s+given\s+|only\s+)?(?:until|till)\b[^.;,]{{0,20}}$")
_ENDING = re.compile(
    r"\b(?:from|until|till|through)\W+(?:\w+\W+)?$"
    r"|\b(?:expir\w*|end(?:s|ed|ing)?|laps\w+|r[au]n(?:s|ning)? out|due|set|deadline|schedul\w+|planned"
    r"|meant|supposed|of|for)\b[^,;.]*$",
    re.IGNORECASE,
)
_OF_AN_END = re.compile(r"[^,;.]{0,12}\b(?:deadline|expiry|date|cutoff|end)\b", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|$)")
_WHOLE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
_PLANNED = re.compile(
    r",\s(?:first |originally )?(?:due|planned|set|scheduled)"
    r"\s(?:(?:for|on)\W+|to\s\w+\s+(?:on\W+)?)(?:\w+\W+)?$"
)
_NOW = re.compile(r"\bnow\b", re.IGNORECASE)
_PROLONGING = re.compile(r"(?:exten|prolong|renew|postponement)", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:until|till|to|through|into)\W+(?:(?:the|end|of|early|late|mid|on|\w+day)\W+){0,4}$"
)
_TO_DO = re.compile(r"[^,;.]{0,24}\bto (?:extend|prolong|renew)\b", re.IGNORECASE)
_OWED = re.compile(r"\b(?:must|now|due|(?:has|have) to)\b", re.IGNORECASE)
_OLD_DAY = re.compile(r"\b(?:had (?:to|until)|(?:was|were) (?:to|due)|originally)\b", re.IGNORECASE)
"""Behind these the day that is named is the old one."""
_SINCE = re.compile(
    r"\b(?:must|(?:has|have|is|are) to|will)\b[^.;]{0,120}\b(?:by|until|on)\b[^.;]{0,40}"
    r"\b(?:after|since|because|as|now that|when)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_TO_END = re.compile(r"\b(?:expir\w*|ends?|ending|laps\w+|runs?|run out)\W+(?:\w+\W+){0,2}$")
_WHEN = re.compile(r"\b(?:by|before|on|at|within)\W+(?:(?:the|end|of|early|late|mid|\w+day)\W+){0,4}$")
_SAME_THING = re.compile(r"\W*(?:it|they|this|that|these|both|the|its|their)\b", re.IGNORECASE)
_BEFORE = 40
"""Characters before a date in which it is told to be the one that is left."""

_OFTEN = 20
"""Times that one sentence names a day, at most, of those that are looked at."""

_LONGEST = 1000
"""Characters before a date that are read: honest sentences are shorter, and one of many dates has no end."""

_NEAR = 4
"""Characters, as of `in `, between the verb and when it was done."""

_SIGNED = 3
"""Days: what is prolonged held at about the time of the news, or lapsed shortly before."""


@dataclass(frozen=True, slots=True)
class Moves:
    """The sentences of a body, with the dates in them."""

    body: str
    published: Publication
    timexes: tuple[Timex, ...]
    sentences: tuple[Sentence, ...]

    def days(self, start: int, end: int) -> tuple[tuple[date, int], ...]:
        """The whole days that body[start:end] names, each with where it begins, in order."""
        inside = (timex for timex in self._inside(start, end) if timex.end <= end)
        matched = ((_DAY.match(timex.value), timex) for timex in inside if timex.type in {"DATE", "TIME"})
        return tuple((date.fromisoformat(found[1]), timex.start) for found, timex in matched if found)

    def _inside(self, start: int, end: int) -> tuple[Timex, ...]:
        first = bisect_left(self.timexes, start, key=lambda one: one.start)
        return self.timexes[first : bisect_left(self.timexes, end, lo=first, key=lambda one: one.start)]

    def length(self, sentence: Sentence) -> str:
        """How far it moves a date for sure without naming the new one; empty if it does not."""
        cue = sure(MOVED, sentence.text)
        if cue is None or self._is_long_ago(sentence, cue) or self._is_to_be_decided(sentence):
            return ""
        if GIVEN.match(cue[0]) and self._has_led_to(sentence, cue):
            return ""
        return length_in(
            self.body, sentence.start, sentence.end, cue[0], self._inside(sentence.start, sentence.end)
        )

    def _has_led_to(self, sentence: Sentence, cue: re.Match[str]) -> bool:
        """Whether the day is told by which something must be done since time was given for it."""
        before = sentence.text[max(0, cue.start() - _LONGEST) : cue.start()]
        days = self.days(sentence.start, sentence.start + cue.start())
        if days and _SINCE.search(before) is not None:
            return True
        named = self.days(sentence.start, sentence.end)
        ahead = any(day > self.published.local_date for day, _ in named)
        return ahead and _OLD_DAY.search(sentence.text) is None

    def _is_long_ago(self, sentence: Sentence, cue: re.Match[str]) -> bool:
        """Whether it opens with a day or month some weeks past, or has one right behind the verb."""
        recent = (self.published.local_date - ONE_MOVE).isoformat()
        behind = sentence.start + cue.end()
        return any(
            one.value[: len(recent)] < recent[: len(one.value)]
            for one in self._inside(sentence.start, behind + _NEAR + 1)
            if one.type == "DATE" and _WHOLE.match(one.value)
            and (0 <= one.start - sentence.start <= _NEAR or 0 <= one.start - behind <= _NEAR)
        )  # fmt: skip

    def at(self, start: int) -> Sentence:
        """The sentence in which this place is."""
        return self.sentences[max(0, bisect_right(self.sentences, start, key=lambda one: one.start) - 1)]

    def beside(self, sentence: Sentence) -> Iterator[Sentence]:
        """The next sentence and the last one, where they go on about the same thing."""
        at = bisect_left(self.sentences, sentence.start, key=lambda one: one.start)
        if at + 1 < len(self.sentences) and _SAME_THING.match(self.sentences[at + 1].text):
            yield self.sentences[at + 1]
        if at and _SAME_THING.match(sentence.text):
            yield self.sentences[at - 1]

    def left(self, sentence: Sentence) -> tuple[date, ...]:
        """The days that a sentence tells to be no longer the ones."""
        return self._told_by(_FROM, sentence) or (
            self._told_by(_PLANNED, sentence) if is_now(sentence) else ()
        )

    def is_of_the_move(self, sentence: Sentence, day: date) -> bool:
        """Whether it is the day on which a sentence tells something to be prolonged, and not until which."""
        if not sure(MOVED, sentence.text) or not all(
            _PROLONGING.match(cue[0]) for cue in MOVED.finditer(sentence.text)
        ):
            return False
        named = (at for one, at in self.days(sentence.start, sentence.end) if one == day)
        places = tuple(islice(named, _OFTEN))
        if any(self._is_owed(sentence, at) for at in places):
            return False
        return bool(places) and all(self._is_of_a_deed(sentence, at) for at in places)

    def _is_owed(self, sentence: Sentence, at: int) -> bool:
        """Whether it tells of a move, and then what must be done by the day there (`must now pay by`)."""
        before = self._before(sentence, at)
        cue = MOVED.search(before)
        return cue is not None and _OWED.search(before, cue.end()) is not None

    def is_of_another_deed(self, sentence: Sentence, day: date) -> bool:
        """Whether a day is only that of what is to be done beside a move (`and will meet on`)."""
        places = [at for one, at in self.days(sentence.start, sentence.end) if one == day]
        return bool(places) and all(self._parted(sentence, at) is not None for at in places)

    def move_of(self, sentence: Sentence) -> str:
        """The words of a sentence that tell of its move, without what is to be done beside it on a day."""
        parts = [self._parted(sentence, at) for _, at in self.days(sentence.start, sentence.end)]
        ends = [end for end in parts if end]
        return sentence.text[: min(ends)] if ends else sentence.text

    def _parted(self, sentence: Sentence, at: int) -> int | None:
        before = self._before(sentence, at)
        end = where_it_ends(before, self.body[at : min(sentence.end, at + _LONGEST)])
        return end + (at - len(before) - sentence.start) if end else end

    def _is_to_be_decided(self, sentence: Sentence) -> bool:
        """Whether something is only to be prolonged, on a day ahead (`meet on 1 November to extend it`)."""
        return any(
            day > self.published.local_date and _TO_DO.match(self.body, at, sentence.end)
            for day, at in self.days(sentence.start, sentence.end)
        )

    def _is_of_a_deed(self, sentence: Sentence, at: int) -> bool:
        """Whether something is to be done on or by the day there, and nothing runs until it."""
        before = self._before(sentence, at).lower()
        if _TO_DO.match(self.body, at, sentence.end):
            return True
        return bool(_WHEN.search(before)) and not (_UNTIL.search(before) or _TO_END.search(before))

    def _before(self, sentence: Sentence, at: int) -> str:
        return self.body[max(sentence.start, at - _LONGEST) : at]

    def held(self, sentence: Sentence) -> tuple[date, ...]:
        """The days of which a sentence tells that something was due on them, and nothing else."""
        return () if sure(MOVED, sentence.text) else self._told_by(_HELD, sentence)

    def _told_by(self, cue: re.Pattern[str], sentence: Sentence) -> tuple[date, ...]:
        return tuple(
            day
            for day, at in self.days(sentence.start, sentence.end)
            if cue.search(self.body[max(sentence.start, at - _BEFORE) : at].lower())
        )

    def outlived(self, sentence: Sentence, deadline: Deadline) -> bool:
        """Whether what was due on a day, as it or one beside it tells, stays until this later deadline."""
        if deadline.kind != "expiry" or not STAYS.search(sentence.text):
            return False
        held = (day for one in (sentence, *self.beside(sentence)) for day in self.held(one))
        return any(day < deadline.date for day in held)

    def leads_to(self, sentence: Sentence, deadline: Deadline) -> bool:
        """Whether a sentence tells how far a date moved, and that may well be to this deadline."""
        length = self.length(sentence)
        if not length or length.startswith("-") or deadline.kind != "expiry":
            return False
        days = self.left_by(sentence)
        if days:
            return any(further(day, length) == deadline.date for day in days)
        old = further(deadline.date, f"-{length}")
        return old is not None and (self.published.local_date - old).days <= _SIGNED

    def is_of_the_deed(self, start: int, end: int, day: date) -> bool:
        """Whether it is the day of the news, and body[start:end] tells there of no end: it was done on it.

        An earlier day may be the one that is left, of something that has ended meanwhile.
        """
        if day != self.published.local_date:
            return False
        return not any(self._is_of_an_end(start, at, end) for one, at in self.days(start, end) if one == day)

    def _is_of_an_end(self, start: int, at: int, end: int) -> bool:
        before, behind = self.body[max(start, at - _BEFORE) : at], self.body[at:end]
        return bool(_ENDING.search(before) or _OF_AN_END.match(behind))

    def left_by(self, sentence: Sentence, to: date | None = None) -> tuple[date, ...]:
        """The days left by a move that a sentence tells of: its own, or those that one beside it had set.

        The day `to` which something moves, where it is known, is none of them.
        """
        own = [
            day
            for day, at in self.days(sentence.start, sentence.end)
            if day > self.published.local_date and self._parted(sentence, at) is None
        ]
        beside = (day for one in self.beside(sentence) for day in self.held(one))
        choices = (self.left(sentence), own, beside)
        told = (tuple(day for day in days if day != to) for days in choices)
        return next((days for days in told if days), ())

    def gap(self, sentence: Sentence) -> str:
        """How many days it moves the day that it leaves, to the only other one; empty if it does not."""
        left = {*self.left(sentence)} if sure(MOVED, sentence.text) else set()
        others = {day for day, _ in self.days(sentence.start, sentence.end)} - left
        ahead = [day for day in others if day > self.published.local_date]
        return (
            f"P{(ahead[0] - min(left)).days}D"
            if len(ahead) == len(left) == 1 and ahead[0] > min(left)
            else ""
        )


def is_given(sentence: Sentence) -> bool:
    """Whether it tells that somebody is given more time (`another week`, `a month more`)."""
    cue = sure(MOVED, sentence.text)
    return cue is not None and GIVEN.match(cue[0]) is not None


def is_now(sentence: Sentence) -> bool:
    """Whether it tells of a move as of what holds from now on (`will now begin`)."""
    cue = sure(MOVED, sentence.text)
    return cue is not None and _NOW.search(cue[0]) is not None
