"""Lines of a file in batches: nothing skipped, nothing held, and a place to go on from."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InputError
from bot.feeds import jsonl
from bot.feeds.jsonl import BATCH_LINES, MAX_LINE_BYTES, LineReader, check, open_file
from bot.ingest.pipeline import Batch, RawLine


def read(data: bytes) -> list[Batch]:
    return list(LineReader(io.BytesIO(data)).batches())


def lines_of(batches: list[Batch]) -> list[RawLine]:
    return [line for batch in batches for line in batch.lines]


def test_an_empty_file_has_no_batches() -> None:
    assert read(b"") == []
    assert read(b"\n \r\n\t\n") == []


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"", b"\n", b"\n\n"])
def test_lines_keep_their_numbers_whatever_ends_them(ending: bytes, last: bytes) -> None:
    found = lines_of(read(b"one" + ending + ending + b"three" + ending + b"four" + last))
    assert [(line.number, line.data.strip()) for line in found] == [(1, b"one"), (3, b"three"), (4, b"four")]


def test_a_batch_has_a_fixed_number_of_lines() -> None:
    batches = read(b"x\n" * (2 * BATCH_LINES + 1))
    assert [len(batch.lines) for batch in batches] == [BATCH_LINES, BATCH_LINES, 1]


def test_long_lines_make_small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "BATCH_BYTES", 10)
    assert [len(batch.lines) for batch in read(b"123456\n" * 4)] == [2, 2]


def test_a_line_that_is_too_long_is_reported_and_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 10)
    found = lines_of(read(b"short\n" + b"x" * 35 + b"\nnext\n" + b"y" * 25))
    assert [(line.number, line.data, line.problem) for line in found] == [
        (1, b"short\n", None),
        (2, b"", "the line is longer than 10 bytes"),
        (3, b"next\n", None),
        (4, b"", "the line is longer than 10 bytes"),
    ]


def test_a_line_of_exactly_the_longest_length_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 10)
    assert [line.data for line in lines_of(read(b"123456789\nabc"))] == [b"123456789\n", b"abc"]


def test_a_body_of_two_million_characters_fits_into_a_line() -> None:
    longest = json.dumps({"body": "\u4e2d" * 2_000_000}).encode()
    assert len(longest) < MAX_LINE_BYTES


ROWS = st.lists(st.sampled_from([b"", b"a", b"bb", b'{"c": 1}']), max_size=1200).map(b"\n".join)


@given(ROWS, st.integers(0, 5))
def test_a_reader_that_resumes_gives_exactly_the_rest(data: bytes, stop_after: int) -> None:
    batches = read(data)
    done, rest = batches[:stop_after], batches[stop_after:]
    if not done:
        return
    reader = LineReader(io.BytesIO(data))
    assert reader.resume(done[-1].state)
    assert list(reader.batches()) == rest


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(b"", id="emptied"),
        pytest.param(b"x\n" * BATCH_LINES, id="cut short"),
        pytest.param(b"y" + b"x\n" * (2 * BATCH_LINES), id="longer at the start"),
        pytest.param(b"y\n" + b"x\n" * (10 * BATCH_LINES), id="one early character changed"),
    ],
)
def test_a_file_that_changed_is_read_from_its_start(changed: bytes) -> None:
    state = read(b"x\n" * (10 * BATCH_LINES))[8].state
    reader = LineReader(io.BytesIO(changed))
    assert not reader.resume(state)
    assert lines_of(list(reader.batches())) == lines_of(read(changed))


def test_lines_that_were_added_after_an_interruption_are_read_too() -> None:
    data = b"x\n" * BATCH_LINES
    reader = LineReader(io.BytesIO(data + b"new\n"))
    assert reader.resume(read(data)[0].state)
    assert [line.data for line in lines_of(list(reader.batches()))] == [b"new\n"]


def test_a_missing_file_a_folder_and_a_loop_of_links_are_refused_by_name(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (tmp_path / "missing.jsonl", tmp_path, loop):
        with pytest.raises(InputError, match=str(path)) as caught:
            open_file(path)
        assert caught.value.todo == "Check the path"


def test_a_file_is_opened_for_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xff\r\n")
    with open_file(tmp_path / "a.jsonl") as stream:
        assert stream.read() == b"\xff\r\n"


LINE = '{"id": "a"}\n'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(LINE.encode("utf-16"), "in is not UTF-8 but UTF-16 or UTF-32", id="utf-16"),
        pytest.param(LINE.encode("utf-16-le"), "in is not UTF-8 but UTF-16 or UTF-32", id="utf-16-le"),
        pytest.param(LINE.encode("utf-16-be"), "in is not UTF-8 but UTF-16 or UTF-32", id="utf-16-be"),
        pytest.param(LINE.encode("utf-32"), "in is not UTF-8 but UTF-16 or UTF-32", id="utf-32"),
        pytest.param(gzip.compress(LINE.encode()), "in is compressed", id="gzip"),
        pytest.param(bz2.compress(LINE.encode()), "in is compressed", id="bzip2"),
    ],
)
def test_another_form_of_file_is_one_error_and_not_one_a_line(tmp_path: Path, data: bytes, says: str) -> None:
    file = tmp_path / "in"
    file.write_bytes(data)
    with pytest.raises(InputError) as on_the_way:
        list(LineReader(io.BytesIO(data), "in").batches())
    with pytest.raises(InputError) as before:
        check(file)
    assert on_the_way.value.what == says
    assert before.value.what.endswith(says)
    assert before.value.todo


def test_utf_8_with_and_without_a_mark_passes(tmp_path: Path) -> None:
    for data in (b"", b"{", b"\xef\xbb\xbf{}\n", "{'ä'}".encode()):
        (tmp_path / "in").write_bytes(data)
        check(tmp_path / "in")


class Dying(io.RawIOBase):
    """A disk that gives one line and then an error."""

    given = False

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> bytes:
        if self.given:
            raise OSError(5, os.strerror(5))
        self.given = True
        return b"one\n"


def test_a_disk_that_fails_on_the_way_is_an_error_that_names_the_line() -> None:
    reader = LineReader(cast("io.BufferedReader", Dying()))
    with pytest.raises(InputError, match="Cannot read on after line 1: Input/output error"):
        list(reader.batches())
