"""Paragraphs become messages that fit Discord by construction: nothing is cut, what is too much goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.deliver.outline import Form, Paragraph, details, last_line, sections, sources, unlinked, words
from bot.domain.action import ActionName, Button
from bot.domain.post import Post
from bot.platforms.discord.markup import size, written
from bot.texts import say

CHARACTERS_MOST = 3_800
COMPONENTS_MOST = 35
"""Below Discord's own limits: 4,000 characters and 40 components, nested ones counted."""

PARAGRAPH_MOST = 1_000
"""Characters of one paragraph before it is escaped, which at most doubles it; a longer one is continued."""

IN_ROW = 5
"""Buttons of an action row (docs.discord.com, "Component Reference")."""

CONTAINER = 1
"""The component that frames a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text display: lines of markdown."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One to five buttons beside one another."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A text display with a button at its side: a section."""

    text: str
    button: Button


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between what stands above and below."""


Piece = Words | Row | Beside | Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One message: what it holds, in order."""

    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class _Making:
    """A message in the making: paragraphs, and the room that is left."""

    characters: int
    components: int
    paragraphs: list[Paragraph] = field(default_factory=list)

    def takes(self, paragraph: Paragraph) -> bool:
        characters, components = _cost(paragraph)
        return not self.paragraphs or (characters <= self.characters and components <= self.components)

    def add(self, paragraph: Paragraph) -> None:
        characters, components = _cost(paragraph)
        self.characters -= characters
        self.components -= components
        self.paragraphs.append(paragraph)

    def drop_headings(self) -> list[Paragraph]:
        """Take off the headings at the end, under which nothing stands."""
        loose: list[Paragraph] = []
        while len(self.paragraphs) > 1 and self.paragraphs[-1].form is Form.HEADING:
            loose.insert(0, self.paragraphs.pop())
        return loose


def pages(post: Post) -> tuple[Page, ...]:
    """The parent, then its thread in order; the same post always gives the same messages, at least one.

    Addresses count as characters. Where they would push sections out of the parent, its numbers lead nowhere
    and the thread begins with the sources and their addresses: sections belong before a reader's eyes.
    """
    front, beside, last = sections(post), sources(post), last_line(post)
    if not _on_one((*front, *beside, *last), post.buttons) and beside:
        bare = tuple(map(unlinked, front))
        below = (*words(Form.SMALL, say("digest.sources_in_thread")), *last)
        if _on_one((*bare, *below), post.buttons):
            return fitted((*bare, *below), (*beside, *details(post)), post.buttons)
    return fitted((*front, *beside, *last), details(post), post.buttons)


def _on_one(front: Sequence[Paragraph], buttons: Sequence[Button]) -> bool:
    return len(_packed(front, _kept_free(buttons))) == 1


def fitted(
    front: Sequence[Paragraph], thread: Sequence[Paragraph], buttons: Sequence[Button]
) -> tuple[Page, ...]:
    """As many messages as it takes, at least one: `front` with the buttons below, then `thread`.

    Settings stand beside a title, where there is one and other buttons stand below.
    """
    first, *rest = _packed(front, _kept_free(buttons)) or [[]]
    following = (*rest, *_packed(thread, 0))
    titled = bool(first) and first[0].form is Form.TITLE
    return (
        Page(pieces=_framed(tuple(_pieces(first)), buttons, titled=titled)),
        *(Page(pieces=tuple(_pieces(run))) for run in following),
    )


def _framed(pieces: tuple[Piece, ...], buttons: Sequence[Button], *, titled: bool) -> tuple[Piece, ...]:
    beside = [one for one in buttons if titled and one.action.name is ActionName.SETTINGS]
    below = [one for one in buttons if one not in beside]
    if not (beside and below and isinstance(pieces[0], Words)):
        return (*pieces, *_rows(buttons))
    return (Beside(text=pieces[0].text, button=beside[0]), *pieces[1:], *_rows(below))


def _kept_free(buttons: Sequence[Button]) -> int:
    """Components that the buttons take, and the section where one of them stands beside the title."""
    return sum(1 + len(row.buttons) for row in _rows(buttons)) + 1


def _packed(paragraphs: Sequence[Paragraph], reserved: int) -> list[list[Paragraph]]:
    """The paragraphs a message each; `reserved` components of the first are kept free."""
    making = [_empty(reserved)]
    for piece in (piece for whole in paragraphs for piece in whole.cut(PARAGRAPH_MOST)):
        if not making[-1].takes(piece):
            carried = making[-1].drop_headings()
            making.append(_empty(0))
            for one in carried:
                making[-1].add(one)
        making[-1].add(piece)
    return [one.paragraphs for one in making if one.paragraphs]


def _empty(reserved: int) -> _Making:
    return _Making(characters=CHARACTERS_MOST, components=COMPONENTS_MOST - CONTAINER - reserved)


def _cost(paragraph: Paragraph) -> tuple[int, int]:
    """Characters with the line's end, and the components that it adds at most."""
    rows = _rows(paragraph.buttons)
    buttons = sum(1 + len(row.buttons) for row in rows)
    # A heading, below its rule, or a row of buttons ends a text display, so either may begin another one.
    displays = (2 if rows else 0) + {Form.TITLE: 1, Form.HEADING: 2}.get(paragraph.form, 0)
    return size(written(paragraph)) + 1, displays + buttons


def _pieces(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.form is Form.HEADING and number:
            yield from _said(lines)
            yield Rule()
            lines = []
        lines.append(written(paragraph))
        if paragraph.buttons:
            yield from _said(lines)
            lines = []
            yield from _rows(paragraph.buttons)
    yield from _said(lines)


def _said(lines: Sequence[str]) -> Iterator[Words]:
    if lines:
        yield Words(text="\n".join(lines))


def _rows(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """Rows of buttons, each action once: Discord takes no custom_id twice in a message."""
    once = tuple({one.action: one for one in buttons}.values())
    return tuple(Row(buttons=once[at : at + IN_ROW]) for at in range(0, len(once), IN_ROW))
