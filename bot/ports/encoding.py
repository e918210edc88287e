"""Texts as vectors of meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Encoder(Protocol):
    """A model that puts texts of like meaning near each other. It blocks: run it off the event loop."""

    @property
    def name(self) -> str:
        """The model's name; vectors of two models cannot be compared."""
        ...

    def encode(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """A vector of length 1 for each text, in order, all in as many dimensions.

        Raise `summarizers.engines.errors.EngineError` if the model cannot be used.
        """
        ...
