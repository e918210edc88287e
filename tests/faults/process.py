"""The bot as its users start it: a process of its own on a data folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.texts import say
from tests.faults import forked

ROOT = Path(__file__).resolve().parents[2]
POLL = 0.02
PATIENCE = 300.0
"""Seconds: far more than anything here takes on a busy machine; only a failing test waits so long."""

RUN = ("-m", "bot", "run")


@dataclass(frozen=True, slots=True)
class Bot:
    """A process and the folder it works on; what it says on standard error goes to a file."""

    process: forked.Child | subprocess.Popen[bytes]
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def up(self) -> bool:
        """Whether it has started and listens to signals."""
        return say("run.started", places="").partition(".")[0] in self.said

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and return the exit status; that of a process which has ended already is kept."""
        self.send(number)
        return self.process.wait(PATIENCE)


@contextmanager
def bot(folder: Path, program: Sequence[str] = RUN, name: str = "log", **variables: str) -> Iterator[Bot]:
    """A running bot, which is killed at the end of the block if it still lives."""
    environment = {**os.environ, "COMMUNIQUE_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), **variables}
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / f"{name}.txt"
    with log.open("wb") as output, open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a device
        process = _start(program, folder, environment, (nothing, output, output))
    try:
        yield Bot(process, log)
    finally:
        process.kill()
        process.wait()


def command(folder: Path, *words: str, text: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """A command of the bot on a folder, run to its end, with `text` on its standard input."""
    environment = {**os.environ, "COMMUNIQUE_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), **variables}
    return ran(("-m", "bot", *words), folder, environment, text)


def ran(
    program: Sequence[str], folder: Path, environment: Mapping[str, str], text: str = ""
) -> subprocess.CompletedProcess[str]:
    """`python *program`, run to its end."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(text.encode())
        files = (given, out, err)
        given.seek(0)
        process = _start(program, folder, environment, files)
        try:
            status = process.wait(PATIENCE)
        finally:
            process.kill()
        for one in files:
            one.seek(0)
        return subprocess.CompletedProcess(program, status, out.read().decode(), err.read().decode())


def _start(
    program: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    files: tuple[IO[bytes], IO[bytes], IO[bytes]],
) -> forked.Child | subprocess.Popen[bytes]:
    """Forked, but for a program that begins as no module does."""
    if program[0] == "-m":
        return forked.start(program[1:], folder, environment, [one.fileno() for one in files])
    given, out, err = files
    return subprocess.Popen(
        [sys.executable, *program], cwd=folder, env=environment, stdin=given, stdout=out, stderr=err
    )


def untraced() -> dict[str, str]:
    """This environment without coverage: so many steps take minutes to trace, over lines known well."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether a condition comes to hold before long; a look may take long itself."""
    end = time.clock_gettime(time.CLOCK_MONOTONIC) + PATIENCE
    while not (held := holds()) and time.clock_gettime(time.CLOCK_MONOTONIC) < end:
        time.sleep(POLL)
    return held
