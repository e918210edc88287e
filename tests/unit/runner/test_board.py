"""The board: what is wrong stands in the health file at once, and in the log once, not every two seconds."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.runner.board import AGAIN, Board
from bot.runner.health import OK, read
from tests.contract.kept import NOON
from tests.fakes.world import SetClock


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(file=tmp_path / "health.json", clock=SetClock(NOON))


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.WARNING):
        yield caplog


async def _full() -> None:
    raise StoreUnavailable("The disk is full")


async def _locked() -> None:
    raise StoreUnavailable("It is locked")


async def _broken() -> None:
    raise ZeroDivisionError


async def _well() -> None:
    return


async def test_what_stays_wrong_is_logged_once_and_that_it_is_well_again(
    board: Board, said: pytest.LogCaptureFixture
) -> None:
    for act in (_well, _full, _full, _full, _locked, _broken, _broken, _well, _well):
        await board.watch("dispatch", act)
    assert said.messages == ["The disk is full.", "It is locked.", "part failed", "well again"]


async def test_after_a_while_it_is_logged_again(board: Board, said: pytest.LogCaptureFixture) -> None:
    clock = SetClock(NOON)
    board.clock = clock
    await board.watch("dispatch", _full)
    clock.at += AGAIN
    await board.watch("dispatch", _full)
    await board.watch("dispatch", _full)
    assert said.messages == ["The disk is full."] * 2


async def test_one_part_says_nothing_of_another(board: Board, said: pytest.LogCaptureFixture) -> None:
    for part in ("dispatch", "tidy", "dispatch"):
        await board.watch(part, _full)
    assert [record.__dict__["part"] for record in said.records] == ["dispatch", "tidy"]
    kept = read(board.file)
    assert kept is not None
    assert kept.parts == {"dispatch": "The disk is full.", "tidy": "The disk is full."}
    await board.watch("tidy", _well)
    assert board.parts["tidy"] == OK


async def test_a_health_file_that_cannot_be_written_is_logged_once(
    tmp_path: Path, said: pytest.LogCaptureFixture
) -> None:
    board = Board(file=tmp_path / "file" / "health.json", clock=SetClock(NOON))
    (tmp_path / "file").touch()
    board.write()
    board.write()
    assert len(said.messages) == 1
    (tmp_path / "file").unlink()
    board.write()
    assert len(said.messages) == 1
