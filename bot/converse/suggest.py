"""Suggestions for what is being typed, from what is stored; nothing is computed for them."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import available_timezones

from bot.converse.cases import NO_PLACE, Cases, look_up
from bot.domain.command import COMMANDS, Suggest
from bot.domain.form import Choice
from bot.domain.instant import in_zone
from bot.domain.request import Typing
from bot.domain.shown import shown
from bot.domain.source import Source
from bot.gather.told import name_of
from bot.remind.pipeline import Ahead, entries_of
from bot.remind.view import between
from bot.texts import say

MOST = 25
"""What Discord shows of an autocompletion; Slack shows a hundred."""

LONGEST = 100
"""Characters of a choice on both platforms."""


async def suggestions(cases: Cases, typing: Typing) -> tuple[Choice, ...]:
    """The choices that hold what is typed, those that begin with it first.

    One that shows nothing, such as an outlet whose name is invisible, is left out: Discord would refuse all.
    """
    found = await _found(cases, typing)
    typed = typing.typed.strip().casefold()
    fitting = [one for one in found if typed in one.label.casefold()]
    first = sorted(fitting, key=lambda one: not one.label.casefold().startswith(typed))
    return tuple(one for one in first if one.label and 0 < len(one.value) <= LONGEST)[:MOST]


async def _found(cases: Cases, typing: Typing) -> list[Choice]:
    if typing.suggest is Suggest.COMMANDS:
        return _same(command.name for command in COMMANDS)
    if typing.suggest is Suggest.ZONES:
        return _same(sorted(available_timezones() - NO_PLACE))
    if typing.suggest is Suggest.POLLED:
        return _polled(await cases.care.listed(typing.channel.tenant_id))
    if typing.suggest is Suggest.SOURCES:
        return await _sources(cases, typing.channel.tenant_id)
    place = await look_up(cases, typing.channel, typing.person)
    if typing.suggest is Suggest.TOPICS:
        return _same(dict.fromkeys((*place.settings.topics, *sorted(cases.topics))))
    return await _deadlines(cases, typing, place.zone)


async def _deadlines(cases: Cases, typing: Typing, zone: str) -> list[Choice]:
    """Those that the ledger knows already: bringing it up to date may take longer than a platform waits."""
    ahead = Ahead(tenant_id=typing.channel.tenant_id, now=cases.clock.now(), zone=zone, days=cases.days)
    async with cases.store.read() as unit:
        events = between(await entries_of(unit, ahead), ahead.now, zone, ahead.last)
    return [
        Choice(value=event.id, label=shown(f"{in_zone(event.deadline, zone).date} {event.text}")[:LONGEST])
        for event in events
    ]


async def _sources(cases: Cases, tenant_id: str) -> list[Choice]:
    """Outlets by name, then what is polled under a name that is no outlet's."""
    async with cases.store.read() as unit:
        outlets = [one.name for one in await unit.articles.outlets(tenant_id)]
    named = {name.casefold() for name in outlets}
    polled = [one for one in await cases.care.listed(tenant_id) if one.name.casefold() not in named]
    return [*_same(outlets), *_polled(polled)]


def _polled(sources: Iterable[Source]) -> list[Choice]:
    return [Choice(value=one.id, label=_fares(one)) for one in sources]


def _fares(source: Source) -> str:
    """The name of a source with how it fares, as long as a choice may be."""
    state = say("source.rests") if source.is_paused else say(f"source.health.{source.health}")
    fares = f" ({state})"
    return f"{name_of(source)[: LONGEST - len(fares)]}{fares}"


def _same(words: Iterable[str]) -> list[Choice]:
    return [Choice(value=word, label=shown(word)[:LONGEST]) for word in words]
