"""The same deliveries over HTTP: signed requests to the address that the app listens at.

Source: docs.slack.dev/apis/events-api ("Responding to events", "Error handling") and "Verifying requests from
Slack". An answer that is not 2xx, or does not come in time, is delivered again.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.fakes.slack_server.nouns import Json

PATHS = {
    "slash_commands": "/slack/commands",
    "interactive": "/slack/interactivity",
    "events_api": "/slack/events",
}
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """Requests to the app at `address`, signed with `secret`; an answer may take `patience` seconds."""

    address: str
    secret: str
    patience: float = 3.0

    async def once(self, kind: str, payload: Json, attempt: int, at: int) -> Json | None:
        """What the app answers, None if it does not take it; `at` is Slack's time."""
        body, form = _body(kind, payload)
        headers = {"Content-Type": form, **signed(body, self.secret, str(at))}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_timeout"}
        limit = ClientTimeout(total=self.patience)
        try:
            async with (
                ClientSession(timeout=limit) as session,
                session.post(f"{self.address}{PATHS[kind]}", data=body, headers=headers) as answer,
            ):
                said = await answer.text()
        except (TimeoutError, ClientError):
            await asyncio.sleep(0.02)  # an app that does not listen yet
            return None
        if answer.status != HTTPStatus.OK:
            return None
        told: Json = json.loads(said) if answer.content_type == JSON and said else {}
        return told


def _body(kind: str, payload: Json) -> tuple[bytes, str]:
    if kind == "events_api":
        return json.dumps(payload).encode(), JSON
    if kind == "interactive":
        return urlencode({"payload": json.dumps(payload)}).encode(), FORM
    plain = {key: value for key, value in payload.items() if isinstance(value, str)}
    team, user = payload["team"], payload["user"]
    return urlencode({**plain, "team_id": team["id"], "user_id": user["id"]}).encode(), FORM


def signed(body: bytes, secret: str, at: str, signature: str = "") -> Mapping[str, str]:
    """The two headers by which Slack's requests are known; `signature` is one that somebody made up."""
    digest = hmac.new(secret.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature or f"v0={digest}"}
