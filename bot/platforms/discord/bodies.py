"""A page as the library is to send it: Components V2, or an embed for a server that takes none."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.errors import PermanentRefusal
from bot.platforms.discord.card import card
from bot.platforms.discord.embedded import embedded
from bot.platforms.discord.pages import Page
from bot.platforms.discord.refusals import INVALID_FORM

T = TypeVar("T")

Body = Mapping[str, Any]
"""A view of Components V2, or an embed with a view of buttons."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The two forms of one page; `ping` is who may be mentioned above it."""

    page: Page
    delivery_id: str
    ping: str = ""

    async def tried(self, act: Callable[[Body], Awaitable[T]]) -> T:
        """What comes of it with the first, or of the second where Discord finds fault with the first."""
        try:
            return await _with(act, {"view": card(self.page, self.delivery_id, ping=self.ping)})
        except PermanentRefusal as error:
            if error.code != str(INVALID_FORM):
                raise
            log.warning(str(error), extra={"action": "sent_as_embed", "delivery": self.delivery_id})
        return await _with(act, embedded(self.page, self.delivery_id, self.ping))


async def _with(act: Callable[[Body], Awaitable[T]], body: Body) -> T:
    try:
        return await act(body)
    finally:
        body["view"].stop()
