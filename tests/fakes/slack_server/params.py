"""Parameters of a Web API call: query, form and JSON body are one (slack_sdk uses all three)."""

from __future__ import annotations

import base64
import binascii
import json
from typing import cast

from aiohttp import web

from tests.fakes.slack_server.nouns import Json
from tests.fakes.slack_server.refusal import SlackRefusal


async def merged(request: web.Request) -> Json:
    """Query, then form or JSON, the later winning; the token of the header as `token`, if there is one."""
    params: Json = dict(request.query)
    if request.content_type == "application/json":
        params.update(await _json_body(request))
    elif request.can_read_body:
        params.update(await request.post())
    kind, _, value = request.headers.get("Authorization", "").partition(" ")
    if kind == "Bearer" and value:
        params["token"] = value.strip()
    if kind == "Basic":
        params.update(_basic(value))
    return params


async def _json_body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        raise SlackRefusal("invalid_json") from None
    if not isinstance(body, dict):
        raise SlackRefusal("json_not_object")
    return body


def _basic(value: str) -> Json:
    try:
        client_id, _, client_secret = base64.b64decode(value).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return {}
    return {"client_id": client_id, "client_secret": client_secret}


def text_of(params: Json, name: str) -> str:
    """That parameter as text, empty if it is not there."""
    value = params.get(name)
    return "" if value is None else str(value)


def flag(params: Json, name: str, *, default: bool = False) -> bool:
    """A boolean, however it was written: true, "true", 1, "1"."""
    value = params.get(name)
    return default if value is None else str(value).lower() in {"true", "1"}


def structure(params: Json, name: str, error: str) -> object:
    """A list or object, given as itself or as JSON text; None if it is not there; else `error`."""
    value = params.get(name)
    if not isinstance(value, str):
        return cast("object", value)
    if not value:
        return None
    try:
        return cast("object", json.loads(value))
    except ValueError:
        raise SlackRefusal(error) from None


def required(params: Json, name: str) -> str:
    """That parameter, or `invalid_arguments` as Slack words it."""
    value = text_of(params, name)
    if not value:
        problem = f"[ERROR] missing required field: {name}"
        raise SlackRefusal("invalid_arguments", response_metadata={"messages": [problem]})
    return value
