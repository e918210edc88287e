"""Tokens are encrypted before they reach the database, under keys that only the settings hold.

Fernet is AES-128-CBC with HMAC-SHA256 (github.com/fernet/spec).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import SettingsError

NAME = "COMMUNIQUE_SLACK__TOKEN_KEYS"


class Unopened(Exception):
    """None of the keys opens what is sealed, or it was changed since."""


@dataclass(frozen=True, slots=True)
class Vault:
    """Seals with the first key and opens with any: so a new key goes first, and the old one stays a while."""

    newest: Fernet
    all: MultiFernet

    @classmethod
    def of(cls, keys: str) -> Self:
        """The vault of one key or several, with commas between; raise SettingsError for what is none."""
        try:
            made = [Fernet(key.strip()) for key in keys.split(",")]
        except ValueError:
            raise SettingsError(
                f"{NAME} holds no key: each is 32 bytes in URL-safe base64",
                kept="No token was read or written",
                todo="communique init slack --http URL prints a new key",
            ) from None
        return cls(made[0], MultiFernet(made))

    def seal(self, text: str) -> str:
        """The text, encrypted; never twice the same."""
        return self.newest.encrypt(text.encode()).decode("ascii")

    def open(self, sealed: str) -> str:
        """What was sealed; raise Unopened."""
        try:
            return self.all.decrypt(sealed).decode()
        except InvalidToken:
            raise Unopened from None

    def is_newest(self, sealed: str) -> bool:
        """Whether the first key opens it, so that no other is needed for it."""
        try:
            self.newest.decrypt(sealed)
        except InvalidToken:
            return False
        return True


def new_key() -> str:
    """A key nobody has had before."""
    return Fernet.generate_key().decode("ascii")
