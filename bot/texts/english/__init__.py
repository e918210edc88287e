"""English, the source of all other languages."""

from __future__ import annotations

from types import MappingProxyType

from bot.texts.english import (
    accounts,
    chat,
    deadlines,
    digest,
    fetching,
    forms,
    refusals,
    slack,
    sources,
    terminal,
)
from bot.texts.words import Noun, Words

ENGLISH = Words(
    name="English",
    messages=MappingProxyType(
        digest.TEXTS
        | deadlines.TEXTS
        | chat.TEXTS
        | forms.TEXTS
        | sources.TEXTS
        | fetching.TEXTS
        | accounts.TEXTS
        | refusals.TEXTS
        | slack.TEXTS
        | terminal.TEXTS
    ),
    nouns=MappingProxyType(
        {
            "article": Noun("article", "articles"),
            "item": Noun("item", "items"),
            "source": Noun("source", "sources"),
            "story": Noun("story", "stories"),
            "day": Noun("day", "days"),
            "hour": Noun("hour", "hours"),
            "minute": Noun("minute", "minutes"),
            "deadline": Noun("deadline", "deadlines"),
            "revision": Noun("revision", "revisions"),
            "duplicate": Noun("near-duplicate", "near-duplicates"),
            "line": Noun("line", "lines"),
            "question": Noun("question", "questions"),
            "send": Noun("send", "sends"),
            "job": Noun("job", "jobs"),
            "worker": Noun("worker", "workers"),
            "point": Noun("point", "points"),
        }
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    thousands=",",
)
