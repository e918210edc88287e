"""Equal warnings fill no disk, and that some were left out is told."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.logs import MOST, OFTEN, STRETCH, set_up
from bot.runner.board import Board
from tests.contract.kept import NOON
from tests.fakes.world import SetClock

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
    assert len(lines) == OFTEN + 2
    assert lines[-2].endswith(f"the server is away left_out={100 - OFTEN}")
    assert lines[-1].endswith("the server is away")


def test_what_was_left_out_is_told_by_whatever_comes_next_with_the_time_of_the_last(
    stream: io.StringIO,
) -> None:
    for second in range(100):
        _at(second, "the server is away", part="send")
    _at(98, "another")
    *_, last, another = stream.getvalue().splitlines()
    assert "left_out" not in last
    _at(STRETCH, "something else")
    *_, told, _ = stream.getvalue().splitlines()
    assert told.endswith(f"the server is away part=send left_out={100 - OFTEN}")
    assert told[:19] >= another[:19] > last[:19]


def test_at_the_end_it_is_told_too(stream: io.StringIO) -> None:
    for second in range(100):
        _at(second, "the server is away")
    logging.getLogger().handlers[0].close()
    assert stream.getvalue().endswith(f"the server is away left_out={100 - OFTEN}\n")


def test_other_causes_are_told_apart_and_told_with_what_is_left_out(stream: io.StringIO) -> None:
    set_up("warning", "json", stream)
    for number in range(10):
        _fail(ValueError("one cause"))
        _fail(ValueError(f"cause {number}"))
        _fail(KeyError(f"cause {number}"))
    _at(STRETCH * 2, "something else")
    told = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(told) == OFTEN + 20 + 2
    assert (told[-2]["error"], told[-2]["left_out"]) == ("ValueError: one cause", 10 - OFTEN)


def _fail(error: Exception) -> None:
    log.warning("an answer did not reach Slack", exc_info=error)


class _Untold:
    def __str__(self) -> str:
        raise RuntimeError

    __repr__ = __str__


def test_what_cannot_be_formatted_is_reported_and_not_raised_into_who_logged_it(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = logging.getLogger().handlers[0]  # pytest's own raises, by its design
    for message, args, extra in (
        ("%d tries", ("three",), {}),
        (_Untold(), (), {}),
        ("a list", (), {"one": [_Untold()]}),
        ("next", (), {}),
    ):
        ours.handle(log.makeRecord(log.name, logging.WARNING, "here", 1, message, args, None, extra=extra))
    assert stream.getvalue().endswith("next\n")
    assert capsys.readouterr().err.count("--- Logging error ---") == 3


async def test_the_last_word_on_a_part_is_always_there(stream: io.StringIO, tmp_path: Path) -> None:
    board = Board(file=tmp_path / "health.json", clock=SetClock(NOON))
    for _ in range(OFTEN + 1):
        await board.watch("send", _locked)
        assert stream.getvalue().endswith("It is locked. action=part_failed part=send\n")
        await board.watch("send", _well)
        assert stream.getvalue().endswith("well again action=part_well part=send\n")


async def _locked() -> None:
    raise StoreUnavailable("It is locked")


async def _well() -> None:
    return


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


def test_what_never_repeats_takes_no_memory_for_ever_and_what_does_is_still_left_out(
    stream: io.StringIO,
) -> None:
    for number in range(MOST):
        _at(0, f"away {number}")
    for number in range(MOST):
        _at(1, f"away {number}")
    for _ in range(OFTEN):
        _at(2, "away 0")
    assert len(stream.getvalue().splitlines()) == 2 * MOST + OFTEN - 2
    _at(3, "one more")
    told, last = stream.getvalue().splitlines()[-2:]
    assert told.endswith("away 0 left_out=2")
    assert last.endswith("one more")
    handler = logging.getLogger().handlers[0]
    assert len(handler.known) == MOST  # type: ignore[attr-defined] # ours, the only one
