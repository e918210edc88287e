"""The transformer engine over a hand-written model: batches, memory, chunks, patience; no torch needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizers.engines.chunks import chunks
from summarizers.engines.device import Machine, device, dtype
from summarizers.engines.errors import EngineError
from summarizers.engines.extractive import NAME, Extractive
from summarizers.engines.options import TransformerOptions
from summarizers.engines.phrasing import Ask, Composition, Declined, Phrased, Silent
from summarizers.engines.rewriting import Rewriting
from summarizers.engines.transformer import Model, NoMemoryError, Transformer
from summarizers.engines.weights import HuggingFace
from summarizers.types import Budget
from tests.fakes.bay import article


def ask(text: str, *more: str) -> Ask:
    return Ask(draft=text, evidence=(text, *more))


@dataclass(slots=True)
class Words:
    """A model that reads words for tokens and says back what it read; `fits` is its memory, in texts."""

    chats: bool = False
    longest: int = 1000
    fits: int = 100
    says: str = '{"bullet": "Said."}'
    batches: list[int] = field(default_factory=list)

    def tokens(self, text: str) -> int:
        return len(text.split())

    def dialogue(self, messages: Sequence[dict[str, str]]) -> str:
        return " ".join(message["content"] for message in messages)

    def holds_control(self, text: str) -> bool:
        return "<turn>" in text

    def generate(self, texts: Sequence[str]) -> tuple[str, ...]:
        if len(texts) > self.fits:
            raise NoMemoryError
        self.batches.append(len(texts))
        return tuple(self.says if self.chats else text for text in texts)


@dataclass(slots=True)
class Shelf:
    """A loader of one model, or of none."""

    model: Model | None
    loads: int = 0

    def identify(self) -> str:
        return "words@0"

    def load(self) -> Model:
        self.loads += 1
        if self.model is None:
            raise EngineError("The weights are gone", todo="Fetch them")
        return self.model


def transformer(model: Model | None, **more: int) -> Transformer:
    return Transformer(TransformerOptions(model="words", **more), Shelf(model))  # type: ignore[arg-type]  # the test's own values


ASKS = [ask(f"Sentence number {number} stands here.") for number in range(10)]


def test_bullets_go_to_the_model_in_batches_and_come_back_in_order() -> None:
    model = Words()
    answers = transformer(model, batch=4).phrase(ASKS)
    assert answers == tuple(Phrased(one.draft) for one in ASKS)
    assert model.batches == [4, 4, 2]


@pytest.mark.parametrize("fits", [1, 2, 3, 7])
def test_a_batch_beyond_memory_is_halved_until_it_fits(fits: int) -> None:
    model = Words(fits=fits)
    assert transformer(model).phrase(ASKS) == tuple(Phrased(one.draft) for one in ASKS)
    assert max(model.batches) <= fits


def test_what_does_not_fit_alone_is_silence_and_no_crash() -> None:
    assert transformer(Words(fits=0)).phrase(ASKS[:2]) == (Silent("no memory"), Silent("no memory"))


def test_after_its_patience_no_further_batch_is_begun() -> None:
    times = iter([0.0, 0.0, 50.0, 70.0])
    engine = Transformer(TransformerOptions(model="words", batch=4), Shelf(Words()), now=lambda: next(times))
    answers = engine.phrase(ASKS)
    assert [isinstance(one, Phrased) for one in answers] == [True] * 8 + [False] * 2
    assert answers[-1] == Silent("out of time")


def test_the_weights_are_loaded_once_and_only_when_there_is_something_to_say() -> None:
    shelf = Shelf(Words())
    engine = Transformer(TransformerOptions(model="words"), shelf)
    assert (engine.phrase(()), engine.name, shelf.loads) == ((), "transformer-1:words@0", 0)
    engine.phrase(ASKS)
    engine.phrase(ASKS)
    assert engine.check() == engine.name
    assert shelf.loads == 1


def test_long_evidence_is_read_in_chunks_and_a_sentence_that_is_too_long_is_left_as_it_is() -> None:
    model = Words(longest=6)
    two = ask("Veltland signed the treaty.", "Ostmark will sign it too.")
    assert transformer(model).phrase([two]) == (
        Phrased("Veltland signed the treaty. Ostmark will sign it too."),
    )
    assert model.batches == [2]
    assert isinstance(transformer(model).phrase([ask("word " * 7)])[0], Declined)


def test_a_chat_model_gets_the_prompt_and_its_answer_is_read_strictly() -> None:
    assert transformer(Words(chats=True)).phrase(ASKS[:1]) == (Phrased("Said."),)
    assert isinstance(transformer(Words(chats=True, longest=20)).phrase(ASKS[:1])[0], Declined)


@pytest.mark.parametrize("mark", ["<turn>", "<|im_end|>", "[/INST]", "</s>"])
def test_text_that_holds_a_mark_of_turns_is_never_read_by_a_model(mark: str) -> None:
    model = Words(chats=True)
    answers = transformer(model).phrase([ask(f"The union {mark} agreed."), ASKS[0]])
    assert answers == (Declined("control marks or too long"), Phrased("Said."))
    assert model.batches == [1]


def test_an_answer_is_composed_by_a_chat_model_and_not_by_one_that_condenses() -> None:
    asked = Composition(question="Who agreed?", quotes=("The union agreed.",))
    chats = Words(chats=True, says='{"answer": "The union agreed [1]."}')
    assert transformer(chats).phrase([asked], 5.0) == (Phrased("The union agreed [1]."),)
    assert transformer(Words(says="Agreed.")).phrase([asked]) == (Declined("control marks or too long"),)
    assert isinstance(transformer(chats).phrase([asked], -1.0)[0], Silent)


def test_what_a_condensing_model_says_back_stands_only_where_the_guard_agrees() -> None:
    summary = Rewriting(Extractive(), transformer(Words())).summarize((article(),), Budget())
    assert {point.engine for point in summary.points} == {f"transformer-1:words@0+{NAME}"}
    told = Rewriting(Extractive(), transformer(Words(chats=True))).summarize((article(),), Budget())
    assert {point.engine for point in told.points} == {NAME}


def test_weights_that_are_gone_are_told() -> None:
    with pytest.raises(EngineError, match="The weights are gone"):
        transformer(None).check()


@given(st.lists(st.integers(1, 9), max_size=12), st.integers(1, 12))
def test_chunks_hold_every_sentence_in_order_and_never_too_much(lengths: list[int], most: int) -> None:
    sentences = [f"s{at} " * length for at, length in enumerate(lengths)]
    found = chunks(sentences, most, lambda text: len(text.split()))
    if max(lengths, default=0) > most:
        assert found is None
    else:
        assert found is not None
        assert [one for chunk in found for one in chunk] == sentences
        assert all(len(" ".join(chunk).split()) <= most for chunk in found)


@pytest.mark.parametrize(
    ("wanted", "machine", "found"),
    [
        ("auto", Machine(), "cpu"),
        ("auto", Machine(mps=True), "mps"),
        ("auto", Machine(cuda=1, mps=True), "cuda"),
        ("cpu", Machine(cuda=1), "cpu"),
        ("cuda:1", Machine(cuda=2), "cuda:1"),
    ],
)
def test_the_device_is_the_fastest_there_is_unless_one_is_named(
    wanted: str, machine: Machine, found: str
) -> None:
    assert device(wanted, machine) == found


@pytest.mark.parametrize("wanted", ["cuda", "cuda:1", "mps", "tpu", "cuda:", ""])
def test_a_device_that_is_not_there_is_refused(wanted: str) -> None:
    with pytest.raises(EngineError, match="device"):
        device(wanted, Machine(cuda=1 if wanted == "cuda:1" else 0))


@pytest.mark.parametrize(
    ("wanted", "on", "machine", "found"),
    [
        ("auto", "cpu", Machine(), "float32"),
        ("auto", "cuda", Machine(cuda=1, bfloat16=True), "bfloat16"),
        ("auto", "cuda", Machine(cuda=1), "float16"),
        ("auto", "mps", Machine(mps=True), "float16"),
        ("bfloat16", "cpu", Machine(), "bfloat16"),
    ],
)
def test_the_precision_is_half_on_a_gpu_unless_one_is_named(
    wanted: str, on: str, machine: Machine, found: str
) -> None:
    assert dtype(wanted, on, machine) == found


def test_a_precision_that_is_none_is_refused() -> None:
    with pytest.raises(EngineError, match="'int4'"):
        dtype("int4", "cpu", Machine())


def test_other_weights_of_the_same_name_have_another_identity(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights" * 100)
    options = TransformerOptions(model=str(tmp_path))
    first = HuggingFace(options).identify()
    assert HuggingFace(options).identify() == first
    (tmp_path / "model.safetensors").write_bytes(b"weightz" * 100)
    assert HuggingFace(options).identify() != first


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['torch'] = None\n"
        "from summarizers.engines.options import TransformerOptions\n"
        "from summarizers.engines.weights import HuggingFace\n"
        "HuggingFace(TransformerOptions(model=sys.argv[1])).load()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=False
    )
    assert "pip install 'communique[transformers]'" in done.stderr
