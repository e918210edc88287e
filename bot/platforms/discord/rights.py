"""The rights that the bot asks for: no more than it uses (docs.discord.com, "Permissions")."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlencode

RIGHTS: Mapping[str, int] = MappingProxyType(
    {
        "View Channel": 1 << 10,
        "Send Messages": 1 << 11,
        "Embed Links": 1 << 14,
        "Read Message History": 1 << 16,
        "Create Public Threads": 1 << 35,
        "Send Messages in Threads": 1 << 38,
    }
)
"""By the names that Discord's own pages give them. History: a lost answer is looked up before a resend."""

NEEDED = sum(RIGHTS.values())

EVENTS: Mapping[str, int] = MappingProxyType({"Create Events": 1 << 44})
"""Only where deadlines are wanted as events: with it the bot may also change and cancel its own ones."""

ANYWHERE = "https://discord.com/oauth2/authorize"
COMMANDS = "applications.commands"
SCOPES = f"bot {COMMANDS}"
BY_PERSON = 1
"""Whom an installation is for: a server is 0 (docs.discord.com, "Application Integration Types")."""


def missing(granted: int, *, events: bool = False) -> tuple[str, ...]:
    """The names of the rights that `granted`, a sum of bits, lacks; with `events` those for them too."""
    wanted = {**RIGHTS, **(EVENTS if events else {})}
    return tuple(name for name, bit in wanted.items() if not granted & bit)


def invite(application: str, *, events: bool = False) -> str:
    """The address at which who manages a server adds the application to it, with these rights."""
    rights = NEEDED + (sum(EVENTS.values()) if events else 0)
    return f"{ANYWHERE}?{urlencode({'client_id': application, 'scope': SCOPES, 'permissions': rights})}"


def alone(application: str) -> str:
    """The address at which a person takes the application along alone, without a server or a right."""
    asked = {"client_id": application, "scope": COMMANDS, "integration_type": BY_PERSON}
    return f"{ANYWHERE}?{urlencode(asked)}"


def application_of(token: str) -> str:
    """The application's id, which a bot token begins with in base64; empty if it does not."""
    head = token.partition(".")[0]
    try:
        told = base64.b64decode(head + "=" * (-len(head) % 4), validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
    return told if told.isdigit() else ""
