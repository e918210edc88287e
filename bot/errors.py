"""What can go wrong, in words a person can act on.

CommuniqueError                 every error we raise on purpose; has four parts
├── InputError                  a line, file or argument that cannot be read
├── SettingsError               a config key, value, zone or environment variable
├── StoreError                  the database
│   ├── StoreMissing            there is none where it was looked for
│   ├── SchemaMismatch          it is older or newer than this program
│   └── StoreUnavailable        locked, full, unreadable, damaged
├── FetchError                  a feed or page that could not be fetched or read
└── DeliveryError               a platform did not take a post
    ├── RetryableRefusal        it said no for now (429, a pause): the post certainly does not exist
    ├── PermanentRefusal        it said no for good: the channel must be mended first
    └── AmbiguousOutcome        no answer: the post may or may not exist; reconcile before any resend
"""

from __future__ import annotations

from datetime import timedelta


class CommuniqueError(Exception):
    """An error with its four parts: what failed, what was kept, what to do, and a reference to quote."""

    exit_status = 1

    def __init__(self, what: str, *, kept: str = "", todo: str = "", reference: str = "") -> None:
        super().__init__(what)
        self.what, self.kept, self.todo, self.reference = what, kept, todo, reference

    def __str__(self) -> str:
        """All parts that are filled in, as sentences on one line."""
        parts = (self.what, self.kept, self.todo, self.reference and f"Reference: {self.reference}")
        return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts if part)


class InputError(CommuniqueError):
    """A line, file or argument that cannot be read."""

    exit_status = 2


class SettingsError(CommuniqueError):
    """A config key, value, time zone or environment variable that cannot be used."""

    exit_status = 2


class StoreError(CommuniqueError):
    """The database did not do what it was asked."""

    exit_status = 3


class StoreMissing(StoreError):
    """There is no database where it was looked for."""


class SchemaMismatch(StoreError):
    """The database's schema is older or newer than this program's."""


class StoreUnavailable(StoreError):
    """The database is locked, full, unreadable or damaged."""


class FetchError(CommuniqueError):
    """A feed or page could not be fetched or read.

    `health` is the word for it (`bot.domain.source.Health`), `status` the HTTP status, None without an
    answer; `wait` is how long the server asked us to stay away.
    """

    exit_status = 5

    def __init__(
        self,
        what: str,
        *,
        health: str,
        status: int | None = None,
        wait: timedelta | None = None,
        kept: str = "",
        todo: str = "",
    ) -> None:
        super().__init__(what, kept=kept, todo=todo)
        self.health, self.status, self.wait = health, status, wait


class DeliveryError(CommuniqueError):
    """A platform did not take a post. `code` is the platform's own word for it."""

    exit_status = 4

    def __init__(self, what: str, *, code: str, kept: str = "", todo: str = "", reference: str = "") -> None:
        super().__init__(what, kept=kept, todo=todo, reference=reference)
        self.code = code


class RetryableRefusal(DeliveryError):
    """The platform said no for now; the post does not exist. `wait` is how long it asked us to wait."""

    def __init__(self, what: str, *, code: str, wait: timedelta | None = None) -> None:
        super().__init__(what, code=code)
        self.wait = wait


class PermanentRefusal(DeliveryError):
    """The platform said no for good: the channel is gone or a right is missing."""


class AmbiguousOutcome(DeliveryError):
    """No answer came: the post may or may not exist."""
