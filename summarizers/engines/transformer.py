"""Hugging Face weights in this process: BART, PEGASUS, T5 and the like, or a chat model with its template."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final, Protocol

from summarizers.engines import prompt, reply
from summarizers.engines.chunks import chunks
from summarizers.engines.phrasing import Ask, Composition, Declined, Silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizers.engines.options import TransformerOptions
    from summarizers.engines.phrasing import Answer, Wanted

_SAMPLE: Final = Ask(
    draft="The port of Selwyn reopened on Monday.", evidence=("The port of Selwyn reopened on Monday.",)
)


class NoMemoryError(Exception):
    """The batch does not fit into the device's memory."""


class Model(Protocol):
    """Loaded weights with their tokenizer; the same texts always give the same answers."""

    @property
    def chats(self) -> bool:
        """Whether it is a chat model, which wants messages, or one that condenses what it reads."""
        ...

    @property
    def longest(self) -> int:
        """The most tokens that it can read."""
        ...

    def tokens(self, text: str) -> int:
        """How many tokens a text is, the special ones around it included."""
        ...

    def dialogue(self, messages: Sequence[dict[str, str]]) -> str:
        """The text that the model's template makes of messages."""
        ...

    def holds_control(self, text: str) -> bool:
        """Whether the tokenizer would read a part of `text` as one of its special tokens."""
        ...

    def generate(self, texts: Sequence[str]) -> tuple[str, ...]:
        """What the model writes after each; raise `NoMemoryError` if they are too many at once."""
        ...


class Loader(Protocol):
    """Where the weights come from."""

    def identify(self) -> str:
        """What tells these weights from all others (`name@hash`); raise `EngineError` if there are none."""
        ...

    def load(self) -> Model:
        """The weights, ready; raise `EngineError` if they cannot be had."""
        ...


class Transformer:
    """A `Phraser` over weights that are loaded when first needed. Threads take turns."""

    __slots__ = ("_loader", "_lock", "_model", "_name", "_now", "_options")

    def __init__(
        self,
        options: TransformerOptions,
        loader: Loader | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._options, self._loader, self._now = options, loader or _hugging_face(options), now
        self._lock = threading.Lock()
        self._model: Model | None = None
        self._name = ""

    @property
    def name(self) -> str:
        """See `Phraser.name`; the version is the prompt's."""
        self._name = self._name or f"transformer-{prompt.VERSION}:{self._loader.identify()}"
        return self._name

    def phrase(self, asks: Sequence[Wanted], within: float | None = None) -> tuple[Answer, ...]:
        """See `Phraser.phrase`; after `patience` no further batch is begun.

        A model that only condenses what it reads composes no answer.

        Raise `EngineError` if the weights cannot be loaded.
        """
        with self._lock:
            patience = self._options.patience if within is None else min(self._options.patience, within)
            return self._phrased(asks, self._loaded(), patience) if asks else ()

    def check(self) -> str:
        """See `Phraser.check`: the weights load, and write."""
        with self._lock:
            self._generated(self._loaded(), _texts(_SAMPLE, self._loaded()) or ())
        return self.name

    def _loaded(self) -> Model:
        if self._model is None:
            self._model = self._loader.load()
        return self._model

    def _phrased(self, asks: Sequence[Wanted], model: Model, patience: float) -> tuple[Answer, ...]:
        deadline = self._now() + patience
        answers: list[Answer] = []
        for start in range(0, len(asks), self._options.batch):
            batch = asks[start : start + self._options.batch]
            late = self._now() >= deadline
            answers += [Silent("out of time") for _ in batch] if late else self._batch(batch, model)
        return tuple(answers)

    def _batch(self, asks: Sequence[Wanted], model: Model) -> list[Answer]:
        """The answers to one batch; texts of about one length stand together, which pads least."""
        wanted = [_texts(ask, model) for ask in asks]
        texts = sorted({text for one in wanted if one for text in one}, key=lambda text: (len(text), text))
        written = dict(zip(texts, self._generated(model, texts), strict=True))
        return [_answer(ask, one, written, chats=model.chats) for ask, one in zip(asks, wanted, strict=True)]

    def _generated(self, model: Model, texts: Sequence[str]) -> list[str | None]:
        """What is written after each; halved where memory does not suffice, None where not for one alone."""
        if not texts:
            return []
        try:
            return list(model.generate(texts))
        except NoMemoryError:
            if len(texts) == 1:
                return [None]
        middle = len(texts) // 2
        return [*self._generated(model, texts[:middle]), *self._generated(model, texts[middle:])]


def _hugging_face(options: TransformerOptions) -> Loader:
    from summarizers.engines.weights import HuggingFace

    return HuggingFace(options)


def _texts(ask: Wanted, model: Model) -> tuple[str, ...] | None:
    """What the model is to read for one bullet or answer; None if it must not, or cannot."""
    if not prompt.is_safe(ask) or any(model.holds_control(text) for text in ask.texts):
        return None
    if not model.chats:
        if isinstance(ask, Composition):
            return None
        found = chunks(ask.evidence, model.longest, model.tokens)
        return None if found is None else tuple(" ".join(chunk) for chunk in found)
    text = model.dialogue(prompt.messages(ask))
    return (text,) if model.tokens(text) <= model.longest else None


def _answer(
    ask: Wanted, texts: tuple[str, ...] | None, written: dict[str, str | None], *, chats: bool
) -> Answer:
    if texts is None:
        return Declined("control marks or too long")
    parts = [written[text] for text in texts]
    if any(part is None for part in parts):
        return Silent("no memory")
    whole = " ".join(part.strip() for part in parts if part)
    return reply.said(whole, ask) if chats else reply.line(whole)
