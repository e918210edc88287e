"""Dates of an article that are none of their own: how far another one moved, or the one that it left."""

from __future__ import annotations

from collections.abc import Sequence

from bot.remind.cues import MOVED, sure
from bot.remind.lengths import further
from bot.remind.moves import is_given
from bot.remind.reader import Reader
from summarizers.text.sentence import Sentence
from summarizers.types import Deadline, Point

DAILY = frozenset({"day", "minute"})
"""As fine as a day or finer."""


def is_stray(reader: Reader, point: Point, points: Sequence[Point]) -> bool:
    """Whether a date is only how far another one moved, or the one that it moved from."""
    deadline = point.deadline
    if deadline is None:
        return False
    told = reader.moves.at(point.evidence[0].start)
    if is_of_a_length(reader, told, deadline):
        return True
    for mover in (told, *reader.moves.beside(told)):
        others = [one for one in points if one is not point and is_told_in(one, mover)]
        if _gives_way(reader, told, mover, deadline, [one.deadline for one in others if one.deadline]):
            return True
    return False


def is_of_a_length(reader: Reader, told: Sentence, deadline: Deadline) -> bool:
    """Whether its day was counted from the news, by the length that somebody was given on top of a day."""
    length = reader.moves.length(told) if is_given(told) else ""
    return bool(length) and further(reader.published.local_date, length) == deadline.date


def _gives_way(
    reader: Reader, told: Sentence, mover: Sentence, deadline: Deadline, others: Sequence[Deadline]
) -> bool:
    """Whether `mover` says that a date of the sentence `told` is left, for one of `others` or a length."""
    moves = reader.moves
    left = deadline.date in (moves.left(told) if told is mover else moves.held(told))
    if left and any(one.date > deadline.date and moves.outlived(mover, one) for one in others):
        return True
    if not sure(MOVED, mover.text):
        return False
    if told is mover and others and (deadline.boundary == "within" or deadline.granularity not in DAILY):
        return any(one.granularity in DAILY and one.boundary != "within" for one in others)
    return left and (bool(others) or moves.length(mover) != "")


def is_told_in(point: Point, sentence: Sentence) -> bool:
    """Whether a sentence is one of those by which a point is told."""
    return any(sentence.start <= span.start < sentence.end for span in point.evidence)
