"""Bot tokens that expire are renewed before they do, once, however many ask for them."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.errors import DeliveryError, PermanentRefusal, RetryableRefusal
from bot.platforms.slack.install.kept import Kept
from bot.platforms.slack.web import refused

if TYPE_CHECKING:
    from slack_sdk.oauth.installation_store import Installation
    from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
    from slack_sdk.web.async_client import AsyncWebClient

AHEAD = timedelta(hours=2)
"""How long before its end a token is renewed; it lives 12 hours (docs.slack.dev, "Token rotation")."""

LOOKS, BETWEEN = 10, timedelta(milliseconds=200)
"""A refresh token counts once: who was quicker with it may still be writing down what it got."""

_ANYWAY = 1_000_000
"""Minutes that no token has left: whether it is time is decided here, by our clock."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """Installations whose bot token holds for a while yet."""

    kept: Kept
    rotator: AsyncTokenRotator
    locks: dict[str, asyncio.Lock] = field(default_factory=dict)

    async def fresh(self, tenant_id: str) -> Installation | None:
        """A tenant's installation, its token renewed if it ends soon; None if there is none.

        A token that cannot be renewed now is used until its end; after that raise RetryableRefusal, or
        PermanentRefusal where Slack will not renew it.
        """
        found = await self.kept.load(tenant_id)
        if found is None or not self._ends(found, AHEAD):
            return found
        async with self.locks.setdefault(tenant_id, asyncio.Lock()):
            found = await self.kept.load(tenant_id)
            if found is None or not self._ends(found, AHEAD):
                return found
            return await self._renewed(tenant_id, found)

    async def _renewed(self, tenant_id: str, found: Installation) -> Installation | None:
        from slack_sdk.oauth.installation_store import Installation

        try:
            after = Installation(**found.to_dict_for_copying())
            await self._rotate(after)
        except DeliveryError as error:
            return await self._otherwise(tenant_id, found, error)
        await self.kept.renew(found, after)
        log.info("token renewed", extra={"action": "renewed", "tenant": tenant_id})
        return after

    async def _rotate(self, installation: Installation) -> None:
        import aiohttp
        from slack_sdk.errors import SlackTokenRotationError

        try:
            bot = await self.rotator.perform_bot_token_rotation(
                bot=installation.to_bot(), minutes_before_expiration=_ANYWAY
            )
        except SlackTokenRotationError as error:
            raise refused(error.api_error) from error
        except (aiohttp.ClientError, OSError) as error:
            raise RetryableRefusal(f"Slack did not answer: {error}", code=type(error).__name__) from error
        if bot is None:
            raise RetryableRefusal("Slack gave no new bot token", code="not_renewed")
        installation.bot_token = bot.bot_token
        installation.bot_refresh_token = bot.bot_refresh_token
        installation.bot_token_expires_at = bot.bot_token_expires_at

    async def _otherwise(
        self, tenant_id: str, found: Installation, error: DeliveryError
    ) -> Installation | None:
        """What another process made of it meanwhile, or the token itself while it holds."""
        for _ in range(LOOKS if isinstance(error, PermanentRefusal) else 1):
            now = await self.kept.load(tenant_id)
            if now is None or now.bot_token != found.bot_token:
                return now
            await asyncio.sleep(BETWEEN.total_seconds())
        if self._ends(found, timedelta()):
            raise error
        about = {"action": "not_renewed", "tenant": tenant_id, "code": error.code}
        log.warning("a token could not be renewed and still holds", extra=about)
        return found

    def _ends(self, installation: Installation, within: timedelta) -> bool:
        ends = installation.bot_token_expires_at
        return ends is not None and ends <= (self.kept.clock.now() + within).timestamp()


def rotator_of(bare: AsyncWebClient, client_id: str, client_secret: str) -> AsyncTokenRotator:
    """The library's own renewal, over a client without a token."""
    from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator

    return AsyncTokenRotator(client=bare, client_id=client_id, client_secret=client_secret)
