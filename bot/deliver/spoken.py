"""A reply as paragraphs in reading order, for platforms that show text in rich form."""

from __future__ import annotations

from collections.abc import Iterator

from bot.deliver.outline import Form, Paragraph, details, parent, quotation, source, words
from bot.domain.post import Reference
from bot.domain.reply import Failure, Reply
from bot.texts import say


def spoken(reply: Reply) -> tuple[Paragraph, ...]:
    """All that a reply says, but for its form and its buttons; empty for one that only opens a form."""
    return tuple(_spoken(reply))


def _spoken(reply: Reply) -> Iterator[Paragraph]:
    yield from words(Form.HEADING, reply.title)
    for text in reply.paragraphs:
        yield from words(Form.PLAIN, text)
    for reference in reply.quotes:
        yield from _quoted(reference)
    if reply.post is not None:
        yield from parent(reply.post)
        yield from details(reply.post)
    if reply.failure is not None:
        yield from _failed(reply.failure)
    for problem in reply.problems:
        yield from words(Form.ITEM, problem.what)


def _quoted(reference: Reference) -> Iterator[Paragraph]:
    if reference.quote.strip():
        yield quotation(reference)
    yield source(reference)


def _failed(failure: Failure) -> Iterator[Paragraph]:
    yield from words(Form.PLAIN, failure.what, bold=True)
    yield from words(Form.PLAIN, failure.kept)
    yield from words(Form.PLAIN, failure.todo)
    if failure.reference:
        yield from words(Form.SMALL, say("chat.reference", reference=failure.reference))
