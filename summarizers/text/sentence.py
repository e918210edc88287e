"""The unit in which an article is read."""

from __future__ import annotations

from typing import Final


class Sentence:
    """One sentence: its place in the body, its number in the document, and its paragraph's number."""

    __slots__ = ("end", "index", "paragraph", "start", "text")

    def __init__(self, start: int, end: int, index: int, paragraph: int, text: str) -> None:
        self.start: Final = start
        self.end: Final = end
        self.index: Final = index
        self.paragraph: Final = paragraph
        self.text: Final = text
