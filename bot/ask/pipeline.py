"""Ask: a question becomes an answer with quotes, or an honest no; the same for every platform."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.ask.calibration import SHIPPED, Calibration, Labelled
from bot.ask.choose import signals
from bot.ask.compose import Compose
from bot.ask.followup import FollowUp, resolved
from bot.ask.judged import answered, judged
from bot.ask.limits import Limits
from bot.ask.listed import listed
from bot.ask.looking import Look, Looked
from bot.ask.meaning import Meaning
from bot.ask.news import Grouping
from bot.ask.persons import persons_in
from bot.ask.told import told
from bot.condense.pipeline import Condense
from bot.domain.ledger import AsTold, as_it_is
from bot.domain.question import MAX_QUESTION_CHARS, Answer, Outcome, Question, Turn
from bot.errors import InputError
from bot.ports import Clock, LedgerKeeper, RunCpu, Store
from bot.texts import say

REMEMBERED = timedelta(minutes=30)
"""How long after a question another one may lean on it."""

KEPT = timedelta(days=1)
"""How long turns are kept at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The use case. The same question on the same stored articles gives the same answer.

    A question of a person (`asker.user_id`) is remembered for `REMEMBERED` in its thread of its channel, for
    that person alone, and counts against `limits`; one without a person is neither kept nor limited. A model
    words the answer where `compose` says so; it neither chooses quotes nor decides on the outcome. `grouping`
    makes stories of articles for who asks what happened on some days; `as_told` makes of an entry what was
    known of it.
    """

    store: Store
    clock: Clock
    run_cpu: RunCpu
    condense: Condense
    grouping: Grouping
    limits: Limits = field(default_factory=Limits)
    calibration: Calibration = SHIPPED
    keep: LedgerKeeper | None = None
    meaning: Meaning | None = None
    compose: Compose | None = None
    as_told: AsTold = as_it_is

    async def run(self, question: Question) -> Answer:
        """The answer, from what the channel's tenant may see and was published by `question.asked`.

        If it leans on the person's last question here, `Answer.understood` is what was looked up. Raise
        InputError, in words for the reader, for a question without a word, one longer than
        `MAX_QUESTION_CHARS`, and one too many.
        """
        if len(question.text) > MAX_QUESTION_CHARS:
            raise InputError(say("ask.too_long", most=MAX_QUESTION_CHARS), todo="Ask it shorter")
        if not question.asker.user_id:
            return await self._answer(question, FollowUp(text=question.text))
        now, asker = self.clock.now(), question.asker
        async with self.store.read() as unit:
            await self.limits.check(unit, asker, now)
            before = await unit.conversations.last(asker, now - REMEMBERED)
            sources = await unit.passages.sources(asker.channel.tenant_id) if before else ()
        answer = await self._answer(question, resolved(question.text, before, sources))
        async with self.store.write() as unit:
            await unit.conversations.forget(now - KEPT)
            await unit.conversations.add(_turn(question, answer, now))
        return answer

    async def labelled(self, question: Question, *, answerable: bool) -> Labelled:
        """The signals of a question without anybody before it, for `calibration.fitted`.

        Raise InputError for one that names no matter: nothing of it tells what is an answer.
        """
        looked = await self._look(question, FollowUp(text=question.text))
        if looked.stories is not None or looked.agenda is not None:
            raise InputError(say("ask.no_words"), todo=say("ask.name_it"))
        return Labelled(signals=signals(looked.asked, looked.choices), answerable=answerable)

    async def _answer(self, question: Question, asked: FollowUp) -> Answer:
        looked = await self._look(question, asked)
        if looked.stories is not None:
            return told(question, looked.read, looked.stories)
        if looked.agenda is not None:
            return listed(question, looked.read, looked.agenda)
        verdict = judged(looked, self.calibration)
        choices = looked.choices
        if self.meaning and verdict.outcome is not Outcome.NOTHING:
            choices = await self.meaning.run(looked.read.query.text, choices)
        answer = answered(question, looked, choices, verdict)
        return await self.compose.run(answer) if self.compose else answer

    async def _look(self, question: Question, asked: FollowUp) -> Looked:
        look = Look(
            store=self.store,
            run_cpu=self.run_cpu,
            condense=self.condense,
            keep=self.keep,
            grouping=self.grouping,
            as_told=self.as_told,
        )
        return await look.run(question, asked)


def _turn(question: Question, answer: Answer, now: datetime) -> Turn:
    persons = persons_in(answer.quotes[0].citation.quote, answer.understood) if answer.quotes else ()
    return Turn(
        asker=question.asker,
        at=now,
        question=question.text,
        understood=answer.understood,
        article_ids=tuple(dict.fromkeys(quote.citation.article_id for quote in answer.quotes)),
        persons=persons,
    )
