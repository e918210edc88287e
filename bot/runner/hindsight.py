"""A clock that was set back is noticed by what it showed before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ports import Clock, Waiting

SET_BACK = timedelta(seconds=2)
"""A clock that shows less than before by more than this was set back; clocks are slewed by less."""


@dataclass(slots=True)
class Hindsight:
    """What the clock showed at the last look."""

    clock: Clock
    seen: datetime | None = None

    async def hasten(self, waiting: Waiting) -> bool:
        """Make all that waits due now if the clock was set back since the last look; return whether it was.

        The first look does so too: nobody knows what clock there was before. A job that is not due yet says
        again when it is.
        """
        before, self.seen = self.seen, self.clock.now()
        back = before is None or self.seen < before - SET_BACK
        if back:
            await waiting.hasten(self.seen)
        return back
