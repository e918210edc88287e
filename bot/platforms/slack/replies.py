"""A reply as Slack messages that fit by construction, or as a view that only says something."""

from __future__ import annotations

from collections.abc import Sequence

from bot.deliver import outline
from bot.deliver.spoken import spoken
from bot.domain.action import Button
from bot.domain.form import TITLE_MOST
from bot.domain.reply import Reply
from bot.platforms.slack.buttons import rows
from bot.platforms.slack.digest import Message, notified
from bot.platforms.slack.markup import Json, link_of, plain
from bot.platforms.slack.pack import pack
from bot.platforms.slack.prose import Kind, Paragraph, dated, paragraphs
from bot.texts import say

_KINDS = {
    outline.Form.TITLE: Kind.HEADING,
    outline.Form.HEADING: Kind.HEADING,
    outline.Form.PLAIN: Kind.PLAIN,
    outline.Form.SMALL: Kind.PLAIN,
    outline.Form.ITEM: Kind.ITEM,
    outline.Form.QUOTE: Kind.QUOTE,
}
_BOLD = frozenset({outline.Form.TITLE, outline.Form.HEADING})


def shown(reply: Reply) -> tuple[Message, ...]:
    """The messages of a reply, at least one, with all of its buttons below the first."""
    said = spoken(reply)
    first, *rest = pack(drawn(said)) or ((),)
    below = (*(reply.post.buttons if reply.post else ()), *reply.buttons)
    tail = tuple(rows((*below, *((reply.share,) if reply.share else ()))))
    text = notified([_words(one) for one in said])
    return (
        Message(text=text, blocks=(*first, *tail)),
        *(Message(text=text, blocks=blocks) for blocks in rest),
    )


def said_view(title: str, reply: Reply) -> Json:
    """A modal that shows what a reply says, without buttons: there is no channel in which to press them."""
    packed = pack(drawn(spoken(reply), buttons=False))
    blocks = [block for page in packed for block in page] or [_line(say("app"))]
    return {
        "type": "modal",
        "title": plain(title[:TITLE_MOST]),
        "close": plain(say("form.close")),
        "blocks": blocks[:VIEW_MOST],
    }


VIEW_MOST = 100
"""Blocks of a view (docs.slack.dev, "Views"); what only speaks in one is far shorter."""


def drawn(said: Sequence[outline.Paragraph], *, buttons: bool = True) -> list[Paragraph]:
    """Paragraphs of rich text in which the words of strangers are never read as markup."""
    return [piece for one in said for piece in _drawn(one, one.buttons if buttons else ())]


def _drawn(said: outline.Paragraph, buttons: tuple[Button, ...]) -> list[Paragraph]:
    bold, quiet = said.form in _BOLD, said.form is outline.Form.SMALL
    elements = [one for span in said.spans if span.text for one in _elements(span, bold=bold, quiet=quiet)]
    return paragraphs(_KINDS[said.form], [elements], buttons)


def _elements(span: outline.Span, *, bold: bool, quiet: bool) -> list[Json]:
    if span.deadline:
        return dated(span.text, span.deadline)
    link = link_of(span.url)
    if link:
        return [{"type": "link", "url": link, "text": span.text}]
    wanted = (("bold", bold or span.bold), ("italic", quiet or span.italic))
    style = {name: True for name, on in wanted if on}
    return [{"type": "text", "text": span.text, **({"style": style} if style else {})}]


def _words(said: outline.Paragraph) -> str:
    return "".join(span.text for span in said.spans)


def _line(text: str) -> Json:
    return {"type": "section", "text": plain(text)}
