"""One article while its sentences are read for what they say of deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.article import Article, Citation
from bot.domain.ledger import Report, Signal
from bot.remind.backwards import meant_by
from bot.remind.likeness import topic_words
from bot.remind.moves import Moves
from bot.remind.names import names_in
from bot.remind.parties import parties_in, with_states
from bot.remind.sorts import sorts_of
from summarizers.types import Deadline, Publication


@dataclass(frozen=True, slots=True)
class Reader:
    """One article while its sentences are read."""

    article: Article
    published: Publication
    names: tuple[str, ...]
    states: tuple[str, ...]
    moves: Moves

    def report(
        self,
        signal: Signal,
        text: str,
        cited: Sequence[Citation],
        about: str,
        deadline: Deadline | None = None,
        *,
        length: str = "",
    ) -> Report:
        """What the sentences `cited` say, told as `text`; it is compared by the words `about`."""
        return Report(
            article_id=self.article.id,
            revision=self.article.revision,
            source=self.article.source,
            title=self.article.title,
            url=self.article.url,
            published=self.published,
            signal=signal,
            text=text,
            deadline=deadline,
            citations=tuple(cited),
            words=topic_words(with_states(about, self.states)),
            subjects=tuple(name for name in names_in(about) if name in self.names),
            names=self.names,
            states=self.states,
            parties=self.parties(cited, about),
            length=length,
            group_id=self.article.group_id,
            sorts=sorts_of(about),
        )

    def parties(self, cited: Sequence[Citation], about: str) -> tuple[str, ...]:
        """The states that act where a deadline is told of, or in the title where nobody does there."""
        told = (about, *(one.quote for one in cited), self.article.title)
        return next((found for text in told if (found := parties_in(text, self.states))), ())

    def told(self, start: int, text: str) -> str:
        """`text`, which begins at `start`, behind the words for which its `it` or `the deal` stands."""
        return f"{meant_by(text, self.article.body[:start], self.article.title)} {text}".lstrip()
