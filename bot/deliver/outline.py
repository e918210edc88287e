"""A post as paragraphs in reading order, for platforms that show text in rich form: what is said, not how.

Spans hold text of strangers, harmless to see (`shown`) but not yet escaped: a platform escapes it in its own
way, and nothing here is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from bot.domain.action import Button
from bot.domain.parts import blocks_in_order, facts_of, more_of, numbers_of, quotes_of, sources_of
from bot.domain.post import Block, Line, Post, Reference, StoryBlock
from bot.domain.shown import shown
from bot.texts import say
from summarizers.types import Deadline

DOT = " · "


class Form(StrEnum):
    """What a paragraph is to the eye."""

    TITLE = "title"
    HEADING = "heading"
    PLAIN = "plain"
    SMALL = "small"
    ITEM = "item"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words in one style. `url` is where they lead, not yet judged; `deadline` is what the words date."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Spans that are read in one go; `buttons` act on this paragraph alone."""

    form: Form
    spans: tuple[Span, ...]
    buttons: tuple[Button, ...] = ()

    def cut(self, most: int) -> tuple[Paragraph, ...]:
        """The paragraph in pieces of at most `most` characters, split after a space where there is one.

        Nothing is lost; the buttons stand at the last piece.
        """
        rows: list[list[Span]] = [[]]
        room = most
        for span in chain.from_iterable(_runs(span, most) for span in self.spans):
            if len(span.text) > room and rows[-1]:
                rows.append([])
                room = most
            rows[-1].append(span)
            room -= len(span.text)
        pieces = [Paragraph(form=self.form, spans=tuple(row)) for row in rows]
        return (*pieces[:-1], replace(pieces[-1], buttons=self.buttons))


def parent(post: Post) -> tuple[Paragraph, ...]:
    """What a reader sees in the channel: title, counts, notice, sections, sources, last line."""
    return (*sections(post), *sources(post), *last_line(post))


def sections(post: Post) -> tuple[Paragraph, ...]:
    """Title, counts, notice and sections."""
    return tuple(_sections(post))


def sources(post: Post) -> tuple[Paragraph, ...]:
    """The numbered sources, below their heading."""
    return tuple(_sources(sources_of(post)))


def last_line(post: Post) -> tuple[Paragraph, ...]:
    """The small print, if there is any."""
    return words(Form.SMALL, post.footer)


def unlinked(paragraph: Paragraph) -> Paragraph:
    """The same words, leading nowhere."""
    return replace(paragraph, spans=tuple(replace(span, url=None) for span in paragraph.spans))


def details(post: Post) -> tuple[Paragraph, ...]:
    """Every story with all of its bullets, each with the sentences that prove it."""
    return tuple(chain.from_iterable(map(_story, post.stories)))


def _sections(post: Post) -> Iterator[Paragraph]:
    yield from words(Form.TITLE, shown(post.title) or say("app"))
    yield from words(Form.SMALL, post.subtitle)
    yield from words(Form.PLAIN, post.notice)
    for block in blocks_in_order(post):
        yield from _section(block, more_of(post, block))


def _section(block: Block, more: str) -> Iterator[Paragraph]:
    yield from words(Form.HEADING, block.heading)
    yield from map(_item, block.lines)
    if not block.lines:
        yield from words(Form.PLAIN, block.empty, italic=True)
    yield from words(Form.PLAIN, more, italic=True)


def _item(line: Line) -> Paragraph:
    """A bullet: when it falls due, its words, its numbered links, what stands beside it."""
    when = shown(line.when)
    dated = [Span(text=when, bold=True, deadline=line.deadline), Span(text=": ")] if when else []
    facts = DOT.join(fact for fact in map(shown, facts_of(line)) if fact)
    beside = [Span(text=DOT), Span(text=facts, italic=True)] if facts else []
    spans = (*dated, Span(text=shown(line.text)), *_numbers(line.references), *beside)
    return Paragraph(form=Form.ITEM, spans=spans, buttons=line.buttons)


def _sources(references: tuple[Reference, ...]) -> Iterator[Paragraph]:
    if references:
        yield from words(Form.HEADING, say("section.sources"))
    yield from map(source, references)


def source(reference: Reference) -> Paragraph:
    """A numbered source: outlet, title as its link, day."""
    title = shown(reference.title) or shown(reference.url or "")
    parts = (
        Span(text=shown(reference.source), bold=True),
        Span(text=title, url=reference.url),
        Span(text=shown(reference.published)),
    )
    said = [part for part in parts if part.text]
    glued = chain.from_iterable((Span(text=DOT), part) for part in said)
    spans = (Span(text=f"[{reference.n}] "), *list(glued)[1:])
    return Paragraph(form=Form.PLAIN, spans=spans)


def _story(story: StoryBlock) -> Iterator[Paragraph]:
    yield from words(Form.HEADING, story.headline)
    yield from words(Form.SMALL, story.outlets)
    if shown(story.gist):
        spans = (Span(text=shown(story.gist)), *_numbers(story.references))
        yield Paragraph(form=Form.PLAIN, spans=spans)
    yield from map(quotation, quotes_of(story.references))
    for line in story.lines:
        yield replace(_item(line), buttons=())
        yield from map(quotation, quotes_of(line.references))


def quotation(reference: Reference) -> Paragraph:
    """The sentence an article is quoted with, under its number."""
    spans = (Span(text=shown(reference.quote), italic=True), *_numbers((reference,)))
    return Paragraph(form=Form.QUOTE, spans=spans)


def _numbers(references: tuple[Reference, ...]) -> Iterator[Span]:
    """The cited numbers as ` [1] [4]`, each leading to its article."""
    urls = {reference.n: reference.url for reference in references}
    for n in numbers_of(references):
        yield from (Span(text=" "), Span(text=f"[{n}]", url=urls[n]))


def words(form: Form, text: str, *, bold: bool = False, italic: bool = False) -> tuple[Paragraph, ...]:
    """A paragraph of one style, none for a text that shows nothing."""
    said = shown(text)
    return (Paragraph(form=form, spans=(Span(text=said, bold=bold, italic=italic),)),) if said else ()


def _runs(span: Span, most: int) -> Iterator[Span]:
    """The span in runs of at most `most` characters; only the first keeps its address and date."""
    if len(span.text) <= most:
        yield span
        return
    first, *rest = re.findall(rf".{{1,{most}}}(?:(?<= )|\Z)|.{{{most}}}|.+", span.text, re.DOTALL)
    yield replace(span, text=first)
    yield from (replace(span, text=run, url=None, deadline=None) for run in rest)
