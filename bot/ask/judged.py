"""From what was found to the answer: its outcome, its quotes, its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.ask.asked import Asked, names_in
from bot.ask.calibration import Calibration
from bot.ask.choose import Choice, best, signals
from bot.ask.disagree import differing, latest
from bot.ask.features import NAMES
from bot.ask.filters import Understood
from bot.ask.looking import Looked
from bot.ask.offices import anothers, tells_of
from bot.ask.query import Query
from bot.ask.reading import meanings
from bot.ask.yes_or_no import settled
from bot.domain.briefing import SourceRef
from bot.domain.question import Answer, Outcome, Question, Quote
from bot.texts import say

QUOTES = 3
"""An answer quotes at most so many sentences."""

ON_TOPIC = 0.34
"""Share of a question's weight (idf) that the best passage and its title must hold to be on the matter."""

SEVERAL = 2
"""So many of its words in one sentence are no chance either, however many more a long question has."""

NAMELESS = 0.5
"""The same where the question names somebody or something that the passage does not."""

UNLIKELY = 0.4
"""Something that is likelier than this to answer is shown, whatever its words."""

LOOKED_AT = 20
"""Among so many of the best sentences others in the office that is asked after are looked for."""

PASSAGE, PASSAGE_NAMES = NAMES.index("passage"), NAMES.index("passage_names")
COUNT = NAMES.index("covered_count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What comes of a question, and how likely it is answered, in [0, 1]."""

    outcome: Outcome
    score: float


def judged(looked: Looked, calibration: Calibration) -> Verdict:
    """The outcome, from the best sentences alone."""
    choices = looked.choices
    score = _likely(looked.asked, choices, calibration) if choices else 0.0
    if looked.due and choices and looked.due.is_told_by(choices[0]):
        score = max(score, calibration.answer_from)
    query = looked.read.query
    stored = not _is_strange(query, choices[:QUOTES], looked.unknown)
    outcome = _outcome(query, choices, score, calibration.answer_from, stored=stored)
    return Verdict(outcome=outcome, score=score)


def answered(question: Question, looked: Looked, choices: Sequence[Choice], verdict: Verdict) -> Answer:
    """The answer of this outcome from `choices`, the best first; with none of them, the nearest article."""
    read, outcome = looked.read, verdict.outcome
    chosen = best(choices, QUOTES) if outcome is not Outcome.NOTHING else ()
    newest_first = differing(read.query, chosen)
    ordered = newest_first or latest(read.query, chosen) or chosen
    quotes = tuple(_quote(n, choice) for n, choice in enumerate(ordered, start=1))
    nearest = looked.nearest if outcome is Outcome.NOTHING else None
    return Answer(
        question=question.text,
        understood=read.query.text,
        outcome=outcome,
        text=_text(outcome, quotes, read, question),
        quotes=quotes,
        score=verdict.score,
        as_of=question.asked,
        notes=_notes(looked, quotes, differ=bool(newest_first)),
        nearest=SourceRef.of(1, nearest) if nearest else None,
    )


def _likely(asked: Asked, choices: Sequence[Choice], calibration: Calibration) -> float:
    """How likely the best sentence answers: a yes or no of its day does, others in an office do not."""
    likely = round(calibration.probability(signals(asked, choices)), 4)
    if settled(asked, choices[0].candidate.text):
        return max(likely, calibration.answer_from)
    holder = tells_of(asked.text, choices[0].candidate)
    only_others = not holder and any(anothers(asked.text, one.candidate) for one in choices[:LOOKED_AT])
    return min(likely, calibration.answer_from) / 2 if only_others else likely


def _notes(looked: Looked, quotes: Sequence[Quote], *, differ: bool) -> tuple[str, ...]:
    """What is said beside the answer: filters, that sources differ, what the ledger knows of the deadline."""
    due = looked.due and looked.due.note([quote.citation for quote in quotes])
    return (*looked.read.notes, *((say("ask.differ"),) if differ else ()), *((due,) if due else ()))


def _outcome(
    query: Query, choices: Sequence[Choice], score: float, answer_from: float, *, stored: bool
) -> Outcome:
    if not choices or (score < UNLIKELY and not (stored and _on_topic(query, choices[:QUOTES]))):
        return Outcome.NOTHING
    return Outcome.ANSWER if score >= answer_from else Outcome.CLOSEST


def _is_strange(query: Query, choices: Sequence[Choice], unknown: Sequence[str]) -> bool:
    """Whether no passage holds what a longer question is about, its last word, and no sentence two others."""
    last = query.words[-1] if query.words and not names_in(query) and not query.context else ""
    if last not in unknown or last in query.replaced or meanings(last):
        return False
    held = round(len(query.words) * max((one.features[COUNT] for one in choices), default=0.0))
    return held < SEVERAL < len(query.words)


def _on_topic(query: Query, choices: Sequence[Choice]) -> bool:
    """Whether a passage holds enough of the question: one of the names in it, or else enough words."""
    held = max(one.features[PASSAGE] for one in choices)
    if not names_in(query):
        own = len(query.words) - len(query.context) or len(query.words)
        return held >= ON_TOPIC or round(own * max(one.features[COUNT] for one in choices)) >= SEVERAL
    return held >= NAMELESS or max(one.features[PASSAGE_NAMES] for one in choices) > 0


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
        also=tuple(SourceRef.of(n, article) for article in choice.also),
    )
