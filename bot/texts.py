"""Every word a person reads, in one table: one entry a message, ready for translation.

Placeholders are `str.format` fields. A counted noun has a form for one and a form for other counts.
"""

from __future__ import annotations

from types import MappingProxyType

TEXTS = MappingProxyType(
    {
        "app": "Communiqué",
        "digest.title": "{app} · {day}",
        "digest.as_of": "as of {time} {zone}",
        "digest.topics": "Topics: {topics}",
        "digest.counts": "{articles}, {outlets}, {stories}",
        "digest.undated": "{articles} without a date left out",
        "digest.failed": "{sources} failed",
        "digest.quiet": "A quiet day: nothing agreed, disputed or due in what was published.",
        "digest.empty": "No articles in this window ({since} to {until}).",
        "digest.newest": "The newest stored article is of {day}.",
        "brief.earlier": "To brief that day: communique brief --as-of {day}",
        "digest.footer": "Each bullet quotes its source. Written by {engine}.",
        "digest.more": "{number} more in the details",
        "agenda.title": "{app} · deadlines from {day}",
        "agenda.moved": "moved from {day}",
        "agenda.disputed": "disputed: also {days}",
        "agenda.subtitle": "{deadlines} in the next {days}",
        "interrupted": "Stopped. What was stored stays; run the command again to go on.",
        "ingest.progress": "Storing {file}",
        "ingest.resumed": "Going on in {file} at line {line}, where the last run stopped.",
        "ingest.kept": "Stored from {file}: {articles}; run it again to go on",
        "ingest.new": "{articles} stored",
        "ingest.unchanged": "{number} unchanged",
        "ingest.undated": "{number} without a date",
        "ingest.rejected": "{lines} not stored",
        "brief.progress": "Condensing articles",
        "brief.page": "Page written to {path}",
        "demo.ingest": "Storing the bundled articles: all invented, none of it happened.",
        "demo.brief": "The briefing of their newest day:",
        "demo.deadlines": "What falls due, from all of them:",
        "demo.next": "The same briefing as a page: {page}\nYour own articles: communique ingest FILE.jsonl, "
        "then communique brief.",
        "audit.added": "schedule {schedule} added",
        "audit.changed": "schedule {before} changed to {after}",
        "audit.removed": "schedule {schedule} removed",
        "audit.topic": "topic {topic} added, changed or removed",
        "audit.refused": "settings refused: {error}",
        "why.line": "{day} {schedule} to {channel}, due {due}: {what}",
        "why.sent": "sent {at} as {ids}",
        "why.skipped": "skipped, {detail}",
        "why.failed": "failed, {detail}",
        "why.unknown": "unknown: {detail}",
        "why.waiting": "next try {at}{detail}",
        "why.nothing": "No send was due.",
        "why.pause": "{channel} is paused since {day}: {reason}",
        "why.next": "next: {schedule} to {channel} at {at} {zone}",
        "why.quiet": "quiet hours until {time}",
        "why.too_late": "{late} late, more than the {limit} allowed",
        "why.no_answer": "the platform did not answer and has no such message",
        "why.cannot_tell": "the platform did not answer and cannot tell; it is not sent again by itself",
        "why.gave_up": "gave up after {attempts} attempts: {error}",
        "why.no_topic": "the topic {topics} is not set any more",
        "why.no_messenger": "nothing is set up to reach {platform}",
        "why.not_made": "the digest could not be made: {error}",
        "why.paused": "the channel is paused since {day}: {reason}",
        "run.started": "Running. Digests go to {path}; Ctrl-C ends it.",
        "run.stopped": "Stopped.",
        "run.late": "Stopped before all was done; the next start goes on from there.",
        "run.reloaded": "Settings read again: {changes}.",
        "run.nothing": "nothing changed",
        "run.restart": "{keys} changed, which takes a new start",
        "run.refused": "The settings were not taken over: {error}",
        "schedules.none": "No schedules: start `communique run`, which takes over those of the settings.",
        "migrate.same": "The database is up to date ({after}).",
        "migrate.done": "The database was brought from {before} to {after}.",
        "migrate.nothing": "nothing",
        "init.done": "Wrote {path}. Change what you need; every line is a default.",
        "doctor.defaults": "the packaged defaults",
        "doctor.first": "The first `communique ingest` makes it",
        "doctor.set_up": "set up",
        "doctor.not_set_up": "not set up",
        "section.agreement": "Key agreements",
        "section.tension": "Open tensions",
        "section.deadline": "Deadlines",
        "section.agreement.empty": "No agreements reported.",
        "section.tension.empty": "No tensions reported.",
        "section.deadline.empty": "No deadlines ahead.",
        "section.sources": "Sources",
        "section.stories": "Stories",
        "state.upcoming": "",
        "state.met": "done",
        "state.lapsed": "over",
        "state.called_off": "called off",
        "status.agreed": "agreed",
        "status.tentative": "tentative",
        "mark.new": "new",
        "mark.updated": "updated",
        "mark.unchanged": "",
        "when.today": "today",
        "when.tomorrow": "tomorrow",
        "when.in": "in {days}",
        "when.ago": "{days} ago",
        "when.now": "now, until {day}",
        "when.period": "{first} to {last}",
        "when.by": "by {day}",
        "when.before": "before {day}",
        "when.until": "until {day}",
        "when.from": "from {day}",
        "when.within": "by {day}",
        "when.on": "{day}",
        "certainty.fixed": "",
        "certainty.tentative": "not certain",
        "certainty.conditional": "conditional",
        "sources.independent": "{sources}",
        "page.lang": "en",
        "page.proof": "Proof",
        "page.details": "All {points}, with proof",
        "timeline.label": "What is ahead: {days}",
        "timeline.days.7": "1 week",
        "timeline.days.30": "1 month",
        "timeline.days.91": "3 months",
        "timeline.days.182": "6 months",
        "timeline.days.365": "1 year",
        "timeline.days.730": "2 years",
    }
)

COUNTED = MappingProxyType(
    {
        "article": ("article", "articles"),
        "source": ("source", "sources"),
        "outlet": ("outlet", "outlets"),
        "story": ("story", "stories"),
        "day": ("day", "days"),
        "hour": ("hour", "hours"),
        "minute": ("minute", "minutes"),
        "deadline": ("deadline", "deadlines"),
        "revision": ("revision", "revisions"),
        "duplicate": ("near-duplicate", "near-duplicates"),
        "line": ("line", "lines"),
        "point": ("point", "points"),
    }
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
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
)


def say(key: str, /, **values: object) -> str:
    """The message under `key`, its fields filled in; raise KeyError for an unknown key."""
    return TEXTS[key].format(**values)


def count(noun: str, number: int) -> str:
    """A number with its noun, such as `1 article` or `14 articles`."""
    one, other = COUNTED[noun]
    return f"{number:,} {one if number == 1 else other}"
