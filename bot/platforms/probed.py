"""What a platform said when `communique doctor` asked it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import DeliveryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """One thing that a platform was asked: what it said, what is still to do, or the error with its fix."""

    check: str
    seen: str = ""
    todo: str = ""
    error: DeliveryError | None = None
