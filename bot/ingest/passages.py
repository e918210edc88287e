"""An article's body in passages of whole sentences."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.passage import Passage
from summarizers.text.sentences import ranges

WORDS = 110
"""About as many words as a passage has: long enough for its context, short enough to be about one thing."""

LONGEST = 1_500
"""Characters from which a "sentence" is a table or a list and stands alone."""


def passages(body: str) -> tuple[Passage, ...]:
    """The passages of `body`: about `WORDS` words each, the last sentence of one the first of the next.

    Every sentence lies in at least one; a body without sentences has none.
    """
    return tuple(Passage(sentences=tuple(some)) for some in _windows(body))


def _windows(body: str) -> Iterator[list[tuple[int, int]]]:
    held: list[tuple[int, int]] = []
    words, last, fresh = 0, 0, False
    for one in ranges(body):
        length = body.count(" ", *one) + 1
        if fresh and words + length > WORDS:
            yield held
            short = held[-1][1] - held[-1][0] <= LONGEST
            held, words = (held[-1:], last) if short else ([], 0)
        held.append(one)
        words, last, fresh = words + length, length, True
    if fresh:
        yield held
