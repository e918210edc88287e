"""What all tables of the settings file have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A table of the settings file: frozen, and no key goes unnoticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")
