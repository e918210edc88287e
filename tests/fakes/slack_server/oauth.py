"""Slack's side of installing an app: the page that asks a person, and the tokens for its code.

`routes` are to be mounted beside the Web API; `token_of` tells whose token a request bears.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.platforms.slack.install.scopes import SCOPES

LIFE = 43_200
"""Seconds that a token lives where tokens expire."""


@dataclass(slots=True, kw_only=True)
class Workspace:
    """A workspace that may install the app, or an enterprise that does so as a whole."""

    team_id: str
    name: str
    enterprise_id: str = ""
    whole: bool = False

    @property
    def id(self) -> str:
        """What the workspace's tokens are for."""
        return self.enterprise_id if self.whole else self.team_id


@dataclass(slots=True)
class OAuth:
    """`tokens` and `refreshes` are what holds now, each with its workspace; `fails` is the next error."""

    client_id: str = "11.22"
    client_secret: str = "client-secret-of-the-app"
    expiring: bool = False
    fails: str = ""
    status: int = 200
    codes: dict[str, Workspace] = field(default_factory=dict)
    tokens: dict[str, Workspace] = field(default_factory=dict)
    refreshes: dict[str, Workspace] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    issued: int = 0

    def allow(self, workspace: Workspace) -> str:
        """A person of that workspace says "Allow"; return the code that Slack sends back with them."""
        code = f"code-{len(self.codes)}-{workspace.id}"
        self.codes[code] = workspace
        return code

    def revoke(self, workspace: Workspace) -> None:
        """Every token of that workspace ends."""
        self.tokens = {one: whose for one, whose in self.tokens.items() if whose.id != workspace.id}
        self.refreshes = {one: whose for one, whose in self.refreshes.items() if whose.id != workspace.id}

    def routes(self) -> list[web.RouteDef]:
        """The methods of the Web API that installing and renewing take."""
        return [
            web.post("/api/oauth.v2.access", self.access),
            web.post("/api/auth.test", self.auth_test),
        ]

    def token_of(self, request: web.Request) -> str:
        """The token that a request bears."""
        return request.headers.get("Authorization", "").removeprefix("Bearer ")

    async def access(self, request: web.Request) -> web.Response:
        """oauth.v2.access: a code or a refresh token, each once, for a new bot token."""
        given: dict[str, Any] = {**request.query, **(await request.post())}
        basic = request.headers.get("Authorization", "")
        self.calls.append(given.get("grant_type", "authorization_code"))
        if self.fails:
            error, self.fails = self.fails, ""
            return web.json_response({"ok": False, "error": error}, status=self.status)
        if not basic.startswith("Basic ") and given.get("client_secret") != self.client_secret:
            return web.json_response({"ok": False, "error": "bad_client_secret"})
        if given.get("grant_type") == "refresh_token":
            workspace = self.refreshes.pop(given.get("refresh_token", ""), None)
            refused = "invalid_refresh_token"
        else:
            workspace, refused = self.codes.pop(given.get("code", ""), None), "invalid_code"
        if workspace is None:
            return web.json_response({"ok": False, "error": refused})
        return web.json_response(self._granted(workspace))

    async def auth_test(self, request: web.Request) -> web.Response:
        """auth.test: whose token it is."""
        whose = self.tokens.get(self.token_of(request))
        if whose is None:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        body = {"ok": True, "url": "https://invented.example/", "team": whose.name, "team_id": whose.team_id}
        body |= {"user": "communique", "user_id": "UBOT", "bot_id": "BBOT"}
        return web.json_response(body, headers={"X-OAuth-Scopes": ",".join(SCOPES)})

    def _granted(self, workspace: Workspace) -> dict[str, Any]:
        self.issued += 1
        token = f"xoxb-{self.issued}-{workspace.id}-" + "x" * 300
        self.tokens[token] = workspace
        team = None if workspace.whole else {"id": workspace.team_id, "name": workspace.name}
        enterprise = {"id": workspace.enterprise_id, "name": workspace.name}
        return {
            "ok": True,
            "app_id": "A1",
            "token_type": "bot",
            "access_token": token,
            "bot_user_id": "UBOT",
            "scope": "chat:write,commands",
            "team": team,
            "enterprise": enterprise if workspace.enterprise_id else None,
            "is_enterprise_install": workspace.whole,
            "authed_user": {"id": f"U-{workspace.id}", "access_token": "xoxp-never-kept"},
            **(self._expiring(workspace) if self.expiring else {}),
        }

    def _expiring(self, workspace: Workspace) -> dict[str, Any]:
        refresh = f"xoxe-{self.issued}-{workspace.id}"
        self.refreshes[refresh] = workspace
        return {"refresh_token": refresh, "expires_in": LIFE}


def now() -> int:
    """The present second, for what is signed or expires."""
    return int(time.time())  # noqa: TID251 - Slack has a clock of its own
