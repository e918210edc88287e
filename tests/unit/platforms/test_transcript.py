"""The console's transcript: a message is there exactly when its line is whole and on disk."""

from __future__ import annotations

import asyncio
import errno
import json
import multiprocessing
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.post import Post, PostKind, Receipt
from bot.errors import AmbiguousOutcome, RetryableRefusal
from bot.platforms.console import journal
from bot.platforms.console.journal import append, find
from bot.platforms.console.transcript import Transcript, View
from bot.ports import Presence
from bot.runner.clock import SystemClock, run_in_thread
from tests.faults.full_disk import files_up_to

NOW = datetime(2031, 3, 6, 8, tzinfo=UTC)
ID = "0123456789abcdef0123.0"


def line_of(delivery_id: str, text: str = "text") -> str:
    return json.dumps({"delivery_id": delivery_id, "at": NOW.isoformat(), "text": text})


def ids_in(path: Path) -> list[str]:
    return [message["delivery_id"] for message in messages_in(path)]


def messages_in(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "transcript.jsonl"


def a_post() -> Post:
    return Post(key="k", kind=PostKind.DIGEST, channel=LOCAL_CHANNEL, title="Title", subtitle="Subtitle")


def transcript(path: Path, view: View | None = None) -> Transcript:
    return Transcript(path=path, clock=SystemClock(), run_cpu=run_in_thread, view=view)


async def test_a_post_is_found_again_under_its_delivery_id(path: Path) -> None:
    platform = transcript(path)
    receipt = await platform.post(ID, a_post(), 0, None)
    found = await platform.reconcile(ID, LOCAL_CHANNEL, NOW)
    assert (found.presence, found.receipt) == (Presence.FOUND, receipt)


async def test_what_was_never_posted_is_absent(path: Path) -> None:
    platform = transcript(path)
    assert (await platform.reconcile(ID, LOCAL_CHANNEL, NOW)).presence is Presence.ABSENT
    await platform.post(ID, a_post(), 0, None)
    assert (await platform.reconcile(ID[:-1] + "1", LOCAL_CHANNEL, NOW)).presence is Presence.ABSENT


async def test_a_later_part_names_its_parent(path: Path) -> None:
    await transcript(path).post(ID, a_post(), 1, Receipt(message_id="the-parent", at=NOW))
    assert [message["parent"] for message in messages_in(path)] == ["the-parent"]


async def test_only_the_parent_message_is_shown_on_the_terminal(path: Path) -> None:
    shown: list[Post] = []
    platform = transcript(path, shown.append)
    await platform.post(ID, a_post(), 0, None)
    await platform.post(ID, a_post(), 1, Receipt(message_id="p", at=NOW))
    assert shown == [a_post()]


async def test_a_terminal_that_is_gone_does_not_unsend_the_message(path: Path) -> None:
    def gone(_post: Post) -> None:
        raise BrokenPipeError(errno.EPIPE, "gone")

    assert (await transcript(path, gone).post(ID, a_post(), 0, None)).message_id == ID
    assert ids_in(path) == [ID]


def test_only_its_owner_may_read_it(path: Path) -> None:
    append(path, line_of(ID))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("torn", [1, 10, 50])
def test_a_torn_last_line_is_no_message_and_the_next_one_takes_its_place(path: Path, torn: int) -> None:
    append(path, line_of("first.0"))
    whole = line_of(ID).encode() + b"\n"
    with path.open("ab") as file:
        file.write(whole[:-torn])
    assert find(path, ID) is None
    append(path, line_of("next.0"))
    assert ids_in(path) == ["first.0", "next.0"]


def test_a_torn_line_longer_than_a_block_is_dropped_whole(path: Path) -> None:
    append(path, line_of("first.0"))
    with path.open("ab") as file:
        file.write(b"x" * 200_000)
    append(path, line_of("next.0"))
    assert ids_in(path) == ["first.0", "next.0"]


def test_a_file_that_is_only_a_torn_line_begins_anew(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(line_of(ID).encode())
    append(path, line_of("next.0"))
    assert ids_in(path) == ["next.0"]


def test_a_line_spoilt_by_a_power_cut_is_no_message(path: Path) -> None:
    append(path, line_of("first.0"))
    whole = line_of(ID, "x" * 9_000).encode()
    with path.open("ab") as file:
        file.write(whole[:4096] + b"\0" * 4096 + whole[8192:] + b"\n")
    assert find(path, ID) is None
    append(path, line_of("next.0"))
    assert find(path, "next.0") is not None
    assert find(path, "first.0") is not None


def test_a_delivery_id_in_the_text_of_another_message_is_not_that_message(path: Path) -> None:
    append(path, line_of("first.0", text="\n" + line_of(ID) + "\n"))
    assert find(path, ID) is None


@pytest.mark.parametrize("block", [7, 64, 100, 4096])
def test_every_message_is_found_wherever_blocks_meet(
    path: Path, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "BLOCK", block)
    ids = [f"{number:020x}.0" for number in range(30)]
    for number, one in enumerate(ids):
        append(path, line_of(one, "x" * number))
    assert [found["delivery_id"] for one in ids if (found := find(path, one))] == ids
    assert find(path, "f" * 20 + ".0") is None


@pytest.mark.untraced
def test_a_message_is_found_among_a_hundred_thousand(path: Path) -> None:
    path.parent.mkdir()
    with path.open("w", encoding="utf-8") as file:
        file.writelines(line_of(f"{number:020x}.0") + "\n" for number in range(100_000))
    assert find(path, f"{0:020x}.0") is not None
    assert find(path, f"{99_999:020x}.0") is not None
    assert find(path, f"{100_000:020x}.0") is None


def _append_many(path: Path, name: str) -> None:
    for number in range(100):
        append(path, line_of(f"{name}{number}.0", "x" * (number * 37 % 5000)))


def test_two_writers_lose_and_mix_nothing(path: Path) -> None:
    fresh = multiprocessing.get_context("spawn")
    writers = [fresh.Process(target=_append_many, args=(path, name)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    written = ids_in(path)
    for name in ("a", "b"):
        assert [one for one in written if one.startswith(name)] == [f"{name}{n}.0" for n in range(100)]


def test_on_a_full_disk_the_post_is_refused_and_the_file_stays_as_it_was(path: Path) -> None:
    append(path, line_of("first.0"))
    before = path.read_bytes()
    with files_up_to(len(before) + 20), pytest.raises(RetryableRefusal, match="cannot be written"):
        append(path, line_of(ID))
    assert path.read_bytes() == before
    append(path, line_of(ID))
    assert ids_in(path) == ["first.0", ID]


def _failing(times: int) -> object:
    real, left = os.fsync, [times]

    def fsync(handle: int) -> None:
        if left[0] > 0:
            left[0] -= 1
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    return fsync


def test_a_line_that_did_not_reach_the_disk_is_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(path, line_of("first.0"))
    monkeypatch.setattr(os, "fsync", _failing(1))
    with pytest.raises(RetryableRefusal, match="brought to disk"):
        append(path, line_of(ID))
    assert ids_in(path) == ["first.0"]


def test_a_disk_that_takes_nothing_leaves_the_outcome_open(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(path, line_of("first.0"))
    monkeypatch.setattr(os, "fsync", _failing(2))
    with pytest.raises(AmbiguousOutcome):
        append(path, line_of(ID))


def test_a_message_counts_as_found_only_once_it_is_on_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(path, line_of(ID))
    monkeypatch.setattr(os, "fsync", _failing(1))
    with pytest.raises(AmbiguousOutcome):
        find(path, ID)
    assert find(path, ID) is not None


def test_a_place_that_cannot_hold_the_file_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RetryableRefusal, match="cannot be opened"):
        append(tmp_path / "file" / "transcript.jsonl", line_of(ID))
    with pytest.raises(AmbiguousOutcome, match="cannot be read"):
        find(tmp_path, ID)


async def test_parts_posted_together_stay_whole(path: Path) -> None:
    platform = transcript(path)
    posts = [platform.post(f"{number:020x}.0", a_post(), 0, None) for number in range(25)]
    await asyncio.gather(*posts)
    assert sorted(ids_in(path)) == [f"{number:020x}.0" for number in range(25)]
