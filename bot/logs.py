"""Logging: text for people or JSON for machines, with secrets taken out of both."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import takewhile
from typing import TextIO

REDACTED = "[redacted]"
SHORTEST = 6
"""Shorter secrets of the settings are not looked for: they would blank ordinary words."""

_NAMES = r"(?:passwo?r?d|secret|token|api[_-]?key|authorization)"
_KEPT = re.compile(
    r"""(?xi)
    (?P<kept>
        hooks\.slack(?:-gov)?\.com/                               # incoming webhooks, response URLs
      | /(?:webhooks|interactions)/\d+/                           # Discord, and whatever stands in for it
      | \bbearer\s+["']?
      | (?<![\w-])[\w-]*NAMES["']?\s*[=:]\s*["']?(?:(?:bearer|bot|basic)\s+)?
    )
    [^\s"'<>(),;&\\]+
    """.replace("NAMES", _NAMES)
)
_WHOLE = re.compile(
    r"""(?x)
    xox[a-z][-.][\w.-]+ | x(?:app|wfp)-[\w-]+                      # Slack
    | [\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,} | mfa\.[\w-]{20,}       # Discord
    | eyJ[\w-]+\.[\w-]+\.[\w-]*                                   # JSON Web Token
    | (?<=://)(?:[^\s:/@]*:(?!\d{1,5}/)\S* | [^\s/?\#]+)(?=@)      # user and password; a port is none
    """
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SECRET_NAME = re.compile(rf"(?i)[\w-]*{_NAMES}")
_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}

OFTEN, STRETCH = 3, 600.0
"""Equal warnings that pass in so many seconds."""
MOST = 10_000
"""Warnings that are known at a time: twice as many as the channels that a bot is made for."""
_TOLD_ONCE = ("part_failed", "part_well")
"""Actions that say a change of the board's: without the last of them the log would say what is not so."""


def redact(text: str, known: Sequence[str] = ()) -> str:
    """The text with everything that looks like a token or password replaced, and all `known` secrets."""
    for secret in known:
        if len(secret) >= SHORTEST:
            text = text.replace(secret, REDACTED)
    return _KEPT.sub(rf"\g<kept>{REDACTED}", _WHOLE.sub(REDACTED, text))


class TextFormatter(logging.Formatter):
    """One readable line a record, a traceback below it; its extra fields follow as key=value.

    What strangers wrote cannot begin a line of its own in it, nor act on the screen that shows it.
    """

    def __init__(self, known: Sequence[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.known = known

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted."""
        extra = "".join(f" {key}={value}" for key, value in _extra(record, self.known).items())
        told = _escaped(redact(super().format(record), self.known), but="\n\t")
        return told + _escaped(redact(extra, self.known))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - its name in logging
        """What stands above a traceback, on one line."""
        return _escaped(redact(super().formatMessage(record), self.known))


class JsonFormatter(logging.Formatter):
    """One JSON object a record; `action` is the machine's name for what happened."""

    def __init__(self, known: Sequence[str] = ()) -> None:
        super().__init__()
        self.known = known

    def format(self, record: logging.LogRecord) -> str:
        """The object on one line; each text in it is redacted before JSON's own marks surround it."""
        fields: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redact(record.getMessage(), self.known),
            **_extra(record, self.known),
        }
        if record.exc_info:
            fields["error"] = redact(self.formatException(record.exc_info), self.known)
        return json.dumps(fields, ensure_ascii=False)


@dataclass(slots=True)
class _Stretch:
    since: float
    number: int = 0
    last: logging.LogRecord | None = None


class SparingHandler(logging.StreamHandler[TextIO]):
    """Writes a few equal warnings of each stretch: who is away is asked for twice a second, all night.

    When a stretch is over, whatever comes next, or the end, brings the last that was left out of it, with how
    many there were. Errors are all written.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self.known: dict[tuple[str, ...], _Stretch] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Write it, unless there were enough of its like; before it, what is over."""
        over = takewhile(lambda key: abs(record.created - self.known[key].since) >= STRETCH, self.known)
        self._forget(list(over))
        if record.levelno != logging.WARNING or self._is_wanted(record):
            super().emit(record)

    def close(self) -> None:
        """Tell what was left out so far."""
        self._forget(list(self.known))
        super().close()

    def _is_wanted(self, record: logging.LogRecord) -> bool:
        if getattr(record, "action", "") in _TOLD_ONCE:
            return True
        try:
            key, plain = _plain(record)
        except Exception:  # noqa: BLE001 - what cannot be put into words: writing it reports that
            return True
        stretch = self.known.setdefault(key, _Stretch(record.created))
        stretch.number += 1
        stretch.last = plain if stretch.number > OFTEN else None
        if len(self.known) > MOST:
            self._forget([next(iter(self.known))])
        return stretch.last is None

    def _forget(self, keys: Sequence[tuple[str, ...]]) -> None:
        for stretch in map(self.known.pop, keys):
            if stretch.last is not None:
                stretch.last.left_out = stretch.number - OFTEN
                super().emit(stretch.last)


def set_up(level: str, style: str, stream: TextIO | None = None, known: Sequence[str] = ()) -> None:
    """Send records from `level` up to a stream (standard error) as `SparingHandler` does.

    It replaces earlier set-up. `known` are secrets to be hidden whatever they look like.
    """
    handler = SparingHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter(known) if style == "json" else TextFormatter(known))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


def _escaped(text: str, but: str = "") -> str:
    """The text with its control characters spelled out, except some."""
    return _CONTROL.sub(lambda one: one[0] if one[0] in but else repr(one[0])[1:-1], text)


def _plain(record: logging.LogRecord) -> tuple[tuple[str, ...], logging.LogRecord]:
    """What an equal record has in common with it, and a copy that keeps no object of whoever logged it."""
    message, extra, cause = record.getMessage(), _extra(record, ()), record.exc_info and record.exc_info[1]
    if cause:
        extra["error"] = f"{type(cause).__name__}: {cause}"
    plain = copy(record)
    plain.__dict__.update(extra, msg=message, args=None, exc_info=None, exc_text=None)
    return (record.name, message, str(extra)), plain


def _extra(record: logging.LogRecord, known: Sequence[str]) -> dict[str, object]:
    return _clean_table({k: v for k, v in record.__dict__.items() if k not in _STANDARD}, known)


def _clean_table(table: Mapping[object, object], known: Sequence[str]) -> dict[str, object]:
    return {
        redact(str(key), known): REDACTED if _hides(key, value) else _clean(value, known)
        for key, value in table.items()
    }


def _hides(key: object, value: object) -> bool:
    """Numbers under such a name are counts."""
    return isinstance(value, str | bytes) and bool(_SECRET_NAME.fullmatch(str(key)))


def _clean(value: object, known: Sequence[str]) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return _clean_table(value, known)
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(one, known) for one in value]
    return redact(str(value), known)
