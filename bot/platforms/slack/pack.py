"""Paragraphs become messages that fit Slack by construction: nothing is cut, what is too much goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bot.platforms.slack.buttons import IN_ROW, rows
from bot.platforms.slack.markup import Json
from bot.platforms.slack.prose import Kind, Paragraph

BLOCKS_MOST = 40
CHARACTERS_MOST = 10_000
"""Below Slack's own limits: 50 blocks and about 13,200 characters in all."""

BLOCK_MOST = 2_800
"""Characters of one block; Slack takes 3,000 in a section and tells no limit for rich text."""

TAIL_BLOCKS = 4
TAIL_CHARACTERS = 2_000
"""Kept free for the message's own text, its buttons and its last line."""


@dataclass(slots=True)
class _Page:
    """A message in the making: blocks of paragraphs."""

    blocks: list[list[Paragraph]] = field(default_factory=list)
    characters: int = 0
    rows: int = 0

    def takes(self, paragraph: Paragraph) -> bool:
        return not self.blocks or (
            len(self.blocks) + self.rows + 1 + _rows(paragraph) <= BLOCKS_MOST - TAIL_BLOCKS
            and self.characters + _size(paragraph) <= CHARACTERS_MOST - TAIL_CHARACTERS
        )

    def add(self, paragraph: Paragraph) -> None:
        self.characters += _size(paragraph)
        self.rows += _rows(paragraph)
        if self._continues(paragraph):
            self.blocks[-1].append(paragraph)
        else:
            self.blocks.append([paragraph])

    def _continues(self, paragraph: Paragraph) -> bool:
        if not self.blocks or paragraph.kind is Kind.HEADING or self.blocks[-1][-1].buttons:
            return False
        return sum(one.size for one in self.blocks[-1]) + paragraph.size <= BLOCK_MOST

    def drop_headings(self) -> list[Paragraph]:
        """Take off the headings at the end, under which nothing stands."""
        loose: list[Paragraph] = []
        while len(self.blocks) > 1 and self.blocks[-1][-1].kind is Kind.HEADING:
            loose.insert(0, self.blocks.pop()[-1])
        return loose


def pack(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Json, ...], ...]:
    """The blocks of as many messages as it takes, in order; every paragraph stands in exactly one."""
    pages = [_Page()]
    for paragraph in paragraphs:
        if not pages[-1].takes(paragraph):
            carried = pages[-1].drop_headings()
            pages.append(_Page())
            for one in carried:
                pages[-1].add(one)
        pages[-1].add(paragraph)
    return tuple(tuple(_drawn(page)) for page in pages if page.blocks)


def _drawn(page: _Page) -> Iterator[Json]:
    for run in page.blocks:
        yield _block(run)
        yield from rows(run[-1].buttons)


def _rows(paragraph: Paragraph) -> int:
    return -(-len(paragraph.buttons) // IN_ROW)


def _size(paragraph: Paragraph) -> int:
    return paragraph.size + sum(len(one.label) for one in paragraph.buttons)


def _block(paragraphs: Sequence[Paragraph]) -> Json:
    elements: list[Json] = []
    for kind, run in groupby(paragraphs, key=_form):
        rows = [list(one.elements) for one in run]
        elements += _ELEMENTS[kind](rows)
    return {"type": "rich_text", "elements": elements}


def _form(paragraph: Paragraph) -> Kind:
    return Kind.PLAIN if paragraph.kind is Kind.HEADING else paragraph.kind


def _running(rows: list[list[Json]]) -> list[Json]:
    joined = rows[0]
    for row in rows[1:]:
        joined = [*joined, {"type": "text", "text": "\n"}, *row]
    return [{"type": "rich_text_section", "elements": joined}]


def _listed(rows: list[list[Json]]) -> list[Json]:
    items = [{"type": "rich_text_section", "elements": row} for row in rows]
    return [{"type": "rich_text_list", "style": "bullet", "indent": 0, "elements": items}]


def _quoted(rows: list[list[Json]]) -> list[Json]:
    return [{"type": "rich_text_quote", "elements": row} for row in rows]


_ELEMENTS = {Kind.PLAIN: _running, Kind.ITEM: _listed, Kind.QUOTE: _quoted}
