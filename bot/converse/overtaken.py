"""What somebody else set while a form was open: it is told, and replaced only when the form is sent again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.converse.fitting import LONG as TEXT_MOST
from bot.converse.given_back import TYPED
from bot.converse.untouched import LONG, mark
from bot.domain.form import Field, FieldKind, Form, Problem
from bot.domain.reply import Reply
from bot.domain.shown import shown
from bot.texts import say


def overtaken(marks: str, now: Form, wanted: Form) -> Reply | None:
    """What is to be said of the fields that both changed, each to something else; None if there are none.

    `marks` tell what the form showed when it was opened, `now` is the form as it would be opened, `wanted` as
    it would be once the changes are kept. Sent under the code of the reply, the form replaces what it was
    told of; of any other field it still knows what it showed.
    """
    known = {marks[at : at + LONG] for at in range(0, len(marks), LONG)}
    pairs = zip(now.fields, wanted.fields, strict=True)
    both = {
        here.name: (here, there)
        for here, there in pairs
        if mark(here) != mark(there) and mark(here) not in known
    }
    if not known or not both:
        return None
    return Reply(
        problems=tuple(Problem(field=name, what=_said(here)) for name, (here, _) in both.items()),
        paragraphs=tuple(_chosen(there for _, there in both.values())),
        renewed=f"{now.name}:{_renewed(marks, now, both)}",
    )


def _said(field: Field) -> str:
    text = _in_words(field)
    if not text:
        return say("form.overtaken.other", field=field.label)
    return say("form.overtaken.set", field=field.label, text=text)


def _chosen(fields: Iterator[Field]) -> Iterator[str]:
    """What was chosen and not typed: a form that closes does not keep it, and nobody else says it back."""
    for field in fields:
        text = _in_words(field)
        if field.name not in TYPED and text:
            yield say("form.typed.back", field=field.label, text=text)


def _in_words(field: Field) -> str:
    """Its values as people read them; nothing for a role, which only its platform can name."""
    labels = {choice.value: choice.label for choice in field.choices}
    values = () if field.kind is FieldKind.ROLE else field.values
    return shown(", ".join(labels.get(value, value) for value in values))[:TEXT_MOST]


def _renewed(marks: str, now: Form, told: Collection[str]) -> str:
    """The marks with those of what was told as it is now."""
    parts = [marks[at : at + LONG] for at in range(0, len(marks), LONG)]
    fields = zip(parts, now.fields, strict=False)
    return "".join(mark(field) if field.name in told else part for part, field in fields)
