"""JSON Lines: taken one by one, each answered in its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from summarizers import wire
from summarizers.faults import FAULTS
from summarizers.wire import BadLineError

Handler: TypeAlias = Callable[[dict[str, Any]], Iterable[wire.Json]]
"""What a command does with the object on one line; it raises `BadLineError` for one that it cannot read."""

MAX_LINE = 64 << 20
"""Bytes of one input line; a longer one is refused unread, so that memory stays flat."""


class Line(NamedTuple):
    """One line that is not blank: its number, from 1, and its bytes (of an overlong one the first)."""

    number: int
    text: bytes


class Answer(NamedTuple):
    """What is written for one line, as JSON Lines, and whether the line was good."""

    text: bytes
    good: bool


def lines(source: BinaryIO) -> Iterator[Line]:
    """Each line of `source` that is not blank, as soon as it is there."""
    number = 0
    while line := source.readline(MAX_LINE):
        number += 1
        whole = line.endswith(b"\n")
        while not whole and (rest := source.readline(MAX_LINE)):
            line, whole = line[: MAX_LINE - 1] + b"\x00", rest.endswith(b"\n")
        if line.strip():
            yield Line(number, line)


def answer(handle: Handler, line: Line) -> Answer:
    """What `handle` makes of `line`; for a bad one an error object with its id, where that can be read.

    A line over which `handle` fails in a way nobody foresaw (`FAULTS`) has one too, and the stream goes on.
    """
    try:
        answers, good = tuple(handle(_object(line.text))), True
    except BadLineError as error:
        answers, good = (_error(line, str(error)),), False
    except FAULTS as error:
        answers, good = (_error(line, _fault(error)),), False
    return Answer(b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in answers), good)


def _fault(error: Exception) -> str:
    """What is told of a fault of ours; its own words may quote the text, and half a character of it."""
    told = f"{type(error).__name__}: {error}".encode(errors="replace").decode()
    return f"this line broke the engine, which is a fault of ours ({told})"


def _error(line: Line, told: str) -> wire.Json:
    return {"id": _id_of(line.text), "line": line.number, "error": told}


def _object(line: bytes) -> dict[str, Any]:
    """The JSON object on `line`; raise `BadLineError` for anything else."""
    if len(line) >= MAX_LINE:
        raise BadLineError(f"the line is longer than {MAX_LINE} bytes")
    try:
        found = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise BadLineError(f"not UTF-8 at byte {error.start}") from None
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"not JSON: {str(error)[:80]}") from None
    if not isinstance(found, dict):
        raise BadLineError(f"not a JSON object but {type(found).__name__}")
    return found


def _id_of(line: bytes) -> str | None:
    """The id on a bad line, where it can be read."""
    try:
        found = _object(line)
        return wire.identity(found, "id" if "id" in found else "doc")
    except BadLineError:
        return None
