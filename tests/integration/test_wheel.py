"""The wheel holds everything that the product reads when no checkout is near."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.integration.wheel import NEEDED, ROOT, build, built, copied

SUFFIXES = {".py", ".html", ".css", ".toml", ".jsonl", ".json", ".yaml", ".typed", ".md"}


def test_the_wheel_holds_code_templates_migrations_and_the_packaged_settings(tmp_path: Path) -> None:
    with zipfile.ZipFile(build(tmp_path, HATCH_BUILD_NO_HOOKS="1")) as wheel:
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
@pytest.mark.parametrize(
    ("compiler", "why"),
    [
        ("no-such-compiler --fast", "no-such-compiler: No such file or directory"),
        ("'cc", "No closing quotation"),
    ],
)
def test_where_nothing_can_compile_the_engine_the_wheel_is_pure_and_the_build_says_why(
    compiler: str, why: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wheel = build(tmp_path, CC=compiler)
    assert wheel.name.endswith("-none-any.whl")
    said = capfd.readouterr()
    assert why in said.out + said.err
    assert "NOT compiled" in said.out + said.err


@pytest.mark.untraced
def test_where_the_compiler_gives_up_in_mid_course_the_wheel_is_pure_and_the_build_says_why(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    compiler = tmp_path / "compiler"
    compiler.write_text(
        '#!/bin/sh\ncase "$*" in *fsyntax-only*) exit 0;; esac\necho out of memory >&2\nexit 1\n'
    )
    compiler.chmod(0o755)
    wheel = build(tmp_path, CC=str(compiler))
    assert wheel.name.endswith("-none-any.whl")
    said = capfd.readouterr()
    assert "out of memory" in said.out + said.err
    assert "NOT compiled" in said.out + said.err


@pytest.mark.untraced
def test_what_cannot_be_compiled_by_its_types_becomes_a_pure_wheel_that_holds_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = copied(tmp_path)
    (source / "summarizers" / "text" / "wrong.py").write_text('WRONG: int = "a word"\n')
    wheel = built(source, tmp_path)
    said = capfd.readouterr()
    assert "Incompatible types in assignment" in said.out + said.err
    assert "NOT compiled" in said.out + said.err
    assert "summarizers/text/wrong.py" in zipfile.ZipFile(wheel).namelist()


def test_the_image_copies_what_the_wheel_is_built_of() -> None:
    copied = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if line.startswith("COPY")]
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    for name in NEEDED:
        assert any(name in line.split() for line in copied)
        assert f"!{name}" in ignored
