"""How much of a briefing a channel is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.texts import Language
from summarizers.types import Section


class Length(StrEnum):
    """How much a digest shows."""

    SHORT = "short"
    """The three weightiest bullets a section, no details."""

    NORMAL = "normal"
    """Five, with details in the thread."""

    LONG = "long"
    """Eight, with details in the thread."""


_SHOWN = {Length.SHORT: 3, Length.NORMAL: 5, Length.LONG: 8}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a channel chose; `role` is the platform's id of the one role that may be pinged, if any.

    Without a `language` the bot's own is spoken.
    """

    sections: tuple[Section, ...] = tuple(Section)
    length: Length = Length.NORMAL
    role: str = ""
    language: Language | None = None

    @property
    def shown(self) -> int:
        """Bullets a section in the parent message."""
        return _SHOWN[self.length]

    @property
    def details(self) -> bool:
        """Whether the stories follow in the thread."""
        return self.length is not Length.SHORT


USUAL = Style()
"""For a channel that chose nothing."""
