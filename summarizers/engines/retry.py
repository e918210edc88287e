"""What to do about a model server's refusal: try again after a wait, or leave it."""

from __future__ import annotations

import email.utils
import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PASSING: Final = frozenset([408, 409, 425, 429, 500, 502, 503, 504, 529])
_FIRST_WAIT: Final = 0.5
_LONGEST_WAIT: Final = 20.0


def passes(status: int) -> bool:
    """Whether a refusal with this HTTP status may be over soon."""
    return status in _PASSING


def wait(attempt: int, headers: Mapping[str, str], seed: str) -> float:
    """Seconds before the next try after `attempt` (from 1): what the server asks, else 0.5, 1, 2, … to 20.

    Up to half as much again is added by a hash of `seed`, so that requests refused together do not come back
    together. `headers` have lower-case names.
    """
    asked = retry_after(headers)
    base = min(_FIRST_WAIT * 2 ** (attempt - 1), _LONGEST_WAIT) if asked is None else asked
    spread = int.from_bytes(hashlib.sha256(f"{attempt} {seed}".encode()).digest()[:2]) / 65536
    return base * (1 + spread / 2) if asked is None else base + spread


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a `Retry-After` asks for (RFC 9110, 10.2.3); None without a readable one.

    A date counts from the server's own `Date`, so that no clock of ours is needed.
    """
    asked = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", asked):
        return float(asked)
    try:
        then, now = (email.utils.parsedate_to_datetime(text) for text in (asked, headers.get("date", "")))
        return max(0.0, (then - now).total_seconds())
    except (TypeError, ValueError):
        return None
