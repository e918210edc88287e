"""What goes wrong, when, and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Fault:
    """Befalls the next `times` requests whose method and path hold `on`.

    `status` answers so without doing it, with `done` after doing it; `drop_after` does it and drops the
    connection, `drop_before` only drops it; `hang` waits this many seconds first, `slow` after doing it;
    `kill_before` and `kill_after` are processes to kill then. A 429 is of `scope` user, shared or global.
    """

    on: str
    times: int = 1
    status: int = 0
    code: int = 0
    done: bool = False
    drop_before: bool = False
    drop_after: bool = False
    kill_before: int = 0
    kill_after: int = 0
    hang: float = 0.0
    slow: float = 0.0
    retry_after: float = 0.2
    scope: str = "user"
    via: bool = True


@dataclass(slots=True)
class Faults:
    """The faults that wait."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, faults: Iterable[Fault]) -> None:
        """Let these happen from now on."""
        self.waiting.extend(faults)

    def next(self, what: str) -> Fault | None:
        """The fault that befalls this request, counted down."""
        for fault in self.waiting:
            if fault.times > 0 and fault.on in what:
                fault.times -= 1
                return fault
        return None
