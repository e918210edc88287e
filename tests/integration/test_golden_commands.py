"""The commands print what their golden files hold. After a change that is meant: `make golden`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.golden_commands import COMMANDS, GOLDEN, printed


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return printed(tmp_path_factory.mktemp("golden").resolve())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_its_golden_file_holds(name: str, output: dict[str, str]) -> None:
    assert output[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in Path(GOLDEN).iterdir()} == set(COMMANDS)
