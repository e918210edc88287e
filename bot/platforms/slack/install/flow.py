"""How a workspace installs the bot in a browser (docs.slack.dev, "Installing with OAuth")."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse

from bot.domain.channel import Platform
from bot.domain.request import Person
from bot.errors import CommuniqueError
from bot.platforms.slack.http import INSTALL, REDIRECT
from bot.platforms.slack.install.for_bolt import STATE_LASTS, BoltInstallations, BoltStates
from bot.platforms.slack.install.pages import failed_page, installed_page
from bot.platforms.slack.install.renewal import Renewal
from bot.ports import Desk
from bot.texts import say

if TYPE_CHECKING:
    from slack_bolt.request.async_request import AsyncBoltRequest
    from slack_sdk.web.async_client import AsyncWebClient

HTML: dict[str, str | Sequence[str]] = {"Content-Type": "text/html; charset=utf-8"}
UNAVAILABLE = 503

STALE = frozenset({"invalid_browser", "invalid_state"})

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The two pages of an installation; the desk is told of each that came to its end."""

    renewal: Renewal
    desk: Desk
    bare: AsyncWebClient
    client_id: str
    client_secret: str
    scopes: Sequence[str]
    authorize_url: str

    async def begin(self, request: AsyncBoltRequest) -> BoltResponse:
        """Send the browser to Slack's own page, with a mark of ours."""
        return await self._safely(request, "begin")

    async def end(self, request: AsyncBoltRequest) -> BoltResponse:
        """The browser comes back: the mark is used up, the code becomes a token, the token is sealed."""
        return await self._safely(request, "end")

    async def _safely(self, request: AsyncBoltRequest, part: str) -> BoltResponse:
        import aiohttp

        bolt = self._bolt()
        try:
            if part == "begin":
                return await bolt.handle_installation(request)
            return await bolt.handle_callback(request)
        except CommuniqueError as error:
            log.exception("an installation failed", extra={"action": "install_failed"})
            return self._failed(error.what, error.todo, UNAVAILABLE)
        except (aiohttp.ClientError, OSError):
            log.exception("an installation failed", extra={"action": "install_failed"})
            return self._failed(say("slack.away"), self._again(), UNAVAILABLE)

    def _bolt(self) -> AsyncOAuthFlow:
        settings = AsyncOAuthSettings(
            client_id=self.client_id,
            client_secret=self.client_secret,
            scopes=list(self.scopes),
            user_scopes=[],
            install_path=INSTALL,
            install_page_rendering_enabled=False,
            redirect_uri_path=REDIRECT,
            authorization_url=self.authorize_url,
            callback_options=AsyncCallbackOptions(success=self._done, failure=self._refused),
            installation_store=BoltInstallations(self.renewal),
            installation_store_bot_only=True,
            state_store=BoltStates(self.renewal.kept.store, self.renewal.kept.clock),
            state_expiration_seconds=int(STATE_LASTS.total_seconds()),
        )
        return AsyncOAuthFlow(client=self.bare, settings=settings)

    async def _done(self, args: AsyncSuccessArgs) -> BoltResponse:
        made = args.installation
        tenant_id = self.renewal.kept.tenant_of(
            made.enterprise_id, made.team_id, whole=made.is_enterprise_install
        )
        await self.desk.installed(Platform.SLACK, tenant_id, Person(id=made.user_id))
        log.info("installed", extra={"action": "installed", "tenant": tenant_id})
        team = made.team_name or made.enterprise_name or tenant_id
        return BoltResponse(status=200, headers=HTML, body=installed_page(team))

    async def _refused(self, args: AsyncFailureArgs) -> BoltResponse:
        if args.reason == "access_denied":
            what = say("slack.denied")
        elif args.reason in STALE:
            what = say("slack.stale")
        else:
            what = say("slack.refused", reason=args.reason)
        log.warning("an installation was refused", extra={"action": "install_refused", "code": args.reason})
        return self._failed(what, self._again(), args.suggested_status_code)

    def _failed(self, what: str, todo: str, status: int) -> BoltResponse:
        at = self.renewal.kept.clock.now().isoformat()
        reference = hashlib.sha256(f"{what} {at}".encode()).hexdigest()[:8]
        return BoltResponse(status=status, headers=HTML, body=failed_page(what, todo, reference))

    def _again(self) -> str:
        return say("slack.install_again", path=INSTALL)
