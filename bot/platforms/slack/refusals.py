"""What an answer of the Web API, or the lack of one, means for a message. Decided without I/O."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

from bot.errors import AmbiguousOutcome, DeliveryError, PermanentRefusal, RetryableRefusal

TOO_MANY = 429
SERVER_ERRORS = 500

LIMITED = frozenset({"ratelimited", "rate_limited"})
UNCLEAR = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Errors after which the message may be there all the same (docs.slack.dev, "chat.postMessage": errors)."""

PASSING = frozenset({"team_added_to_org", "org_login_required"})
"""The workspace is being moved: nothing was posted, and it mends itself."""

FIXES: Mapping[str, str] = MappingProxyType(
    {
        "not_in_channel": "Invite the bot to the channel: /invite @Communiqué",
        "channel_not_found": "Invite the bot to the channel, or remove its schedule",
        "is_archived": "Unarchive the channel, or remove its schedule",
        "missing_scope": "Add the scope in the app's settings (OAuth & Permissions) and install it again",
        "invalid_auth": "Set COMMUNIQUE_SLACK__BOT_TOKEN to the app's bot token (xoxb-…)",
        "not_authed": "Set COMMUNIQUE_SLACK__BOT_TOKEN to the app's bot token (xoxb-…)",
        "token_revoked": "Install the app again and set the new bot token",
        "token_expired": "Install the app again and set the new bot token",
        "invalid_refresh_token": "Install the app in that workspace again",
        "account_inactive": "Install the app again and set the new bot token",
        "restricted_action": "Ask a workspace admin to let the bot post in this channel",
    }
)


def refusal(status: int, error: str, wait: timedelta | None) -> DeliveryError:
    """The error for an answer with `ok` false or an HTTP status that is none of success."""
    if status == TOO_MANY or error in LIMITED:
        return RetryableRefusal("Slack asks to wait", code="ratelimited", wait=wait)
    if status >= SERVER_ERRORS or error in UNCLEAR or not error:
        return AmbiguousOutcome("Slack failed while it answered", code=error or f"http_{status}")
    if error in PASSING:
        return RetryableRefusal("Slack refused for now", code=error, wait=wait)
    return PermanentRefusal("Slack refused", code=error, todo=FIXES.get(error, ""))


def wait_of(headers: Mapping[str, str]) -> timedelta | None:
    """How long the answer asks us to wait (`Retry-After`, in seconds)."""
    told = {name.lower(): value for name, value in headers.items()}.get("retry-after", "")
    return timedelta(seconds=int(told)) if told.isascii() and told.isdigit() else None
