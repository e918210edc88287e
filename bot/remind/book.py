"""The entries of the ledger with what they are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from bot.domain.ledger import Entry, Report, Signal
from bot.remind.likeness import known_by
from summarizers.grounding.names import one_name
from summarizers.text.tokens import words


@dataclass(slots=True)
class Book:
    """The entries with what they are found by."""

    entries: dict[str, Entry] = field(default_factory=dict)
    by_name: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_day: defaultdict[date, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_article: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_left: defaultdict[date, set[str]] = field(default_factory=lambda: defaultdict(set))
    coarse: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries, self.changed, self.coarse = {}, set(), set()
        self.by_name, self.by_day = defaultdict(set), defaultdict(set)
        self.by_article, self.by_left = defaultdict(set), defaultdict(set)
        for entry in entries:
            self._index(entry)

    def _index(self, entry: Entry) -> None:
        self.entries[entry.id] = entry
        if is_coarse(entry):
            self.coarse.add(entry.id)
        for report in entry.reports:
            self.by_article[report.article_id].add(entry.id)
            for name in known_by(report):
                self.by_name[name].add(entry.id)
            if report.signal is Signal.MOVED:
                for day in report.named:
                    self.by_left[day].add(entry.id)
            if report.deadline:
                self.by_day[report.deadline.date].add(entry.id)
                if report.deadline.end:
                    self.by_day[report.deadline.end].add(entry.id)

    def put(self, entry: Entry) -> None:
        """Keep an entry that is new or has changed."""
        if self.entries.get(entry.id) != entry:
            self._index(entry)
            self.changed.add(entry.id)

    def of_article(self, article_id: str) -> list[Entry]:
        """The entries that this article speaks of."""
        return [self.entries[key] for key in sorted(self.by_article[article_id])]

    def of_story(self, report: Report) -> list[Entry]:
        """The entries whose articles share a name with the report's, or are the same article."""
        names = known_by(report).union(map(one_name, words(report.title)))
        keys = set().union(*(self.by_name[name] for name in names if name in self.by_name))
        keys |= self.by_article[report.article_id]
        return [self.entries[key] for key in sorted(keys)]

    def left(self, report: Report) -> list[Entry]:
        """The entries that moved away from the report's date, as was read before it."""
        keys = self.by_left[report.deadline.date] if report.deadline else set()
        return [self.entries[key] for key in sorted(keys)]

    def named(self, report: Report) -> list[Entry]:
        """The entries of the report's story, and those on a date that its sentence names."""
        keys = set().union(*(self.by_day[day] for day in report.named))
        story = self.of_story(report)
        return story + [self.entries[key] for key in sorted(keys - {one.id for one in story})]

    def on(self, report: Report) -> list[Entry]:
        """The entries that may fall on the report's date."""
        if report.deadline is None:
            return []
        keys = self.by_day[report.deadline.date] | self.by_day[report.deadline.last_day]
        found = [self.entries[key] for key in sorted(keys)]
        if report.deadline.granularity in {"day", "minute"}:
            return found + [one for one in self.of_story(report) if one.id not in keys and is_coarse(one)]
        return found + [one for one in self.of_story(report) if one.id not in keys]

    def around(self, report: Report) -> list[Entry]:
        """The entries in whose period a report's day falls, or the other way round, of any story."""
        day = report.deadline
        if day is None:
            return []
        keys = self.coarse if day.granularity in {"day", "minute"} else self.entries
        known = (self.entries[key] for key in sorted(keys))
        return [
            one for one in known if one.deadline.date <= day.last_day and day.date <= one.deadline.last_day
        ]


def is_coarse(entry: Entry) -> bool:
    """Whether its date is a period of several days."""
    return entry.deadline.end is not None


def dated(entry: Entry) -> Iterator[Report]:
    """The reports that give it a date."""
    return (report for report in entry.reports if report.deadline)
