"""How many tokens an hour may cost."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_HOUR: Final = 3600.0


class Allowance:
    """At most `hourly` tokens in each hour from the first request on; 0 sets no limit. Safe among threads."""

    __slots__ = ("_began", "_hourly", "_lock", "_now", "_spent")

    def __init__(self, hourly: int, now: Callable[[], float]) -> None:
        self._hourly, self._now = hourly, now
        self._lock, self._began, self._spent = threading.Lock(), now(), 0

    def take(self, tokens: int) -> bool:
        """Reserve `tokens`; False, taking none, if they are more than is left of this hour."""
        with self._lock:
            if self._now() - self._began >= _HOUR:
                self._began, self._spent = self._now(), 0
            if self._hourly and self._spent + tokens > self._hourly:
                return False
            self._spent += tokens
            return True

    def settle(self, reserved: int, used: int) -> None:
        """Count what was `used` in place of what was `reserved`."""
        with self._lock:
            self._spent = max(0, self._spent + used - reserved)
