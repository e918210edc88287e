"""A column of text in a terminal: wrapped, with hanging indents, never interpreted as markup."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.domain.shown import shown, shown_lines

MIN_COLUMN = 20
"""Columns that text keeps however narrow the terminal is and however deep the indent."""


class Page:
    """Writes onto a console within `width` columns."""

    def __init__(self, console: Console, width: int) -> None:
        self._console = console
        self._width = width

    def write(self, text: Text, *, prefix: str, again: str | None = None, tail: Text | None = None) -> None:
        """Write text behind its prefix, the lines that follow behind `again` (blanks as wide as the prefix).

        The tail stands whole at the end of the last line if there is room for it, else on its own lines.
        """
        indent = " " * cell_len(prefix) if again is None else again
        lead = prefix
        for line in self._wrapped(text, tail or Text(), room=max(self._width - cell_len(indent), MIN_COLUMN)):
            written = Text.assemble(lead, line)
            written.rstrip()
            self._put(written)
            lead = indent

    def _wrapped(self, text: Text, tail: Text, *, room: int) -> list[Text]:
        lines = list(text.wrap(self._console, room))
        lines[-1].rstrip()
        if tail and lines[-1].cell_len + 2 + tail.cell_len <= room:
            lines[-1] = Text.assemble(lines[-1], "  ", tail)
            return lines
        return lines + (self._wrapped(tail, Text(), room=room) if tail else [])

    def paragraphs(self, text: str, style: str, *, prefix: str = "") -> None:
        """Write each line of a text that shows anything, all behind the same prefix."""
        for line in shown_lines(text):
            self.write(Text(line, style), prefix=prefix)

    def heading(self, text: str, style: str) -> None:
        """Write a heading after a gap, drawn out to the full width."""
        words = shown(text)
        rule = "─" * max(self._width - cell_len(words) - 4, 3)
        self.gap()
        self.write(Text.assemble((words, f"bold {style}"), " ", (rule, f"dim {style}")), prefix="── ")

    def address(self, url: str, *, prefix: str) -> None:
        """Write an address without breaking it: a broken one can be neither clicked nor copied."""
        self._put(Text.assemble(prefix, (url, "dim underline")))

    def gap(self) -> None:
        """Write one empty line."""
        self._put(Text())

    def _put(self, line: Text) -> None:
        self._console.print(line, soft_wrap=True, highlight=False)
