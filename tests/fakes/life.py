"""A process among others that are alive or gone as the test says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.ports import Life


@dataclass(slots=True)
class PaperLife(Life):
    owner: str = "me"
    gone: set[str] = field(default_factory=set)

    async def dead(self, owners: Iterable[str]) -> frozenset[str]:
        return frozenset(owners) & self.gone
