"""Lines answered by several processes: the same bytes in the same order, whatever becomes of these."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizers.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Sequence

BODY = "The ministers of Veltland and Ostmark signed the treaty on Thursday. It ends on {day} May 2031."
BEFORE = 32
"""Lines that are answered before other processes are started."""

ECHO = """
import gc, multiprocessing, os, re, sys
from summarizers.jobs import answered
from summarizers.lines import lines

AT_START = gc.get_freeze_count()  # some hundreds with Python 3.12

def make():
    return handle

def handle(line):
    elsewhere = multiprocessing.parent_process() is not None
    if line["id"] == "deadly" and elsewhere:
        os._exit(9)
    if line["id"] == "faulty":
        raise ZeroDivisionError(line["id"])
    if line["id"] == "half":
        re.compile("(")
    if line["id"] == "full":
        raise MemoryError(line["id"])
    yield {"id": line["id"], "elsewhere": elsewhere, "frozen": gc.get_freeze_count() > AT_START}

def put(found):
    sys.stdout.buffer.write(found.text)
    sys.stdout.flush()

if __name__ == "__main__":
    answered(make, lines(sys.stdin.buffer), 2, put)
"""
"""A program whose answers say where they were made, with a line that kills the process that answers it."""


def article(number: int, **more: str) -> bytes:
    body = BODY.format(day=number % 28 + 1)
    line = {"id": str(number), "title": "Talks", "published": "2031-03-06", "body": body, **more}
    return json.dumps(line).encode() + b"\n"


def program(*arguments: str) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.Popen([sys.executable, *arguments], stdin=pipe, stdout=pipe, stderr=pipe, env=here)


def echoed(folder: Path, ids: Sequence[str]) -> tuple[list[dict[str, object]], int, bytes]:
    """What the program answered to lines of these ids, its exit status and what it said on its way."""
    (folder / "echo.py").write_text(ECHO, "utf-8")
    with program(str(folder / "echo.py")) as process:
        out, err = process.communicate(b"".join(json.dumps({"id": one}).encode() + b"\n" for one in ids))
    return [json.loads(line) for line in out.splitlines()], process.returncode, err


def test_two_processes_write_what_one_writes_bad_and_long_lines_in_their_places() -> None:
    lines = [article(number) for number in range(BEFORE + 40)]
    lines[BEFORE + 5 : BEFORE + 5] = [b"{\n", article(900, source="x" * (1 << 20)), b'{"id": "z"}\n']
    lines[3:3] = [b"[]\n"]
    written = []
    for jobs in "12":
        with program("-m", "summarizers", "brief", "--jobs", jobs) as process:
            written.append((*process.communicate(b"".join(lines)), process.returncode))
    alone, both = written
    assert both == alone
    answers = [json.loads(line) for line in alone[0].splitlines()]
    assert [one["id"] for one in answers[BEFORE + 4 : BEFORE + 10]] == ["35", "36", None, "900", "z", "37"]
    assert len(answers) == len(lines)
    assert alone[1:] == (b"", 1)


def test_other_processes_answer_and_the_first_lines_need_none(tmp_path: Path) -> None:
    answers, status, _ = echoed(tmp_path, [str(number) for number in range(BEFORE + 20)])
    assert [one["id"] for one in answers] == [str(number) for number in range(BEFORE + 20)]
    assert [one["elsewhere"] for one in answers] == [False] * BEFORE + [True] * 20
    assert status == 0


def test_what_is_loaded_before_the_long_part_is_not_walked_by_the_collector_again(tmp_path: Path) -> None:
    answers, _, _ = echoed(tmp_path, [str(number) for number in range(BEFORE + 20)])
    assert [one["frozen"] for one in answers] == [False] * BEFORE + [True] * 20


def test_when_a_process_dies_the_rest_is_answered_here(tmp_path: Path) -> None:
    ids = [str(number) for number in range(BEFORE + 30)]
    ids[BEFORE + 3] = ids[BEFORE + 20] = "deadly"
    answers, status, err = echoed(tmp_path, ids)
    assert [one["id"] for one in answers] == ids
    assert not answers[-1]["elsewhere"]
    assert (status, err) == (0, b"")


def test_what_would_befall_every_line_ends_the_run_after_the_lines_before_it(tmp_path: Path) -> None:
    ids = [str(number) for number in range(BEFORE + 30)]
    ids[BEFORE + 3] = "full"
    answers, status, err = echoed(tmp_path, ids)
    assert [one["id"] for one in answers] == ids[: BEFORE + 3]
    assert status == 1
    assert b"MemoryError: full" in err


def test_a_fault_over_one_line_is_told_in_its_place_and_the_others_are_answered(tmp_path: Path) -> None:
    ids = [str(number) for number in range(BEFORE + 30)]
    ids[1], ids[BEFORE + 3] = "faulty", "half"
    answers, _, err = echoed(tmp_path, ids)
    assert [one["id"] for one in answers] == ids
    told = [(one["line"], one["error"]) for one in answers if "error" in one]
    fault = "this line broke the engine, which is a fault of ours ({})"
    pattern = f"{re.error.__name__}: missing ), unterminated subpattern at position 0"  # renamed in 3.13
    assert told == [(2, fault.format("ZeroDivisionError: faulty")), (BEFORE + 4, fault.format(pattern))]
    assert err == b""


@pytest.mark.untraced
def test_an_answer_is_there_while_the_next_line_is_waited_for() -> None:
    with program("-m", "summarizers", "brief", "--jobs", "2") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(BEFORE + 6):
            process.stdin.write(article(number))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
        process.stdin.close()
    assert process.returncode == 0


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("stop", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -9)]
)
def test_no_process_outlives_the_command(stop: signal.Signals, status: int) -> None:
    with program("-m", "summarizers", "brief", "--jobs", "2") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        for number in range(BEFORE + 6):
            process.stdin.write(article(number))
        process.stdin.flush()
        for _ in range(BEFORE + 6):
            process.stdout.readline()
        process.send_signal(stop)
        assert process.stderr.read() == b""  # it ends when the last process that could write to it has ended
    assert process.returncode == status


def test_an_interrupt_while_the_program_is_still_loaded_ends_it_without_a_traceback() -> None:
    interrupted = """
import os, runpy, signal, sys
class Pressed:
    def find_spec(name, *_):
        if name == "summarizers.wire":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Pressed)
runpy.run_module("summarizers", run_name="__main__", alter_sys=True)
"""
    done = subprocess.run([sys.executable, "-c", interrupted], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--jobs 0", "not a number from 1 to 64"),
        ("--jobs 65", "not a number from 1 to 64"),
        ("--jobs two", "not a number"),
        ("--jobs 2 --engine chat", "--jobs is for the engine extractive"),
    ],
)
def test_a_number_of_processes_that_cannot_be_is_explained(
    capsys: pytest.CaptureFixture[str], arguments: str, message: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["brief", *arguments.split()])
    assert stop.value.code == 2
    assert message in capsys.readouterr().err
