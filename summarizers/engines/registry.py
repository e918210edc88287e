"""Engines by name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from summarizers.engines.errors import EngineError
from summarizers.engines.extractive import Extractive
from summarizers.engines.options import ChatOptions, TransformerOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizers.types import Summarizer

Options = ChatOptions | TransformerOptions
DEFAULT = "extractive"


class UnknownEngineError(ValueError):
    """No engine has this name."""


def engine(name: str = DEFAULT, options: Options | None = None) -> Summarizer:
    """The engine called `name`, without its version; raise `UnknownEngineError` naming those there are.

    Those that use a model need their `options`; raise `EngineError` without them, or if they cannot be used.
    """
    require_known(name)
    return _ENGINES[name](options)


def require_known(name: str) -> None:
    """Raise `UnknownEngineError` if no engine is called `name`."""
    if name not in _ENGINES:
        raise UnknownEngineError(f"no engine is called {name!r}; known engines: {', '.join(KNOWN)}")


def is_compiled() -> bool:
    """Whether the default engine is machine code, as an installed wheel has it where it could be compiled."""
    return not (sys.modules[Extractive.__module__].__file__ or "").endswith(".py")


def _extractive(_options: Options | None) -> Summarizer:
    return Extractive()


def _chat(options: Options | None) -> Summarizer:
    from summarizers.engines.chat import Chat
    from summarizers.engines.rewriting import Rewriting

    given = options if isinstance(options, ChatOptions) else ChatOptions(base_url="", model="")
    return Rewriting(Extractive(), Chat(given))


def _transformer(options: Options | None) -> Summarizer:
    from summarizers.engines.rewriting import Rewriting
    from summarizers.engines.transformer import Transformer

    if not isinstance(options, TransformerOptions) or not options.model:
        raise EngineError(
            "The engine 'transformer' needs a model",
            todo="Set transformer.model to a folder of weights or a hub id",
        )
    return Rewriting(Extractive(), Transformer(options))


_ENGINES: Mapping[str, Callable[[Options | None], Summarizer]] = {
    "extractive": _extractive,
    "chat": _chat,
    "transformer": _transformer,
}
KNOWN = tuple(sorted(_ENGINES))
