"""Answers as they leave the API: well, refused for speed, or as a fault lets them arrive."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from typing import Any

from aiohttp import web

from tests.fakes.discord_server.faults import Fault


def in_json(status: int, content: Any) -> web.Response:
    # The library reads JSON only where the content type is exactly this.
    return web.Response(
        status=status,
        body=json.dumps(content).encode(),
        headers={"Content-Type": "application/json", "Via": "1.1 loopback"},
    )


def too_many(wait: float, scope: str) -> web.Response:
    content = {"message": "You are being rate limited.", "retry_after": wait, "global": scope == "global"}
    answer = in_json(429, content)
    answer.headers["Retry-After"] = f"{wait:.3f}"
    answer.headers["X-RateLimit-Scope"] = scope
    return answer


def failed(fault: Fault) -> web.Response:
    if fault.status == 429:
        answer = too_many(fault.retry_after, fault.scope)
        if not fault.via:
            del answer.headers["Via"]
        return answer
    return in_json(fault.status, {"message": "fault", "code": fault.code})


async def spoilt(request: web.Request, answer: web.Response, fault: Fault) -> web.Response:
    """The answer to what was done, as the fault lets it arrive."""
    await asyncio.sleep(fault.slow)
    if fault.drop_after or fault.kill_after:
        return dropped(request, fault.kill_after)
    return failed(fault) if fault.done else answer


def dropped(request: web.Request, victim: int = 0) -> web.Response:
    if victim:
        os.kill(victim, signal.SIGKILL)
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
