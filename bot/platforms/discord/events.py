"""Deadlines as scheduled events of a server (docs.discord.com, "Guild Scheduled Event").

Discord knows no nonce for them: an event is known again by who made it and by the mark that ends its
description.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from bot.domain.appointment import Appointment, Standing
from bot.domain.channel import LOCAL_TENANT
from bot.domain.shown import shown
from bot.errors import PermanentRefusal
from bot.platforms.discord.markup import escaped, quiet, size
from bot.platforms.discord.place import is_id
from bot.platforms.discord.refusals import INVALID_FORM, NO_RIGHT, UNKNOWN_EVENT
from bot.platforms.discord.rest import Rest
from bot.platforms.discord.rest import refusals as rest_refusals
from bot.ports import Calendar
from bot.texts import say

MOST = 100
"""Events of a server that are scheduled or under way."""

NAME_MOST, TEXT_MOST, PLACE_MOST = 100, 1_000, 100
"""Characters of a name, a description and a location."""

LINE_MOST = 400
"""Characters of a line before it is escaped, which at most doubles it: a bullet has 200."""

EXTERNAL: Final = 3
GUILD_ONLY: Final = 2
GOING_ON = frozenset({1, 2})
"""Scheduled, and active."""

log = logging.getLogger(__name__)

_MARK = re.compile(r" ([0-9a-f]{12})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscordCalendar(Calendar):
    """The Calendar of one bot; `home` is the server whose tenant is `local`."""

    rest: Rest
    home: str = ""

    @property
    def most(self) -> int:
        """See Calendar."""
        return MOST

    def has(self, tenant_id: str) -> bool:
        """See Calendar; a user who installed the bot for themselves has none."""
        return bool(self._guild(tenant_id))

    async def standing(self, tenant_id: str) -> tuple[Standing, ...]:
        """See Calendar."""
        client = await self.rest.logged_in()
        with refusals(sends=False):
            told: Any = await client.http.get_scheduled_events(self._guild(tenant_id), with_user_count=False)
        own = str(client.user.id) if client.user else ""
        return tuple(
            Standing(id=str(one["id"]), mark=_mark_of(one) if str(one.get("creator_id")) == own else "")
            for one in told
            if one["status"] in GOING_ON
        )

    async def create(self, tenant_id: str, appointment: Appointment) -> str:
        """See Calendar."""
        client = await self.rest.logged_in()
        try:
            with refusals():
                made: Any = await client.http.create_guild_scheduled_event(
                    self._guild(tenant_id), **payload(appointment)
                )
        except PermanentRefusal as error:
            if error.code != str(INVALID_FORM):
                raise
            log.warning(str(error), extra={"action": "event_refused", "entry": appointment.entry_id})
            return ""
        return str(made["id"])

    async def change(self, tenant_id: str, event_id: str, appointment: Appointment) -> bool:
        """See Calendar."""
        client = await self.rest.logged_in()
        try:
            with refusals(sends=False):
                await client.http.edit_scheduled_event(
                    self._guild(tenant_id), int(event_id), **payload(appointment)
                )
        except PermanentRefusal as error:
            if error.code not in {str(UNKNOWN_EVENT), str(INVALID_FORM)}:
                raise
            return False
        return True

    async def cancel(self, tenant_id: str, event_id: str) -> None:
        """See Calendar."""
        client = await self.rest.logged_in()
        try:
            with refusals(sends=False):
                await client.http.delete_scheduled_event(self._guild(tenant_id), int(event_id))
        except PermanentRefusal as error:
            if error.code != str(UNKNOWN_EVENT):
                raise

    def _guild(self, tenant_id: str) -> int:
        """The server's id; 0 where there is none."""
        text = self.home if tenant_id == LOCAL_TENANT else tenant_id
        return int(text) if is_id(text) else 0


@contextmanager
def refusals(*, sends: bool = True) -> Iterator[None]:
    """As those of posts, but for the right that is lacking."""
    try:
        with rest_refusals(sends=sends):
            yield
    except PermanentRefusal as error:
        if error.code != str(NO_RIGHT):
            raise
        todo = say("fix.discord.events")
        raise PermanentRefusal(say("refused.no_events"), code=error.code, todo=todo) from error


def payload(appointment: Appointment) -> dict[str, Any]:
    """The event as Discord takes it, within its limits."""
    return {
        "entity_type": EXTERNAL,
        "privacy_level": GUILD_ONLY,
        "channel_id": None,
        "entity_metadata": {"location": _fitted(quiet(shown(appointment.where)), PLACE_MOST) or say("app")},
        "name": _fitted(quiet(shown(appointment.name)), NAME_MOST) or say("app"),
        "description": _description(appointment),
        "scheduled_start_time": appointment.start.isoformat(),
        "scheduled_end_time": appointment.end.isoformat(),
    }


def _description(appointment: Appointment) -> str:
    """Its lines and addresses as far as they fit whole, and the mark."""
    last = f"{say('app')} {appointment.mark}"
    room, held = TEXT_MOST - size(last) - 1, []
    for line in (
        *(escaped(_fitted(one, LINE_MOST)) for one in appointment.lines),
        *map(_silent, appointment.links),
    ):
        if size(line) < room:
            held.append(line)
            room -= size(line) + 1
    return "\n".join([*held, last])


def _silent(link: str) -> str:
    """The same address without a character that could mention anybody."""
    return link.replace("@", "%40")


def _fitted(text: str, most: int) -> str:
    """The text if it fits, else as many of its words as do, or of its characters where a word is too long."""
    if size(text) <= most:
        return text
    room = most - 2
    whole = text
    while size(whole) > room:
        shorter = whole.rpartition(" ")[0]
        whole = shorter or whole[: max(1, len(whole) - (size(whole) - room))]
    return f"{whole.rstrip()} …"


def _mark_of(event: dict[str, Any]) -> str:
    found = _MARK.search(str(event.get("description") or ""))
    return found[1] if found else ""
