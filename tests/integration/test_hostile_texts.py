"""Texts made to keep a pattern busy, which took hours, through the commands that read them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.faults.process import command, ran, untraced

PUBLISHED = "2031-03-06T08:00:00Z"
_DAYS = "on 4 May, " * 8_000
_WIDE, _SPACES = "\u3000" * 50_000, " " * 50_000
BODIES = {
    "an open bracket": f"The pact (A{'-' * 300} was signed by Veltland. It expires on 4 May 2031.",
    "an open bracket of names": f"The pact (A{' A-' * 300} was signed by Veltland. It expires on 4 May 2031.",
    "states far apart": (
        f"The truce between France{_WIDE}Germany expires on 9 March 2031.\n"
        f"The truce between France{_SPACES}Germany was extended until 4 May 2031."
    ),
    "a word without an end": f"The {'A' * 100_000} truce was extended until 4 May 2031. The truce is off.",
    "one day again and again": f"The truce was extended {_DAYS}till 4 May 2031. It is off {_DAYS}today.",
    "hyphens before what is off": f"The union called off its {'-' * 400} strike at the port on 4 May 2031.",
}
QUESTIONS = (
    f"What does {'A' * 300} know of it?",
    f"Who is the president of {'-' * 1_900} a",
    f"Is it{'. ' * 900}the truce?",
)
FOLLOWED_UP = """
from datetime import UTC, datetime
from bot.ask.followup import resolved
from bot.domain.question import Asker, Turn
asked = "what is inflation in " + "A" * 60 + ")"
before = Turn(asker=Asker(), at=datetime(2031, 3, 6, tzinfo=UTC), question=asked, understood=asked)
print(resolved("and unemployment?", before).text)
"""


def lines() -> str:
    articles = [
        {"id": name, "title": name, "published": PUBLISHED, "body": body, "source": f"Post {at}"}
        for at, (name, body) in enumerate(BODIES.items())
    ]
    return "\n".join(json.dumps(one) for one in articles)


@pytest.mark.untraced
def test_every_hostile_body_is_briefed(tmp_path: Path) -> None:
    done = ran(("-m", "summarizers", "brief"), tmp_path, untraced(), lines())
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [*BODIES]


@pytest.mark.untraced
def test_every_hostile_body_is_stored_and_its_deadlines_are_told(tmp_path: Path) -> None:
    (tmp_path / "hostile.jsonl").write_text(lines(), encoding="utf-8")
    stored = command(tmp_path, "ingest", "hostile.jsonl", **untraced())
    assert stored.returncode == 0, stored.stderr
    told = command(tmp_path, "deadlines", "--as-of", "2031-03-07", **untraced())
    assert "4 May 2031" in told.stdout, told.stderr


@pytest.mark.untraced
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one[:12])
def test_every_hostile_question_is_answered(tmp_path: Path, question: str) -> None:
    (tmp_path / "one.jsonl").write_text(
        json.dumps(
            {"id": "a", "title": "A", "published": PUBLISHED, "body": "It ends on 4 May.", "source": "P"}
        ),
        encoding="utf-8",
    )
    command(tmp_path, "ingest", "one.jsonl", **untraced())
    assert command(tmp_path, "ask", question, **untraced()).stdout


def test_a_question_after_one_about_an_endless_name_is_understood(tmp_path: Path) -> None:
    done = ran(("-c", FOLLOWED_UP), tmp_path, {"PYTHONPATH": ":".join(sys.path)})
    assert "unemployment" in done.stdout, done.stderr
