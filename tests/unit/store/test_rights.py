"""Room on a disk, asked of file systems that are there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.store.rights import require_room

SAYS_NOTHING = Path("/proc")


def test_a_disk_that_does_not_say_how_much_it_has_is_not_full() -> None:
    if not SAYS_NOTHING.is_dir() or shutil.disk_usage(SAYS_NOTHING).total:
        pytest.skip("no file system here that does not report its size")
    require_room(SAYS_NOTHING / "news.db")
