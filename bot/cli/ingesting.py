"""`communique ingest`."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from bot.app import App, open_app
from bot.cli.context import Progress, progress, storable
from bot.domain.channel import LOCAL_TENANT
from bot.errors import FetchError, InputError, StoreUnavailable
from bot.feeds.jsonl import LineReader, check, open_file
from bot.gather.once import Once
from bot.ingest.pipeline import Rejected, Report
from bot.settings import Settings
from bot.texts import count, say

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input: its name as typed, and its file (None: standard input, or an address if `is_url`)."""

    name: str
    path: Path | None = None
    is_url: bool = False

    @property
    def checkpoint(self) -> str:
        """Under which name its progress is kept."""
        return storable(f"ingest:{self.path or self.name}")

    @property
    def title(self) -> str:
        """What people call it."""
        return say("ingest.stdin") if self.name == STANDARD_INPUT else self.name

    def open(self) -> BinaryIO:
        """Its bytes; raise InputError if it cannot be read."""
        if self.path:
            return open_file(self.path)
        if sys.stdin is None:  # it was closed before we started
            raise InputError("There is no standard input", kept="Nothing was stored", todo="Name a file")
        return sys.stdin.buffer


def run(settings: Settings, files: Sequence[str], *, as_json: bool) -> None:
    """Store all files; exit with status 1 if a line was not stored."""
    inputs = tuple(dict.fromkeys(map(_input, files)))
    for one in inputs:
        _probe(one)
    report = asyncio.run(_run(settings, inputs))
    if as_json:
        sys.stdout.write(json.dumps(_object(report)) + "\n")
    else:
        sys.stderr.write(_summary(report) + "\n")
    if report.refused:
        if any(not one.is_url for one in inputs):
            sys.stderr.write(say("ingest.mend") + "\n")
        raise SystemExit(1)


def _input(name: str) -> Input:
    if name.lower().startswith(("http://", "https://")):
        return Input(name=name, is_url=True)
    return Input(name=name, path=None if name == STANDARD_INPUT else Path(name).absolute())


def _probe(one: Input) -> None:
    """A wrong name stops us before anything is stored. A pipe opens only once and is left alone."""
    if one.path and not one.path.is_fifo():
        check(one.path)


async def _run(settings: Settings, inputs: Sequence[Input]) -> Report:
    total = Report()
    async with open_app(settings, create=True) as app:
        for one in inputs:
            with progress(say("ingest.progress", file=one.title)) as bar:
                total += await (_url(app, one, total) if one.is_url else _one(app, one, bar))
    return total


async def _url(app: App, one: Input, before: Report) -> Report:
    """Store what stands at an address."""
    try:
        report = await Once(gather=app.polling.gather).run(LOCAL_TENANT, one.name)
    except FetchError as error:
        if before.new + before.revisions:
            error.kept = say("ingest.before", articles=count("article", before.new + before.revisions))
        raise
    _print(one, report.rejected)
    return replace(report, rejected=())


async def _one(app: App, one: Input, bar: Progress) -> Report:
    """Store one input. What was rejected is printed and counted but not held, however much it is."""
    total = Report()
    try:
        with closing(one.open()) as stream:
            reader = LineReader(stream, one.title)
            resumed = await _resume(app, one, reader)
            size = os.fstat(stream.fileno()).st_size
            async for report in app.ingest.run(LOCAL_TENANT, one.checkpoint, reader.batches()):
                total += replace(report, rejected=())
                _print(one, report.rejected)
                bar(reader.offset, size)
    except (InputError, StoreUnavailable) as error:
        error.kept = say(
            "ingest.kept", articles=count("article", total.new + total.revisions), file=one.title
        )
        raise
    if not (total.lines or resumed):
        sys.stderr.write(say("ingest.empty", file=one.title) + "\n")
    return total


async def _resume(app: App, one: Input, reader: LineReader) -> bool:
    """Whether the reader goes on where an earlier run stopped."""
    if not reader.stream.seekable():
        return False
    state = await app.ingest.state(LOCAL_TENANT, one.checkpoint)
    if not (state and reader.resume(state)):
        return False
    sys.stderr.write(say("ingest.resumed", file=one.title, line=reader.line + 1) + "\n")
    return True


def _print(one: Input, rejected: Sequence[Rejected]) -> None:
    for bad in rejected:
        line = {"id": bad.id, "file": one.name, "line": bad.line, "error": bad.error}
        sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _summary(report: Report) -> str:
    parts = [
        say("ingest.new", articles=count("article", report.new)),
        count("revision", report.revisions),
        say("ingest.unchanged", number=report.unchanged),
        count("duplicate", report.linked),
    ]
    if report.undated:
        parts.append(say("ingest.undated", number=report.undated))
    if report.ahead:
        parts.append(say("ingest.ahead", number=report.ahead))
    if report.refused:
        parts.append(say("ingest.rejected", lines=count("line", report.refused)))
    return ", ".join(parts) + "."


def _object(report: Report) -> dict[str, int]:
    return {
        "lines": report.lines,
        "new": report.new,
        "revisions": report.revisions,
        "unchanged": report.unchanged,
        "linked": report.linked,
        "undated": report.undated,
        "ahead": report.ahead,
        "rejected": report.refused,
    }
