"""The engine of every day, which remembers what it made of articles it has seen in this process.

Hundreds of tests begin with the same bundled articles; condensing them is most of their time. An engine has
no state that a caller can see, so what is remembered is what it would say again.
"""

from __future__ import annotations

from functools import cache

from summarizers.engines.extractive import NAME
from summarizers.engines.registry import engine
from summarizers.types import Budget, Document, Span, Summary

_ENGINE = engine("extractive")
_summarize, _extract = cache(_ENGINE.summarize), cache(_ENGINE.extract)


class Known:
    """A `Summarizer`."""

    name = NAME

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        return _summarize(documents, budget)

    def extract(self, document: Document, sentences: int) -> tuple[Span, ...]:
        return _extract(document, sentences)
