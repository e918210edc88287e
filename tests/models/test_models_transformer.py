"""Real weights through real torch and transformers (`make test-models`)."""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import torch

from summarizers.engines.errors import EngineError
from summarizers.engines.extractive import Extractive
from summarizers.engines.options import TransformerOptions
from summarizers.engines.registry import engine
from summarizers.engines.rewriting import Rewriting
from summarizers.engines.weights import HuggingFace, is_out_of_memory
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


def test_torchs_own_error_for_want_of_memory_is_known_on_a_cpu_too() -> None:
    with pytest.raises(RuntimeError) as refused:
        torch.empty(2**50, dtype=torch.uint8)
    assert is_out_of_memory(refused.value)
    assert not is_out_of_memory(RuntimeError("shape mismatch"))


class _Gate(http.server.BaseHTTPRequestHandler):
    """A hub whose every repository is gated."""

    def do_GET(self) -> None:
        self.send_response(403)
        self.send_header("X-Error-Code", "GatedRepo")
        self.send_header("X-Error-Message", "Access to this model is restricted")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *args: object) -> None:
        """Print nothing."""


def test_a_gated_repository_is_told_with_what_to_do(tmp_path: Path) -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Gate)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program = (
        "from summarizers.engines.options import TransformerOptions as O;"
        "from summarizers.engines.weights import HuggingFace as H;"
        "print(H(O(model='acme/gated')).identify())"
    )
    hub = {"HF_ENDPOINT": f"http://127.0.0.1:{server.server_port}", "HF_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **hub},
        capture_output=True,
        text=True,
        check=False,
    )
    server.shutdown()
    server.server_close()
    assert "The model 'acme/gated' is gated" in done.stderr
    assert "HF_TOKEN" in done.stderr
