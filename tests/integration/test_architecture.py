"""The dependency rule, and the table of words against the code that uses it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.texts.english import ENGLISH

ROOT = Path(__file__).parents[2]
TEXTS, COUNTED = ENGLISH.messages, ENGLISH.nouns
SPEAKERS = {"say", "_tell", "_step"}
"""Functions whose first argument is a key of the table."""
pytestmark = pytest.mark.untraced


@cache
def nodes() -> tuple[tuple[Path, ast.Call | ast.Constant], ...]:
    """Every call and constant of the code, but for the words themselves."""
    return tuple(
        (path, node)
        for path in sorted((ROOT / "bot").rglob("*.py"))
        if "texts" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call | ast.Constant)
    )


def calls(*names: str) -> Iterator[tuple[str, ast.expr]]:
    for path, node in nodes():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0]


TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot/web/templates").glob("*.html"))


def constants() -> set[str]:
    return set(re.findall(r'(?:say|count)\("([^"]+)"', TEMPLATES)) | {
        node.value for _, node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def pattern(text: ast.JoinedStr) -> re.Pattern[str]:
    parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[\w-]+" for p in text.values]
    return re.compile("".join(parts))


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(where, pattern(key)) for where, key in calls(*SPEAKERS) if isinstance(key, ast.JoinedStr)]


def test_imports_point_down() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_key_that_is_said_is_in_the_table() -> None:
    said = [(where, key.value) for where, key in calls(*SPEAKERS) if isinstance(key, ast.Constant)]
    assert len(said) > 50
    assert [(where, key) for where, key in said if key not in TEXTS] == []
    assert set(re.findall(r'say\("([^"]+)"', TEMPLATES)) <= set(TEXTS)
    assert [where for where, made in patterns() if not any(made.fullmatch(key) for key in TEXTS)] == []


def test_every_key_of_the_table_is_said_somewhere() -> None:
    named, made = constants(), [one for _, one in patterns()]
    rest = TEXTS.keys() - named
    unsaid = sorted(key for key in rest if not any(one.fullmatch(key) for one in made))
    assert unsaid == []


def test_every_noun_that_is_counted_is_in_the_table_and_every_one_there_is_counted() -> None:
    nouns = {str(noun.value) for _, noun in calls("count") if isinstance(noun, ast.Constant)}
    assert nouns <= set(COUNTED)
    assert set(COUNTED) <= nouns | constants()


def test_help_loads_no_library_that_reads_feeds_and_pages() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"feedparser", "trafilatura", "lxml", "lxml.etree", "nh3", "htmldate", "dateutil"}
