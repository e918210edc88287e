"""The deadlines ahead become a platform-neutral post."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.deliver.references import shown_reference
from bot.deliver.when import day_in_words, deadline_in_words, given_date, short_date
from bot.domain.channel import Channel
from bot.domain.deadline import DatedEvent
from bot.domain.ledger import EntryState
from bot.domain.post import Block, Line, Post, PostKind, Reference
from bot.texts import count, say
from summarizers.types import Section


def lay_out_agenda(
    events: Sequence[DatedEvent],
    channel: Channel,
    today: date,
    zone: str,
    days: int,
    *,
    most: int | None = None,
) -> Post:
    """The post that lists the events of the next `days` days, for a reader in `zone` whose day is `today`.

    Sources are numbered across the whole list. With `most`, only so many events, the earliest; the rest is
    counted.
    """
    shown = events[:most]
    numbers = numbered(shown)
    lines = tuple(line_of(event, today, zone, numbers) for event in shown)
    open_ones = sum(event.state is EntryState.UPCOMING for event in events)
    return Post(
        key=f"agenda:{channel}:{today}",
        kind=PostKind.NOTICE,
        channel=channel,
        title=say("agenda.title", app=say("app"), day=day_in_words(today)),
        subtitle=_subtitle(open_ones, days),
        blocks=(deadlines(lines, more=len(events) - len(shown)),),
        references=cited(lines),
        day=today,
    )


_SOON = {0: "agenda.subtitle.today", 1: "agenda.subtitle.tomorrow"}


def _subtitle(open_ones: int, days: int) -> str:
    """How many there are, and within which days: `today`, `today and tomorrow`, `in the next 90 days`."""
    ahead = count("deadline", open_ones)
    if days in _SOON:
        return say(_SOON[days], deadlines=ahead)
    return say("agenda.subtitle", deadlines=ahead, days=count("day", days))


def numbered(events: Sequence[DatedEvent]) -> dict[tuple[str, int], int]:
    """The number of each source, by (article id, revision), across all events."""
    order = dict.fromkeys((ref.article_id, ref.revision) for event in events for ref in event.sources)
    return {revision: n for n, revision in enumerate(order, start=1)}


def deadlines(lines: tuple[Line, ...], more: int = 0) -> Block:
    """The section of deadlines with these lines, and how many more there are."""
    empty = say("section.deadline.empty")
    return Block(
        section=Section.DEADLINE, heading=say("section.deadline"), lines=lines, empty=empty, more=more
    )


def cited(lines: Sequence[Line]) -> tuple[Reference, ...]:
    """The sources that these lines cite, each once, by number; of several quotes the first is shown."""
    references = {ref.n: ref for line in reversed(lines) for ref in reversed(line.references)}
    return tuple(references[n] for n in sorted(references))


def line_of(event: DatedEvent, today: date, zone: str, numbers: dict[tuple[str, int], int]) -> Line:
    """One event as it is shown on a day of a reader in `zone`."""
    return Line(
        text=event.text,
        mark="",
        status=_status(event),
        sources=event.independent,
        references=_references(event, numbers),
        deadline=event.deadline,
        when=deadline_in_words(event.deadline, today, zone),
    )


def _status(event: DatedEvent) -> str:
    """What a reader must know besides the date: its state, its hedge, where it was, what others say."""
    words = [say(f"state.{event.state}"), say(f"certainty.{event.deadline.certainty}")]
    if event.moved_from:
        words.append(say("agenda.moved", day=given_date(event.moved_from, event.given)))
    if event.disputed:
        others = ", ".join(short_date(deadline) for deadline in event.disputed)
        words.append(say("agenda.disputed", days=others))
    return ", ".join(word for word in words if word)


def _references(event: DatedEvent, numbers: dict[tuple[str, int], int]) -> tuple[Reference, ...]:
    by_revision = {(ref.article_id, ref.revision): ref for ref in event.sources}
    return tuple(
        shown_reference(by_revision[revision], numbers[revision], citation.quote)
        for citation in event.citations
        for revision in [(citation.article_id, citation.revision)]
    )
