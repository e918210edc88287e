"""What an answer of Discord's REST API, or the lack of one, means for a message. Decided without I/O.

Codes: docs.discord.com, "Opcodes and Status Codes", JSON error codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.errors import AmbiguousOutcome, DeliveryError, PermanentRefusal, RetryableRefusal

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
        UNKNOWN_CHANNEL: "Remove the channel's schedule, or set it for a channel that exists",
        50001: "Give the bot View Channel in the channel's settings (Permissions)",
        NO_RIGHT: (
            "Give the bot Send Messages, Send Messages in Threads, Create Public Threads, Embed Links and "
            "Read Message History in the channel's settings (Permissions)"
        ),
        50008: "Choose a text or forum channel",
        40067: "Give the forum a tag called digest, or let posts go without a tag",
        50007: "Allow direct messages from members of the server",
        160005: "Unlock the thread",
        50083: "Unarchive the thread",
    }
)

EVENTS_FIX = "Server Settings, Roles, the bot's role: allow Create Events"

HOW_TO_LOG_IN = "Set COMMUNIQUE_DISCORD__TOKEN to the token of the application's page, Bot, Reset Token"


def refusal(status: int, code: int) -> DeliveryError:
    """The error for an HTTP status that is none of success and Discord's own code, 0 where it gave none."""
    named = str(code) if code else f"http_{status}"
    if status == TOO_MANY or code in PASSING:
        return RetryableRefusal("Discord asks to wait", code=named)
    if status >= SERVER_ERRORS:
        return AmbiguousOutcome("Discord failed while it answered", code=named)
    fix = HOW_TO_LOG_IN if status == UNAUTHORIZED else FIXES.get(code, "")
    return PermanentRefusal("Discord refused", code=named, todo=fix)
