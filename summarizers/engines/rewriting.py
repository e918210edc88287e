"""The engine of every model: the default engine chooses and cites, a model phrases, the guard decides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from summarizers.engines.composed import troubles
from summarizers.engines.gist import LONGEST
from summarizers.engines.phrasing import Ask, Composition, Declined, Phrased, Phraser, Silent
from summarizers.engines.verdict import refusals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizers.engines.phrasing import Answer
    from summarizers.types import Budget, Document, Gist, Point, Span, Summarizer, Summary


@dataclass(slots=True)
class Tally:
    """What became of the bullets so far: rewritten, or kept as extracts for which reason."""

    rewritten: int = 0
    kept: Counter[str] = field(default_factory=Counter)


class Rewriting:
    """A `Summarizer` over another one: it rephrases that one's bullets, one by one, where the guard agrees.

    A bullet whose rewrite is refused, or for which no answer came, stays as the other engine wrote it and
    keeps that engine's name. If an answer did not come, the summary bears the other engine's name too: it is
    not yet what this engine makes of the story, and should not be kept as such.
    """

    __slots__ = ("_phraser", "base", "tally")

    def __init__(self, base: Summarizer, phraser: Phraser) -> None:
        self.base, self._phraser = base, phraser
        self.tally = Tally()

    @property
    def name(self) -> str:
        """The model's name and that of the engine that chooses: `chat-1:llama3+extractive-19`."""
        return f"{self._phraser.name}+{self.base.name}"

    def summarize(self, documents: tuple[Document, ...], budget: Budget) -> Summary:
        """See `Summarizer.summarize`."""
        return self.summarize_all((documents,), budget)[0]

    def summarize_all(self, stories: Sequence[tuple[Document, ...]], budget: Budget) -> tuple[Summary, ...]:
        """The summary of each story; all their bullets go to the model together."""
        drafts = [self.base.summarize(documents, budget) for documents in stories]
        asks = [list(_asks(draft, _bodies(story))) for draft, story in zip(drafts, stories, strict=True)]
        answers = iter(self._phraser.phrase([ask for story in asks for ask in story]))
        return tuple(
            self._phrased(draft, own, tuple(islice(answers, len(own))))
            for draft, own in zip(drafts, asks, strict=True)
        )

    def extract(self, document: Document, sentences: int) -> tuple[Span, ...]:
        """See `Summarizer.extract`."""
        return self.base.extract(document, sentences)

    def reword(self, document: Document, spans: Sequence[Span]) -> tuple[str, ...]:
        """The sentences at `spans`, each rephrased where the guard agrees, else verbatim."""
        texts = [document.body[span.start : span.end] for span in spans]
        asks = [Ask(draft=text, evidence=(text,), limit=max(LONGEST, len(text))) for text in texts]
        answers = self._phraser.phrase(asks)
        return tuple(self._judged(ask, one) or ask.draft for ask, one in zip(asks, answers, strict=True))

    def compose(self, question: str, quotes: Sequence[str], within: float) -> str | None:
        """An answer in the model's words, each statement before the numbers of its quotes; None for none.

        None also where a statement cites nothing, or the quotes it cites do not carry it. The model has
        `within` seconds. Raise `EngineError` if its weights cannot be loaded.
        """
        wanted = Composition(question=question, quotes=tuple(quotes))
        (answer,) = self._phraser.phrase((wanted,), within)
        if not isinstance(answer, Phrased) or any(troubles(answer.text, wanted)):
            return None
        return answer.text

    def check(self) -> str:
        """See `Phraser.check`."""
        return self._phraser.check()

    def _phrased(self, draft: Summary, asks: Sequence[Ask], answers: Sequence[Answer]) -> Summary:
        texts = [self._judged(ask, answer) for ask, answer in zip(asks, answers, strict=True)]
        given = iter(texts)
        gist = _with_words(draft.gist, next(given)) if draft.gist else None
        points = tuple(self._signed(point, text) for point, text in zip(draft.points, given, strict=True))
        whole = not any(isinstance(answer, Silent) for answer in answers)
        return replace(draft, gist=gist, points=points, engine=self.name if whole else draft.engine)

    def _judged(self, ask: Ask, answer: Answer) -> str | None:
        """The model's words if they may stand, None for the extract; either is counted."""
        why = refusals(answer.text, ask)[:1] if isinstance(answer, Phrased) else (_unspoken(answer),)
        if isinstance(answer, Phrased) and not why:
            self.tally.rewritten += 1
            return answer.text
        self.tally.kept[why[0]] += 1
        return None

    def _signed(self, point: Point, text: str | None) -> Point:
        return point if text is None else replace(point, text=text, engine=self.name)


def _unspoken(answer: Declined | Silent) -> str:
    return f"{'no answer' if isinstance(answer, Silent) else 'no bullet'}: {answer.why}"


def _with_words(gist: Gist, text: str | None) -> Gist:
    return gist if text is None else replace(gist, text=text)


def _bodies(documents: Sequence[Document]) -> dict[str, str]:
    return {document.id: document.body for document in documents}


def _asks(draft: Summary, bodies: Mapping[str, str]) -> Iterator[Ask]:
    """The gist's, if there is one, then one for each point."""
    if draft.gist:
        yield Ask(draft=draft.gist.text, evidence=_quotes(draft.gist.evidence, bodies), limit=LONGEST)
    for point in draft.points:
        yield Ask(draft=point.text, evidence=_quotes(point.evidence, bodies))


def _quotes(evidence: Sequence[Span], bodies: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(bodies[span.document_id][span.start : span.end] for span in evidence)
