"""`communique ingest`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.app import App, open_app
from bot.cli.context import Progress, progress
from bot.domain.channel import LOCAL_TENANT
from bot.errors import StoreUnavailable
from bot.feeds.jsonl import LineReader, open_file
from bot.ingest.pipeline import Rejected, Report
from bot.settings import Settings
from bot.texts import count, say

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One opened input: its name as typed, the name of its checkpoint, and its size in bytes (0: unknown)."""

    name: str
    stream: BinaryIO
    checkpoint: str
    size: int


def run(settings: Settings, files: Sequence[str], *, as_json: bool) -> None:
    """Store all files; exit with status 1 if a line was not stored."""
    # All are opened first: a wrong name stops us before anything is stored.
    inputs = tuple(_open(name) for name in files)
    report = asyncio.run(_run(settings, inputs))
    if as_json:
        sys.stdout.write(json.dumps(_object(report)) + "\n")
    else:
        sys.stderr.write(_summary(report) + "\n")
    if report.rejected:
        raise SystemExit(1)


async def _run(settings: Settings, inputs: Sequence[Input]) -> Report:
    total = Report()
    async with open_app(settings, create=True) as app:
        for one in inputs:
            with closing(one.stream), progress(say("ingest.progress", file=one.name)) as bar:
                total += await _one(app, one, bar)
    return total


def _open(name: str) -> Input:
    if name == STANDARD_INPUT:
        return Input(name=name, stream=sys.stdin.buffer, checkpoint=f"ingest:{name}", size=0)
    path = Path(name).resolve()
    stream = open_file(path)
    return Input(name=name, stream=stream, checkpoint=f"ingest:{path}", size=path.stat().st_size)


async def _one(app: App, one: Input, bar: Progress) -> Report:
    reader, total = LineReader(one.stream), Report()
    await _resume(app, one, reader)
    try:
        async for report in app.ingest.run(LOCAL_TENANT, one.checkpoint, reader.batches()):
            total += report
            _print(report.rejected)
            bar(reader.offset, one.size)
    except StoreUnavailable as error:
        error.kept = say("ingest.kept", articles=count("article", total.new + total.revisions), file=one.name)
        raise
    return total


async def _resume(app: App, one: Input, reader: LineReader) -> None:
    if not one.stream.seekable():
        return
    state = await app.ingest.state(LOCAL_TENANT, one.checkpoint)
    if state and reader.resume(state):
        sys.stderr.write(say("ingest.resumed", file=one.name, line=reader.line + 1) + "\n")


def _print(rejected: Sequence[Rejected]) -> None:
    for bad in rejected:
        sys.stdout.write(json.dumps({"id": bad.id, "line": bad.line, "error": bad.error}) + "\n")
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
    if report.rejected:
        parts.append(say("ingest.rejected", lines=count("line", len(report.rejected))))
    return ", ".join(parts) + "."


def _object(report: Report) -> dict[str, int]:
    return {
        "lines": report.lines,
        "new": report.new,
        "revisions": report.revisions,
        "unchanged": report.unchanged,
        "linked": report.linked,
        "undated": report.undated,
        "rejected": len(report.rejected),
    }
