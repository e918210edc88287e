"""The sentences around one that sets a date, for what they tell of it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizers.sections.deadline_extended import Longer, longer
from summarizers.sections.deadline_replaced import Behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizers.dates.types import Timex
    from summarizers.text.sentence import Sentence


class Neighbours:
    """Sentences of an article with all its dates; `starts` is where each of these begins."""

    def __init__(
        self, sentences: Sequence[Sentence], timexes: Sequence[Timex], starts: Sequence[int]
    ) -> None:
        self.sentences = sentences
        self.timexes = timexes
        self.starts = starts
        self._found: tuple[Longer, ...] | None = None

    def behind(self, number: int) -> Behind | None:
        """The sentence behind that of `number`, if it stands in its paragraph."""
        after = self.sentences[number + 1] if number + 1 < len(self.sentences) else None
        if after is None or after.paragraph != self.sentences[number].paragraph:
            return None
        return self._told(after)

    def before(self, number: int) -> Sequence[Longer]:
        """The sentences before that of `number` that make something longer, the first one first."""
        found = self._longer()
        return found[: bisect_left(found, number, key=lambda told: told.sentence.index)]

    def _longer(self) -> tuple[Longer, ...]:
        """All of them, read once: few articles ask, and a long one for many dates."""
        if self._found is None:
            self._found = tuple(filter(None, map(longer, self._lengths())))
        return self._found

    def _lengths(self) -> Iterator[Behind]:
        """The sentences that name a length of time."""
        told = -1
        for timex in self.timexes:
            if timex.type == "DURATION" and timex.start > told:
                sentence = self._around(timex)
                told = sentence.end
                yield self._told(sentence)

    def _around(self, timex: Timex) -> Sentence:
        """The sentence in which `timex` begins, or the last one before it."""
        at = bisect_left(self.sentences, timex.end, key=lambda sentence: sentence.start)
        return self.sentences[max(at - 1, 0)]

    def _told(self, sentence: Sentence) -> Behind:
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        return Behind(sentence, lower_case(sentence), self.timexes[first:last])


def lower_case(sentence: Sentence) -> str:
    """The sentence in lower case, unless that changes its length and so its offsets."""
    lower = sentence.text.lower()
    return lower if len(lower) == sentence.end - sentence.start else sentence.text
