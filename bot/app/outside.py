"""What the bot holds of its platforms once they are set up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.channel import Platform
from bot.ports import Calendar, Desk, Messenger
from bot.runner.service import Listen


@dataclass(frozen=True, slots=True)
class Platforms:
    """The platforms that are set up: who posts to them, and who listens once there is a desk."""

    messengers: dict[Platform, Messenger] = field(default_factory=dict)
    calendars: dict[Platform, Calendar] = field(default_factory=dict)
    listeners: list[Callable[[Desk], Listen]] = field(default_factory=list)
