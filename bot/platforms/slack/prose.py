"""Paragraphs of rich text: what is said, as elements that Slack shows literally, with their size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.deliver.when import moment_in_words
from bot.domain.action import Button
from bot.domain.channel import Channel
from bot.domain.instant import instant_of
from bot.domain.parts import facts_of, numbers_of
from bot.domain.post import Line, Reference
from bot.domain.shown import shown
from bot.platforms.slack.markup import Json, link_of
from summarizers.types import Deadline

PARAGRAPH_MOST = 2_400
"""Characters of one paragraph; a longer one is continued in the next, at a space if there is one."""

IN_OWN_ZONE = "{date_long_pretty} {time}"

_DOT = " · "


class Kind(StrEnum):
    """What a paragraph is to the eye."""

    HEADING = "heading"
    """Begins a block of its own and never ends a message."""

    PLAIN = "plain"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Elements of rich text that stay together, and buttons for them alone.

    `size` counts all characters, addresses included.
    """

    kind: Kind
    elements: tuple[Json, ...]
    buttons: tuple[Button, ...] = ()

    @property
    def size(self) -> int:
        """Characters of text and addresses."""
        return sum(map(_length, self.elements))


def heading(text: str) -> list[Paragraph]:
    """A heading, nothing for an empty one."""
    return paragraphs(Kind.HEADING, [_text(text, bold=True)])


def words(text: str, *, quiet: bool = False) -> list[Paragraph]:
    """A paragraph of running text."""
    return paragraphs(Kind.PLAIN, [_text(text, italic=quiet)])


def told(text: str, about: Channel | None) -> list[Paragraph]:
    """The same after the name of the channel that it is about, which Slack fills in."""
    named: list[Json] = [{"type": "channel", "channel_id": about.channel_id}] if about else []
    said = words(text)
    if not (named and said):
        return said
    first, *rest = said
    return [replace(first, elements=(*named, *_glue(text, ": "), *first.elements)), *rest]


def item(line: Line) -> list[Paragraph]:
    """A bullet: when it falls due, its words, its numbered links, what stands beside it."""
    when = [*dated(line.when, line.deadline), *_glue(line.when, ": ")]
    facts = _DOT.join(fact for fact in map(shown, facts_of(line)) if fact)
    beside = [*_glue(facts, _DOT), *_text(facts, italic=True)]
    return paragraphs(Kind.ITEM, [when, _text(line.text), numbers(line.references), beside], line.buttons)


def gist(text: str, references: tuple[Reference, ...]) -> list[Paragraph]:
    """A sentence with its numbers."""
    return paragraphs(Kind.PLAIN, [_text(text), numbers(references)]) if shown(text) else []


def quotation(reference: Reference) -> list[Paragraph]:
    """The sentence an article is quoted with, under its number."""
    return paragraphs(Kind.QUOTE, [_text(reference.quote, italic=True), numbers((reference,))])


def source(reference: Reference) -> list[Paragraph]:
    """A numbered source: outlet, title as its link, day."""
    title, url = shown(reference.title), link_of(reference.url)
    named = [_linked(title or url or "", url)] if title or url else []
    outlet = _text(reference.source, bold=True)
    day = shown(reference.published)
    parts = [_plain(f"[{reference.n}] "), *outlet, *(_glue("x", _DOT) if outlet and named else []), *named]
    return paragraphs(Kind.PLAIN, [parts, _glue(day, _DOT), _text(day)])


def numbers(references: tuple[Reference, ...]) -> list[Json]:
    """The cited numbers as ` [1] [4]`, each a link to its article where the address is safe."""
    urls = {reference.n: link_of(reference.url) for reference in references}
    parts: list[Json] = []
    for n in numbers_of(references):
        parts += [_plain(" "), _linked(f"[{n}]", urls[n])]
    return parts


def _text(text: str, *, bold: bool = False, italic: bool = False) -> list[Json]:
    said = shown(text)
    style = {name: True for name, wanted in (("bold", bold), ("italic", italic)) if wanted}
    return [{"type": "text", "text": said, **({"style": style} if style else {})}] if said else []


def _plain(text: str) -> Json:
    return {"type": "text", "text": text}


def _glue(text: str, between: str) -> list[Json]:
    """What separates two parts, if there is a second one."""
    return [_plain(between)] if shown(text) else []


def _linked(text: str, url: str | None) -> Json:
    return {"type": "link", "url": url, "text": text} if url else _plain(text)


def dated(when: str, deadline: Deadline | None) -> list[Json]:
    """When something falls due; a moment in a known zone as each reader's own clock has it.

    docs.slack.dev, "Date element": the format may hold words of ours around its tokens.
    """
    said, at = shown(when), instant_of(deadline) if deadline else None
    moment = moment_in_words(deadline) if deadline else ""
    if at is None or moment not in said or set("{}") & set(said):
        return _text(when, bold=True)
    made: Json = {"type": "date", "timestamp": int(at.timestamp()), "fallback": said}
    return [made | {"format": said.replace(moment, IN_OWN_ZONE), "style": {"bold": True}}]


def _length(piece: Json) -> int:
    return len(piece.get("text") or piece.get("fallback", "")) + len(piece.get("url", ""))


def paragraphs(
    kind: Kind, groups: Iterable[Iterable[Json]], buttons: tuple[Button, ...] = ()
) -> list[Paragraph]:
    """One paragraph, or as many as its length takes; the buttons stand at the last one."""
    pieces = [piece for group in groups for element in group for piece in _cut(element)]
    rows: list[list[Json]] = [[]]
    room = PARAGRAPH_MOST
    for piece in pieces:
        size = _length(piece)
        if size > room and rows[-1]:
            rows.append([])
            room = PARAGRAPH_MOST
        rows[-1].append(piece)
        room -= size
    made = [Paragraph(kind=kind, elements=tuple(row)) for row in rows if row]
    return [*made[:-1], *(replace(last, buttons=buttons) for last in made[-1:])]


def _cut(element: Json) -> list[Json]:
    """An element in pieces that fit a paragraph; only the first keeps an address."""
    if _length(element) <= PARAGRAPH_MOST:
        return [element]
    text, url = element["text"], element.get("url", "")
    first, *rest = _runs(text, PARAGRAPH_MOST - len(url))
    bare = {key: value for key, value in element.items() if key != "url"} | {"type": "text"}
    return [{**element, "text": first}, *({**bare, "text": run} for run in rest)]


def _runs(text: str, most: int) -> list[str]:
    """The text in runs of at most `most` characters, split after a space where there is one; none is lost."""
    return re.findall(rf".{{1,{most}}}(?:(?<= )|\Z)|.{{{most}}}|.+", text, re.DOTALL)
