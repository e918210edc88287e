"""The demo, ingest and brief as a person types them, on the bundled articles."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.cli import demo
from bot.cli.ingesting import Input
from tests.integration.commands.typed import ARTICLES, BODIES, run


def test_the_demo_prints_a_briefing_and_what_falls_due_and_writes_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_BRIEFING__ENGINE", "chat")  # the settings' own model is not asked
    done = run("demo", "--into", str(tmp_path / "demo"))
    assert done.exit_code == 0
    assert "Key agreements" in done.stdout
    assert "10 November 2025" in done.stdout
    lines = done.stdout.splitlines()
    reminders = [place for place, line in enumerate(lines) if line.startswith("next: ")]
    assert len(reminders) == 5
    assert re.fullmatch(r"… and \d+ more", lines[reminders[-1] + 1])
    page = (tmp_path / "demo" / "briefing.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "Open tensions" in page


def test_the_same_file_twice_stores_nothing_twice(stored: None) -> None:
    report = json.loads(run("ingest", "--json", str(ARTICLES)).stdout)
    assert (report["new"], report["revisions"], report["unchanged"]) == (0, 0, 41)


def test_a_bad_line_is_an_object_in_its_place_and_the_rest_is_stored() -> None:
    lines = ['{"id": "a", "body": "Text."}', "no json", '{"id": "b"}']
    Path("some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("ingest", "some.jsonl", "--json")
    assert done.exit_code == 1
    bad, worse, report = map(json.loads, done.stdout.splitlines())
    assert (bad["line"], worse["line"], worse["id"], report["new"]) == (2, 3, "b", 1)
    assert "run this again: nothing is stored twice" in done.stderr


@pytest.mark.usefixtures("stored")
def test_every_quote_of_a_briefing_stands_in_its_article_at_its_offsets() -> None:
    made = json.loads(run("brief", "--json", "--as-of", "2025-10-30").stdout)
    citations = [citation for bullet in made["bullets"] for citation in bullet["citations"]]
    assert len(citations) > 20
    for citation in citations:
        bodies = [body for body in BODIES if body[citation["start"] : citation["end"]] == citation["quote"]]
        assert bodies


@pytest.mark.usefixtures("stored")
def test_a_briefing_without_details_ends_with_the_sources_it_cites_and_says_how_to_see_the_rest() -> None:
    done = run("brief", "--as-of", "2025-10-30")
    _, _, sources = done.stdout.partition("── Sources ")
    assert "│" not in sources
    assert "--details" in done.stderr
    assert "--details" not in run("brief", "--as-of", "2025-10-30", "--details").stderr


@pytest.mark.usefixtures("stored")
def test_the_second_briefing_knows_what_the_first_one_said() -> None:
    first = json.loads(run("brief", "--json", "--as-of", "2025-10-30T18:00+00:00").stdout)
    second = json.loads(run("brief", "--json", "--as-of", "2025-10-30T18:05+00:00").stdout)
    assert second["previous"] == first["id"]
    assert {bullet["mark"] for bullet in first["bullets"]} == {"new"}
    assert {bullet["mark"] for bullet in second["bullets"]} == {"unchanged"}


@pytest.mark.usefixtures("stored")
def test_an_empty_day_says_where_the_news_is() -> None:
    done = run("brief", "--as-of", "2031-01-01")
    assert "No articles in this window" in done.stdout
    assert "--as-of 2025-10-30" in done.stderr


def test_an_ingest_that_read_nothing_says_so() -> None:
    Path("empty.jsonl").touch()
    done = run("ingest", "empty.jsonl", "/dev/null")
    assert done.exit_code == 0
    assert "nothing in empty.jsonl" in done.stderr
    assert "nothing in /dev/null" in done.stderr
    assert Input(name="-").title == "standard input"
    assert "nothing in" not in run("ingest", str(ARTICLES)).stderr


def test_a_file_whose_name_is_no_utf_8_is_stored_as_any_other_and_read_once() -> None:
    name = os.fsdecode("sp\u00e4t.jsonl".encode("latin-1"))
    shutil.copy(ARTICLES, name)
    assert "39 articles stored" in run("ingest", name).stderr
    assert "0 articles stored" in run("ingest", name).stderr


@pytest.mark.usefixtures("stored")
def test_a_topic_of_the_settings_narrows_the_briefing() -> None:
    Path("communique.toml").write_text('[topics.docks]\nany = ["dock", "quayworkers"]\n', encoding="utf-8")
    made = json.loads(run("brief", "--json", "--as-of", "2025-10-30", "--topic", "docks").stdout)
    assert made["topics"] == ["docks"]
    assert {ref["source"] for ref in made["sources"]} <= {"Grenmouth Gazette", "Ninefold Wire"}


def test_the_demo_goes_where_it_was_told_even_if_that_looks_like_a_home_folder() -> None:
    assert run("demo", "--into", "~no-such-user").exit_code == 0
    assert Path("~no-such-user/briefing.html").is_file()


def test_the_demo_writes_a_calendar_and_tells_all_in_order_also_where_both_outputs_are_one_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setenv("PATH", str(Path(sys.executable).parent))
        patched.setattr(sys, "stdout", io.TextIOWrapper(pipe, encoding="utf-8"))
        patched.setattr(sys, "stderr", io.TextIOWrapper(pipe, encoding="utf-8", write_through=True))
        demo.run(tmp_path / "demo")
        told = pipe.getvalue().decode()
    steps = ("reminders that are due that morning", "· reminder ·", "A question", "“", "deadlines.ics")
    places = [told.rindex(step) for step in steps]
    assert places == sorted(places)
    assert "on the day itself" in told
    assert "Your own articles: communique ingest" in told
    assert Calendar.from_ical((tmp_path / "demo" / "deadlines.ics").read_bytes()).events


def test_where_the_command_is_not_found_by_name_the_demo_names_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "communique").touch(mode=0o755)
    assert demo.command() == "bin/communique"
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert demo.command() == "communique"
