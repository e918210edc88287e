from __future__ import annotations

import pytest

from summarizers.engines.errors import EngineError
from summarizers.engines.options import ChatOptions
from summarizers.engines.registry import DEFAULT, KNOWN, UnknownEngineError, engine


def test_the_default_engine_needs_no_options() -> None:
    assert DEFAULT in KNOWN
    assert engine(DEFAULT).name.startswith(DEFAULT)


def test_the_name_of_an_engine_tells_its_model_and_who_chooses() -> None:
    options = ChatOptions(base_url="http://127.0.0.1:8000/v1", model="tiny")
    assert engine("chat", options).name == f"chat-1:tiny+{engine(DEFAULT).name}"


@pytest.mark.parametrize("name", sorted(set(KNOWN) - {DEFAULT}))
def test_an_engine_with_a_model_says_what_it_needs(name: str) -> None:
    with pytest.raises(EngineError, match=f"{name}.* needs") as refused:
        engine(name)
    assert f"{name}.model" in refused.value.todo


def test_an_unknown_engine_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UnknownEngineError, match=r"'oracle'.*extractive"):
        engine("oracle")
