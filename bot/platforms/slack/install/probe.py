"""Whether the workspaces that installed the bot still take its tokens, as only Slack can tell."""

from __future__ import annotations

from bot.errors import DeliveryError
from bot.platforms.probed import Probed
from bot.platforms.slack.clients import Workspaces
from bot.platforms.slack.probe import lacking
from bot.platforms.slack.web import answered

ASKED_MOST = 20
"""Workspaces that Slack is asked about; the tokens of all of them are opened."""


async def probe_installed(workspaces: Workspaces) -> tuple[Probed, ...]:
    """Open every token, and ask Slack about the first ones; raise SettingsError if one does not open."""
    every = await workspaces.renewal.kept.every()
    found = [Probed(check="slack installations", seen=str(len(every)))]
    for one in every[:ASKED_MOST]:
        check = f"slack workspace {one.tenant_id}"
        try:
            answer = await answered(await workspaces.of(one.tenant_id), "auth.test")
        except DeliveryError as error:
            found.append(Probed(check=check, error=error))
        else:
            seen = f"{answer['user']} in {answer['team']}"
            found.append(Probed(check=check, seen=seen, error=lacking(answer)))
    return tuple(found)
