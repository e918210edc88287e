"""`communique demo`: the main job on the bundled, invented articles, without an account."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from bot.cli import agenda, asking, briefing, ingesting, reminders
from bot.errors import InputError
from bot.settings import Settings, config_folder, load
from bot.texts import say, speak

ARTICLES = "demo/articles.jsonl"
ZONE = "Europe/Berlin"
QUESTION = "Who will lead the delegations of Kestria and Valdoro?"
REMINDERS = 5
"""Of those that follow the day's own so many are printed."""
EVE, NEWEST = "2025-10-29", "2025-10-30"
"""The two last days of the bundled articles: the second briefing can say what is new since the first."""


def run(into: Path, language: str | None = None) -> None:
    """Store the articles in a database of their own and print the newest day: briefing, deadlines, an answer.

    A page, a calendar and a picture are written beside the database.
    """
    settings = _settings(into, language)
    speak(settings.language)
    page, calendar, png = (into / name for name in ("briefing.html", "deadlines.ics", "deadlines.png"))
    _step("demo.ingest")
    ingesting.run(settings, [str(config_folder() / ARTICLES)], as_json=False)
    _step("demo.brief")
    briefing.make(settings, briefing.Asked(as_of=EVE))
    briefing.run(settings, briefing.Asked(as_of=NEWEST, html=page))
    _step("demo.deadlines")
    agenda.run(settings, agenda.Asked(as_of=NEWEST), as_json=False)
    _step("demo.reminders")
    reminders.run(settings, NEWEST, 7, as_json=False, most=REMINDERS)
    _step("demo.ask", question=QUESTION)
    asking.run(settings, QUESTION, NEWEST, as_json=False)
    agenda.save(settings, NEWEST, calendar, png)
    _step("demo.next", page=page, calendar=calendar, png=png, command=command())


def _settings(into: Path, language: str | None) -> Settings:
    """Those of the demo, in a folder that is made; whatever else is set, it needs no model and no network."""
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Cannot make {into}: {error.strerror}", todo="Choose another --into") from None
    flags: dict[str, Any] = {
        "data_dir": str(into.absolute()),
        "zone": ZONE,
        "store": {"url": f"sqlite:///{into / 'demo.db'}"},
        "briefing": {"engine": "extractive"},
        "ask": {"semantic": False},
        **({"language": language} if language else {}),
    }
    return load(**flags)


def command() -> str:
    """How the reader calls us: by name, or, where that is not found, by the path beside this Python."""
    beside = Path(sys.executable).with_name("communique")
    found = shutil.which("communique") or not beside.exists()
    return "communique" if found else os.path.relpath(beside)


def _step(key: str, **values: object) -> None:
    sys.stdout.flush()  # what was printed before comes before it, also where both go into one pipe
    sys.stderr.write("\n" + say(key, **values) + "\n\n")
    sys.stderr.flush()
