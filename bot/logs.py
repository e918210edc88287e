"""Logging: text for people or JSON for machines, with secrets taken out of both."""

from __future__ import annotations

import json
import logging
import re
import sys
from typing import TextIO

REDACTED = "[redacted]"
_SECRETS = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}"  # Slack, Discord tokens
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"  # user and password in a URL
    r"|(?i:(?<=bearer )|(?<=bot ))[\w.~+/-]{16,}=*"
)
_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


def redact(text: str) -> str:
    """The text with everything that looks like a token or password replaced."""
    return _SECRETS.sub(REDACTED, text)


class TextFormatter(logging.Formatter):
    """One readable line a record; its extra fields follow as key=value."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted."""
        extra = "".join(f" {key}={value}" for key, value in _extra(record).items())
        return redact(super().format(record) + extra)


class JsonFormatter(logging.Formatter):
    """One JSON object a record; `action` is the machine's name for what happened."""

    def format(self, record: logging.LogRecord) -> str:
        """The object on one line, redacted."""
        fields = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_extra(record),
        }
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        return redact(json.dumps(fields, default=str, ensure_ascii=False))


def set_up(level: str, style: str, stream: TextIO | None = None) -> None:
    """Send all records from `level` up to a stream (standard error), replacing earlier set-up."""
    handler = logging.StreamHandler(stream or sys.stderr)
    text = TextFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonFormatter() if style == "json" else text)
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


def _extra(record: logging.LogRecord) -> dict[str, object]:
    return {key: value for key, value in record.__dict__.items() if key not in _STANDARD}
