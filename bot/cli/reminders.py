"""`communique reminders`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.app import open_app, reminding, topics_of
from bot.cli.context import instant_of
from bot.cli.printing import print_post
from bot.deliver.notice import Told, lay_out_reminders
from bot.deliver.outbox import Outbox
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.reminder import Policy
from bot.settings import Settings
from bot.texts import count, say


def run(settings: Settings, as_of: str | None, days: int, *, as_json: bool, most: int | None = None) -> None:
    """Print the reminders of a day, then one line for each that follows; of these at most `most`."""
    policy = next((one for one in settings.policies if one.channel == LOCAL_CHANNEL), None)
    if policy is None:
        sys.stderr.write(say("reminders.off") + "\n")
        return
    today, told = asyncio.run(_told(settings, policy, as_of, days))
    if as_json:
        _print_objects(told)
        return
    due = [one for one in told if one[1].day.isoformat() == today]
    for reader in sorted({one.reader for _, one in due}):
        whose = [one for one in due if one[1].reader == reader]
        print_post(
            lay_out_reminders(
                whose, LOCAL_CHANNEL, whose[0][1].day, policy.zone, f"reminders:{today}:{reader}"
            )
        )
    if not due:
        sys.stdout.write(say("reminders.none") + "\n")
    _print_next([one for one in told if one not in due], policy.zone, most)


def _print_next(ahead: Sequence[Told], zone: str, most: int | None) -> None:
    for one in ahead[:most]:
        sys.stdout.write(_line(one, zone) + "\n")
    if most is not None and len(ahead) > most:
        sys.stdout.write(say("reminders.more", number=len(ahead) - most) + "\n")


async def _told(
    settings: Settings, policy: Policy, as_of: str | None, days: int
) -> tuple[str, tuple[Told, ...]]:
    async with open_app(settings) as app:
        now = instant_of(as_of, app.clock.now(), policy.zone)
        outbox = Outbox(store=app.store, clock=app.clock, messengers={})
        remind = reminding(app, outbox, lambda: [policy], topics_of(settings))
        today = now.astimezone(ZoneInfo(policy.zone)).date()
        return today.isoformat(), await remind.ahead(policy, now, days)


def _line(told: Told, zone: str) -> str:
    event, one = told
    at = f"{one.at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
    if not one.step.isdigit():
        return say("reminders.note", at=at, zone=zone, about=event.text)
    if not int(one.step):
        return say("reminders.next.day", at=at, zone=zone, about=event.text)
    return say("reminders.next", at=at, zone=zone, days=count("day", int(one.step)), about=event.text)


def _print_objects(told: Sequence[Told]) -> None:
    from bot.web.wire import event_object

    for event, one in told:
        line = {"at": one.at.isoformat(), "day": one.day.isoformat(), "step": one.step, "reader": one.reader}
        sys.stdout.write(json.dumps({**line, "deadline": event_object(event)}, ensure_ascii=False) + "\n")
