"""Dates as feeds and pages write them: the day, and the instant where the zone is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo

_LONGEST = 80
_WHOLE_DAY = 24 * 60 * 60
_MONTHS_A_YEAR = 12

_FILLING = re.compile(r"\s(?:uhr|um|à|às|a las|alle|kl\.?|om|at)\b", re.IGNORECASE)
_BY_H = re.compile(r"\b(\d{1,2})h(\d{2})\b")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_YEAR_FIRST = re.compile(r"(\d{4})\s?[年.]\s?(\d{1,2})\s?[月.]\s?(\d{1,2})(?:日|\.|\b)")
_NAMED_TWICE = re.compile(r"([+-]\d{2}:?\d{2})\s+\(?[A-Za-z]{1,5}\)?$")
_OFFSET_OF_UTC = re.compile(r"\b(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?(\d{2}))?$")
_TWO_WAYS = re.compile(r"\W*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")
_BY_POINTS = re.compile(r"\W*\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}|\d\s*[ap]\.?m\b", re.IGNORECASE)
_EDGES = (datetime(2001, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - they only tell what a text leaves open

_MONTHS = {
    name: english
    for english, names in {
        "Jan": "januar janvier janv enero ene gennaio gen januari janeiro",
        "Feb": "februar février févr fév fevrier febrero febbraio februari fevereiro fev",
        "Mar": "märz mars marzo maart março mrz mär",
        "Apr": "avril avr abril abr aprile",
        "May": "mai mayo maggio mag mei maio",
        "Jun": "juni juin junio giugno giu junho",
        "Jul": "juli juillet juil julio luglio lug julho",
        "Aug": "août aout agosto ago augustus",
        "Sep": "septembre septiembre settembre set setembro",
        "Oct": "oktober okt octobre octubre ottobre ott outubro out",
        "Nov": "novembre noviembre novembro",
        "Dec": "dezember dez décembre déc decembre diciembre dicembre dic dezembro",
    }.items()
    for name in names.split()
}
"""Months as outlets write them in German, French, Spanish, Italian, Dutch and Portuguese."""

_ENGLISH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY = re.compile(
    rf"^(?!(?:{_ENGLISH}|{'|'.join(_MONTHS)})\b)[^\W\d]{{2,12}}\.?,?\s+(?=\d)", re.IGNORECASE
)
_MONTH = re.compile(rf"(?:\bde\s+)?(?<!\w)({'|'.join(_MONTHS)})\b\.?(?:\s+de\b)?", re.IGNORECASE)

_HOURS = {
    **dict.fromkeys(("z", "ut", "utc", "gmt", "wet"), 0),
    **dict.fromkeys(("west", "bst", "cet", "mez"), 1),
    **dict.fromkeys(("cest", "mesz", "eet"), 2),
    **dict.fromkeys(("eest", "msk"), 3),
    **dict.fromkeys(("hkt", "sgt", "awst"), 8),
    **dict.fromkeys(("jst", "kst"), 9),
    **dict(zip(("aest", "aedt", "nzst", "nzdt"), range(10, 14), strict=True)),
    **dict(zip(("hst", "akst", "pst", "mst", "cst", "est"), range(-10, -4), strict=True)),
    **dict(zip(("akdt", "pdt", "mdt", "cdt", "edt"), range(-8, -3), strict=True)),
}
"""Zones that mean one thing in dates of the web (RFC 822, 5.1, and common use); `ist` means three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """`at` is the instant with its offset, None where the text names no zone or no time.

    `has_time` says that it gives a time.
    """

    day: date
    at: datetime | None = None
    has_time: bool = False


def written(text: str) -> Written | None:
    """What a text says; None if it gives no whole day, or one that may be two (10/11/2025)."""
    text = _in_order(" ".join(text.split())[:_LONGEST])
    has_time = bool(_TIME.search(text))
    if _may_be_two(text):
        return None
    try:
        first, second = _parsed(text)
        offset = first.utcoffset()
    except (ValueError, OverflowError, TypeError, AttributeError, LookupError, ArithmeticError):
        day = _iso_day(text)  # hour 24, or an offset that no place has
        return Written(day=day, has_time=has_time) if day else None
    if first.date() != second.date():
        return None
    return Written(day=first.date(), at=first if has_time and offset is not None else None, has_time=has_time)


def _in_order(text: str) -> str:
    """The text as dateutil knows dates: English months, numeric offsets, no weekday."""
    text = _FILLING.sub(" ", _WEEKDAY.sub("", text))
    text = _MONTH.sub(lambda match: _MONTHS[match[1].lower()], _YEAR_FIRST.sub(r"\1-\2-\3", text))
    text = _NAMED_TWICE.sub(r"\1", _BY_H.sub(r"\1:\2", text))
    return _OFFSET_OF_UTC.sub(lambda match: f"{match[1]}{match[2]:0>2}{match[3] or '00'}", text)


def _parsed(text: str) -> list[datetime]:
    """What dateutil reads over two different days: what differs then, the text does not give."""
    from dateutil import parser

    by_points = bool(_BY_POINTS.match(text))
    return [parser.parse(text, default=edge, tzinfos=_zone, dayfirst=by_points) for edge in _EDGES]


def _may_be_two(text: str) -> bool:
    """Whether day and month could change places."""
    found = _TWO_WAYS.match(text)
    if found is None or found[1] == found[2]:
        return False
    return max(int(found[1]), int(found[2])) <= _MONTHS_A_YEAR


def _iso_day(text: str) -> date | None:
    match = _ISO_DAY.search(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """For dateutil: the zone of an offset in seconds, or of a name; None for one that nobody knows."""
    if offset is not None and (name is None or name.lower() in {"utc", "gmt", "z"}):
        return timezone(timedelta(seconds=offset)) if abs(offset) < _WHOLE_DAY else None
    hours = _HOURS.get((name or "").lower())
    return None if hours is None else timezone(timedelta(hours=hours))
