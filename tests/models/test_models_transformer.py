"""Real weights through real torch and transformers (`make test-models`)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from summarizers.engines.errors import EngineError
from summarizers.engines.extractive import Extractive
from summarizers.engines.options import TransformerOptions
from summarizers.engines.registry import engine
from summarizers.engines.rewriting import Rewriting
from summarizers.engines.weights import HuggingFace
from summarizers.grounding.guard import supports
from summarizers.types import Budget
from tests.fakes.bay import BODY, RATIFIED, REJECTED, SIGNED, article


def rewriting(folder: Path, **more: object) -> Rewriting:
    options = TransformerOptions(model=str(folder), offline=True, device="cpu", max_tokens=16, **more)  # type: ignore[arg-type]  # the test's own values
    found = engine("transformer", options)
    assert isinstance(found, Rewriting)
    return found


@pytest.mark.parametrize("kind", ["condensing", "chatting"])
def test_what_untrained_weights_babble_is_refused_and_the_extract_stands(
    kind: str, request: pytest.FixtureRequest
) -> None:
    chosen = rewriting(request.getfixturevalue(kind))
    summary = chosen.summarize((article(),), Budget())
    assert summary.points == Extractive().summarize((article(),), Budget()).points
    assert summary.engine == chosen.name
    assert sum(chosen.tally.kept.values()) == len(summary.points) + 1
    assert all(supports(p.text, [BODY[s.start : s.end] for s in p.evidence]) for p in summary.points)


@pytest.mark.parametrize("kind", ["condensing", "chatting"])
def test_the_same_text_has_the_same_answer_alone_and_in_company(
    kind: str, request: pytest.FixtureRequest
) -> None:
    options = TransformerOptions(model=str(request.getfixturevalue(kind)), device="cpu", max_tokens=8)
    model = HuggingFace(options).load()
    texts = [SIGNED, REJECTED, RATIFIED]
    together = model.generate(texts)
    assert together == model.generate(texts)
    assert together == tuple(model.generate([text])[0] for text in texts)


def test_a_template_makes_the_turns_and_text_with_its_marks_is_known(chatting: Path) -> None:
    model = HuggingFace(TransformerOptions(model=str(chatting), device="cpu")).load()
    assert model.chats
    assert model.dialogue([{"role": "user", "content": "hello"}]).endswith("<turn>assistant\n")
    assert model.holds_control("The union <turn> agreed.")
    assert not model.holds_control("The union agreed.")


def test_the_check_loads_the_weights_and_has_them_write(condensing: Path) -> None:
    assert "transformer-1:" in rewriting(condensing).check()


def test_half_precision_loads(condensing: Path) -> None:
    assert rewriting(condensing, dtype="bfloat16").check()


def test_plain_sentences_stay_where_the_model_babbles(condensing: Path) -> None:
    chosen = rewriting(condensing)
    assert chosen.reword(article(), chosen.extract(article(), 2))


def test_a_folder_without_weights_is_told(condensing: Path, tmp_path: Path) -> None:
    shutil.copy(condensing / "config.json", tmp_path)
    with pytest.raises(EngineError, match="cannot be loaded") as told:
        rewriting(tmp_path).check()
    assert "safetensors" in told.value.todo


def test_a_causal_model_without_a_template_is_refused(chatting: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    shutil.copytree(chatting, folder)
    (folder / "chat_template.jinja").unlink()
    with pytest.raises(EngineError, match="chat template"):
        rewriting(folder).check()


def test_a_hub_id_that_is_not_here_is_told_when_offline() -> None:
    options = TransformerOptions(model="nobody/no-such-model", offline=True)
    with pytest.raises(EngineError, match=r"nobody/no-such-model") as told:
        HuggingFace(options).identify()
    assert told.value.reference
