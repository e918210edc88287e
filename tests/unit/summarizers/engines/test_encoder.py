"""The encoder without its extra, and with weights that are not those published."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from summarizers.engines import encoder
from summarizers.engines.encoder import MiniLM
from summarizers.engines.errors import EngineError


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "find_spec", lambda _name: None)
    with pytest.raises(EngineError, match="torch") as error:
        MiniLM()
    assert "communique[semantic]" in error.value.todo


def test_the_package_of_the_weights_is_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"torch": ModuleSpec("torch", None), "transformers": ModuleSpec("transformers", None)}
    monkeypatch.setattr(encoder, "find_spec", there.get)
    with pytest.raises(EngineError, match=encoder.PACKAGE):
        MiniLM()
    assert encoder.PACKAGE not in sys.modules


def test_a_folder_of_weights_needs_no_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = {"torch": ModuleSpec("torch", None), "transformers": ModuleSpec("transformers", None)}
    monkeypatch.setattr(encoder, "find_spec", there.get)
    assert MiniLM(tmp_path).name == "all-MiniLM-L6-v2"
