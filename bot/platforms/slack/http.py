"""Slack over HTTP: what Slack posts is verified before anything looks at it, and pages to install the bot."""

from __future__ import annotations

import asyncio
import errno
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.errors import SettingsError
from bot.platforms.slack.signature import Signature

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.response import BoltResponse

EVENTS = ("/slack/events", "/slack/commands", "/slack/interactivity")
"""All three take everything, so that a manifest may name one address or three."""

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"

BODY_MOST = 1 << 20
"""Bytes of a request; Slack's largest, a form with all its fields, have some 250,000."""

GRACE = 5.0
"""Seconds that requests under way have at a stop."""

_PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
"""The address of the page after an installation holds its code, which is nobody else's business."""

log = logging.getLogger(__name__)

Page = Callable[[AsyncBoltRequest], Awaitable["BoltResponse"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """What is served, for any web server to mount: events where there is a signature to verify them by."""

    app: AsyncApp
    signature: Signature | None = None
    install: Page | None = None
    installed: Page | None = None

    def routes(self) -> list[web.RouteDef]:
        """The routes of what is set up."""
        made = [web.post(path, self.event) for path in EVENTS] if self.signature else []
        for path, page in ((INSTALL, self.install), (REDIRECT, self.installed)):
            if page is not None:
                made.append(web.get(path, _served(page), allow_head=False))
        return made

    async def event(self, request: web.Request) -> web.Response:
        """An event, command, button or form: 401 unless Slack signed it now, 413 if it is too large."""
        body = await request.read()
        if self.signature is None or not self.signature.holds(request.headers, body):
            log.warning("a request was refused", extra={"action": "refused", "sender": request.remote})
            return web.json_response({"error": "invalid request"}, status=web.HTTPUnauthorized.status_code)
        asked = AsyncBoltRequest(
            body=body.decode(), query=request.query_string, headers=dict(request.headers)
        )
        return await to_aiohttp_response(await self.app.async_dispatch(asked))


def _served(page: Page) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def serve(request: web.Request) -> web.Response:
        answer = await to_aiohttp_response(await page(await to_bolt_request(request)))
        answer.headers.update(_PRIVATE)
        return answer

    return serve


async def serve(listen: str, routes: list[web.RouteDef]) -> None:
    """Serve at HOST:PORT until cancelled; what is under way then may end. Raise SettingsError."""
    application = web.Application(client_max_size=BODY_MOST)
    application.add_routes(routes)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=GRACE)
    await runner.setup()
    host, _, port = listen.rpartition(":")
    try:
        try:
            await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        except OSError as error:
            raise _unheard(listen, error) from error
        log.info("listening", extra={"action": "listening", "addresses": str(runner.addresses)})
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def _unheard(listen: str, error: OSError) -> SettingsError:
    # What stands before the last colon is asyncio's own words.
    reason = (error.strerror or str(error)).rpartition(": ")[2]
    todo = "Stop what listens there already, or set slack.listen to an address of this machine"
    if error.errno == errno.EACCES:
        todo = "Set slack.listen to a port above 1023, or give this user the right to listen at this one"
    return SettingsError(
        f"Slack cannot be heard at {listen}: {reason}", kept="What was stored stays", todo=todo
    )
