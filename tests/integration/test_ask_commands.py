"""`communique ask`, `reindex` and `catchup` as a person or a tool runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import config_folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundled articles."""
    folder = tmp_path_factory.mktemp("home")
    done = _communique(folder, "ingest", str(config_folder() / "demo" / "articles.jsonl"))
    assert done.returncode == 0
    return folder


def _communique(home: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COMMUNIQUE_DATA_DIR": str(home)}
    command = (sys.executable, "-m", "bot", *arguments)
    return subprocess.run(
        command, env=environment, cwd=home, input=text, capture_output=True, text=True, check=False
    )


def test_a_question_is_answered_with_quotes_sources_and_dates(home: Path) -> None:
    done = _communique(home, "ask", "Who is the trade minister of Kestria?", "--as-of", "2025-10-30")
    assert done.returncode == 0
    assert "Maddern" in done.stdout
    assert "[1]" in done.stdout


def test_what_is_not_stored_is_said_with_the_nearest_article(home: Path) -> None:
    done = _communique(home, "ask", "Who won the chess olympiad?", "--as-of", "2025-10-30")
    assert "Nothing stored" in done.stdout
    assert "nearest article" in done.stdout


def test_json_holds_every_promised_field_and_verbatim_quotes(home: Path) -> None:
    done = _communique(home, "ask", "When does the standstill expire?", "--as-of", "2025-10-30", "--json")
    answer = json.loads(done.stdout)
    assert {"answer", "outcome", "citations", "abstained", "score"} <= answer.keys()
    assert 0 <= answer["score"] <= 1
    for citation in answer["citations"]:
        assert citation["end"] - citation["start"] == len(citation["quote"])


def test_many_questions_are_answered_one_a_line_and_bad_lines_in_their_place(home: Path) -> None:
    lines = [
        '{"id": "a", "question": "Who is the trade minister of Kestria?", "asked": "2025-10-30"}',
        "not json",
        '{"id": "b", "question": ""}',
        '{"id": "c", "question": "Who?", "asked": "soon"}',
        '{"id": "d"}',
        '["e"]',
        "",
        '{"id": "f", "question": "Who won the chess olympiad?", "asked": ""}',
    ]
    done = _communique(home, "ask", "--jsonl", text="\n".join(lines))
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [one["id"] for one in out] == ["a", None, "b", "c", "d", None, "f"]
    assert [one.get("line") for one in out] == [None, 2, 3, 4, 5, 6, None]
    assert {"id", "answer", "outcome", "citations", "abstained", "score", "ms"} <= out[0].keys()
    assert (out[-1]["outcome"], out[-1]["abstained"], out[-1]["citations"]) == ("nothing", True, [])


def test_an_empty_question_is_refused_in_words(home: Path) -> None:
    done = _communique(home, "ask", "")
    assert done.returncode == 2
    assert "no word to look for" in done.stderr


def test_reindexing_counts_the_articles(home: Path) -> None:
    done = _communique(home, "reindex")
    assert (done.returncode, done.stderr) == (0, "39 articles indexed.\n")


def test_catching_up_twice_has_nothing_to_tell_the_second_time(home: Path) -> None:
    assert _communique(home, "brief", "--json").returncode == 0
    first = _communique(home, "catchup", "--json")
    assert json.loads(first.stdout)["first"] is True
    assert "Nothing changed." in _communique(home, "catchup").stdout
