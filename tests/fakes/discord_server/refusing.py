"""An answer of another kind than success."""

from __future__ import annotations

INVALID_FORM, UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE = 50035, 10003, 10004, 10008
MISSING_ACCESS, MISSING_PERMISSIONS = 50001, 50013
"""Discord's codes; those that one part alone gives stand there."""


class RefusedError(Exception):
    """An HTTP status with Discord's code and message."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
