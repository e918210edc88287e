"""`communique ask`, `reindex` and `catchup` as a person or a tool runs them."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.runner.clock import SystemClock
from bot.settings import config_folder
from tests.faults.process import command


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundled articles."""
    folder = tmp_path_factory.mktemp("home")
    done = command(folder, "ingest", str(config_folder() / "demo" / "articles.jsonl"))
    assert done.returncode == 0
    return folder


def test_a_question_is_answered_with_quotes_sources_and_dates(home: Path) -> None:
    done = command(home, "ask", "Who is the trade minister of Kestria?", "--as-of", "2025-10-30")
    assert done.returncode == 0
    assert "Maddern" in done.stdout
    assert "[1]" in done.stdout


def test_what_is_not_stored_is_said_with_the_nearest_article(home: Path) -> None:
    done = command(home, "ask", "Who won the chess olympiad?", "--as-of", "2025-10-30")
    assert "Nothing stored" in done.stdout
    assert "nearest article" in done.stdout


def test_json_holds_every_promised_field_and_verbatim_quotes(home: Path) -> None:
    done = command(home, "ask", "When does the standstill expire?", "--as-of", "2025-10-30", "--json")
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
    done = command(home, "ask", "--jsonl", text="\n".join(lines))
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [one["id"] for one in out] == ["a", None, "b", "c", "d", None, "f"]
    assert [one.get("line") for one in out] == [None, 2, 3, 4, 5, 6, None]
    assert {"id", "answer", "outcome", "citations", "abstained", "score", "ms"} <= out[0].keys()
    assert (out[-1]["outcome"], out[-1]["abstained"], out[-1]["citations"]) == ("nothing", True, [])


def test_an_empty_question_is_refused_in_words(home: Path) -> None:
    done = command(home, "ask", "")
    assert done.returncode == 2
    assert "no word to look for" in done.stderr


def test_reindexing_counts_the_articles(home: Path) -> None:
    done = command(home, "reindex")
    assert (done.returncode, done.stderr) == (0, "39 articles indexed.\n")


def test_catching_up_twice_has_nothing_to_tell_the_second_time(home: Path) -> None:
    assert command(home, "brief", "--json").returncode == 0
    first = command(home, "catchup", "--json")
    assert json.loads(first.stdout)["first"] is True
    assert "Nothing changed." in command(home, "catchup").stdout


def test_catching_up_tells_new_deadlines_though_no_briefing_has_shown_them(tmp_path: Path) -> None:
    def ingest(name: str, body: str) -> None:
        article = {"id": name, "title": name, "source": "Harbour Post", "published": f"{day}", "body": body}
        (tmp_path / name).write_text(json.dumps(article))
        assert command(tmp_path, "ingest", name).returncode == 0

    day = SystemClock().now().date()
    due = [day + timedelta(days=days) for days in (9, 11)]
    one, two = (f"{date.day} {date:%B %Y}" for date in due)
    ingest("pier", f"The truce between Kestria and Valdoro expires on {one}, ministers said.")
    assert "deadlines · new: " in command(tmp_path, "catchup").stdout.casefold()
    assert "Nothing changed." in command(tmp_path, "catchup").stdout
    ingest("quay", f"Bidders for the Port Selden dry dock must file their offers by {two}.")
    told = json.loads(command(tmp_path, "catchup", "--json").stdout)["news"]
    assert [(item["change"], item["deadline"]) for item in told] == [("new", due[1].isoformat())]
    assert "Nothing changed." in command(tmp_path, "catchup").stdout


def test_recalibrating_prints_before_and_after_and_holds_from_the_next_question_on(tmp_path: Path) -> None:
    data = Path(__file__).parent.parent / "data" / "ask"
    articles = (str(config_folder() / "demo" / "articles.jsonl"), str(data / "articles.jsonl"))
    assert command(tmp_path, "ingest", *articles).returncode == 0
    ask = ("ask", "Who is the trade minister of Kestria?", "--as-of", "2025-10-31", "--json")
    before = json.loads(command(tmp_path, *ask).stdout)
    done = command(tmp_path, "recalibrate", str(data / "calibration.jsonl"))
    assert done.returncode == 0
    assert [line.split(":")[0] for line in done.stdout.splitlines()[:2]] == ["Before", "After"]
    after = json.loads(command(tmp_path, *ask).stdout)
    assert before["score"] != after["score"]
    assert before["citations"] == after["citations"]
    (tmp_path / "ask-calibration.json").write_text("{}", encoding="utf-8")
    broken = command(tmp_path, *ask)
    assert broken.returncode == 2
    assert "ask-calibration.json" in broken.stderr


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('{"question": "Who?", "answerable": "yes"}', "Line 1"),
        ("no json", "Line 1"),
        ('{"question": "Who won?", "answerable": true}', "at least|needed"),
    ],
)
def test_labels_that_cannot_be_fitted_are_refused_in_words(home: Path, lines: str, said: str) -> None:
    (home / "labels.jsonl").write_text(lines, encoding="utf-8")
    done = command(home, "recalibrate", str(home / "labels.jsonl"))
    assert done.returncode == 2
    assert re.search(said, done.stderr)
    assert not (home / "ask-calibration.json").exists()


def test_a_file_of_labels_that_is_not_there_is_refused(home: Path) -> None:
    done = command(home, "recalibrate", str(home / "none.jsonl"))
    assert (done.returncode, "none.jsonl" in done.stderr) == (2, True)
