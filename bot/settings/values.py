"""What a value must be: a zone, a folder, a channel's name, a time of day."""

from __future__ import annotations

import difflib
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, get_args
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator

from bot.domain.channel import Channel
from bot.settings.plain import written

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


def _known_zone(name: str) -> str:
    """The name if it is an IANA zone this machine knows; raise ValueError with the nearest name if not."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        near = difflib.get_close_matches(name, available_timezones(), n=1)
        hint = f"; did you mean {near[0]}?" if near else "; use an IANA name such as Europe/Berlin"
        raise ValueError(f"unknown time zone {name!r}{hint}") from None
    return name


def _known_zone_or_none(name: str) -> str:
    return _known_zone(name) if name else name


def _usable_folder(folder: str) -> str:
    if "\0" in folder:
        raise ValueError("a path cannot hold a NUL character")
    try:
        Path(folder).expanduser()
    except RuntimeError:
        raise ValueError(f"there is no home folder for {Path(folder).parts[0]}") from None
    return folder


def _channel_name(text: str) -> str:
    return str(Channel.parse(text))


def _clock_time(given: object) -> time:
    """A number would be read as seconds of a day at UTC, and what is no time told in pydantic's words."""
    if isinstance(given, time):
        return given
    try:
        return time.fromisoformat(given if isinstance(given, str) else "")
    except ValueError:
        raise ValueError(f'{written(given)} is no time of day; write it as "08:00"') from None


def _wall_time(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("a wall time has no offset; the zone stands apart")
    return at


Zone = Annotated[str, AfterValidator(_known_zone)]
ZoneOrNone = Annotated[str, AfterValidator(_known_zone_or_none)]
"""Empty where another setting tells."""
Folder = Annotated[str, AfterValidator(_usable_folder)]
ChannelName = Annotated[str, AfterValidator(_channel_name)]
WallTime = Annotated[time, BeforeValidator(_clock_time), AfterValidator(_wall_time)]
"""A time of day without an offset."""
