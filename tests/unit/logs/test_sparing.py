"""Equal warnings fill no disk, and that some were left out is told."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot.logs import MOST, OFTEN, STRETCH, set_up

log = logging.getLogger("bot.test")


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """What is logged, as the bot sets it up."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    made = io.StringIO()
    set_up("warning", "text", made)
    yield made
    root.handlers[:] = before
    root.setLevel(level)


def _at(seconds: float, message: str, level: int = logging.WARNING, **extra: object) -> None:
    record = log.makeRecord(log.name, level, "here", 1, message, (), None, extra=extra)
    record.created += seconds
    log.handle(record)


def test_equal_warnings_pass_a_few_times_and_then_say_how_many_were_left_out(stream: io.StringIO) -> None:
    for second in range(100):
        _at(second, "the server is away")
    _at(STRETCH, "the server is away")
    lines = stream.getvalue().splitlines()
    assert len(lines) == OFTEN + 1
    assert lines[-1].endswith(f"the server is away left_out={100 - OFTEN}")


def test_a_few_in_each_stretch_all_pass_and_nothing_is_said_of_them(stream: io.StringIO) -> None:
    for stretch in range(4):
        for _ in range(OFTEN):
            _at(stretch * STRETCH, "slow")
    assert stream.getvalue().count("slow") == 4 * OFTEN
    assert "left_out" not in stream.getvalue()


def test_other_words_other_places_and_errors_are_told_apart(stream: io.StringIO) -> None:
    for number in range(10):
        _at(number, "away", place=f"channel {number}")
        _at(number, f"away {number}")
        _at(number, "broken", level=logging.ERROR)
    assert len(stream.getvalue().splitlines()) == 30


def test_what_never_repeats_takes_no_memory_for_ever(stream: io.StringIO) -> None:
    for number in range(MOST + 10):
        _at(number, f"away {number}")
    (sparing,) = logging.getLogger().handlers[0].filters
    assert len(sparing.known) <= MOST  # type: ignore[union-attr] # ours, the only filter
    assert len(stream.getvalue().splitlines()) == MOST + 10
