"""What a person typed into a form that is refused, said back to them: a form that closes takes it along."""

from __future__ import annotations

from dataclasses import replace

from bot.converse.fitting import LONG
from bot.converse.untouched import touched
from bot.domain.form import Filled
from bot.domain.reply import Reply
from bot.domain.shown import shown
from bot.texts import say, speaking

TYPED = ("topics", "time", "times", "zone", "quiet", "sources", "reminders", "question", "url", "name")
"""Fields that are typed in, in the order of their forms; what is chosen is soon chosen again."""


def given_back(reply: Reply, filled: Filled) -> Reply:
    """A refusal with what was typed before it, a line a field; any other reply as it is."""
    if not (reply.problems or reply.failure):
        return reply
    _, _, marks = filled.form.partition(":")
    given = touched(filled.values, marks)
    texts = {name: shown(", ".join(given[name]))[:LONG] for name in TYPED if name in given}
    with speaking(reply.language):
        lines = [
            say("form.typed.back", field=say(f"form.{name}"), text=text)
            for name, text in texts.items()
            if text
        ]
    return replace(reply, paragraphs=(*lines, *reply.paragraphs))
