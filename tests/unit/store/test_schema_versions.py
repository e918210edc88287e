from __future__ import annotations

import pytest

from bot.errors import SchemaMismatch, StoreMissing
from bot.store.schema import usable

VERSIONS = ("0001", "0002", "0003")


def test_the_newest_version_is_usable() -> None:
    usable("0003", "file.db", VERSIONS)


@pytest.mark.parametrize("found", ["0001", "0002"])
def test_an_older_version_names_the_command_that_mends_it(found: str) -> None:
    with pytest.raises(SchemaMismatch, match=f"{found}, which is older than this program's 0003") as caught:
        usable(found, "file.db", VERSIONS)
    assert "communique migrate" in caught.value.todo


def test_an_unknown_version_asks_for_a_newer_program() -> None:
    with pytest.raises(SchemaMismatch, match="0004, which is newer than this program's 0003") as caught:
        usable("0004", "file.db", VERSIONS)
    assert "Update this program" in caught.value.todo


def test_no_version_is_a_missing_store() -> None:
    with pytest.raises(StoreMissing, match="communique migrate"):
        usable(None, "file.db", VERSIONS)
