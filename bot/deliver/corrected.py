"""Corrections in words: a mark on the bullet where it stands, and a note in the message's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.deliver.layout import lay_out, lay_out_digest
from bot.deliver.when import short_day
from bot.domain.briefing import Briefing
from bot.domain.channel import Channel
from bot.domain.correction import Correction
from bot.domain.delivery import Delivery
from bot.domain.post import Line, Post, PostKind, StoryBlock
from bot.texts import say, speaking


def in_words(one: Correction) -> str:
    """What holds instead, and who says so: `corrected: now 20 November 2025 (Sarrow Post)`."""
    day = short_day(one.day) if one.day else ""
    return say(f"correction.{one.wrong}", day=day, source=one.source)


def lay_out_corrected(briefing: Briefing, delivery: Delivery, corrections: Sequence[Correction]) -> Post:
    """The post of a delivery with each bullet that no longer holds marked so."""
    with speaking(delivery.style.language):
        marks = {one.item_key: in_words(one) for one in corrections}
    return lay_out_digest(briefing, delivery, marks)


def lay_out_note(briefing: Briefing, channel: Channel, corrections: Sequence[Correction], key: str) -> Post:
    """What is said of these corrections in the thread: its second message, the first is the digest itself."""
    marks = {one.item_key: in_words(one) for one in corrections}
    whole = lay_out(briefing, channel, marks=marks)
    said = dict.fromkeys(marks.values())
    lines = tuple(line for story in whole.stories for line in story.lines if line.mark in said)
    note = StoryBlock(
        headline=say("correction.title"), gist="", outlets="", references=(), lines=_once(lines)
    )
    return Post(
        key=key,
        kind=PostKind.NOTICE,
        channel=channel,
        title=say("correction.title"),
        subtitle="",
        stories=(note,),
        references=whole.references,
    )


def _once(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys(replace(line, buttons=()) for line in lines))
