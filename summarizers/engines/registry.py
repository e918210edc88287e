"""Engines by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.engines.extractive import Extractive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizers.types import Summarizer

DEFAULT = "extractive"
_ENGINES: Mapping[str, Callable[[], Summarizer]] = {"extractive": Extractive}
KNOWN = tuple(sorted(_ENGINES))


class UnknownEngineError(ValueError):
    """No engine has this name."""


def engine(name: str = DEFAULT) -> Summarizer:
    """The engine called `name`, without its version; raise `UnknownEngineError` naming those there are."""
    if name not in _ENGINES:
        raise UnknownEngineError(f"no engine is called {name!r}; known engines: {', '.join(KNOWN)}")
    return _ENGINES[name]()
