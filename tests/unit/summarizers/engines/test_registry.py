from __future__ import annotations

import pytest

from summarizers.engines.registry import DEFAULT, KNOWN, UnknownEngineError, engine


def test_every_known_engine_is_named_after_its_key() -> None:
    assert DEFAULT in KNOWN
    assert all(engine(name).name.startswith(name) for name in KNOWN)


def test_an_unknown_engine_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UnknownEngineError, match=r"'oracle'.*extractive"):
        engine("oracle")
