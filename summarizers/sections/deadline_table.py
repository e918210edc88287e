"""Lines of a table of dates: no verb says what happens, each day stands behind its label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizers.sections import deadline_cues as cues
from summarizers.sections.deadline_spans import Span

IN_A_TABLE: Final = 1.0
"""Weight of standing in such a line."""

_FEWEST: Final = 2
_LABEL: Final = re.compile(r"(?:^|[:;,|–—] )(?P<label>(?:[^\W\d][\w’'-]* ){0,4}[^\W\d][\w’'-]*):? $")
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may(?! \d)|might|can|must|should|shall|does|did|do"
    r"|[a-z]{2,}ed)\b"
)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")


def labels(sentence: str, lower: str, spans: Sequence[Span], offset: int) -> tuple[str, ...]:
    """What stands before each of the dates of a line without a verb; empty for any other sentence.

    `lower` is `sentence` in lower case, which begins at `offset` of the text. At least two days must have a
    label of one to five words.
    """
    if len(spans) < _FEWEST:
        return ()
    if _VERB.search(lower) or cues.AHEAD.search(lower) or cues.BACK.search(lower):
        return ()
    ends = [offset, *(span.end for span in spans)]
    found = tuple(
        _label(sentence[end - offset : span.timex.start - offset], span)
        for end, span in zip(ends, spans, strict=False)
    )
    return found if all(found) else ()


def _label(before: str, span: Span) -> str:
    label = _LABEL.search(before) if _DAY.fullmatch(span.timex.value) else None
    return _PREPOSITION.sub("", label["label"].strip(" :")) if label else ""


_PREPOSITION: Final = re.compile(r"(?<=\S) (?:on|by|until|from|in|at)$")
