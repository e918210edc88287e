"""What became of a channel's sends, and why a briefing shows what it shows, in the words of a chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.converse.cases import local
from bot.converse.greet import GREETING
from bot.deliver.owner import PREFIX
from bot.deliver.topics import topics_in_words
from bot.deliver.when import day_in_words, short_day
from bot.deliver.why import Account, outcome_in_words
from bot.domain.briefing import Basis, Briefing
from bot.domain.delivery import Delivery
from bot.domain.reply import Feedback, Reply
from bot.domain.schedule import Run, Schedule
from bot.texts import count, say

_KINDS = {
    "reminder:": "reminder",
    "correction:": "correction",
    "resting:": "resting",
    GREETING: "greeting",
    PREFIX: "paused",
}
"""What the schedule ids of other sends than briefings begin with."""


def accounted(account: Account, day: date, calendar: str = "") -> Reply:
    """One line each: what is open of earlier days, the day's sends, pauses, the calendar, what is next."""
    lines = [_earlier_line(account, one) for one in account.earlier]
    lines += [_send_line(one, account.zone_of(one)) for one in account.deliveries] or [say("why.nothing")]
    lines += [
        say("chat.paused", day=short_day(pause.since.date()), reason=pause.reason)
        for _, pause in account.pauses
    ]
    lines += [calendar] if calendar else []
    lines += next_lines(account.ahead)
    return Reply(title=say("chat.why", day=day_in_words(day)), paragraphs=tuple(lines))


def _earlier_line(account: Account, one: Delivery) -> str:
    day = short_day(account.day_of(one))
    return say("chat.earlier", day=day, line=_send_line(one, account.zone_of(one)))


def _send_line(one: Delivery, zone: str) -> str:
    kind = next((kind for prefix, kind in _KINDS.items() if one.schedule_id.startswith(prefix)), "briefing")
    at = f"{local(one.due, zone):%H:%M}"
    return say("chat.send", what=say(f"chat.send.{kind}"), at=at, outcome=outcome_in_words(one, zone))


def next_lines(planned: Sequence[tuple[Schedule, Run]]) -> list[str]:
    """The next send of each schedule, the earliest first; the day is in full."""
    ordered = sorted(planned, key=lambda one: one[1].at)
    return [say("chat.next", when=_at(local(run.at, one.zone)), zone=one.zone) for one, run in ordered]


def next_send(planned: Sequence[tuple[Schedule, Run]], now: datetime) -> str:
    """When the next send is due, as a person says it: `tomorrow 08:00 Europe/Berlin`; empty for never."""
    if not planned:
        return ""
    schedule, run = min(planned, key=lambda one: one[1].at)
    at, today = local(run.at, schedule.zone), local(now, schedule.zone).date()
    days = {today: say("when.today"), today + timedelta(days=1): say("when.tomorrow")}
    day = days.get(at.date(), day_in_words(at.date()))
    return say("chat.next", when=f"{day} {at:%H:%M}", zone=schedule.zone)


def _at(at: datetime) -> str:
    return f"{day_in_words(at.date())} {at:%H:%M}"


def why_these(briefing: Briefing, feedback: Sequence[Feedback], sends: Reply) -> Reply:
    """Why a briefing shows these bullets: what it looked at, how many sources tell each, what readers say."""
    since, until = (local(at, briefing.zone) for at in (briefing.window.since, briefing.window.until))
    coverage = briefing.coverage
    basis = "chat.these.seen" if briefing.window.basis is Basis.SEEN else "chat.these.published"
    looked = say(
        basis,
        articles=count("article", coverage.articles),
        outlets=count("source", coverage.outlets),
        since=f"{since:%Y-%m-%d %H:%M}",
        until=f"{until:%Y-%m-%d %H:%M}",
        zone=briefing.zone,
    )
    lines = [looked, say("chat.these.order")]
    lines[1:1] = topics_in_words(briefing.topics)
    lines += [
        say("chat.these.item", text=item.bullet.text, sources=count("source", item.sources))
        for item in briefing.items
    ]
    if feedback:
        useful = sum(one.useful for one in feedback)
        lines.append(say("chat.these.feedback", useful=useful, other=len(feedback) - useful))
    return Reply(title=say("chat.these"), paragraphs=(*lines, sends.title, *sends.paragraphs))
