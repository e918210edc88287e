"""Where the sentences of an article stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizers.types import Span

if TYPE_CHECKING:
    from summarizers.text.analysis import Analysis


def span(analysis: Analysis, index: int) -> Span:
    """Where sentence `index` stands in its article."""
    sentence = analysis.sentences[index]
    return Span(analysis.document.id, sentence.start, sentence.end)
