"""A command line, run in this process on a real database."""

from __future__ import annotations

import json

from typer.testing import CliRunner, Result

from bot.cli.commands import app
from bot.settings import config_folder

ARTICLES = config_folder() / "demo" / "articles.jsonl"
BODIES = {
    line["body"]: line["id"] for line in map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines())
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))
