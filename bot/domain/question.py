"""What a reader asks, and what comes back: quotes with their sources, or an honest no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.article import Citation
from bot.domain.briefing import SourceRef
from bot.domain.channel import LOCAL_CHANNEL, Channel

MAX_QUESTION_CHARS = 2_000
"""Longer texts are no questions; what a person types ends far below."""


class Outcome(StrEnum):
    """What the stored articles yield for a question."""

    ANSWER = "answer"
    """Quotes that answer it."""

    CLOSEST = "closest"
    """Quotes on the matter that may not answer it."""

    NOTHING = "nothing"
    """Nothing stored on it: the only outcome that is an abstention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, and where. An answer uses only what the channel's tenant may see.

    `user_id` and `thread_id` are the platform's. Without a user nothing is remembered and no limit holds: so
    ask files and the terminal. `zone` is the IANA zone in which "today" is meant.
    """

    channel: Channel = LOCAL_CHANNEL
    user_id: str = ""
    thread_id: str = ""
    zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it was typed. `asked` (UTC) is also the as-of: later publications do not count."""

    text: str
    asked: datetime
    asker: Asker = Asker()

    def __post_init__(self) -> None:
        """Refuse an instant without zone."""
        if self.asked.utcoffset() is None:
            raise ValueError("a question needs an instant with a zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One verbatim sentence under its number, and the other sources that carry the same text."""

    n: int
    citation: Citation
    source: SourceRef
    also: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said to a question.

    `understood` is the question that was looked up: another one than `question` when it followed up on an
    earlier one, and then it is to be shown. `text` is what to read first; it holds nothing that the quotes or
    our own words do not. `notes` are sentences on how it was understood (dates, sources) and what to beware
    of (disagreement). `score` in [0, 1] is the probability that the stored articles answer it. `nearest` is
    the nearest article when there is nothing. `engine` is the model whose words `text` is, each statement
    followed by the numbers of its quotes; empty where `text` is the first quote or our own words.
    """

    question: str
    understood: str
    outcome: Outcome
    text: str
    quotes: tuple[Quote, ...]
    score: float
    as_of: datetime
    notes: tuple[str, ...] = ()
    nearest: SourceRef | None = None
    engine: str = ""

    def __post_init__(self) -> None:
        """Refuse an answer without proof, and proof where nothing was found."""
        if (self.outcome is Outcome.NOTHING) != (not self.quotes):
            raise ValueError(f"quotes and the outcome {self.outcome} do not fit")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"not a probability: {self.score}")
        if self.engine and self.outcome is not Outcome.ANSWER:
            raise ValueError("only an answer is composed")

    @property
    def abstained(self) -> bool:
        """Whether nothing was found."""
        return self.outcome is Outcome.NOTHING

    @property
    def rewritten(self) -> bool:
        """Whether another question than the one typed was looked up."""
        return self.understood != self.question


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question of a conversation, kept so that the next one can lean on it.

    `article_ids` are the articles that its answer cited, `persons` who is named in the first quote.
    """

    asker: Asker
    at: datetime
    question: str
    understood: str
    article_ids: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
