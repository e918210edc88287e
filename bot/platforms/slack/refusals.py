"""What an answer of the Web API, or the lack of one, means for a message. Decided without I/O."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from bot.errors import AmbiguousOutcome, DeliveryError, PermanentRefusal, RetryableRefusal
from bot.texts import say

NAME = "Slack"

TOO_MANY = 429
SERVER_ERRORS = 500

LIMITED = frozenset({"ratelimited", "rate_limited"})
UNCLEAR = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Errors after which the message may be there all the same (docs.slack.dev, "chat.postMessage": errors)."""

PASSING = frozenset({"team_added_to_org", "org_login_required"})
"""The workspace is being moved: nothing was posted, and it mends itself."""

FIXES: Mapping[str, str] = MappingProxyType(
    {
        "not_in_channel": "fix.slack.invite",
        "channel_not_found": "fix.slack.invite_or_remove",
        "is_archived": "fix.slack.archived",
        "missing_scope": "fix.slack.scope",
        "invalid_auth": "fix.slack.token",
        "not_authed": "fix.slack.token",
        "not_allowed_token_type": "fix.slack.token",
        "token_revoked": "fix.slack.new_token",
        "token_expired": "fix.slack.new_token",
        "invalid_refresh_token": "fix.slack.install",
        "account_inactive": "fix.slack.new_token",
        "restricted_action": "fix.slack.admin",
    }
)
"""What helps against each, by the key of its words."""


def unreachable(error: Exception) -> str:
    """That no connection came about, in words."""
    return say("refused.unreachable", platform=NAME, error=error)


def no_answer(error: Exception) -> str:
    """That a connection broke before there was an answer, in words."""
    return say("refused.no_answer", platform=NAME, error=error)


def fix(error: str) -> str:
    """What helps against an error; empty where nobody knows."""
    return say(FIXES[error]) if error in FIXES else ""


def refusal(status: int, error: str, wait: timedelta | None) -> DeliveryError:
    """The error for an answer with `ok` false or an HTTP status that is none of success."""
    if status == TOO_MANY or error in LIMITED:
        return RetryableRefusal(say("refused.wait", platform=NAME), code="ratelimited", wait=wait)
    if status >= SERVER_ERRORS or error in UNCLEAR or not error:
        return AmbiguousOutcome(say("refused.failed", platform=NAME), code=error or f"http_{status}")
    if error in PASSING:
        return RetryableRefusal(say("refused.for_now", platform=NAME), code=error, wait=wait)
    return PermanentRefusal(say("refused.for_good", platform=NAME), code=error, todo=fix(error))


def wait_of(headers: Mapping[str, str]) -> timedelta | None:
    """How long the answer asks us to wait (`Retry-After`, in seconds)."""
    told = {name.lower(): value for name, value in headers.items()}.get("retry-after", "")
    return timedelta(seconds=int(told)) if told.isascii() and told.isdigit() else None
