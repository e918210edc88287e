"""The deadlines ahead become a platform-neutral post."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.deliver.references import shown_reference
from bot.deliver.when import day_in_words, deadline_in_words
from bot.domain.channel import Channel
from bot.domain.deadline import DatedEvent
from bot.domain.post import Block, Line, Post, PostKind, Reference
from bot.texts import count, say
from summarizers.types import Section


def lay_out_agenda(events: Sequence[DatedEvent], channel: Channel, today: date, days: int) -> Post:
    """The post that lists the events of the next `days` days; sources are numbered across the whole list."""
    numbers = _numbers(events)
    lines = tuple(_line(event, today, numbers) for event in events)
    references = {ref.n: ref for line in reversed(lines) for ref in reversed(line.references)}
    return Post(
        key=f"agenda:{channel}:{today}",
        kind=PostKind.NOTICE,
        channel=channel,
        title=say("agenda.title", app=say("app"), day=day_in_words(today)),
        subtitle=say("agenda.subtitle", deadlines=count("deadline", len(events)), days=count("day", days)),
        blocks=(
            Block(
                section=Section.DEADLINE,
                heading=say("section.deadline"),
                lines=lines,
                empty=say("section.deadline.empty"),
            ),
        ),
        references=tuple(references[n] for n in sorted(references)),
        day=today,
    )


def _numbers(events: Sequence[DatedEvent]) -> dict[tuple[str, int], int]:
    order = dict.fromkeys((ref.article_id, ref.revision) for event in events for ref in event.sources)
    return {revision: n for n, revision in enumerate(order, start=1)}


def _line(event: DatedEvent, today: date, numbers: dict[tuple[str, int], int]) -> Line:
    return Line(
        text=event.text,
        mark="",
        status=say(f"certainty.{event.deadline.certainty}"),
        sources=len({ref.source for ref in event.sources}),
        references=_references(event, numbers),
        deadline=event.deadline,
        when=deadline_in_words(event.deadline, today),
    )


def _references(event: DatedEvent, numbers: dict[tuple[str, int], int]) -> tuple[Reference, ...]:
    by_revision = {(ref.article_id, ref.revision): ref for ref in event.sources}
    return tuple(
        shown_reference(by_revision[revision], numbers[revision], citation.quote)
        for citation in event.citations
        for revision in [(citation.article_id, citation.revision)]
    )
