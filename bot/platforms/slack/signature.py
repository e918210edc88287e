"""Whether a request is Slack's own, of now, and as it was sent.

Source: docs.slack.dev, "Verifying requests from Slack".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from slack_sdk.signature import Clock as SlackClock
from slack_sdk.signature import SignatureVerifier

from bot.ports import Clock

TIMESTAMP = "X-Slack-Request-Timestamp"
SIGNATURE = "X-Slack-Signature"

DIGITS_MOST = 12
"""Of a time in seconds; a longer number is none."""


class _Now(SlackClock):
    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def now(self) -> float:
        return self.clock.now().timestamp()


@dataclass(frozen=True, slots=True)
class Signature:
    """Requests signed with one secret, at most five minutes from now on either side."""

    verifier: SignatureVerifier

    @classmethod
    def of(cls, secret: str, clock: Clock) -> Signature:
        """With the app's signing secret."""
        return cls(SignatureVerifier(secret, clock=_Now(clock)))

    def holds(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Whether the request is to be believed. What is not even a signature or a time is refused alike."""
        timestamp, signature = headers.get(TIMESTAMP, ""), headers.get(SIGNATURE, "")
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= DIGITS_MOST):
            return False
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return False
        return signature.isascii() and self.verifier.is_valid(text, timestamp, signature)
