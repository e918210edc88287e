"""How long an answer keeps (RFC 9111, 4.2): until then its server has nothing new to say."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.feeds.web.headers import Headers, date_of, seconds_of

_DIRECTIVE = re.compile(
    r'[\s,]*(?P<name>[\w!#$%&\'*+.^`|~-]+)\s*(?:=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<token>[^\s,"]*)))?\s*(?:,|$)',
    re.ASCII,
)
"""One directive of Cache-Control with its argument, which may be quoted and hold commas then."""


def kept_for(headers: Headers, now: datetime) -> timedelta | None:
    """What is left of max-age, else of the time until Expires; None where nothing is, or nothing is said."""
    control = _directives(",".join(headers.getall("Cache-Control", [])))
    if control is None or "no-store" in control or control.get("no-cache") == "":
        return None
    if "max-age" in control:
        lifetime = seconds_of(control["max-age"]) or timedelta(0)  # nonsense means stale (4.2.1)
    else:
        lifetime = _until(headers, now)
    age = seconds_of(headers.get("Age", "").partition(",")[0]) or timedelta(0)  # of several the first (5.1)
    return lifetime - age if lifetime > age else None


def _until(headers: Headers, now: datetime) -> timedelta:
    expires = date_of(headers.get("Expires", ""))
    return expires - (date_of(headers.get("Date", "")) or now) if expires else timedelta(0)


def _directives(control: str) -> dict[str, str] | None:
    """Directive to argument, "" for none, of several the first; None where they cannot be told apart.

    A `no-cache` that names fields is about them alone (5.2.2.4), unless one without stands there as well.
    """
    found: dict[str, str] = {}
    at = 0
    while control[at:].strip(" \t,"):
        match = _DIRECTIVE.match(control, at)
        if match is None:
            return None
        argument = match["quoted"] or match["token"] or ""
        name, at = match["name"].lower(), match.end()
        if name not in found or not argument:
            found[name] = argument
    return found
