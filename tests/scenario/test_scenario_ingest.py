"""Ingest from lines to store: every line accounted for, nothing twice, nothing lost."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.article import Article
from bot.errors import StoreUnavailable
from bot.feeds.jsonl import LineReader
from bot.ingest.pipeline import Batch, Ingest, RawLine, Rejected, Report
from tests.fakes.memory_store import MemoryStore

T = TypeVar("T")
Fields = dict[str, object]
NOON = datetime(2025, 11, 3, 12, tzinfo=UTC)
ADDRESSES = tuple(f"https://lantern.example/{path}" for path in "xyz")
BODIES = (
    " ".join(f"Crane {n} at the port moved again." for n in range(12)),
    "WIRE: " + " ".join(f"Crane {n} at the port moved again." for n in range(12)),
    " ".join(f"Vote {n} on the budget was put off." for n in range(12)),
    "Stub.",
)


class Ticking:
    """A clock that never shows the same instant twice."""

    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


async def inline(function: Callable[..., T], /, *args: object) -> T:
    return function(*args)


def ingest(store: MemoryStore) -> Ingest:
    return Ingest(store=store, clock=Ticking(), run_cpu=inline)


def lines(entries: Iterable[Fields | bytes]) -> list[RawLine]:
    data = (entry if isinstance(entry, bytes) else json.dumps(entry).encode() for entry in entries)
    return [RawLine(number=n, data=one) for n, one in enumerate(data, start=1)]


def batches(raw: list[RawLine], size: int) -> Iterator[Batch]:
    for start in range(0, len(raw), size):
        yield Batch(lines=tuple(raw[start : start + size]), state=str(start + size))


async def run(store: MemoryStore, entries: Iterable[Fields | bytes], size: int = 100) -> Report:
    total = Report()
    async for report in ingest(store).run("local", "file", batches(lines(entries), size)):
        total += report
    return total


def timeless(store: MemoryStore) -> set[tuple[object, ...]]:
    """Everything that is kept of articles, but for when it came in."""
    return {
        (a.id, a.revision, a.title, a.body, a.source, a.group_id, a.url, a.canonical_url, a.published)
        for a in store.state.revisions.values()
    }


def heads(store: MemoryStore) -> dict[str, Article]:
    return {a.id: a for a in sorted(store.state.revisions.values(), key=lambda a: a.revision)}


ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"body": st.sampled_from(BODIES)},
        optional={
            "id": st.sampled_from(["a", "b", "c"]),
            "url": st.sampled_from([*ADDRESSES, f"{ADDRESSES[0]}?utm_source=push"]),
            "title": st.sampled_from(["Ports", "Budget"]),
            "published": st.sampled_from(["2025-11-03", "2025-11-03T08:00+01:00"]),
        },
    ),
    max_size=9,
)


@pytest.mark.untraced
@given(ENTRIES, st.integers(1, 9), st.integers(1, 9))
def test_the_same_lines_again_in_any_portions_change_nothing(
    entries: list[Fields], size: int, size_again: int
) -> None:
    store = MemoryStore()
    asyncio.run(run(store, entries, size))
    before = dict(store.state.revisions), dict(store.state.fingerprints)
    again = asyncio.run(run(store, entries, size_again))
    assert (store.state.revisions, store.state.fingerprints) == before
    assert (again.new, again.revisions, again.unchanged) == (0, 0, len(entries))


@pytest.mark.untraced
@given(ENTRIES, st.integers(1, 9))
def test_what_is_kept_does_not_depend_on_the_portions(entries: list[Fields], size: int) -> None:
    at_once, portioned = MemoryStore(), MemoryStore()
    report = asyncio.run(run(at_once, entries))
    assert asyncio.run(run(portioned, entries, size)) == report
    assert timeless(portioned) == timeless(at_once)


@given(ENTRIES)
def test_every_line_is_new_a_revision_or_unchanged_and_no_text_is_lost(entries: list[Fields]) -> None:
    store = MemoryStore()
    report = asyncio.run(run(store, entries))
    assert report.lines == len(entries) == report.new + report.revisions + report.unchanged
    assert len(store.state.revisions) == report.new + report.revisions
    assert {entry["body"] for entry in entries} == {a.body for a in store.state.revisions.values()}
    addresses = [a.canonical_url for a in heads(store).values() if a.canonical_url]
    assert len(addresses) == len(set(addresses))


async def test_bad_lines_are_named_and_the_good_ones_beside_them_stored() -> None:
    store = MemoryStore()
    report = await run(
        store,
        [
            {"id": "good-1", "body": BODIES[0]},
            b"not json",
            {"id": "bodiless", "title": "x"},
            {"id": "naive", "body": "a", "published": "2025-11-03T08:00:00"},
            {"id": "invisible", "body": "\u200b"},
            {"id": "good-2", "body": BODIES[2]},
        ],
    )
    assert [(bad.line, bad.id) for bad in report.rejected] == [
        (2, None),
        (3, "bodiless"),
        (4, "naive"),
        (5, "invisible"),
    ]
    assert set(heads(store)) == {"good-1", "good-2"}
    assert (report.lines, report.new) == (6, 2)


async def test_a_line_that_the_reader_could_not_give_is_rejected_with_its_reason() -> None:
    batch = Batch(lines=(RawLine(number=7, problem="the line is longer than 5 bytes"),), state="s")
    reports = [report async for report in ingest(MemoryStore()).run("local", "file", [batch])]
    assert [report.rejected for report in reports] == [
        (Rejected(line=7, id=None, error="the line is longer than 5 bytes"),)
    ]


async def test_near_duplicates_are_linked_within_a_batch_and_across_batches() -> None:
    for size in (1, 2):
        store = MemoryStore()
        report = await run(store, [{"id": "a", "body": BODIES[0]}, {"id": "b", "body": BODIES[1]}], size)
        assert report.linked == 1
        assert {article.group_id for article in heads(store).values()} == {"a"}


async def test_articles_without_a_date_are_stored_and_counted() -> None:
    store = MemoryStore()
    report = await run(store, [{"body": BODIES[0]}, {"body": BODIES[2], "published": "2025-11-03"}])
    assert (report.new, report.undated) == (2, 1)


async def test_articles_dated_in_the_future_are_stored_and_counted() -> None:
    days = [(NOON.date() + timedelta(days=n)).isoformat() for n in (1, 2)]
    report = await run(
        MemoryStore(),
        [{"body": BODIES[0], "published": days[0]}, {"body": BODIES[2], "published": days[1]}],
    )
    assert (report.new, report.ahead) == (2, 1)


async def test_one_tenant_never_meets_the_articles_of_another() -> None:
    store = MemoryStore()
    for tenant in ("one", "two"):
        entries = lines([{"id": "a", "url": ADDRESSES[0], "body": BODIES[0]}])
        reports = [r async for r in ingest(store).run(tenant, "file", batches(entries, 1))]
        assert [(r.new, r.linked) for r in reports] == [(1, 0)]


class Failing(MemoryStore):
    """A store whose disk is full from the third batch on."""

    def write(self):  # type: ignore[no-untyped-def] # the type is the parent's
        if len(self.state.revisions) >= 4:
            raise StoreUnavailable("The disk is full")
        return super().write()


async def test_a_failure_keeps_the_batches_before_it_and_the_place_to_go_on_from() -> None:
    store = Failing()
    entries: list[Fields | bytes] = [{"id": str(n), "body": f"Report {n}."} for n in range(6)]
    with pytest.raises(StoreUnavailable):
        await run(store, entries, size=2)
    assert set(heads(store)) == {"0", "1", "2", "3"}
    assert await ingest(store).state("local", "file") == "4"


async def test_a_finished_run_leaves_no_place_to_go_on_from() -> None:
    store = MemoryStore()
    await run(store, [{"body": "Report."}])
    assert await ingest(store).state("local", "file") is None


@settings(max_examples=30)
@given(st.lists(st.sampled_from([b"", b"  ", b"{", b'{"body": "a"}', b'{"id": 1}']), max_size=12))
def test_a_reader_gives_every_line_that_is_not_blank_under_its_number(rows: list[bytes]) -> None:
    reader = LineReader(io.BytesIO(b"\r\n".join(rows)))
    given_numbers = [line.number for batch in reader.batches() for line in batch.lines]
    assert given_numbers == [n for n, row in enumerate(rows, start=1) if row.strip()]
