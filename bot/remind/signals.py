"""What one article says of deadlines: its dated points, and the sentences that end or move a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.article import Article, Citation
from bot.domain.ledger import Report, Signal
from bot.remind.cues import AHEAD, CALLED_OFF, DISPUTED, LAPSED, MET, MOVED, object_of, sure
from bot.remind.lengths import further, length_in
from bot.remind.likeness import names_in, topic_words
from bot.remind.parties import parties_in, states_in, with_states
from bot.remind.postponed import put_off
from summarizers.dates import Timex, find
from summarizers.text.sentences import split
from summarizers.types import Deadline, Point, Publication, Sentence, Summary

_FROM = re.compile(
    r"\bnot\W+(?:on\W+)?$"
    r"|\b(?:from|instead of|originally|initially|previously|first|earlier)\W+(?:(?!to\b)\w+\W+){0,3}$"
    r"|\b(?:was|were|had been)\s+(?:due|set|scheduled|supposed|meant|planned|expected|to)\b[^.;,]{0,28}$"
)
_OPENS = re.compile(
    r"(?:It|They|Both)\b|(?:This|That|These)\b(?= (?:is|are|was|were|will|would|has|have|must|expires?|ends?"
    r"|lapses?|runs?|takes?|comes?|begins?|starts?)\b)"
)
_POINTS_BACK = re.compile(
    rf"^(?:{_OPENS.pattern})|\b(?:extend|prolong|postpon|delay|mov|push|put|defer|renew|reschedul)\w*"
    r"(?: off| back)? (?:it|them|that)\b"
)
_SUBJECT = re.compile(r",|\s(?:is|are|was|were|has|have|had|will|would|could|may|must|[a-z]{3,}ed)\b")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|$)")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One article while its sentences are read."""

    article: Article
    published: Publication
    names: tuple[str, ...]
    states: tuple[str, ...]
    timexes: tuple[Timex, ...]

    def report(
        self,
        signal: Signal,
        text: str,
        cited: Sequence[Citation],
        about: str,
        deadline: Deadline | None = None,
        *,
        length: str = "",
    ) -> Report:
        return Report(
            article_id=self.article.id,
            revision=self.article.revision,
            source=self.article.source,
            title=self.article.title,
            url=self.article.url,
            published=self.published,
            signal=signal,
            text=text,
            deadline=deadline,
            citations=tuple(cited),
            words=topic_words(with_states(about, self.states)),
            subjects=tuple(name for name in names_in(about) if name in self.names),
            names=self.names,
            states=self.states,
            parties=self.parties(cited, about),
            length=length,
            group_id=self.article.group_id,
        )

    def parties(self, cited: Sequence[Citation], about: str) -> tuple[str, ...]:
        """The states that act where a deadline is told of, or in the title where nobody does there."""
        told = (about, *(one.quote for one in cited), self.article.title)
        return next((found for text in told if (found := parties_in(text, self.states))), ())

    def told(self, start: int, text: str) -> str:
        """`text`, which begins at `start`, behind the words for which its `it` or `they` stands.

        They are those with which the last sentence before it opens that names something.
        """
        if _POINTS_BACK.search(text) is None:
            return text
        before = self.article.body[:start].rstrip().rpartition("\n")[2]
        known = [one.text for one in split(before) if _OPENS.match(one.text) is None]
        return f"{_SUBJECT.split(known[-1], maxsplit=1)[0]} {text}" if known else text

    def length(self, start: int, end: int) -> str:
        """How far body[start:end] moves a date for sure without naming the new one; empty if it does not."""
        cue = sure(MOVED, self.article.body[start:end])
        return length_in(self.article.body, start, end, cue[0], self.timexes) if cue else ""

    def days(self, start: int, end: int) -> tuple[tuple[date, int], ...]:
        """The whole days that body[start:end] names, each with where it begins, in order."""
        inside = (timex for timex in self.timexes if start <= timex.start and timex.end <= end)
        matched = ((_DAY.match(timex.value), timex) for timex in inside if timex.type in {"DATE", "TIME"})
        return tuple((date.fromisoformat(found[1]), timex.start) for found, timex in matched if found)


def reports_of(article: Article, summary: Summary) -> tuple[Report, ...]:
    """Everything the article says of deadlines, in the order of its text; nothing for an undated article.

    A sentence that ends a deadline is given whatever it is about: whether it ends one of the ledger's is
    decided there.
    """
    if article.published is None:
        return ()
    names = names_in(f"{article.body}")
    timexes = tuple(find(article.body, article.published))
    states = states_in(f"{article.title}\n{article.body}")
    reader = _Reader(article, article.published, names, states, timexes)
    found = [*_dated(reader, summary), *_lengthened(reader, summary), *_ending(reader, summary)]
    return tuple(sorted(found, key=lambda one: (one.citations[0].start, one.signal, _day(one))))


def _day(report: Report) -> str:
    return report.deadline.date.isoformat() if report.deadline else ""


def _dated(reader: _Reader, summary: Summary) -> Iterator[Report]:
    points = summary.dated
    for point in points:
        if point.deadline and not _stray(reader, point, points):
            yield _one(reader, point, point.deadline)


def _one(reader: _Reader, point: Point, deadline: Deadline) -> Report:
    article, span = reader.article, point.evidence[0]
    sentence = article.body[span.start : span.end]
    cited = [Citation.of(article, one.start, one.end) for one in point.evidence]
    others = [
        (day, at)
        for day, at in reader.days(span.start, span.end)
        if not deadline.date <= day <= deadline.last_day
    ]
    if DISPUTED.search(sentence) and others:
        report = reader.report(Signal.DISPUTED, point.text, cited, point.text, deadline)
        return _naming(report, [day for day, _ in others])
    length = reader.length(span.start, span.end)
    moved = sure(MOVED, sentence) and (
        not length or any(_comes_to(day, length, deadline) for day, _ in others)
    )
    if deadline.certainty != "conditional" and moved:
        old = [day for day, at in others if _FROM.search(article.body[max(0, at - 40) : at].lower())]
        about = reader.told(span.start, sentence)
        report = reader.report(Signal.MOVED, point.text, cited, about, deadline)
        return _naming(report, old or [day for day, _ in others])
    about = f"{reader.told(span.start, point.text)} {deadline.about.partition(' (')[0]}"
    return reader.report(Signal.REPORTED, point.text, cited, about, deadline)


def _comes_to(day: date, length: str, deadline: Deadline) -> bool:
    """Whether `the October 31 deadline by two weeks` is this deadline."""
    return further(day, length) == deadline.date


def _naming(report: Report, days: Sequence[date]) -> Report:
    return replace(report, named=tuple(dict.fromkeys(days)))


def _stray(reader: _Reader, point: Point, points: Sequence[Point]) -> bool:
    """Whether a date is only how far another one in the same sentence moved, or the one it moved from."""
    span, deadline = point.evidence[0], point.deadline
    sentence = reader.article.body[span.start : span.end]
    siblings = [one.deadline for one in points if one is not point and span in one.evidence and one.deadline]
    if deadline is None or not siblings or not sure(MOVED, sentence):
        return False
    if deadline.boundary == "within" or deadline.granularity not in {"day", "minute"}:
        return any(one.granularity in {"day", "minute"} and one.boundary != "within" for one in siblings)
    at = [start for day, start in reader.days(span.start, span.end) if day == deadline.date]
    return any(_FROM.search(reader.article.body[max(0, start - 40) : start].lower()) for start in at)


def _of(sentence: Sentence, summary: Summary) -> Iterator[Deadline]:
    """The deadlines that a sentence states; what the next one says of the new date moves nothing."""
    for point in summary.dated:
        if point.deadline and any(sentence.start <= span.start < sentence.end for span in point.evidence):
            yield point.deadline


def _lengthened(reader: _Reader, summary: Summary) -> Iterator[Report]:
    for sentence in split(reader.article.body):
        length = reader.length(sentence.start, sentence.end)
        days = [day for day, _ in reader.days(sentence.start, sentence.end)]
        if not length or any(_comes_to(day, length, one) for day in days for one in _of(sentence, summary)):
            continue
        cited = (Citation.of(reader.article, sentence.start, sentence.end),)
        about = reader.told(sentence.start, sentence.text)
        report = reader.report(Signal.MOVED, sentence.text, cited, about, length=length)
        yield _naming(report, days)


def _ending(reader: _Reader, summary: Summary) -> Iterator[Report]:
    for sentence in split(reader.article.body):
        ended = _ended(sentence) or _put_off(reader, sentence, summary)
        if ended is None:
            continue
        signal, about = ended
        cited = (Citation.of(reader.article, sentence.start, sentence.end),)
        days = [day for day, _ in reader.days(sentence.start, sentence.end)]
        yield _naming(reader.report(signal, sentence.text, cited, about), days)


def _ended(sentence: Sentence) -> tuple[Signal, str] | None:
    """What a sentence says to be over, and how; None if it says no such thing for sure."""
    text = sentence.text
    called_off = sure(CALLED_OFF, text)
    if called_off:
        return Signal.CALLED_OFF, object_of(called_off, text)
    if AHEAD.search(text):
        return None
    if sure(LAPSED, text):
        return Signal.LAPSED, text
    return (Signal.MET, text) if sure(MET, text) else None


def _put_off(reader: _Reader, sentence: Sentence, summary: Summary) -> tuple[Signal, str] | None:
    about = put_off(reader.article.body, sentence, reader.timexes, summary.dated)
    return (Signal.CALLED_OFF, about) if about else None
