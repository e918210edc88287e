"""The parts of a post as every platform reads them: blocks in fixed order, sources numbered once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.domain.post import Block, Line, Post, Reference
from bot.texts import count, say
from summarizers.types import Section

_RANK = {section: rank for rank, section in enumerate(Section)}


def blocks_in_order(post: Post) -> tuple[Block, ...]:
    """The blocks in the fixed order of the sections."""
    return tuple(sorted(post.blocks, key=lambda block: _RANK[block.section]))


def lines_of(post: Post) -> Iterator[Line]:
    """Every line of the post: those of its blocks, then those of its stories."""
    for block in blocks_in_order(post):
        yield from block.lines
    for story in post.stories:
        yield from story.lines


def sources_of(post: Post) -> tuple[Reference, ...]:
    """One reference for every number that the post cites, by number; the post's own list comes first."""
    of_lines = chain.from_iterable(line.references for line in lines_of(post))
    of_stories = chain.from_iterable(story.references for story in post.stories)
    first: dict[int, Reference] = {}
    for reference in chain(post.references, of_lines, of_stories):
        first.setdefault(reference.n, reference)
    return tuple(first[n] for n in sorted(first))


def numbers_of(references: tuple[Reference, ...]) -> tuple[int, ...]:
    """Each cited number once, in the order of citation."""
    return tuple(dict.fromkeys(reference.n for reference in references))


def quotes_of(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The references that bring a quote, each quote of a source once, in the order of citation."""
    quoted: dict[tuple[int, str], Reference] = {}
    for reference in references:
        if reference.quote.strip():
            quoted.setdefault((reference.n, reference.quote), reference)
    return tuple(quoted.values())


def facts_of(line: Line) -> tuple[str, ...]:
    """What stands beside a line: its status, its mark, its number of sources; what is empty is left out."""
    sources = count("source", line.sources) if line.sources else ""
    return tuple(word for word in (line.status, line.mark, sources) if word)


def more_of(post: Post, block: Block) -> str:
    """How many lines a block leaves out, and where they are if the post has details; empty for none."""
    key = "digest.more" if post.stories else "chat.more"
    return say(key, number=block.more) if block.more else ""
