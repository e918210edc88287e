"""An answer of another kind than success."""

from __future__ import annotations


class RefusedError(Exception):
    """An HTTP status with Discord's code and message."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
