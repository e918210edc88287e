"""Ask: a question becomes an answer with quotes, or an honest no; the same for every platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.ask.asked import Asked, names_in
from bot.ask.calibration import SHIPPED, Calibration, Labelled
from bot.ask.choose import Choice, best, near, ranked, signals
from bot.ask.compose import Compose
from bot.ask.disagree import differing
from bot.ask.due import Due, asked_about
from bot.ask.features import NAMES
from bot.ask.filters import Understood, understood
from bot.ask.followup import FollowUp, resolved
from bot.ask.intents import preferring, section_of
from bot.ask.limits import Limits
from bot.ask.meaning import Meaning
from bot.ask.persons import persons_in
from bot.ask.query import Query, content_words
from bot.ask.retrieve import Retrieved, retrieve
from bot.condense.pipeline import Condense
from bot.domain.article import Article
from bot.domain.briefing import SourceRef
from bot.domain.question import MAX_QUESTION_CHARS, Answer, Outcome, Question, Quote, Turn
from bot.errors import InputError
from bot.ports import Clock, LedgerKeeper, RunCpu, Store, UnitOfWork
from bot.texts import say
from summarizers.types import Section

QUOTES = 3
"""An answer quotes at most so many sentences."""

ON_TOPIC = 0.34
"""Share of a question's weight (idf) that the best passage and its title must hold to be on the matter."""

NAMELESS = 0.5
"""The same where the question names somebody or something that the passage does not."""

UNLIKELY = 0.4
"""Something that is likelier than this to answer is shown, whatever its words."""

CONDENSED = 60
"""A question after a section looks at the bullets of the articles of so many of the best sentences."""

BACKLOG = 200
"""A question about a deadline waits for the ledger to take in so many articles, not for more."""

LOOKED_BACK = timedelta(days=60)
"""How long ago a deadline may have been that is still asked about."""

REMEMBERED = timedelta(minutes=30)
"""How long after a question another one may lean on it."""

KEPT = timedelta(days=1)
"""How long turns are kept at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found for a question: its best sentences, its deadline, the nearest article."""

    read: Understood
    asked: Asked
    choices: tuple[Choice, ...]
    due: Due | None
    nearest: Article | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The use case. The same question on the same stored articles gives the same answer.

    A question of a person (`asker.user_id`) is remembered for `REMEMBERED` in its thread of its channel, for
    that person alone, and counts against `limits`; one without a person is neither kept nor limited. A model
    words the answer where `compose` says so; it neither chooses quotes nor decides on the outcome.
    """

    store: Store
    clock: Clock
    run_cpu: RunCpu
    condense: Condense
    limits: Limits = field(default_factory=Limits)
    calibration: Calibration = SHIPPED
    keep: LedgerKeeper | None = None
    meaning: Meaning | None = None
    compose: Compose | None = None

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
        """The signals of a question without anybody before it, for `calibration.fitted`."""
        looked = await self._look(question, FollowUp(text=question.text))
        return Labelled(signals=signals(looked.asked, looked.choices), answerable=answerable)

    async def _answer(self, question: Question, asked: FollowUp) -> Answer:
        looked = await self._look(question, asked)
        judged = _judged(looked, self.calibration)
        choices = looked.choices
        if self.meaning and judged[0] is not Outcome.NOTHING:
            choices = await self.meaning.run(looked.read.query.text, choices)
        answered = _answer(question, looked.read, choices, *judged)
        due = looked.due
        if due and (note := due.note([quote.citation for quote in answered.quotes])):
            answered = replace(answered, notes=(*answered.notes, note))
        if answered.outcome is not Outcome.NOTHING or looked.nearest is None:
            return await self.compose.run(answered) if self.compose else answered
        return replace(answered, nearest=SourceRef.of(1, looked.nearest))

    async def _look(self, question: Question, asked: FollowUp) -> Looked:
        """What the question means, and the sentences that may answer it, the strongest first."""
        tenant_id = question.asker.channel.tenant_id
        until = question.asked.astimezone(ZoneInfo(question.asker.zone))
        async with self.store.read() as unit:
            stored = await unit.passages.span(tenant_id)
            sources = await unit.passages.sources(tenant_id)
            read = understood(asked.text, until, stored, sources, asked.context)
            if not read.query.words:
                raise InputError(say("ask.no_words"), todo=say("ask.name_it"))
            read = await _without_unknown(unit, read)
            retrieved = await retrieve(unit, tenant_id, read.query, until)
            nearest = retrieved.found or (await _unfiltered(unit, tenant_id, read.query, until)).found
        choices = near(await self.run_cpu(ranked, read.query, retrieved), asked.articles)
        section = section_of(asked.asks) if stored and choices else None
        if section:
            articles = {one.article.id: one.article for one in choices[:CONDENSED]}
            summaries = await self.condense.run(tenant_id, tuple(articles.values()))
            choices = preferring(section, choices, summaries)
        due, weighed = None, Asked(read.query, retrieved.weights)
        if section is Section.DEADLINE:
            due = await self._due(tenant_id, weighed, choices, until.date())
            choices = due.preferring(choices) if due else choices
        first = nearest[0].article if nearest else None
        return Looked(read=read, asked=weighed, choices=choices, due=due, nearest=first)

    async def _due(self, tenant_id: str, asked: Asked, choices: Sequence[Choice], day: date) -> Due | None:
        """What the ledger says of a deadline; it is brought up to date first where little is left to do."""
        if self.keep and 0 < await self.keep.waiting(tenant_id, BACKLOG + 1) <= BACKLOG:
            await self.keep.run(tenant_id)
        async with self.store.read() as unit:
            entries = await unit.ledger.between(tenant_id, day - LOOKED_BACK, date.max)
        return await self.run_cpu(asked_about, asked, entries, choices, day)


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


def _judged(looked: Looked, calibration: Calibration) -> tuple[Outcome, float]:
    """What comes of the question, and how likely it is answered."""
    choices = looked.choices
    score = round(calibration.probability(signals(looked.asked, choices)), 4) if choices else 0.0
    return _outcome(looked.read.query, choices, score, calibration.answer_from), score


def _answer(
    question: Question, read: Understood, choices: Sequence[Choice], outcome: Outcome, score: float
) -> Answer:
    chosen = best(choices, QUOTES) if outcome is not Outcome.NOTHING else ()
    newest_first = differing(read.query, chosen)
    notes = (*read.notes, say("ask.differ")) if newest_first else read.notes
    chosen = newest_first or chosen
    quotes = tuple(_quote(n, choice) for n, choice in enumerate(chosen, start=1))
    return Answer(
        question=question.text,
        understood=read.query.text,
        outcome=outcome,
        text=_text(outcome, quotes, read, question),
        quotes=quotes,
        score=score,
        as_of=question.asked,
        notes=notes,
    )


def _outcome(query: Query, choices: Sequence[Choice], score: float, answer_from: float) -> Outcome:
    if not choices or (score < UNLIKELY and not _on_topic(query, choices[:QUOTES])):
        return Outcome.NOTHING
    return Outcome.ANSWER if score >= answer_from else Outcome.CLOSEST


def _on_topic(query: Query, choices: Sequence[Choice]) -> bool:
    """Whether a passage holds enough of the question: one of the names in it, or else enough words."""
    held = max(one.features[PASSAGE] for one in choices)
    if not names_in(query):
        return held >= ON_TOPIC
    return held >= NAMELESS or max(one.features[PASSAGE_NAMES] for one in choices) > 0


PASSAGE, PASSAGE_NAMES = NAMES.index("passage"), NAMES.index("passage_names")


def _text(outcome: Outcome, quotes: Sequence[Quote], read: Understood, question: Question) -> str:
    if outcome is Outcome.NOTHING:
        day = question.asked.astimezone(ZoneInfo(question.asker.zone)).date()
        return say("ask.nothing", subject=" ".join(read.query.words[:6]), day=day)
    first = quotes[0].citation.quote
    return first if outcome is Outcome.ANSWER else f"{say('ask.closest')} {first}"


def _quote(n: int, choice: Choice) -> Quote:
    return Quote(
        n=n,
        citation=choice.citation,
        source=SourceRef.of(n, choice.article),
        also=tuple(_other(n, article) for article in choice.also),
    )


def _other(n: int, article: Article) -> SourceRef:
    return SourceRef.of(n, article)
