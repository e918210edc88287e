"""Files and folders that this user may not enter: they are named, with what to do, and no traceback."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.ordinary_user import as_an_ordinary_user
from tests.integration.commands.typed import run

WORDS = [
    ("backup", "copy.db"),
    ("backup", "closed/copy.db"),
    ("restore", "closed/copy.db"),
    ("ingest", "closed/articles.jsonl"),
]


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that may not be entered, in one that may."""
    for words in (*WORDS, ("brief",)):  # so that all is loaded: root's Python may be closed to others
        run(*words)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder, inner = Path(name), Path(name) / "closed"
        inner.mkdir()
        monkeypatch.chdir(folder)
        with as_an_ordinary_user(folder):
            inner.chmod(0)
            yield inner
            inner.chmod(0o700)


@pytest.mark.parametrize("words", WORDS)
def test_what_is_closed_to_this_user_is_named(
    words: tuple[str, str], closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_data = closed.with_name("data")
    open_data.mkdir()
    monkeypatch.setenv("COMMUNIQUE_DATA_DIR", str(open_data if "closed" in words[1] else closed))
    _names(closed, *words)


def test_a_working_folder_that_may_not_be_entered_is_named(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed.chmod(0o700)
    monkeypatch.chdir(closed)
    closed.chmod(0)
    _names(closed, "brief")


def _names(closed: Path, *words: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert f"{closed}" in done.stderr
    assert "Permission denied" in done.stderr
    assert "right" in done.stderr
    assert "Traceback" not in done.stderr
