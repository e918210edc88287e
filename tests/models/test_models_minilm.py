"""The real encoder, from the package that carries its weights."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from summarizers.engines.encoder import MiniLM
from summarizers.engines.errors import EngineError


def _cosine(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def test_what_means_the_same_is_nearer_than_what_shares_words() -> None:
    asked, meant, said = MiniLM().encode(
        ["Who leads the harbour board?", "Its chair is Ilse Vorn.", "The harbour board sells fish."]
    )
    assert [math.isclose(_cosine(one, one), 1.0, abs_tol=1e-5) for one in (asked, meant, said)] == [True] * 3
    pay, costs, gulls = MiniLM().encode(
        ["How much do boats pay?", "The fee is 90 crowns.", "Gulls nest there."]
    )
    assert _cosine(pay, costs) > _cosine(pay, gulls)


def test_a_text_has_one_vector_whatever_stands_beside_it() -> None:
    model = MiniLM()
    (alone,) = model.encode(["The port reopened."])
    beside = model.encode(
        ["The port reopened.", "A much longer sentence stands beside it in the same batch."]
    )[0]
    assert all(math.isclose(a, b, abs_tol=1e-5) for a, b in zip(alone, beside, strict=True))
    assert len(alone) == 384
    assert model.encode([]) == ()


def test_weights_that_are_not_those_published_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other")
    with pytest.raises(EngineError, match="not those published"):
        MiniLM(tmp_path).encode(["The port reopened."])
    with pytest.raises(EngineError, match="cannot be loaded"):
        MiniLM(tmp_path / "none").encode(["The port reopened."])
