"""A post in the terminal, in reading order: title, notice, sections, stories, sources.

Both renderings take the same path, so a pipe shows what the screen shows, without colour. Text of strangers
enters only through `shown`, and never as rich markup.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from itertools import chain

from rich.console import Console
from rich.text import Text

from bot.domain.parts import blocks_in_order, facts_of, more_of, numbers_of, quotes_of, sources_of
from bot.domain.post import Block, Line, Post, Reference, StoryBlock
from bot.domain.shown import shown, web_link
from bot.platforms.console.links import links_supported
from bot.platforms.console.page import Page
from bot.texts import say
from summarizers.types import Section

PLAIN_WIDTH = 100
READING_WIDTH = 100
"""Longer lines lose the eye on the way back, so a wide terminal keeps a margin."""

_DOT = Text.assemble((" · ", "dim"))
_COLOURS = {Section.AGREEMENT: "green", Section.TENSION: "red", Section.DEADLINE: "cyan"}


def render_terminal(post: Post, console: Console, *, links: bool | None = None) -> None:
    """Print a post for a person, at most 100 columns wide, in the console's own colours if it has any.

    Titles of sources become hyperlinks where `links` says so (None: where the terminal is known to follow
    them); elsewhere the address stands on a line of its own, unbroken, so that it can be copied. Characters
    that the console's encoding lacks raise UnicodeEncodeError, as they do with `print`.
    """
    linked = links_supported(console, os.environ) if links is None else links
    _Terminal(Page(console, min(console.width, READING_WIDTH)), linked=linked).post(post)


def render_plain(post: Post) -> str:
    """The post as plain text: no escape codes, wrapped at 100 columns (addresses excepted), ending a line.

    The same post always gives the same text, whatever the environment.
    """
    file = io.StringIO()
    console = Console(
        file=file,
        width=PLAIN_WIDTH,
        color_system=None,
        force_terminal=False,
        legacy_windows=False,
        _environ={},
    )
    render_terminal(post, console, links=False)
    return file.getvalue()


class _Terminal:
    """Writes the parts of one post onto a page, each quote once: in its story if it has one."""

    def __init__(self, page: Page, *, linked: bool) -> None:
        self._page = page
        self._linked = linked
        self._quoted: set[tuple[int, str]] = set()

    def post(self, post: Post) -> None:
        in_stories = _quotes_in(post.stories)
        self._page.paragraphs(post.title, "bold")
        self._page.paragraphs(post.subtitle, "dim")
        if shown(post.notice):
            self._page.gap()
            self._page.paragraphs(post.notice, "yellow", prefix="┃ ")
        for block in blocks_in_order(post):
            self._block(block, in_stories, more_of(post, block))
        self._stories(post.stories)
        self._sources(sources_of(post))
        if shown(post.footer):
            self._page.gap()
            self._page.paragraphs(post.footer, "dim")

    def _block(self, block: Block, in_stories: frozenset[tuple[int, str]], more: str) -> None:
        colour = _COLOURS[block.section]
        self._page.heading(block.heading, colour)
        for line in block.lines:
            self._line(line, colour)
            self._quotes(ref for ref in line.references if (ref.n, ref.quote) not in in_stories)
        if not block.lines:
            self._page.paragraphs(block.empty, "dim", prefix="  ")
        if more:
            self._page.paragraphs(more, "dim", prefix="  + ")

    def _line(self, line: Line, colour: str) -> None:
        text = self._said(line.text, line.references)
        if when := shown(line.when):
            text = Text.assemble((when, f"bold {colour}"), "\n", text)
        self._page.write(text, prefix="  • ", tail=_facts(line))

    def _stories(self, stories: tuple[StoryBlock, ...]) -> None:
        if stories:
            self._page.heading(say("section.stories"), "blue")
        for number, story in enumerate(stories):
            if number:
                self._page.gap()
            self._story(story)

    def _story(self, story: StoryBlock) -> None:
        self._page.paragraphs(story.headline, "bold", prefix="  ")
        self._page.paragraphs(story.outlets, "dim", prefix="  ")
        if gist := self._said(story.gist, story.references):
            self._page.write(gist, prefix="  ")
        self._quotes(story.references)
        for line in story.lines:
            self._line(line, "cyan")
            self._quotes(line.references)

    def _said(self, words: str, references: tuple[Reference, ...]) -> Text:
        """The words with their numbers; a quote that says the very same is not shown again."""
        said = shown(words)
        self._quoted |= {(ref.n, ref.quote) for ref in references if shown(ref.quote) == said}
        return Text(said).append_text(_numbers(references))

    def _quotes(self, references: Iterable[Reference]) -> None:
        for reference in quotes_of(tuple(references)):
            if (reference.n, reference.quote) in self._quoted:
                continue
            self._quoted.add((reference.n, reference.quote))
            text = Text(shown(reference.quote), "italic").append_text(_numbers((reference,)))
            self._page.write(text, prefix="    │ ", again="    │ ")

    def _sources(self, references: tuple[Reference, ...]) -> None:
        if references:
            self._page.heading(say("section.sources"), "blue")
        widest = max((len(str(reference.n)) for reference in references), default=0)
        for reference in references:
            self._source(reference, f"  [{reference.n}]".ljust(widest + 5))
        self._quotes(references)

    def _source(self, reference: Reference, prefix: str) -> None:
        link = web_link(reference.url)
        title = Text(shown(reference.title))
        if link and self._linked:
            title.stylize(f"link {link}")
        outlet = Text(shown(reference.source), "bold")
        named = _DOT.join(part for part in (outlet, title) if part)
        self._page.write(named, prefix=prefix, tail=Text(shown(reference.published), "dim"))
        if link and not self._linked:
            self._page.address(link, prefix=" " * len(prefix))


def _quotes_in(stories: tuple[StoryBlock, ...]) -> frozenset[tuple[int, str]]:
    own = (story.references for story in stories)
    of_lines = (line.references for story in stories for line in story.lines)
    return frozenset((ref.n, ref.quote) for ref in chain.from_iterable(chain(own, of_lines)))


def _facts(line: Line) -> Text:
    """What stands beside a line, quietly, except that it is new or updated."""
    facts = [(shown(fact), "bold" if fact == line.mark else "dim") for fact in facts_of(line)]
    return _DOT.join(Text.assemble(fact) for fact in facts if fact[0])


def _numbers(references: tuple[Reference, ...]) -> Text:
    """The cited numbers as ` [1][4]`."""
    marks = "".join(f"[{n}]" for n in numbers_of(references))
    return Text(f" {marks}" if marks else "", "dim cyan")
