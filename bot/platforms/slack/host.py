"""What Slack tells of many workspaces, each with the token of its own installation."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slack_bolt.response import BoltResponse

from bot.domain.channel import LOCAL_TENANT, Platform
from bot.errors import CommuniqueError
from bot.platforms.slack.answers import Answers
from bot.platforms.slack.arrivals import Arrivals
from bot.platforms.slack.clients import Workspaces
from bot.platforms.slack.hear import hear
from bot.platforms.slack.http import EVENTS, INSTALL, Endpoints, serve
from bot.platforms.slack.install.authorize import application
from bot.platforms.slack.install.flow import Flow
from bot.platforms.slack.listen import GRACE
from bot.platforms.slack.pace import Pace
from bot.platforms.slack.place import Homes
from bot.platforms.slack.signature import Signature
from bot.platforms.slack.socket_mode import by_socket
from bot.ports import Clock, Desk

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Hears every workspace that installed the bot, and serves the pages to install it at `listen_at`.

    Events come there too where `signature` is given; else over Socket Mode with `app_token`.
    """

    workspaces: Workspaces
    flow: Flow
    homes: Homes
    desk: Desk
    clock: Clock
    pace: Pace
    listen_at: str
    signature: Signature | None = None
    app_token: str = ""

    async def listen(self) -> None:
        """Until cancelled; raise OSError if the address cannot be listened on."""
        app = application(self.workspaces.renewal, self.workspaces.bare)
        answers = Answers(desk=self.desk, homes=self.homes, clock=self.clock, pace=self.pace)
        arrivals = Arrivals(desk=self.desk, homes=self.homes, forget=self._forget)
        app.middleware(self.not_from_before)
        hear(app, answers)
        arrivals.on(app)
        log.info("serving", extra={"action": "serving", "paths": [*EVENTS, INSTALL]})
        tasks = [asyncio.ensure_future(one) for one in self._ways(app)]
        catching_up = asyncio.create_task(self._catch_up(arrivals))
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in (catching_up, *tasks):
                task.cancel()
            await asyncio.gather(catching_up, *tasks, return_exceptions=True)
            await answers.working.drain(GRACE)

    async def not_from_before(self, body: Any, context: Any, next: Any) -> Any:  # noqa: A002 - Bolt's name
        """Middleware: what ended an earlier installation, told late, does not end the one that followed."""
        event = body.get("event") or {}
        if event.get("type") in {"app_uninstalled", "tokens_revoked"}:
            tenant = self.homes.tenant(
                str(context.enterprise_id if context.is_enterprise_install else context.team_id)
            )
            since = await self.workspaces.renewal.kept.since(tenant)
            if since is not None and int(body.get("event_time") or 0) < int(since.timestamp()):
                log.info("told late", extra={"action": "told_late", "tenant": tenant})
                return BoltResponse(status=200)
        return await next()

    def _ways(self, app: AsyncApp) -> list[Any]:
        endpoints = Endpoints(
            app=app, signature=self.signature, install=self.flow.begin, installed=self.flow.end
        )
        ways = [serve(self.listen_at, endpoints.routes())]
        if self.app_token:
            ways.append(by_socket(app, self.workspaces.bare, self.app_token))
        return ways

    async def _forget(self, team_id: str) -> None:
        await self.workspaces.renewal.kept.drop(self.homes.tenant(team_id))

    async def _catch_up(self, arrivals: Arrivals) -> None:
        """Workspaces one after another: each is asked which channels the bot came to meanwhile."""
        async with self.workspaces.renewal.kept.store.read() as unit:
            every = await unit.installations.every(Platform.SLACK)
        for one in every:
            team_id = self.homes.local if one.tenant_id == LOCAL_TENANT else one.tenant_id
            try:
                await arrivals.catch_up(await self.workspaces.of(one.tenant_id), team_id)
            except CommuniqueError as error:
                about = {"action": "catch_up_failed", "tenant": one.tenant_id}
                log.warning("a workspace could not be asked: %s", error.what, extra=about)
