"""Bodies that no editor meant to publish, through `python -m summarizers` as a user pipes them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from benchmarks.bad_bodies import BODIES, LONG, PUBLISHED, long
from summarizers.grounding.guard import supports
from tests.faults.process import untraced

Json = dict[str, Any]
PATIENCE = 600
"""Seconds for a megabyte, which takes a few, or a hundred traced on a loaded machine.

What grows with the square of the length takes hours.
"""


TRACED = 100_000
"""Characters up to which it is traced which lines run: of a megabyte all in vain, for minutes."""


def piped(bodies: dict[str, str], *options: str) -> tuple[dict[str, Json], int]:
    """The answer to each body by its name, and the exit status; nothing may stand on stderr."""
    lines = "\n".join(
        json.dumps({"id": name, "title": "", "published": PUBLISHED, "body": body})
        for name, body in bodies.items()
    )
    done = subprocess.run(
        [sys.executable, "-m", "summarizers", "brief", *options],
        env=untraced() if len(lines) > TRACED else None,
        input=lines.encode(),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.stderr == b""
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return {answer["id"]: answer for answer in answers}, done.returncode


@pytest.fixture(scope="module")
def told() -> dict[str, Json]:
    """What the command answers to every odd body."""
    answers, status = piped(BODIES)
    assert status == 1  # two of them are blank
    assert answers.keys() == BODIES.keys()
    return answers


def texts(answer: Json, section: str = "") -> list[str]:
    return [one["text"] for one in answer["bullets"] if section in {"", one["section"]}]


def assert_grounded(answer: Json, body: str) -> None:
    gist = [answer["gist"]] if answer["gist"] else []
    for bullet in [*answer["bullets"], *gist]:
        for citation in bullet["citations"]:
            assert body[citation["start"] : citation["end"]] == citation["quote"]
        assert supports(bullet["text"], [citation["quote"] for citation in bullet["citations"]])


@pytest.mark.parametrize("name", ["empty", "only white space"])
def test_a_blank_body_is_an_error_in_words(told: dict[str, Json], name: str) -> None:
    assert told[name]["error"] == "body is blank"


@pytest.mark.parametrize("name", [name for name, body in BODIES.items() if body.strip()])
def test_every_bullet_and_gist_on_an_odd_body_is_grounded(told: dict[str, Json], name: str) -> None:
    assert_grounded(told[name], BODIES[name])


@pytest.mark.parametrize("name", ["only punctuation", "one word", "a table"])
def test_what_states_nothing_has_neither_bullets_nor_gist(told: dict[str, Json], name: str) -> None:
    assert (told[name]["bullets"], told[name]["gist"]) == ([], None)


def test_a_quotation_needs_its_speaker_to_be_a_bullet(told: dict[str, Json]) -> None:
    assert 'Bey Tamm: "They threaten every worker on the quay."' in texts(told["only quotes"], "tension")
    assert all("Tamm" in text or "Venn" in text for text in texts(told["only quotes"]))


def test_entries_of_a_list_lose_their_marks_and_its_head_is_none(told: dict[str, Json]) -> None:
    answer = told["a list"]
    assert texts(answer, "tension") == ["The union threatens to strike from Monday."]
    assert texts(answer, "deadline")[0] == "Both will meet again on 14 March."
    assert texts(answer, "agreement") == ["Veltland will cut its tariffs on cod to 4 percent."]


def test_entries_of_a_live_report_lose_their_clock_and_set_no_deadline_by_it(told: dict[str, Json]) -> None:
    dates = [one["deadline"]["date"] for one in told["live-blog updates"]["bullets"] if one["deadline"]]
    assert dates == ["2031-03-14", "2031-12-31"]
    assert not any(text[0].isdigit() for text in texts(told["live-blog updates"]))


def test_tags_entities_and_scripts_are_no_words(told: dict[str, Json]) -> None:
    answer = told["HTML remnants"]
    assert texts(answer, "agreement") == ["Veltland and Ostmark signed the treaty on Thursday."]
    assert texts(answer, "tension") == ["The dockers’ union rejected the offer on Thursday."]
    assert not any("Share" in text or "alert" in text or "<" in text for text in texts(answer))


def test_what_a_page_says_of_itself_is_no_news(told: dict[str, Json]) -> None:
    answer = told["what a page says of itself"]
    assert answer["gist"]["text"] == "The governments of Veltland and Ostmark signed the treaty on Thursday."
    assert not any("newsletter" in text or "Cookie" in text or "Photo" in text for text in texts(answer))


def test_hidden_characters_are_not_passed_on(told: dict[str, Json]) -> None:
    shown = "".join(texts(told["hidden characters"]))
    assert "signed the treaty on Thursday" in shown
    assert shown.isprintable()


@pytest.mark.parametrize("name", ["right-to-left", "Chinese and Japanese"])
def test_a_text_in_another_script_has_its_first_sentence_as_gist(told: dict[str, Json], name: str) -> None:
    gist = told[name]["gist"]["text"]
    assert BODIES[name].startswith(gist)
    assert told[name]["bullets"] == []


def test_orders_in_an_article_are_not_repeated(told: dict[str, Json]) -> None:
    answer = told["injected instructions"]
    assert texts(answer, "agreement") == ["Veltland and Ostmark signed the treaty on Thursday."]
    shown = " ".join([*texts(answer), answer["gist"]["text"]])
    assert not any(word in shown for word in ("everyone", "SYSTEM", "<!", "cancelled", "evil"))


def test_a_plain_summary_of_an_odd_body_is_verbatim() -> None:
    answers, _ = piped(BODIES, "--sentences", "2")
    for name, answer in answers.items():
        if body := BODIES[name].strip():
            assert all(line in body for line in answer["summary"].split("\n")), name


@pytest.mark.untraced
@pytest.mark.parametrize("name", LONG)
def test_a_megabyte_without_an_end_is_answered_and_grounded(name: str) -> None:
    body = "Deal: " + long(name)
    answers, status = piped({name: body})
    assert status == 0
    assert_grounded(answers[name], body)
