"""The stores that slack-bolt asks, over ours."""

from __future__ import annotations

import hashlib
import logging
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.platforms.slack.install.kept import Kept
from bot.platforms.slack.install.renewal import Renewal
from bot.ports import Clock, Store

if TYPE_CHECKING:
    from slack_sdk.oauth.installation_store import Bot, Installation

STATE_LASTS = timedelta(minutes=10)
"""How long a person may take between "Add to Slack" and "Allow"."""

_STATE_BYTES = 32

log = logging.getLogger(__name__)


class BoltInstallations(AsyncInstallationStore):
    """One installation a workspace, or an enterprise as a whole: the latest, whoever made it."""

    def __init__(self, renewal: Renewal) -> None:
        self.renewal = renewal

    @property
    def logger(self) -> logging.Logger:
        """What Bolt logs to."""
        return log

    @property
    def kept(self) -> Kept:
        """Where the installations are."""
        return self.renewal.kept

    async def async_save(self, installation: Installation) -> None:
        """Keep it in place of the earlier one."""
        await self.kept.save(installation)

    async def async_save_bot(self, bot: Bot) -> None:
        """Nothing: the tokens that are handed out are renewed already, so Bolt has none to save."""

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """The bot of that workspace with a token that holds; None if it is not installed there."""
        found = await self._found(enterprise_id, team_id, whole=bool(is_enterprise_install))
        if found is None:
            return None
        bot = found.to_bot()
        bot.bot_refresh_token = None  # counts once, and is ours to use
        return bot

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """The installation of that workspace, if it is this person's where one is named."""
        found = await self._found(enterprise_id, team_id, whole=bool(is_enterprise_install))
        return found if found and user_id in {None, found.user_id} else None

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget the tokens of that workspace."""
        await self.kept.drop(self.kept.tenant_of(enterprise_id, team_id))

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """The same; but nothing for one person, of whom nothing is kept."""
        if user_id is None:
            await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    async def _found(
        self, enterprise_id: str | None, team_id: str | None, *, whole: bool
    ) -> Installation | None:
        return await self.renewal.fresh(self.kept.tenant_of(enterprise_id, team_id, whole=whole))


class BoltStates(AsyncOAuthStateStore):
    """Marks that let only the browser that began an installation end it, once, within STATE_LASTS."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock

    @property
    def logger(self) -> logging.Logger:
        """What Bolt logs to."""
        return log

    async def async_issue(self, *_args: Any, **_kwargs: Any) -> str:
        """A new mark that nobody can guess."""
        state, now = secrets.token_urlsafe(_STATE_BYTES), self.clock.now()
        async with self.store.write() as unit:
            await unit.install_states.forget(now)
            await unit.install_states.add(_digest(state), now + STATE_LASTS)
        return state

    async def async_consume(self, state: str) -> bool:
        """Whether the mark was issued and not used, and is not too old; it is used then."""
        async with self.store.write() as unit:
            return await unit.install_states.take(_digest(state), self.clock.now())


def _digest(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
