"""What reaches Slack and Discord: tokens, and addresses that a stand-in may take over.

Environment names: COMMUNIQUE_SLACK__BOT_TOKEN, COMMUNIQUE_DISCORD__TOKEN, and so on. Everything is optional:
a platform of which nothing is given is not set up.
"""

from __future__ import annotations

from abc import abstractmethod
from base64 import b64decode
from typing import Annotated, ClassVar, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, model_validator

from bot.errors import SettingsError
from bot.settings.names import LEVEL, variable
from bot.settings.section import Section

UNSET = SecretStr("")
"""A secret that is not given."""

KEY_BYTES = 32
"""Of a Fernet key."""

PORTS = range(65536)
"""0 lets the system choose."""


def web_url(url: str) -> str:
    """The URL if it is one of the web's; raise ValueError if not."""
    return _with_scheme(url, "http", "https")


def _socket(url: str) -> str:
    return _with_scheme(url, "ws", "wss")


def _with_scheme(url: str, *schemes: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in schemes or not parts.hostname:
        raise ValueError(f"not a URL that begins with {' or '.join(f'{scheme}://' for scheme in schemes)}")
    return url


def _listening(address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) not in PORTS:
        raise ValueError("not HOST:PORT, such as 127.0.0.1:3000")
    return address


def _token_keys(keys: SecretStr) -> SecretStr:
    """Raise ValueError for what is no Fernet key, without telling what it is."""
    for key in filter(None, _listed(keys)):
        try:
            held = b64decode(key.encode(), altchars=b"-_", validate=True)
        except ValueError:
            held = b""
        if len(held) != KEY_BYTES:
            raise ValueError(
                "not a key of 32 bytes in URL-safe base64, or several with commas between; "
                "communique init slack --http URL prints a new one"
            )
    return keys


def _listed(keys: SecretStr) -> list[str]:
    return [key.strip() for key in keys.get_secret_value().split(",")]


WebUrl = Annotated[str, AfterValidator(web_url)]
SocketUrl = Annotated[str, AfterValidator(_socket)]
Listen = Annotated[str, AfterValidator(_listening)]


class PlatformSettings(Section):
    """A platform: set up, not set up, or named as half set up."""

    table: ClassVar[str]
    secrets: ClassVar[tuple[str, ...]]

    @property
    @abstractmethod
    def needed(self) -> tuple[str, ...]:
        """The secrets without which the platform cannot be reached."""

    @property
    def missing(self) -> tuple[str, ...]:
        """What is needed and not given, as `slack.app_token`; empty if nothing of the platform is given."""
        if not any(self._given(key) for key in self.secrets):
            return ()
        return tuple(f"{self.table}.{key}" for key in self.needed if not self._given(key))

    @property
    def is_set_up(self) -> bool:
        """Whether the platform can be reached; raise SettingsError if only a part of it is given."""
        if self.missing:
            named = " and ".join(self.missing)
            raise SettingsError(
                f"{self.table.capitalize()} is half set up: {named} missing", todo=_fix(self.missing)
            )
        return all(self._given(key) for key in self.needed)

    @property
    def secret_values(self) -> tuple[str, ...]:
        """The secrets that are given, in clear."""
        held = (getattr(self, key) for key in type(self).model_fields)
        return tuple(one.get_secret_value() for one in held if isinstance(one, SecretStr) and one)

    def _given(self, key: str) -> bool:
        return bool(getattr(self, key))


def _fix(missing: tuple[str, ...]) -> str:
    paths = [tuple(key.split(".")) for key in missing]
    files = " and ".join(LEVEL.join(path) for path in paths)
    return f"Set {' and '.join(map(variable, paths))}, or put {files} into the secrets folder"


class SlackSettings(PlatformSettings):
    """Slack: by Socket Mode (an app token), or over HTTP (a signing secret and an address to listen on).

    A bot token serves one workspace; client id and secret let others install the bot. Not both: the
    workspace of the token may install the bot too. The tokens of those who install it are sealed with the
    first of `token_keys`, and opened with any. `team` is the workspace that reads what is ingested here.
    """

    table = "slack"
    secrets = ("bot_token", "app_token", "signing_secret", "client_id", "client_secret", "token_keys")

    mode: Literal["socket", "http"] = "socket"
    bot_token: SecretStr = UNSET
    app_token: SecretStr = UNSET
    signing_secret: SecretStr = UNSET
    client_id: str = ""
    client_secret: SecretStr = UNSET
    token_keys: Annotated[SecretStr, AfterValidator(_token_keys)] = UNSET
    team: str = ""
    listen: Listen = "127.0.0.1:3000"
    base_url: WebUrl = "https://slack.com/api/"
    authorize_url: WebUrl = "https://slack.com/oauth/v2/authorize"
    timeout: Annotated[float, Field(ge=0.1, le=300)] = 10.0

    @model_validator(mode="after")
    def _one_way_in(self) -> Self:
        if self.is_shared and self.bot_token:
            raise ValueError(
                "bot_token serves one workspace, client_id many; unset one: with client_id, the workspace "
                "of the token installs the bot like any other"
            )
        return self

    @property
    def needed(self) -> tuple[str, ...]:
        """The secrets of the mode and of the way in."""
        way_in = ("client_id", "client_secret", "token_keys") if self.is_shared else ("bot_token",)
        return (*way_in, "app_token" if self.mode == "socket" else "signing_secret")

    @property
    def is_shared(self) -> bool:
        """Whether workspaces may install the bot by themselves."""
        return bool(self.client_id or self.client_secret)

    @property
    def secret_values(self) -> tuple[str, ...]:
        """See PlatformSettings; each key is a secret of its own."""
        return (*super().secret_values, *filter(None, _listed(self.token_keys)))


class DiscordSettings(PlatformSettings):
    """Discord: the bot's token, and the id of the server that reads what is ingested here."""

    table = "discord"
    secrets = ("token",)

    token: SecretStr = UNSET
    guild: str = ""
    base_url: WebUrl = "https://discord.com/api/v10"
    gateway_url: SocketUrl = "wss://gateway.discord.gg/"
    timeout: Annotated[float, Field(ge=0.1, le=300)] = 15.0

    @property
    def needed(self) -> tuple[str, ...]:
        """The token."""
        return ("token",)
