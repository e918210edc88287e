"""A deadline in the words of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from summarizers.text.sentence import Sentence
    from summarizers.types import Deadline


class Due:
    """A deadline with its first and last day, and the `text` that tells of it, by the sentences `telling`.

    `weight` is the strength of the evidence.
    """

    __slots__ = ("day", "deadline", "document_id", "last_day", "telling", "text", "weight")

    def __init__(
        self, deadline: Deadline, document_id: str, telling: tuple[Sentence, ...], text: str, weight: float
    ) -> None:
        self.deadline: Final = deadline
        self.day: Final = deadline.date
        self.last_day: Final = deadline.last_day
        self.document_id: Final = document_id
        self.telling: Final = telling
        self.text: Final = text
        self.weight: Final = weight

    def told(self, text: str) -> Due:
        """The same in other words."""
        return Due(self.deadline, self.document_id, self.telling, text, self.weight)
