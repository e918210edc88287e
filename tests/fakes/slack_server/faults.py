"""What goes wrong on purpose: per method, so many times."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tests.fakes.slack_server.nouns import Json


class Kind(StrEnum):
    """What becomes of a call. "Taken" means that what it asks for happens."""

    RATE = "429"
    """Not taken; Retry-After is `seconds`."""

    SERVER = "500"
    """Not taken; an HTML page."""

    INTERNAL = "internal_error"
    """Not taken; `{"ok": false, "error": "internal_error"}`."""

    INTERNAL_AFTER = "internal_error_after"
    """Taken, and yet answered with internal_error."""

    SERVER_AFTER = "500_after"
    """Taken, and yet answered with a 500."""

    ERROR = "error"
    """Not taken; the code in `error`."""

    TIMEOUT = "timeout"
    """Not taken, never answered."""

    TIMEOUT_AFTER = "timeout_after"
    """Taken, never answered."""

    DROP_BEFORE = "drop_before"
    """Not taken; the connection is cut."""

    DROP_AFTER = "drop_after"
    """Taken; the connection is cut before a byte of the answer."""

    LATENCY = "latency"
    """Taken and answered, `seconds` later than usual; named by its value alone, in `do("fault", kind=…)`."""

    GARBAGE = "garbage"
    """Taken; the answer is no JSON."""

    TRUNCATED = "truncated"
    """Taken; the connection is cut in the middle of the answer."""


AFTER = frozenset(
    {
        Kind.INTERNAL_AFTER,
        Kind.SERVER_AFTER,
        Kind.TIMEOUT_AFTER,
        Kind.DROP_AFTER,
        Kind.GARBAGE,
        Kind.TRUNCATED,
    }
)
"""The faults of calls that are taken."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """Befalls `count` calls of `method` ("*" for any), after `skip` have passed; `channel` narrows it."""

    kind: Kind
    method: str
    count: int = 1
    skip: int = 0
    channel: str = ""
    seconds: float = 1.0
    error: str = ""

    def meets(self, method: str, params: Json) -> bool:
        named = self.method in {"*", method}
        return named and self.count > 0 and self.channel in {"", str(params.get("channel", ""))}


@dataclass(slots=True)
class Faults:
    """The faults that are still to come, in the order in which they were asked for."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def clear(self) -> None:
        self.waiting.clear()

    def take(self, method: str, params: Json) -> Fault | None:
        """The fault of this call, if it has one."""
        for fault in self.waiting:
            if not fault.meets(method, params):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                return None
            fault.count -= 1
            return fault
        return None
