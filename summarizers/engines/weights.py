"""Weights of the Hugging Face kind, from a folder or the hub: found, told apart, and loaded into torch."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from summarizers.engines.device import Machine, device, dtype
from summarizers.engines.errors import EngineError
from summarizers.engines.transformer import NoMemoryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizers.engines.options import TransformerOptions

_FILES: Final = ("*.json", "*.safetensors", "*.model", "*.txt", "*.jinja", "*.gguf")
"""What is fetched from the hub. Pickled weights are not: they run code when they are read."""

_EDGE: Final = 1 << 20
_UNSAID: Final = 1024
"""Tokens that a model without a stated length is given."""

_NEVER: Final = 1 << 20
"""A stated length from here on means that none is known."""


class HuggingFace:
    """A `Loader` of what `options` name."""

    __slots__ = ("_folder", "_options")

    def __init__(self, options: TransformerOptions) -> None:
        self._options = options
        self._folder: Path | None = None

    def identify(self) -> str:
        """See `Loader.identify`: a hash over the names, sizes, beginnings and ends of the files."""
        digest = hashlib.sha256(self._options.gguf.encode())
        for file in sorted(path for path in self._found().iterdir() if path.is_file()):
            size = file.stat().st_size
            with file.open("rb") as content:
                digest.update(f"{file.name} {size}".encode() + content.read(_EDGE))
                content.seek(max(0, size - _EDGE))
                digest.update(content.read(_EDGE))
        return f"{Path(self._options.model).name}@{digest.hexdigest()[:12]}"

    def load(self) -> TorchModel:
        """See `Loader.load`."""
        folder = self._found()
        torch, transformers = _packages()
        machine = _machine(torch)
        on = device(self._options.device, machine)
        kind = getattr(torch, dtype(self._options.dtype, on, machine))
        try:
            return _loaded(transformers, folder, self._options, on, kind)
        except (OSError, ValueError, KeyError, RuntimeError, ImportError, MemoryError) as error:
            raise _unloadable(error, folder, self._options, on) from None

    def _found(self) -> Path:
        if self._folder is None:
            local = Path(self._options.model).expanduser()
            self._folder = local if local.is_dir() else _fetched(self._options)
        return self._folder


def _packages() -> tuple[Any, Any]:
    """Torch and transformers; raise `EngineError` where the extra is not installed."""
    try:
        import torch
        import transformers
    except ImportError as error:
        raise EngineError(
            f"The engine 'transformer' needs a package that is not installed: {error.name}",
            kept="Nothing was changed",
            todo="Install the extra: pip install 'communique[transformers]'",
        ) from None
    return torch, transformers


def _fetched(options: TransformerOptions) -> Path:
    """The folder of a hub's model, fetched if need be; raise `EngineError` naming what is in the way."""
    if options.model.startswith((".", "/", "~")):
        raise EngineError(f"There is no folder {options.model}", todo="Mend transformer.model")
    _packages()
    import huggingface_hub
    from huggingface_hub import errors

    try:
        found = huggingface_hub.snapshot_download(
            options.model,
            revision=options.revision or None,
            local_files_only=options.offline,
            allow_patterns=list(_FILES),
        )
    except errors.GatedRepoError as error:
        raise _refused(options, "is gated", "Accept its terms on its page and set HF_TOKEN", error) from None
    except (errors.RepositoryNotFoundError, errors.RevisionNotFoundError, errors.HFValidationError) as error:
        todo = "Mend transformer.model and transformer.revision; a private one needs HF_TOKEN"
        raise _refused(options, "is not on the hub", todo, error) from None
    except Exception as error:  # noqa: BLE001  the hub's client raises whatever its HTTP library does
        todo = "Connect to the hub, or fetch the model once and set transformer.offline"
        raise _refused(options, "is not here and could not be fetched", todo, error) from None
    return Path(found)


def _unloadable(error: Exception, folder: Path, options: TransformerOptions, on: str) -> EngineError:
    if is_out_of_memory(error):
        said = f"The weights of {options.model} do not fit into the memory of {on}"
        todo = "Take a smaller model, or set transformer.dtype or transformer.device"
    else:
        said = f"The weights in {folder} cannot be loaded: {_first_line(error)}"
        todo = "Point transformer.model at config, tokenizer and safetensors; GGUF needs its extra"
    return EngineError(said, kept="Nothing was written", todo=todo)


def is_out_of_memory(error: Exception) -> bool:
    """Whether an error of torch or the system means that memory does not suffice.

    On a GPU torch has a class of its own for it, on a CPU only words.
    """
    told = str(error).lower()
    return isinstance(error, MemoryError) or "out of memory" in told or "allocate memory" in told


def _refused(options: TransformerOptions, what: str, todo: str, error: Exception) -> EngineError:
    said = f"The model {options.model!r} {what}"
    return EngineError(said, kept="Nothing was written", todo=todo, reference=type(error).__name__)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


def _machine(torch: Any) -> Machine:
    cuda = torch.cuda.device_count() if torch.cuda.is_available() else 0
    return Machine(
        cuda=cuda,
        bfloat16=bool(cuda and torch.cuda.is_bf16_supported()),
        mps=torch.backends.mps.is_available(),
    )


def _loaded(transformers: Any, folder: Path, options: TransformerOptions, on: str, kind: Any) -> TorchModel:
    more = {"gguf_file": options.gguf} if options.gguf else {}
    config = transformers.AutoConfig.from_pretrained(folder, **more)
    reads = bool(config.is_encoder_decoder)
    auto = transformers.AutoModelForSeq2SeqLM if reads else transformers.AutoModelForCausalLM
    side = "right" if reads else "left"  # what is generated follows the text, so padding stands before it
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder, padding_side=side, **more)
    safe = {} if options.gguf else {"use_safetensors": True}
    model = auto.from_pretrained(folder, dtype=kind, **safe, **more).to(on).eval()
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    if not reads and tokenizer.chat_template is None:
        raise ValueError("a causal model needs a chat template, and its tokenizer has none")
    return TorchModel(model, tokenizer, most=options.max_tokens, chats=not reads)


class TorchModel:
    """A `Model` on torch. Beam search of one, no sampling: the most likely token each time."""

    __slots__ = ("_control", "_model", "_most", "_tokenizer", "chats", "longest")

    def __init__(self, model: Any, tokenizer: Any, *, most: int, chats: bool) -> None:
        self._model, self._tokenizer, self._most = model, tokenizer, most
        self.chats = chats
        self._control = tuple({*tokenizer.all_special_tokens, *tokenizer.get_added_vocab()})
        stated = min(tokenizer.model_max_length, getattr(model.config, "max_position_embeddings", _NEVER))
        self.longest = (stated if stated < _NEVER else _UNSAID) - (most if chats else 0)

    def tokens(self, text: str) -> int:
        """See `Model.tokens`."""
        return len(self._tokenizer(text, add_special_tokens=not self.chats, verbose=False)["input_ids"])

    def dialogue(self, messages: Sequence[dict[str, str]]) -> str:
        """See `Model.dialogue`."""
        text = self._tokenizer.apply_chat_template(list(messages), tokenize=False, add_generation_prompt=True)
        return str(text)

    def holds_control(self, text: str) -> bool:
        """See `Model.holds_control`."""
        return any(mark in text for mark in self._control if mark.strip())

    def generate(self, texts: Sequence[str]) -> tuple[str, ...]:
        """See `Model.generate`."""
        torch, _ = _packages()
        given = self._tokenizer(
            list(texts), return_tensors="pt", padding=True, add_special_tokens=not self.chats
        ).to(self._model.device)
        given.pop("token_type_ids", None)
        try:
            with torch.inference_mode():
                found = self._model.generate(
                    **given,
                    do_sample=False,
                    num_beams=1,
                    max_new_tokens=self._most,
                    pad_token_id=self._tokenizer.pad_token_id,
                )
        except (RuntimeError, MemoryError) as error:
            if is_out_of_memory(error):
                raise NoMemoryError from None
            raise
        written = found[:, given["input_ids"].shape[1] :] if self.chats else found
        return tuple(self._tokenizer.batch_decode(written, skip_special_tokens=True))
