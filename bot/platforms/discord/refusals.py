"""What an answer of Discord's REST API, or the lack of one, means for a message. Decided without I/O.

Codes: docs.discord.com, "Opcodes and Status Codes", JSON error codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.errors import AmbiguousOutcome, DeliveryError, PermanentRefusal, RetryableRefusal
from bot.texts import say

NAME = "Discord"

UNAUTHORIZED, TOO_MANY, SERVER_ERRORS = 401, 429, 500

UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, UNKNOWN_EVENT = 10003, 10008, 10070
NOT_FOR_MESSAGES = frozenset({50008, 50024})
"""A channel that holds threads, not messages: a forum."""

INVALID_FORM = 50035
"""What was sent is not to the server's liking: flags or components that it does not take here."""

NO_RIGHT = 50013
HAS_THREAD = 160004
NO_THREAD_HERE = frozenset({10008, 50024, 50033, 160001})
"""Of a thread, which holds none, and of a forum, whose posts have theirs already."""

PASSING = frozenset({40062, 130000})
"""A limit of the service, or a resource that is overloaded: nothing was posted, and it mends itself."""

FIXES: Mapping[int, str] = MappingProxyType(
    {
        UNKNOWN_CHANNEL: "fix.discord.channel",
        50001: "fix.discord.view",
        NO_RIGHT: "fix.discord.rights",
        50008: "fix.discord.kind",
        40067: "fix.discord.tag",
        50007: "fix.discord.direct",
        160005: "fix.discord.locked",
        50083: "fix.discord.archived",
    }
)
"""What helps against each, by the key of its words."""


def fix(code: int) -> str:
    """What helps against a code; empty where nobody knows."""
    return say(FIXES[code]) if code in FIXES else ""


def refusal(status: int, code: int) -> DeliveryError:
    """The error for an HTTP status that is none of success and Discord's own code, 0 where it gave none."""
    named = str(code) if code else f"http_{status}"
    if status == TOO_MANY or code in PASSING:
        return RetryableRefusal(say("refused.wait", platform=NAME), code=named)
    if status >= SERVER_ERRORS:
        return AmbiguousOutcome(say("refused.failed", platform=NAME), code=named)
    todo = say("fix.discord.token") if status == UNAUTHORIZED else fix(code)
    return PermanentRefusal(say("refused.for_good", platform=NAME), code=named, todo=todo)
