from __future__ import annotations

import datetime as dt
import math

import pytest

from bot.store.codec import decode, encode
from summarizers.types import Gist, Point, Publication, Section, Span, Summary


def _weighing(weight: float) -> Summary:
    span = Span("a", 0, 4)
    point = Point(section=Section.TENSION, text="Text.", evidence=(span,), engine="e", weight=weight)
    return Summary(gist=Gist(text="Text.", evidence=(span,)), points=(point,), engine="e")


@pytest.mark.parametrize("weight", [0.1 + 0.2, -0.0, 5e-324, 1.7976931348623157e308])
def test_a_summary_comes_back_equal_to_the_last_bit(weight: float) -> None:
    made = _weighing(weight)
    read = decode(Summary, encode(made))
    assert read == made
    assert math.copysign(1, read.points[0].weight) == math.copysign(1, weight)


@pytest.mark.parametrize("weight", [math.inf, -math.inf, math.nan])
def test_a_number_that_json_does_not_have_is_refused_when_it_is_kept(weight: float) -> None:
    with pytest.raises(ValueError, match=r"weight|JSON"):
        encode(_weighing(weight))


def test_an_offset_with_seconds_is_refused_when_it_is_kept_rather_than_rounded() -> None:
    at = dt.datetime.fromisoformat("1890-01-01T00:00:00+00:17:30")
    with pytest.raises(ValueError, match="Publication"):
        encode(Publication(local_date=at.date(), at=at))


def test_text_that_is_not_what_was_written_is_refused() -> None:
    with pytest.raises(ValueError, match="Summary"):
        decode(Summary, "{}")
