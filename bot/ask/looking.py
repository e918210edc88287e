"""What a question means, and what is stored that may answer it: sentences, a deadline, an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.ask.agenda import Agenda, asks_for_deadlines, days_asked, falling_due
from bot.ask.asked import Asked
from bot.ask.choose import Choice, near, ranked
from bot.ask.due import Due, asked_about
from bot.ask.filters import Understood, understood
from bot.ask.followup import FollowUp
from bot.ask.intents import asks_when, preferring, section_of
from bot.ask.news import Grouping, Stories, asks_for_news, stories_of, told_then
from bot.ask.query import Query, content_words
from bot.ask.retrieve import Retrieved, retrieve
from bot.ask.spelling import respelled
from bot.condense.pipeline import Condense
from bot.domain.article import Article
from bot.domain.ledger import AsTold, Entry, as_it_is
from bot.domain.question import Question
from bot.errors import InputError
from bot.ports import LedgerKeeper, RunCpu, Store, UnitOfWork
from bot.texts import say
from summarizers.types import Section

CONDENSED = 60
"""A question after a section looks at the bullets of the articles of so many of the best sentences."""

BACKLOG = 200
"""A question about a deadline waits for the ledger to take in so many articles, not for more."""

LOOKED_BACK = timedelta(days=60)
"""How long ago a deadline may have been that is still asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found for a question: its best sentences, its deadline, the nearest article.

    `unknown` are the words of the question that no passage holds.
    `stories` are set instead, if only of an empty tuple, where it asks for the news of some days or sources,
    `agenda` where it asks what falls due and names no matter.
    """

    read: Understood
    asked: Asked
    choices: tuple[Choice, ...]
    due: Due | None
    nearest: Article | None
    unknown: tuple[str, ...] = ()
    stories: Stories | None = None
    agenda: Agenda | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The first half of an answer; it chooses and judges nothing."""

    store: Store
    run_cpu: RunCpu
    condense: Condense
    keep: LedgerKeeper | None
    grouping: Grouping
    as_told: AsTold = as_it_is

    async def run(self, question: Question, asked: FollowUp) -> Looked:
        """The sentences that may answer it, the strongest first. Raise InputError if it has no word."""
        tenant_id = question.asker.channel.tenant_id
        until = question.asked.astimezone(ZoneInfo(question.asker.zone))
        async with self.store.read() as unit:
            stored = await unit.passages.span(tenant_id)
            read, retrieved = await _found(unit, tenant_id, asked, until, stored)
            if asks_for_news(read.query):
                return await self._news(read, await told_then(unit, tenant_id, read.query, until))
            if asks_for_deadlines(read.query, until.date()):
                return await self._agenda(read, tenant_id, until)
            nearest = retrieved.found or (await _unfiltered(unit, tenant_id, read.query, until)).found
        choices = near(await self.run_cpu(ranked, read.query, retrieved), asked.articles)
        section = section_of(asked.asks) if stored and choices else None
        choices = await self._preferred(tenant_id, section, choices) if section else choices
        due, weighed = None, Asked(read.query, retrieved.weights)
        if section is Section.DEADLINE or asks_when(asked.asks):
            due = await self._due(tenant_id, weighed, choices, until)
            choices = due.preferring(choices) if due else choices
        first = nearest[0].article if nearest else None
        return Looked(
            read=read,
            asked=weighed,
            choices=choices,
            due=due,
            nearest=first,
            unknown=retrieved.unknown,
        )

    async def _news(self, read: Understood, articles: Sequence[Article]) -> Looked:
        stories = await self.run_cpu(stories_of, articles, self.grouping)
        return Looked(
            read=read, asked=Asked(read.query, {}), choices=(), due=None, nearest=None, stories=stories
        )

    async def _agenda(self, read: Understood, tenant_id: str, until: datetime) -> Looked:
        day = until.date()
        first, last = days_asked(read.query.text, day)
        entries = await self._entries(tenant_id, first, last or date.max, until)
        agenda = await self.run_cpu(falling_due, entries, first, last, day)
        return Looked(
            read=read, asked=Asked(read.query, {}), choices=(), due=None, nearest=None, agenda=agenda
        )

    async def _preferred(
        self, tenant_id: str, section: Section, choices: tuple[Choice, ...]
    ) -> tuple[Choice, ...]:
        """Sentences that prove a bullet of the section before those as strong."""
        articles = {one.article.id: one.article for one in choices[:CONDENSED]}
        summaries = await self.condense.run(tenant_id, tuple(articles.values()))
        return preferring(section, choices, summaries)

    async def _due(
        self, tenant_id: str, asked: Asked, choices: Sequence[Choice], until: datetime
    ) -> Due | None:
        """What the ledger says of a deadline."""
        day = until.date()
        entries = await self._entries(tenant_id, day - LOOKED_BACK, date.max, until)
        return await self.run_cpu(asked_about, asked, entries, choices, day)

    async def _entries(self, tenant_id: str, first: date, last: date, until: datetime) -> tuple[Entry, ...]:
        """What the ledger holds of these days, as it was known then.

        It is brought up to date first where little is left to do.
        """
        if self.keep and 0 < await self.keep.waiting(tenant_id, BACKLOG + 1) <= BACKLOG:
            await self.keep.run(tenant_id)
        async with self.store.read() as unit:
            found = await unit.ledger.between(tenant_id, first, last)
        zone = str(until.tzinfo)
        return tuple(told for one in found if (told := self.as_told(one, until, zone)))


async def _found(
    unit: UnitOfWork, tenant_id: str, asked: FollowUp, until: datetime, stored: tuple[date, date] | None
) -> tuple[Understood, Retrieved]:
    """The question as it is understood, misspelt words as what is found spells them; and what is found."""
    read = await _read(unit, tenant_id, asked, until, stored)
    if asks_for_news(read.query) or asks_for_deadlines(read.query, until.date()):
        return read, Retrieved(found=(), weights={})
    retrieved = await retrieve(unit, tenant_id, read.query, until)
    text = respelled(asked.text, retrieved.unknown, retrieved.texts)
    if text == asked.text:
        return read, retrieved
    read = await _read(unit, tenant_id, replace(asked, text=text), until, stored)
    return read, await retrieve(unit, tenant_id, read.query, until)


async def _read(
    unit: UnitOfWork, tenant_id: str, asked: FollowUp, until: datetime, stored: tuple[date, date] | None
) -> Understood:
    sources = await unit.passages.sources(tenant_id)
    read = understood(asked.text, until, stored, sources, asked.context)
    if not (read.query.words or asks_for_news(read.query)):
        raise InputError(say("ask.no_words"), todo=say("ask.name_it"))
    return await _without_unknown(unit, read)


async def _without_unknown(unit: UnitOfWork, read: Understood) -> Understood:
    """With a note on a cited outlet of which nothing is stored; names that articles hold are persons' too."""
    if (cited := read.unknown) is None:
        return read
    held = await unit.passages.rarity(content_words(cited.name), 1)
    if not cited.surely and all(held.values()):
        return read
    return replace(read, notes=(*read.notes, say("ask.no_source", source=cited.name)))


async def _unfiltered(unit: UnitOfWork, tenant_id: str, query: Query, until: datetime) -> Retrieved:
    bare = replace(query, first=None, last=None, sources=(), phrases=())
    return await retrieve(unit, tenant_id, bare, until)
