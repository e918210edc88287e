"""`/api/{method}`: faults, token, limits and scopes, then the method itself."""

from __future__ import annotations

import asyncio

from aiohttp import web

from tests.fakes.slack_server import chat, conversations, people, views
from tests.fakes.slack_server.call import Call, Emits, Handler
from tests.fakes.slack_server.faults import AFTER, Fault, Kind
from tests.fakes.slack_server.nouns import Json, Request, Token
from tests.fakes.slack_server.params import merged, text_of
from tests.fakes.slack_server.refusal import SlackRefusal
from tests.fakes.slack_server.state import SlackState

METHODS: dict[str, Handler] = {
    **chat.HANDLERS,
    **conversations.HANDLERS,
    **people.HANDLERS,
    **views.HANDLERS,
}

SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "apps.connections.open": "connections:write",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
}
"""The one scope a method needs of every caller; the rest ask for theirs in their handlers."""

SECRET = frozenset({"token", "client_secret", "refresh_token", "code"})
WITHOUT_TOKEN = frozenset({"oauth.v2.access"})
OF_APP = frozenset({"apps.connections.open"})


class WebApi:
    """Answers calls of the Web API. `closing` is set when the server goes down, and ends hanging calls."""

    def __init__(self, state: SlackState, events: Emits, more: dict[str, Handler]) -> None:
        self._state = state
        self._events = events
        self._methods = {**METHODS, **more}
        self.closing = asyncio.Event()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        entry = Request(method=request.match_info["method"], params={}, at=self._state.clock.seconds())
        self._state.requests.append(entry)
        fault: Fault | None = None
        try:
            params = await merged(request)
            entry.params = {name: value for name, value in params.items() if name not in SECRET}
            fault = self._state.faults.take(entry.method, params)
            entry.error = str(fault.kind) if fault else ""
            await self.befall_before(request, fault)
            response = self._answered(entry.method, params)
        except SlackRefusal as refusal:
            response = web.json_response(refusal.body(), status=refusal.status, headers=refusal.headers())
            entry.error = entry.error or refusal.code
        entry.status = response.status
        return await self.befall_after(request, fault, response)

    def _answered(self, method: str, params: Json) -> web.Response:
        token = self._token(method, params)
        response = web.json_response({"ok": True, **self._answer(method, params, token)})
        if token is not None:
            response.headers["X-OAuth-Scopes"] = ",".join(token.scopes)
            response.headers["X-Accepted-OAuth-Scopes"] = SCOPES.get(method, "")
        return response

    def _answer(self, method: str, params: Json, token: Token | None) -> Json:
        handler = self._methods.get(method)
        if handler is None:
            raise SlackRefusal("unknown_method", req_method=method)
        call = Call(state=self._state, events=self._events, method=method, params=params, token=token)
        team = token.team if token else ""
        channel = text_of(params, "channel")
        self._state.limits.check(method, team, channel, self._state.clock.seconds())
        if method in SCOPES:
            call.need_any(SCOPES[method])
        return handler(call)

    def _token(self, method: str, params: Json) -> Token | None:
        """The caller's token, or why it is none."""
        value = text_of(params, "token")
        if method in WITHOUT_TOKEN:
            return None
        if not value:
            raise SlackRefusal("not_authed")
        token = self._state.tokens.get(value)
        if token is None:
            raise SlackRefusal("invalid_auth")
        self._refuse_dead(token)
        if (token.kind == "app") != (method in OF_APP):
            raise SlackRefusal("not_allowed_token_type")
        return token

    def _refuse_dead(self, token: Token) -> None:
        if token.uninstalled:
            raise SlackRefusal("account_inactive")
        if token.revoked:
            raise SlackRefusal("token_revoked")
        if token.expires is not None and token.expires <= self._state.clock.seconds():
            raise SlackRefusal("token_expired")

    async def befall_before(self, request: web.Request, fault: Fault | None) -> None:
        """What a fault does to a call that is not taken; raise the refusal, or return to go on."""
        if fault is None or fault.kind in AFTER:
            return
        match fault.kind:
            case Kind.RATE:
                raise SlackRefusal("ratelimited", status=429, retry_after=int(fault.seconds))
            case Kind.SERVER:
                raise web.HTTPInternalServerError(text="<html>500</html>", content_type="text/html")
            case Kind.INTERNAL | Kind.ERROR:
                raise SlackRefusal(fault.error or "internal_error")
            case Kind.TIMEOUT:
                await self._never_answer(request)
            case Kind.DROP_BEFORE:
                cut(request)
                raise SlackRefusal("dropped")
            case _:
                await asyncio.sleep(fault.seconds)

    async def befall_after(
        self, request: web.Request, fault: Fault | None, response: web.Response
    ) -> web.StreamResponse:
        """What a fault does to the answer of a call that was taken."""
        if fault is None or fault.kind not in AFTER:
            return response
        match fault.kind:
            case Kind.INTERNAL_AFTER:
                return web.json_response({"ok": False, "error": "internal_error"})
            case Kind.SERVER_AFTER:
                return web.Response(status=500, text="<html>500</html>", content_type="text/html")
            case Kind.GARBAGE:
                return web.Response(text='{"ok": tr', content_type="application/json")
            case Kind.TRUNCATED:
                return await _truncated(request, response)
            case Kind.TIMEOUT_AFTER:
                await self._never_answer(request)
            case _:
                cut(request)
        return response

    async def _never_answer(self, request: web.Request) -> None:
        await self.closing.wait()
        cut(request)
        raise web.HTTPServiceUnavailable


def cut(request: web.Request) -> None:
    """Cut the connection without another byte."""
    if request.transport is not None:
        request.transport.abort()


async def _truncated(request: web.Request, response: web.Response) -> web.StreamResponse:
    whole = (response.text or "").encode()
    part = web.StreamResponse(headers={"Content-Type": "application/json"})
    part.content_length = len(whole)
    await part.prepare(request)
    await part.write(whole[: len(whole) // 2])
    cut(request)
    return part
