"""The documents against what they speak of: files, headings, make's targets, commands."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli.commands import app
from bot.cli.source_commands import app as sources

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
CODE = ("bot", "summarizers", "tests", "benchmarks", "config", "docs")
OF_THE_READER = {"communique.toml", "manifest.yaml"}
"""Files that a document tells its reader to make."""
LINK = re.compile(r'\]\(([^)\s]+)\)|src(?:set)?="([^"]+)"')
FILE = re.compile(rf"[\w/-]+\.(?:py|md|toml|yaml|sh)|(?:{'|'.join(CODE)})/[\w/-]+")


@cache
def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def prose(document: str) -> str:
    return re.sub(r"^```.*?^```", "", text(document), flags=re.DOTALL | re.MULTILINE)


@cache
def paths() -> str:
    """Every file and folder that we wrote, each behind a slash and before a line's end."""
    below = (
        path for folder in CODE for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts
    )
    return "".join(f"/{path.relative_to(ROOT)}\n" for path in (*ROOT.iterdir(), *below))


def targets(document: str) -> set[str]:
    return {one or other for one, other in LINK.findall(text(document))}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_exists(document: str) -> None:
    words = {word.rstrip("/") for code in re.findall(r"`([^`]+)`", prose(document)) for word in code.split()}
    named = {word for word in words if FILE.fullmatch(word)} - OF_THE_READER
    assert sorted(name for name in named if f"/{name}\n" not in paths()) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_within_the_repository_leads_somewhere(document: str) -> None:
    headings = re.findall(r"^#+ (.+)$", text(document), re.MULTILINE)
    words = (re.sub(r"[^\w -]", "", heading.lower()) for heading in headings)  # as GitHub makes its anchors
    anchors = {f"#{heading.replace(' ', '-')}" for heading in words}
    local = {target for target in targets(document) if "://" not in target}
    assert sorted(one for one in local - anchors if not (ROOT / one).exists()) == []


def test_every_target_of_make_that_a_document_names_is_one() -> None:
    there = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {name for one in DOCUMENTS for name in re.findall(r"(?:`|\$ |: )make ([a-z-]+)", text(one))}
    assert len(named) > 10
    assert named <= there


def test_every_command_that_a_document_names_is_one() -> None:
    groups = map(get_command, (app, sources))
    there = {word for group in groups for word in group.commands}  # type: ignore[attr-defined] # both are groups
    typed = re.compile(r"(?:`|\$ |&& )communique (?:sources )?([a-z]+)")
    named = {name for one in DOCUMENTS for name in typed.findall(text(one))}
    assert len(named) > 10
    assert named <= there
