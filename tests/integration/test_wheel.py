"""The wheel holds everything that the product reads when no checkout is near."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.integration.wheel import NEEDED, ROOT, build

SUFFIXES = {".py", ".html", ".css", ".toml", ".jsonl", ".json", ".yaml", ".typed", ".md"}


def test_the_wheel_holds_code_templates_migrations_and_the_packaged_settings(tmp_path: Path) -> None:
    with zipfile.ZipFile(build(tmp_path)) as wheel:
        held = set(wheel.namelist())
    code = {
        str(path.relative_to(ROOT))
        for package in ("bot", "summarizers")
        for path in (ROOT / package).rglob("*")
        if path.suffix in SUFFIXES
    }
    data = {f"bot/_config/{path.relative_to(ROOT / 'config')}" for path in (ROOT / "config").rglob("*.*")}
    assert code | data <= held
    assert {
        "bot/_config/default.toml",
        "bot/_config/demo/articles.jsonl",
        "bot/web/templates/page.html",
    } <= held
    assert any(name.startswith("bot/store/migrations/versions/0001") for name in held)
    assert not {name.split("/")[0] for name in held} & {"tests", "benchmarks", "config"}


@pytest.mark.untraced
def test_where_nothing_can_compile_the_engine_the_wheel_is_pure_and_the_build_says_why(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wheel = build(tmp_path, HATCH_BUILD_HOOKS_ENABLE="1", CC="no-such-compiler --fast")
    assert wheel.name.endswith("-none-any.whl")
    said = capfd.readouterr()
    assert "no-such-compiler: No such file or directory" in said.out + said.err
    assert "NOT compiled" in said.out + said.err


def test_the_image_copies_what_the_wheel_is_built_of() -> None:
    copied = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if line.startswith("COPY")]
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    for name in NEEDED:
        assert any(name in line.split() for line in copied)
        assert f"!{name}" in ignored
