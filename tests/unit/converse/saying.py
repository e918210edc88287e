"""What a reply says, as one text."""

from __future__ import annotations

from bot.domain.parts import lines_of
from bot.domain.reply import Failure, Reply


def text_of(reply: Reply) -> str:
    """Every text of a reply."""
    post = reply.post
    posted = (post.title, post.subtitle, post.notice, *(line.text for line in lines_of(post))) if post else ()
    quoted = (word for quote in reply.quotes for word in (quote.source, quote.title, quote.quote))
    return "\n".join((reply.title, *reply.paragraphs, *quoted, *posted)).strip()


def failure_of(reply: Reply) -> Failure:
    """The failure that a reply tells."""
    assert reply.failure is not None
    return reply.failure
