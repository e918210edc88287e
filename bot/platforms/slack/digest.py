"""A post as Slack messages: the parent a reader sees in the channel, then its thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.domain.parts import blocks_in_order, more_of, quotes_of, sources_of
from bot.domain.post import Block, Line, Post, StoryBlock
from bot.domain.shown import shown
from bot.platforms.slack.buttons import rows
from bot.platforms.slack.markup import Json, plain, unmarked
from bot.platforms.slack.pack import pack
from bot.platforms.slack.prose import Paragraph, gist, heading, item, quotation, source, told, words
from bot.texts import say

HEADER_MOST = 150
"""Characters of a header block (docs.slack.dev, "Header block")."""

CONTEXT_MOST = 500
TEXT_MOST = 500
"""Ours: a line of small print, and the words of a notification. What is longer stands in the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What chat.postMessage takes: `text` for notifications and screen readers, `blocks` for the eye."""

    text: str
    blocks: tuple[Json, ...]


def messages(post: Post) -> tuple[Message, ...]:
    """The parent, then its thread in order; the same post always gives the same messages, at least one."""
    first, *rest = pack(tuple(front(post))) or ((),)
    thread = (*rest, *pack(tuple(details(post))))
    parent = Message(text=_summary(post), blocks=(*_lead(post), *first, *_tail(post)))
    label = _fitting(say("slack.details", title=post.title))
    return (parent, *(Message(text=label, blocks=blocks) for blocks in thread))


def _lead(post: Post) -> Iterator[Json]:
    title, subtitle = shown(post.title) or say("app"), shown(post.subtitle)
    if len(title) <= HEADER_MOST:
        yield {"type": "header", "text": plain(title)}
    if 0 < len(subtitle) <= CONTEXT_MOST:
        yield {"type": "context", "elements": [plain(subtitle)]}


def _tail(post: Post) -> Iterator[Json]:
    yield from rows(post.buttons)
    footer = shown(post.footer)
    if 0 < len(footer) <= CONTEXT_MOST:
        yield {"type": "context", "elements": [plain(footer)]}


def front(post: Post) -> Iterator[Paragraph]:
    """All that belongs into the parent, as far as it fits."""
    if len(shown(post.title)) > HEADER_MOST:
        yield from heading(post.title)
    if len(shown(post.subtitle)) > CONTEXT_MOST:
        yield from words(post.subtitle, quiet=True)
    yield from told(post.notice, post.about)
    for block in blocks_in_order(post):
        yield from _section(block, more_of(post, block))
    yield from _sources(post)
    if len(shown(post.footer)) > CONTEXT_MOST:
        yield from words(post.footer, quiet=True)


def _section(block: Block, more: str) -> Iterator[Paragraph]:
    yield from heading(block.heading)
    yield from chain.from_iterable(item(line) for line in block.lines)
    if not block.lines:
        yield from words(block.empty, quiet=True)
    yield from words(more, quiet=True)


def _sources(post: Post) -> Iterator[Paragraph]:
    references = sources_of(post)
    if references:
        yield from heading(say("section.sources"))
    yield from chain.from_iterable(source(reference) for reference in references)


def details(post: Post) -> Iterator[Paragraph]:
    """Every story with all of its bullets, each with the sentences that prove it."""
    for story in post.stories:
        yield from _story(story)


def _story(story: StoryBlock) -> Iterator[Paragraph]:
    yield from heading(story.headline)
    yield from words(story.outlets, quiet=True)
    yield from gist(story.gist, story.references)
    yield from chain.from_iterable(map(quotation, quotes_of(story.references)))
    for line in story.lines:
        yield from item(line)
        yield from chain.from_iterable(map(quotation, quotes_of(line.references)))


def _summary(post: Post) -> str:
    """Title, counts and notice, then as many bullets as fit whole, but for what the notice tells already."""
    said = [post.title, post.subtitle, post.notice]
    lines = (line for block in blocks_in_order(post) for line in block.lines)
    return notified([*said, *(line.text for line in lines if not _told_in(post.notice, line))])


def _told_in(notice: str, line: Line) -> bool:
    """Whether a notice has said what a deadline is about: a date that moved, one called off."""
    about = line.deadline.about if line.deadline else ""
    return bool(about) and any(row.endswith(about) for row in notice.splitlines())


def notified(lines: Sequence[str]) -> str:
    """The words of a notification: as many of these lines as fit whole, from the first on."""
    said = ""
    for row in map(unmarked, lines):
        longer = f"{said}\n{row}" if said and row else said or row
        if len(longer) > TEXT_MOST:
            break
        said = longer
    return said or say("app")


def _fitting(text: str) -> str:
    said = unmarked(text)
    return said if len(said) <= TEXT_MOST else say("app")
