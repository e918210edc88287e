"""The command `sources`: what is polled and how it fares, where the articles come from, and one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.converse import answers
from bot.converse.adding import Asker
from bot.converse.caring import CARE, card
from bot.converse.cases import Cases
from bot.domain.action import ActionName, button
from bot.domain.article import Article, Outlet
from bot.domain.channel import Topic
from bot.domain.reply import Reply
from bot.domain.request import Request
from bot.domain.source import Source
from bot.errors import InputError
from bot.gather.told import fares, source_line
from bot.ports import UnitOfWork
from bot.texts import say

NEWEST = 5
"""Articles shown of one outlet."""


async def sources(cases: Cases, request: Request, options: Mapping[str, str]) -> Reply:
    """All of them, one of them, or what was to be done with one."""
    if len(options) > 1:
        raise InputError(say("chat.source.one_thing"), todo=say("chat.again"))
    asker = Asker.of(request)
    for name, value in options.items():
        return await CARE.get(name, _one)(cases, asker, value)
    return await _listed(cases, asker)


async def _listed(cases: Cases, asker: Asker) -> Reply:
    now = cases.clock.now()
    polled = await cases.care.listed(asker.tenant_id)
    async with cases.store.read() as unit:
        outlets = await unit.articles.outlets(asker.tenant_id)
    add = (button(ActionName.ADD_SOURCE),) if asker.person.may_source else ()
    lines = (*_polled(polled, now), *answers.outlets(outlets, now))
    return Reply(title=say("chat.sources"), paragraphs=lines, buttons=add)


def _polled(polled: Sequence[Source], now: datetime) -> tuple[str, ...]:
    """How the polled ones fare; those in trouble first."""
    if not polled:
        return (say("chat.source.none"),)
    ordered = sorted(polled, key=lambda one: not (one.fails or one.is_paused))
    lines = [source_line(one, now) for one in ordered[: answers.SHOWN]]
    return (say("chat.source.polled", fares=fares(polled)), *lines, *answers.rest(len(polled)))


async def _one(cases: Cases, asker: Asker, named: str) -> Reply:
    """A polled source, an outlet with its newest articles, or both where one name fits both."""
    now = cases.clock.now()
    async with cases.store.read() as unit:
        outlet = _fitting(await unit.articles.outlets(asker.tenant_id), named)
        newest = await _newest(unit, asker.tenant_id, outlet, now) if outlet else ()
    told = answers.outlet(outlet, newest, now) if outlet else None
    try:
        source = await cases.care.one(asker.tenant_id, named)
    except InputError:
        if told is None:
            raise
        return told
    shown = card(cases, asker, source)
    if told is None:
        return shown
    return replace(shown, paragraphs=(*shown.paragraphs, *told.paragraphs), quotes=told.quotes)


def _fitting(outlets: Sequence[Outlet], named: str) -> Outlet | None:
    """The outlet of that name, or else the first whose name holds it."""
    wanted = named.casefold()
    found = [one for one in outlets if wanted in one.name.casefold()]
    return next((one for one in found if wanted == one.name.casefold()), found[0] if found else None)


async def _newest(unit: UnitOfWork, tenant_id: str, outlet: Outlet, now: datetime) -> tuple[Article, ...]:
    topic = Topic(name=outlet.name, sources=(outlet.name,))
    last = outlet.newest or now.date()
    stored = await unit.articles.published(tenant_id, last - timedelta(days=30), last, [topic])
    return tuple(stored[: -NEWEST - 1 : -1])
