"""The engines that use a model: a model server, or weights in this process."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr

from bot.settings.platforms import UNSET, web_url
from bot.settings.section import Section
from summarizers.engines.options import ChatOptions, TransformerOptions

Address = Annotated[str, AfterValidator(lambda url: web_url(url) if url else url)]


class ChatSettings(Section):
    """An OpenAI-compatible server; see `summarizers.engines.options.ChatOptions`."""

    base_url: Address = ""
    model: str = ""
    api_key: SecretStr = UNSET
    timeout: Annotated[float, Field(gt=0, le=600)] = 20.0
    patience: Annotated[float, Field(gt=0, le=600)] = 60.0
    rest: Annotated[float, Field(ge=0, le=3600)] = 60.0
    concurrency: Annotated[int, Field(ge=1, le=64)] = 4
    attempts: Annotated[int, Field(ge=1, le=10)] = 3
    max_tokens: Annotated[int, Field(ge=32, le=4096)] = 160
    hourly_tokens: Annotated[int, Field(ge=0)] = 0

    @property
    def options(self) -> ChatOptions:
        """The library's own form of it, the key in clear."""
        return ChatOptions(**{**self.model_dump(), "api_key": self.api_key.get_secret_value()})


class TransformerSettings(Section):
    """Hugging Face weights; see `summarizers.engines.options.TransformerOptions`."""

    model: str = ""
    revision: str = ""
    offline: bool = False
    device: str = "auto"
    dtype: Literal["auto", "float32", "float16", "bfloat16"] = "auto"
    batch: Annotated[int, Field(ge=1, le=256)] = 8
    max_tokens: Annotated[int, Field(ge=16, le=1024)] = 96
    patience: Annotated[float, Field(gt=0, le=600)] = 60.0
    gguf: str = ""

    @property
    def options(self) -> TransformerOptions:
        """The library's own form of it."""
        return TransformerOptions(**self.model_dump())
