"""The JSON Lines commands, run as a consumer runs them, and in process for the odd lines.

The golden outputs are what `python -m summarizers COMMAND < tests/data/golden/COMMAND.in.jsonl` prints.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers import command, lines
from summarizers.wire import BadLineError
from tests.fakes.model_server import bullet, model_server

if TYPE_CHECKING:
    from collections.abc import Iterable

GOLDEN = Path(__file__).parents[2] / "data" / "golden"
ARTICLE = {
    "id": "a",
    "title": "Ministers sign treaty",
    "published": "2031-03-06",
    "body": "The ministers of Veltland and Ostmark signed the treaty on Thursday. It ends on 4 May 2031.",
}
Json = dict[str, Any]


def run(monkeypatch: pytest.MonkeyPatch, arguments: str, *lines: object) -> tuple[int, list[Json]]:
    """Exit status and output objects of the command; a line that is no bytes is sent as JSON."""
    sent = b"".join((one if isinstance(one, bytes) else json.dumps(one).encode()) + b"\n" for one in lines)
    sink = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sent)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(sink, write_through=True))
    status = command.main(arguments.split())
    return status, [json.loads(line) for line in sink.getvalue().splitlines()]


def cited(bullets: Iterable[Json]) -> list[Json]:
    return [citation for bullet in bullets for citation in bullet["citations"]]


@pytest.mark.parametrize(
    ("arguments", "given_file", "expected_file"),
    [
        (["brief"], "brief.in.jsonl", "brief.out.jsonl"),
        (["brief", "--sentences", "2"], "brief.in.jsonl", "brief_sentences.out.jsonl"),
        (["dates"], "dates.in.jsonl", "dates.out.jsonl"),
    ],
)
def test_the_command_prints_its_golden_file(
    arguments: list[str], given_file: str, expected_file: str
) -> None:
    with (GOLDEN / given_file).open("rb") as lines:
        done = subprocess.run(
            [sys.executable, "-m", "summarizers", *arguments], stdin=lines, capture_output=True, check=False
        )
    assert done.stderr == b""
    assert done.stdout.decode().splitlines() == (GOLDEN / expected_file).read_text("utf-8").splitlines()
    assert done.returncode == 1  # each input holds bad lines on purpose


def test_each_quote_of_the_golden_file_stands_at_its_offsets() -> None:
    given_lines = (GOLDEN / "brief.in.jsonl").read_text("utf-8").splitlines()
    answers = [json.loads(line) for line in (GOLDEN / "brief.out.jsonl").read_text("utf-8").splitlines()]
    checked = 0
    for line, answer in zip(given_lines, answers, strict=True):
        if "error" not in answer:
            story = json.loads(line)
            bodies = {one["id"]: one["body"] for one in story.get("articles", [story])}
            for citation in [*cited(answer["bullets"]), *answer["gist"]["citations"]]:
                body = bodies[citation.get("article_id", story["id"])]
                assert body[citation["start"] : citation["end"]] == citation["quote"]
                checked += 1
    assert checked > 10


def test_good_lines_end_with_status_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    status, (answer,) = run(monkeypatch, "brief", ARTICLE)
    assert status == 0
    assert answer["engine"] == "extractive-19"
    assert "article_id" not in cited(answer["bullets"])[0]


def test_bullets_are_limited_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    _, (answer,) = run(monkeypatch, "brief --max-bullets 1", ARTICLE)
    assert len(answer["bullets"]) == 1


def test_a_plain_summary_needs_no_date_and_puts_one_sentence_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    undated = {"id": "a", "title": "", "body": ARTICLE["body"], "published": None}
    status, (answer,) = run(monkeypatch, "brief --sentences 2", undated)
    assert (status, answer) == (0, {"id": "a", "summary": ARTICLE["body"].replace(". It", ".\nIt")})


def test_blank_lines_are_passed_over_but_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    status, (first, second) = run(monkeypatch, "brief", ARTICLE, b"", b"{")
    assert (status, first["id"], second["line"]) == (1, "a", 3)


@pytest.mark.parametrize(
    ("line", "identity", "message"),
    [
        (b"{", None, "not JSON"),
        (b"[" * 100_000, None, "not JSON"),
        (b"12", None, "not a JSON object"),
        (b'{"id": "a", "body": "\xff"}', None, "not UTF-8"),
        ({"body": "x"}, None, "id is missing"),
        ({"id": None, "body": "x"}, None, "id is missing"),
        ({"id": True, "body": "x"}, None, "id must be a text"),
        ({"id": "a", "published": "2031-03-06"}, "a", "body is missing"),
        ({"id": "a", "published": "2031-03-06", "body": " \n"}, "a", "body is blank"),
        ({"id": "a", "published": "2031-03-06", "body": 7}, "a", "body must be a text"),
        ({"id": "a", "published": "2031-03-06", "body": "x", "title": 7}, "a", "title must be a text"),
        ({"id": "a", "body": "x"}, "a", "published is missing"),
        ({"id": "a", "body": "x", "published": None}, "a", "published is missing"),
        ({"id": "a", "body": "x", "published": "6 March"}, "a", "published: not an ISO date"),
        ({"id": "a", "body": "x", "published": "2031-02-30"}, "a", "published: "),
        ({"id": "a", "body": "x", "published": "2031-03-06T10:00"}, "a", "UTC offset"),
        ({"id": "a", "body": "a\ud800", "published": "2031-03-06"}, "a", "lone surrogate at character 1"),
        ({"id": "\udc00", "body": "x", "published": "2031-03-06"}, None, "id holds a lone surrogate"),
        ({"id": "s", "articles": []}, "s", "articles must be"),
        ({"id": "s", "articles": ["x"]}, "s", "articles must be"),
        ({"id": "s", "articles": [ARTICLE, ARTICLE]}, "s", "different ids"),
        ({"id": "s", "articles": [{**ARTICLE, "body": None}]}, "s", "body is missing"),
    ],
)
def test_a_bad_line_gives_one_error_in_its_place(
    monkeypatch: pytest.MonkeyPatch, line: object, identity: str | None, message: str
) -> None:
    status, (error, answer) = run(monkeypatch, "brief", line, ARTICLE)
    assert status == 1
    assert (error["id"], error["line"]) == (identity, 1)
    assert message in error["error"]
    assert answer["id"] == "a"


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 2000)
    status, (error, answer) = run(monkeypatch, "brief", b'{"id": "' + b"x" * 9000 + b'"}', ARTICLE)
    assert (status, error["id"], answer["id"]) == (1, None, "a")
    assert "longer than 2000 bytes" in error["error"]


def test_a_last_line_without_a_line_break_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sink = io.BytesIO()
    assert command.run(lambda: lambda line: [line], io.BytesIO(b'{"id": "a"}'), sink) == 0
    assert sink.getvalue() == b'{"id": "a"}\n'


def test_several_articles_as_one_story_cite_by_article(monkeypatch: pytest.MonkeyPatch) -> None:
    story = {"id": "s", "articles": [ARTICLE, {**ARTICLE, "id": "b", "published": "2031-03-07"}]}
    status, (answer,) = run(monkeypatch, "brief", story)
    assert (status, answer["id"]) == (0, "s")
    assert {citation["article_id"] for citation in cited(answer["bullets"])} == {"a", "b"}


def test_a_story_has_no_plain_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    status, (error,) = run(
        monkeypatch, "brief --sentences 1", {"id": "s", "articles": [ARTICLE, {**ARTICLE, "id": "b"}]}
    )
    assert (status, error["id"]) == (1, "s")


@pytest.mark.parametrize("dct", ["2031-03-06T23:30", "2031-03-06 00:10:00", "2031-03-06T23:30:00.5"])
def test_a_document_creation_time_without_offset_is_its_own_local_day(dct: str) -> None:
    line = {"doc": "d", "dct": dct, "text": "The vote was yesterday."}
    assert [found["value"] for found in command.dates(line)] == ["2031-03-05"]


@pytest.mark.parametrize(
    "fields", [{"dct": None}, {"dct": "soon"}, {"dct": "2031-03-06T25:00"}, {"text": None}, {"doc": None}]
)
def test_dates_needs_document_date_and_text(monkeypatch: pytest.MonkeyPatch, fields: Json) -> None:
    line = {"doc": "d", "dct": "2031-03-06", "text": "It ends on 4 May 2031.", **fields}
    status, (error,) = run(monkeypatch, "dates", line)
    assert status == 1
    assert error["id"] == line["doc"]


@pytest.mark.untraced
def test_each_answer_is_there_before_the_next_line_is_read() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "summarizers", "brief"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write(json.dumps(ARTICLE).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == "a"
        process.stdin.close()
    assert process.returncode == 0


def test_a_reader_that_leaves_early_is_no_error() -> None:
    lines = (json.dumps(ARTICLE).encode() + b"\n") * 400
    process = subprocess.Popen(
        [sys.executable, "-m", "summarizers", "brief"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        try:
            process.stdin.write(lines)
            process.stdin.close()
        except BrokenPipeError:
            process.stdin = None
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["brief", "--engine", "oracle"], "known engines: chat, extractive"),
        (["brief", "--sentences", "-1"], "not a number"),
        (["brief", "--max-bullets", "seven"], "not a number"),
        ([], "required: command"),
    ],
)
def test_a_wrong_option_is_explained(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        command.main(arguments)
    assert stop.value.code == 2
    assert message in capsys.readouterr().err


@given(st.binary(max_size=200))
def test_no_line_of_bytes_stops_the_stream(line: bytes) -> None:
    def refuse(_line: Json) -> Iterable[Json]:
        raise BadLineError("refused")

    sink = io.BytesIO()
    command.run(lambda: refuse, io.BytesIO(line + b"\n{}\n"), sink)
    answers = [json.loads(one) for one in sink.getvalue().splitlines()]
    assert answers[-1] == {"id": None, "line": line.count(b"\n") + 2, "error": "refused"}


def test_an_engine_without_its_model_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "brief --engine chat", ARTICLE)
    assert ended.value.code == 2
    assert "Set chat.base_url" in capsys.readouterr().err


def test_plain_sentences_come_from_the_model_server_where_they_may_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with model_server(lambda heard: bullet(heard.draft.replace("signed the", "have signed the"))) as model:
        chat = f"brief --engine chat --model tiny --base-url {model.url}"
        status, (line,) = run(monkeypatch, f"{chat} --sentences 1", ARTICLE)
        _, (briefing,) = run(monkeypatch, chat, ARTICLE)
    assert (status, line["summary"]) == (
        0,
        "The ministers of Veltland and Ostmark have signed the treaty on Thursday.",
    )
    assert briefing["engine"].startswith("chat-1:tiny+")
    assert {one["engine"] for one in briefing["bullets"]} >= {briefing["engine"]}
