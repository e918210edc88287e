"""Sources in words, the same in a terminal and in a chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.deliver.when import ago, short_day
from bot.domain.fetched import Item
from bot.domain.shown import shown
from bot.domain.source import Health, Source
from bot.gather.adding import Preview
from bot.gather.course import CLIENT_PATIENCE, SERVER_PATIENCE
from bot.gather.pipeline import Looked
from bot.texts import count, say

LONGEST = 120
"""Characters of a title in a list."""


def source_line(source: Source, now: datetime) -> str:
    """One source: its name and id, how it fares, when it was read and brought news last, and why it rests.

    One that is at another address now than it was added under says so.
    """
    parts = [
        say("source.line", name=name_of(source), id=source.id, health=say(f"source.health.{source.health}"))
    ]
    if source.read:
        parts.append(say("source.read", ago=ago(now - source.read)))
    elif source.health is not Health.UNTRIED:
        parts.append(say("source.never"))
    if source.changed:
        parts.append(say("source.changed", ago=ago(now - source.changed)))
    if source.halt:
        parts.append(say("source.paused", reason=why_it_rests(source)))
    elif source.detail:
        parts.append(shown(source.detail))
    if source.moved_from:
        parts.append(say("source.moved", url=shown(source.moved_from)))
    return "; ".join(parts) + "."


def why_it_rests(source: Source) -> str:
    """Why a source is paused, "" if it is not.

    The server's answer was noted in the language that the bot spoke then; where people read another one the
    state of the source stands for it.
    """
    halt = source.halt
    if halt is None:
        return ""
    if halt.who:
        return say("source.by_hand")
    own = (say("source.halted", days=one.days, detail="") for one in (CLIENT_PATIENCE, SERVER_PATIENCE))
    if source.failing is None or halt.reason.startswith(tuple(own)):
        return shown(halt.reason)
    days = (halt.at - source.failing).days
    return say("source.halted", days=days, detail=say(f"source.health.{source.health}"))


def name_of(source: Source) -> str:
    """The name of a source as it is shown; one that has none yet is called by its address."""
    return shown(source.name or source.url)[:LONGEST]


def source_head(source: Source) -> str:
    """What stands at which address, and what it is called."""
    kind = say(f"source.kind.{source.kind}")
    return say("source.preview", name=name_of(source), kind=kind, url=shown(source.url))


def preview_lines(preview: Preview) -> tuple[str, ...]:
    """What stands at an address: what it is, its newest items, and how many of them would be kept."""
    keeps = say("source.keeps", items=count("item", preview.keeps), of=preview.of)
    trouble = (say("source.trouble", trouble=shown(preview.trouble)),) if preview.trouble else ()
    return (
        source_head(preview.source),
        *map(_item_line, preview.newest),
        keeps if preview.of else say("source.holds_none"),
        *trouble,
    )


def looked_line(looked: Looked) -> str:
    """What one look brought."""
    source, report = looked.source, looked.report
    if source.health.is_failure:
        return say("source.failed", name=name_of(source), detail=shown(source.detail))
    said = say("source.brought", name=name_of(source), new=count("article", report.new))
    return said + (" " + say("source.pending", items=count("item", looked.pending)) if looked.pending else "")


def fares(sources: Sequence[Source]) -> str:
    """How all of them fare, in one sentence."""
    failing = sum(one.fails for one in sources)
    paused = sum(one.is_paused for one in sources)
    return say("source.fares", sources=count("source", len(sources)), failing=failing, paused=paused)


def _item_line(item: Item) -> str:
    day = short_day(item.published.local_date) if item.published else say("chat.undated")
    return say("source.item", title=shown(item.title or item.text)[:LONGEST], day=day)
