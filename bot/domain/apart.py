"""What a settings file says of a channel beyond one set of values: each digest apart, and its reminders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.appointment import CalendarPolicy
from bot.domain.reminder import Policy
from bot.domain.schedule import Schedule

_OF_SCHEDULES = ("zone", "weekdays", "quiet", "topics")
_OF_REMINDERS = ("zone", "quiet", "topics")
_OF_EVENTS = ("zone", "topics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """The file's own digests, reminders and events, where a channel's settings alone would make others.

    Topics are names of the file, in all of their sources. Nothing of one kind: the settings say all of it.
    """

    schedules: tuple[Schedule, ...] = ()
    policy: Policy | None = None
    calendar: CalendarPolicy | None = None

    def changed(self, new: Mapping[str, Any], alike: Sequence[Schedule]) -> Apart:
        """The same after fields of the settings changed: what is new holds for all, the rest stays.

        `alike` are the digests as the settings alone make them. Of new times, one that was there keeps its
        digests, another gets one of those.
        """
        planned = tuple(replace(one, **_among(new, _OF_SCHEDULES)) for one in self.schedules)
        return Apart(
            schedules=_at_new_times(planned, alike) if "times" in new and planned else planned,
            policy=self.policy and replace(self.policy, **_among(new, _OF_REMINDERS)),
            calendar=self.calendar and replace(self.calendar, **_among(new, _OF_EVENTS)),
        )

    def differs(self, field: str) -> bool:
        """Whether what the file says of that field is not one and the same for all."""
        kinds = (
            (_OF_SCHEDULES, self.schedules),
            (_OF_REMINDERS, (self.policy,)),
            (_OF_EVENTS, (self.calendar,)),
        )
        said = [getattr(one, field) for names, held in kinds if field in names for one in held if one]
        return any(one != said[0] for one in said)


NOTHING_APART = Apart()


def _among(new: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: new[name] for name in names if name in new}


def _at_new_times(planned: Sequence[Schedule], alike: Sequence[Schedule]) -> tuple[Schedule, ...]:
    late = max(one.skip_after for one in planned)
    return tuple(
        kept
        for one in alike
        for kept in [was for was in planned if was.at == one.at] or [replace(one, skip_after=late)]
    )
