"""`communique recalibrate`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from bot.app import App, open_app
from bot.ask.calibration import SHIPPED, Calibration, Labelled, fitted, quality
from bot.cli.asking import parsed, question_of, text_of
from bot.errors import InputError
from bot.settings import Settings
from bot.settings.calibration import calibration_in, keep_calibration
from bot.texts import say

LEAST = 10
"""So many questions of each kind are needed: fewer would move the bar by chance."""


def run(settings: Settings, path: Path) -> None:
    """Fit the calibration to a file of labelled questions, keep it, print what it did before and does now."""
    labelled = asyncio.run(_labelled(settings, _lines(path)))
    _require(labelled)
    before = calibration_in(settings.data_path)
    made = fitted(labelled, SHIPPED)
    kept = keep_calibration(settings.data_path, made)
    for name, one in (("before", before), ("after", made)):
        sys.stdout.write(_row(name, labelled, one) + "\n")
    sys.stdout.write(say("recalibrate.kept", path=kept, questions=len(labelled)) + "\n")


def _row(name: str, labelled: list[Labelled], by: Calibration) -> str:
    told = quality(labelled, by)
    return say(
        f"recalibrate.{name}",
        answered=f"{told.answered:.0%}",
        false=f"{told.false:.0%}",
        brier=f"{told.brier:.3f}",
        bar=f"{by.answer_from:.2f}",
    )


def _require(labelled: list[Labelled]) -> None:
    for kind in (True, False):
        there = sum(one.answerable is kind for one in labelled)
        if there < LEAST:
            what = say("recalibrate.few", there=there, kind=str(kind).lower(), least=LEAST)
            raise InputError(what, todo="Add questions to the file")


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", todo="Name a readable file") from None


async def _labelled(settings: Settings, lines: list[bytes]) -> list[Labelled]:
    async with open_app(settings) as app:
        return [await _one(app, n, line) for n, line in enumerate(lines, start=1) if line.strip()]


async def _one(app: App, number: int, line: bytes) -> Labelled:
    try:
        given = parsed(line)
        question = question_of(app, text_of(given), str(given.get("asked") or "") or None)
        return await app.ask.labelled(question, answerable=_answerable(given))
    except InputError as error:
        raise InputError(f"Line {number}: {error.what}", todo=error.todo) from None


def _answerable(given: dict[str, Any]) -> bool:
    if not isinstance(answerable := given.get("answerable"), bool):
        raise InputError("answerable is neither true nor false", todo="Give each question its label")
    return answerable
