"""What recognition yields: underspecified fields. No calendar arithmetic has happened yet."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from summarizers.dates.types import TimexType

Grain = Literal[
    "time",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "duration",
    "set",
    "ref",
]


class Fields(NamedTuple):
    """The words of one expression as fields; None means that the words do not say.

    `grain` is the finest unit named. A calendar expression carries `year`, `month`, `day`, `weekday` (1 =
    Monday) or `part` (number of the quarter, half, season, week or decade). A shift says which container is
    meant: `shift` units of `unit` from the reference (`last year` = -1 year; `Friday of next week` = weekday
    5 in week +1), counted from the publication or, if `from_previous`, from the timex before. `direction` is
    -2 (on or before), -1, 0, 1 or 2 (on or after) where the words fix it (`last Friday`). `clock` is the
    TIMEX3 tail (`T17:00`, `TEV`). `value` is a finished value that needs no calendar (durations, sets,
    references). `echo` marks years away that take the granularity of the time before (`a year earlier`);
    `plus` days are added to a day (`Friday week`, `the day after Christmas`).
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: int | None = None
    unit: str | None = None
    shift: int | None = None
    from_previous: bool = False
    direction: int | None = None
    holiday: str | None = None
    clock: str | None = None
    tz: str | None = None
    value: str | None = None
    type: TimexType = "DATE"
    mod: str | None = None
    fiscal: bool = False
    echo: bool = False
    plus: int = 0


class Mention:
    """Fields and the characters they were read from."""

    __slots__ = ("end", "fields", "start")

    def __init__(self, start: int, end: int, fields: Fields) -> None:
        self.start: Final = start
        self.end: Final = end
        self.fields: Final = fields
