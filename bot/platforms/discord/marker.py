"""How one of our messages is known again: by its nonce for minutes, by the ids of its components for ever.

Discord keeps the ids that we give to components and returns them in the history, where nonces are missing
(docs.discord.com, "Component Reference", Anatomy of a component). Two ids of 30 bits are enough to tell the
messages of one channel apart.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.texts import say

if TYPE_CHECKING:
    from discord import Message

NONCE_MOST = 25
"""Characters (docs.discord.com, "Create Message")."""

_LOWEST = 1 << 30
"""Above all ids that Discord numbers components with itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The id of a message's container, and that of the first component in it."""

    container: int
    first: int


def nonce_of(delivery_id: str) -> str:
    """Always the same for a delivery id: 144 bits in 24 characters."""
    return base64.urlsafe_b64encode(_digest(delivery_id)[:18]).decode()


def marker_of(delivery_id: str) -> Marker:
    """Always the same for a delivery id."""
    digest = _digest(delivery_id)
    container, first = (int.from_bytes(digest[at : at + 4], "big") % _LOWEST for at in (18, 22))
    return Marker(container=_LOWEST + container, first=_LOWEST + (first if first != container else first ^ 1))


def footer_of(delivery_id: str) -> str:
    """The footer of an embed that was sent under a delivery id: embeds have no ids of their own."""
    return f"{say('app')} {_digest(delivery_id)[:12].hex()}"


def carries(message: Message, delivery_id: str) -> bool:
    """Whether a message of the history was sent under this delivery id."""
    from discord import Container

    footer = footer_of(delivery_id)
    if any(embed.footer.text == footer for embed in message.embeds):
        return True
    marker = marker_of(delivery_id)
    frames = [one for one in message.components if isinstance(one, Container) and one.id == marker.container]
    return any(getattr(part, "id", 0) == marker.first for frame in frames for part in frame.children[:1])


def _digest(delivery_id: str) -> bytes:
    return hashlib.sha256(f"discord:{delivery_id}".encode()).digest()
