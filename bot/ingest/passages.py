"""An article's body in passages of whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.domain.passage import Passage
from summarizers.text.sentences import split
from summarizers.types import Sentence

WORDS = 110
"""About as many words as a passage has: long enough for its context, short enough to be about one thing."""

LONGEST = 1_500
"""Characters from which a "sentence" is a table or a list and stands alone."""


def passages(body: str) -> tuple[Passage, ...]:
    """The passages of `body`: about `WORDS` words each, the last sentence of one the first of the next.

    Every sentence lies in at least one; a body without sentences has none.
    """
    return tuple(
        Passage(sentences=tuple((one.start, one.end) for one in some)) for some in _windows(split(body))
    )


def _windows(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    held: list[Sentence] = []
    words, fresh = 0, False
    for sentence in sentences:
        length = sentence.text.count(" ") + 1
        if fresh and words + length > WORDS:
            yield held
            held = held[-1:] if len(held[-1].text) <= LONGEST else []
            words = sum(one.text.count(" ") + 1 for one in held)
        held.append(sentence)
        words, fresh = words + length, True
    if fresh:
        yield held
