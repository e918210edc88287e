"""What one article says of deadlines: its dated points, and the sentences that end or move a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.article import Article, Citation
from bot.domain.ledger import Report, Signal
from bot.remind.called_off import off
from bot.remind.cues import (
    AHEAD,
    DISPUTED,
    LAPSED,
    MET,
    MOVED,
    only_proposed,
    sure,
)
from bot.remind.lengths import further
from bot.remind.moves import Moves, is_now
from bot.remind.names import names_in
from bot.remind.parties import states_in
from bot.remind.postponed import put_off
from bot.remind.reader import Reader
from bot.remind.stops import ON_AGAIN
from bot.remind.strays import DAILY, is_of_a_length, is_stray, is_told_in
from bot.remind.taken_back import TakenBack, taken_back, wrong_days
from summarizers.dates import find
from summarizers.text.sentence import Sentence
from summarizers.text.sentences import split
from summarizers.types import Deadline, Point, Span, Summary


def reports_of(article: Article, summary: Summary) -> tuple[Report, ...]:
    """Everything the article says of deadlines, in the order of its text; nothing for an undated article.

    A sentence that ends a deadline is given whatever it is about: whether it ends one of the ledger's is
    decided there.
    """
    if article.published is None:
        return ()
    names = names_in(f"{article.body}")
    timexes = tuple(sorted(find(article.body, article.published), key=lambda one: one.start))
    moves = Moves(article.body, article.published, timexes, tuple(split(article.body)))
    states = states_in(f"{article.title}\n{article.body}")
    reader = Reader(article, article.published, names, states, moves)
    told = replace(summary, dated=tuple(filter(_has_a_date, summary.dated)))
    found = [*_dated(reader, told), *_lengthened(reader, told), *_ending(reader, told)]
    return tuple(sorted(found, key=lambda one: (one.citations[0].start, one.signal, _day(one))))


def _has_a_date(point: Point) -> bool:
    """Whether a point tells more than that it is soon: `in the coming days` moves on with each day."""
    deadline = point.deadline
    return deadline is None or deadline.boundary != "within" or deadline.granularity in DAILY


def _day(report: Report) -> str:
    return report.deadline.date.isoformat() if report.deadline else ""


def _dated(reader: Reader, summary: Summary) -> Iterator[Report]:
    points, taken = summary.dated, taken_back(reader.moves)
    for point in points:
        if point.deadline and not (
            _is_proposed(reader, point)
            or _is_off(reader, point)
            or _is_done(reader, point)
            or is_stray(reader, point, points)
        ):
            report = _one(reader, point, point.deadline)
            yield _corrected(reader, report, taken, points) if taken else report


def _corrected(reader: Reader, report: Report, taken: Sequence[TakenBack], points: Sequence[Point]) -> Report:
    """The report as a move from the day that its article takes back, if it takes back one.

    A day that the article gives elsewhere holds, whatever else it takes back.
    """
    if report.signal is not Signal.REPORTED or report.deadline is None:
        return report
    told, at = reader.moves.at(report.citations[0].start), {one.start for one in taken}
    others = [one for one in points if reader.moves.at(one.evidence[0].start).start not in at]
    holds = {one.deadline.date for one in others if one.deadline}
    found = wrong_days(taken, told, report.deadline.date, alone=len(others) == 1)
    wrong = [day for day in found if day not in holds]
    return _naming(replace(report, signal=Signal.MOVED), wrong) if wrong else report


def _is_off(reader: Reader, point: Point) -> bool:
    """Whether its own sentence says that what was to be on its date will not be."""
    told = reader.moves.at(point.evidence[0].start)
    found = off(told.text)
    if found is None or point.deadline is None:
        return False
    days = reader.moves.days(told.start + found.start, told.start + found.end)
    return any(day == point.deadline.date and found.has_day(told.text, at - told.start) for day, at in days)


def _is_done(reader: Reader, point: Point) -> bool:
    """Whether its date is the day of the news, on which its sentence says that something was done."""
    told = reader.moves.at(point.evidence[0].start)
    day, done = reader.published.local_date, sure(MET, told.text)
    if done is None or AHEAD.search(told.text) or point.deadline is None or point.deadline.date != day:
        return False
    days = (at - told.start for one, at in reader.moves.days(told.start, told.end) if one == day)
    return all(at > done.end() and not _ELSE.search(told.text[done.end() : at]) for at in days)


_ELSE = re.compile(
    r"[,;:—–(]|\b(?:and|or|but|that|which|who|to|until|through|till"
    r"|takes? (?:effect|place|office)|comes? into|begins?|starts?|opens?|ends?|expires?|lapses?)\b"
)
"""Behind a deed, where something else begins that a date may be of (`a tax passed in May begins today`)."""


def _is_proposed(reader: Reader, point: Point) -> bool:
    """Whether its date is one to which another could or is asked to be moved: nothing falls on it yet."""
    deadline, told = point.deadline, reader.moves.at(point.evidence[0].start)
    if deadline is None:
        return False
    is_open = deadline.certainty != "fixed" and not sure(MOVED, told.text)
    days = reader.moves.days(told.start, told.end)
    return any(
        day == deadline.date and only_proposed(told.text, at - told.start, is_open=is_open)
        for day, at in days
    )


def _one(reader: Reader, point: Point, deadline: Deadline) -> Report:
    article, span = reader.article, point.evidence[0]
    sentence = article.body[span.start : span.end]
    cited = [Citation.of(article, one.start, one.end) for one in point.evidence]
    others = [day for day in _days(reader, span) if not deadline.date <= day <= deadline.last_day]
    if DISPUTED.search(sentence) and others:
        report = reader.report(Signal.DISPUTED, point.text, cited, point.text, deadline)
        return _naming(report, others)
    told = reader.moves.at(span.start)
    moved = _moved(reader, told, deadline)
    settled = deadline.certainty != "conditional" or (is_now(told) and reader.moves.left(told))
    if moved and settled:
        begins = min(moved.start, span.start)
        about = reader.told(begins, article.body[begins : max(moved.end, span.end)])
        report = reader.report(Signal.MOVED, point.text, cited, about, deadline)
        left = reader.moves.left_by(moved, deadline.date)
        perhaps = [day for day in others if not _is_of_a_deed(reader, span, told, day)]
        return _naming(report, left or perhaps)
    anew = tuple(_anew(reader, span))
    words = " ".join((reader.told(span.start, point.text), *(one.quote for one in anew)))
    about = f"{words} {deadline.about.partition(' (')[0]}"
    return reader.report(Signal.REPORTED, point.text, [*cited, *anew], about, deadline)


def _is_of_a_deed(reader: Reader, span: Span, told: Sentence, day: date) -> bool:
    """Whether something was done on a day, or is to be done on it beside the move that is told."""
    moves = reader.moves
    return moves.is_of_the_deed(span.start, span.end, day) or moves.is_of_another_deed(told, day)


def _anew(reader: Reader, span: Span) -> Iterator[Citation]:
    """The sentence beside a date that tells why there is one again (`A court reinstated the rule`)."""
    for one in reader.moves.beside(reader.moves.at(span.start)):
        if sure(ON_AGAIN, one.text):
            yield Citation.of(reader.article, one.start, one.end)


def _moved(reader: Reader, told: Sentence, deadline: Deadline) -> Sentence | None:
    """The sentence by which this deadline, which another may tell, has a new date; None if it has none."""
    moves = reader.moves
    alone = _moves_itself(reader, told, deadline)
    if alone and moves.left(told):
        return told
    beside = (one for one in moves.beside(told) if moves.leads_to(one, deadline))
    return next(beside, told if alone else None)


def _moves_itself(reader: Reader, told: Sentence, deadline: Deadline) -> bool:
    moves = reader.moves
    if not sure(MOVED, told.text):
        return moves.outlived(told, deadline)
    if moves.is_of_the_move(told, deadline.date):
        return False
    days, length = moves.days(told.start, told.end), moves.length(told)
    if not length or any(_comes_to(day, length, deadline) for day, _ in days):
        return True
    return moves.leads_to(told, deadline)


def _days(reader: Reader, span: Span) -> list[date]:
    return [day for day, _ in reader.moves.days(span.start, span.end)]


def _comes_to(day: date, length: str, deadline: Deadline) -> bool:
    """Whether `the October 31 deadline by two weeks` is this deadline."""
    return further(day, length) == deadline.date


def _naming(report: Report, days: Sequence[date]) -> Report:
    return replace(report, named=tuple(dict.fromkeys(days)))


def _of(sentence: Sentence, summary: Summary) -> Iterator[Deadline]:
    """The deadlines that a sentence states; what the next one says of the new date moves nothing."""
    for point in summary.dated:
        if point.deadline and is_told_in(point, sentence):
            yield point.deadline


def _lengthened(reader: Reader, summary: Summary) -> Iterator[Report]:
    moves = reader.moves
    for sentence in moves.sentences:
        length = moves.length(sentence) or moves.gap(sentence)
        if not length or _says_until_when(reader, sentence, length, summary):
            continue
        cited = (Citation.of(reader.article, sentence.start, sentence.end),)
        about = reader.told(sentence.start, moves.move_of(sentence))
        days = moves.left_by(sentence)
        deadline = _lengthened_by(
            length, days, [*_of(sentence, summary), *_beside(reader, sentence, summary)]
        )
        given = "" if deadline else length
        perhaps = deadline or _counted_from_now(reader, sentence, summary)
        report = reader.report(Signal.MOVED, sentence.text, cited, about, perhaps, length=given)
        yield _naming(report, days)


def _counted_from_now(reader: Reader, sentence: Sentence, summary: Summary) -> Deadline | None:
    """The deadline that time given more would set if nothing were known from which it counts."""
    told = (one for one in _of(sentence, summary) if is_of_a_length(reader, sentence, one))
    return next(told, None)


def _beside(reader: Reader, sentence: Sentence, summary: Summary) -> Iterator[Deadline]:
    for one in reader.moves.beside(sentence):
        yield from _of(one, summary)


def _says_until_when(reader: Reader, sentence: Sentence, length: str, summary: Summary) -> bool:
    """Whether the article gives the date to which this sentence moves one, there or beside it."""
    days = [day for day, _ in reader.moves.days(sentence.start, sentence.end)]
    if any(_comes_to(day, length, one) for day in days for one in _of(sentence, summary)):
        return True
    return any(reader.moves.leads_to(sentence, one) for one in _beside(reader, sentence, summary))


def _lengthened_by(length: str, left: Sequence[date], told: Sequence[Deadline]) -> Deadline | None:
    """The deadline that one which the article dates becomes, if it is one that is left."""
    for one in told:
        day = further(one.date, length) if one.date in left and one.granularity in DAILY else None
        if day and not one.end:
            return replace(one, date=day)
    return None


def _ending(reader: Reader, summary: Summary) -> Iterator[Report]:
    for sentence in reader.moves.sentences:
        ended = _ended(sentence) or _put_off(reader, sentence, summary)
        if ended is None:
            continue
        signal, about = ended
        cited = (Citation.of(reader.article, sentence.start, sentence.end),)
        days = [day for day, _ in reader.moves.days(sentence.start, sentence.end)]
        yield _naming(reader.report(signal, sentence.text, cited, about), days)


def _ended(sentence: Sentence) -> tuple[Signal, str] | None:
    """What a sentence says to be over, and how; None if it says no such thing for sure."""
    text = sentence.text
    is_off = off(text)
    if is_off:
        return Signal.CALLED_OFF, is_off.about
    if AHEAD.search(text):
        return None
    if sure(LAPSED, text):
        return Signal.LAPSED, text
    return (Signal.MET, text) if sure(MET, text) else None


def _put_off(reader: Reader, sentence: Sentence, summary: Summary) -> tuple[Signal, str] | None:
    about = put_off(reader.article.body, sentence, reader.moves.timexes, summary.dated)
    return (Signal.CALLED_OFF, about) if about else None
