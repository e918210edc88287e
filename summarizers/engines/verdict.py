"""Whether a model's words may stand in an extract's place: grounded, and nothing of weight lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summarizers.grounding.guard import Kind, objections
from summarizers.grounding.lexicon import CONDITIONS
from summarizers.grounding.reading import read, supported
from summarizers.grounding.speech import speeches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizers.engines.phrasing import Ask

KEPT: Final = 0.5
"""Share of an extract's words of meaning that a rewrite must hold in some form: it was chosen for them."""

_MUST_STAY: Final = frozenset([Kind.FIGURE, Kind.DATE])


def refusals(text: str, ask: Ask) -> tuple[str, ...]:
    """Why `text` may not take the place of the extract, as `figure` or `lost: speaker`; empty if it may."""
    grounded = tuple(one.kind.value for one in objections(text, ask.evidence, ask.limit))
    return tuple(dict.fromkeys((*grounded, *(f"lost: {what}" for what in _lost(text, ask.draft)))))


def _lost(text: str, draft: str) -> Iterator[str]:
    """What the extract told and `text` no longer does."""
    missing = {one.kind for one in objections(draft, (text,), len(draft))}
    yield from (kind.value for kind in _MUST_STAY if kind in missing)
    speakers = {name for speech in speeches(draft) for name in speech.speaker}
    if speakers and speakers.isdisjoint(name for speech in speeches(text) for name in speech.speaker):
        yield "speaker"
    if CONDITIONS & {word.low for word in read(draft)} and not CONDITIONS & {word.low for word in read(text)}:
        yield "condition"
    words = [word for word in read(draft) if word.counts]
    if sum(supported(word, text) for word in words) < KEPT * len(words):
        yield "fact"
