"""An answer in a model's words, made of its numbered quotes only; the extract wherever that fails."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from bot.domain.question import Answer, Outcome
from bot.ports import RunCpu
from bot.texts import say
from summarizers.engines.errors import EngineError
from summarizers.engines.rewriting import Rewriting

PATIENCE = 10.0
"""Seconds that a person who asked waits for a model."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compose:
    """The step after the quotes are chosen. It changes no quote, no note and no outcome."""

    engine: Rewriting
    run_cpu: RunCpu
    patience: float = PATIENCE

    async def run(self, answer: Answer) -> Answer:
        """The same answer with a text that the model composed and the guard let through, if it did.

        What may not answer the question, and quotes that differ, are left to the reader.
        """
        if answer.outcome is not Outcome.ANSWER or say("ask.differ") in answer.notes:
            return answer
        quotes = tuple(quote.citation.quote for quote in answer.quotes)
        text = await self.run_cpu(self._composed, answer.understood, quotes)
        return answer if text is None else replace(answer, text=text, engine=self.engine.name)

    def _composed(self, question: str, quotes: tuple[str, ...]) -> str | None:
        try:
            return self.engine.compose(question, quotes, self.patience)
        except EngineError as error:
            log.warning("the engine cannot be used: %s", error, extra={"action": "engine_unusable"})
            return None
