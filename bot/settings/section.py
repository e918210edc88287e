"""What all tables of the settings file have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator


class Section(BaseModel):
    """A table of the settings file: frozen, and no key goes unnoticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _no_number(cls, given: object, info: ValidationInfo) -> object:
        """True and false are numbers to Python, and so to pydantic."""
        if isinstance(given, bool) and cls.model_fields[str(info.field_name)].annotation in {int, float}:
            raise ValueError(f"{str(given).lower()} where a number is expected")
        return given
