"""Reminders become a platform-neutral post: deadlines with hedge and proof, and what is new of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.deliver.agenda import cited, deadlines, line_of, numbered
from bot.deliver.when import day_in_words, given_date, short_date
from bot.domain.action import REMINDER_ACTIONS, button
from bot.domain.channel import Channel
from bot.domain.deadline import DatedEvent
from bot.domain.post import Line, Post, PostKind
from bot.domain.reminder import Reminder, Step
from bot.texts import count, say

Told = tuple[DatedEvent, Reminder]
"""A deadline as it is known when it is told, and why it is told."""


def lay_out_reminders(told: Sequence[Told], channel: Channel, today: date, zone: str, key: str) -> Post:
    """One post for all that a channel, or one reader in it, is reminded of on a day; at least one thing."""
    events = list({event.id: event for event, _ in told}.values())
    ordered = sorted(events, key=lambda event: (event.deadline.date, event.text))
    numbers = numbered(ordered)
    lines = tuple(_with_buttons(event, line_of(event, today, zone, numbers)) for event in ordered)
    reader = told[0][1].reader
    return Post(
        key=key,
        kind=PostKind.REMINDER,
        channel=channel,
        title=say("reminder.title", app=say("app"), day=day_in_words(today)),
        subtitle=say("reminder.for", reader=reader) if reader else count("deadline", len(ordered)),
        notice="\n".join(news_line(event, one) for event, one in told if one.news),
        blocks=(deadlines(lines),),
        references=cited(lines),
        day=today,
        reader=reader,
    )


def _with_buttons(event: DatedEvent, line: Line) -> Line:
    return replace(line, buttons=tuple(button(name, event.id) for name in REMINDER_ACTIONS))


def news_line(event: DatedEvent, reminder: Reminder) -> str:
    """What happened to a deadline, by which outlet, in one line."""
    if reminder.news is Step.CLOSED:
        return say(f"reminder.closed.{event.state}", source=_teller(event), about=event.deadline.about)
    before = given_date(reminder.before, event.given) if reminder.before else ""
    return say(
        f"reminder.{reminder.news}",
        before=before,
        after=short_date(event.deadline),
        source=_teller(event),
        about=event.deadline.about,
    )


def _teller(event: DatedEvent) -> str:
    """The outlet whose article brought the last news of it; that of its first source if nobody did."""
    outlets = {ref.article_id: ref.source for ref in event.sources}
    told = [outlets[one.article_id] for one in event.history if one.article_id in outlets]
    return told[-1] if told else event.sources[0].source
