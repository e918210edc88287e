"""What can be chosen of the engines that use a model."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatOptions:
    """An OpenAI-compatible server. Seconds, characters and tokens where no unit is named.

    `base_url` is what stands before `/chat/completions`. `timeout` holds for one request, `patience` for
    all that is asked together, retries included; after it, or after `attempts` without an answer, the server
    is left alone for `rest`. `hourly_tokens` is the most that may be spent in an hour, 0 for no limit.
    """

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    timeout: float = 20.0
    patience: float = 60.0
    rest: float = 60.0
    concurrency: int = 4
    attempts: int = 3
    max_tokens: int = 160
    hourly_tokens: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TransformerOptions:
    """Hugging Face weights: `model` is a folder or a hub id, `revision` a branch, tag or commit of the hub.

    `device` is auto, cpu, cuda, cuda:N or mps; `dtype` auto, float32, float16 or bfloat16. `batch` bullets
    are generated together, of at most `max_tokens` tokens each. `patience` is in seconds, for all that is
    asked together. `gguf` names a GGUF file inside `model`.
    """

    model: str
    revision: str = ""
    offline: bool = False
    device: str = "auto"
    dtype: str = "auto"
    batch: int = 8
    max_tokens: int = 96
    patience: float = 60.0
    gguf: str = ""
