"""`communique why` and `communique schedules`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.app import open_app
from bot.deliver.why import Account, account_lines, schedule_lines
from bot.domain.channel import LOCAL_TENANT, Channel
from bot.domain.schedule import Run, Schedule
from bot.errors import InputError
from bot.settings import Settings
from bot.texts import say


def why(settings: Settings, day: str | None, channel: str | None, *, as_json: bool) -> None:
    """Say what became of each send of a day, and which of earlier days are open."""
    account = asyncio.run(_account(settings, day, _channel(channel)))
    if as_json:
        _print_objects(account)
    else:
        sys.stdout.write("\n".join(account_lines(account)) + "\n")


def schedules(settings: Settings, *, as_json: bool) -> None:
    """List the next send of every schedule that the running bot has taken over; of a paused channel none."""
    account = asyncio.run(_account(settings, None, None))
    if as_json:
        for one, run in account.ahead:
            _print_object(_planned(one, run))
        return
    lines = schedule_lines(account) or (say("schedules.none"),)
    sys.stdout.write("\n".join(lines) + "\n")


async def _account(settings: Settings, day: str | None, channel: Channel | None) -> Account:
    async with open_app(settings) as app:
        today = app.clock.now().astimezone(ZoneInfo(settings.zone)).date()
        asked = _day(day) if day else today
        return await app.why.run(channel.tenant_id if channel else LOCAL_TENANT, asked, asked, channel)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"--day: not an ISO date: {text[:40]!r}", todo="Use 2025-11-10") from None


def _channel(text: str | None) -> Channel | None:
    try:
        return Channel.parse(text) if text else None
    except ValueError as error:
        raise InputError(f"--channel: {error}", todo="Use console:local:terminal") from None


def _print_objects(account: Account) -> None:
    for one in (*account.earlier, *account.deliveries):
        line = {
            "id": one.id,
            "channel": str(one.channel),
            "schedule": one.schedule_id,
            "day": one.local_date.isoformat(),
            "due": one.due.isoformat(),
            "state": one.state.value,
            "reason": one.reason.value if one.reason else None,
            "detail": one.detail,
            "next_try": one.next_try.isoformat() if one.next_try else None,
            "briefing": one.briefing_id,
            "messages": [
                {
                    "id": part.message_id,
                    "state": part.state.value,
                    "at": part.at.isoformat() if part.at else None,
                }
                for part in one.parts
            ],
        }
        _print_object(line)


def _planned(one: Schedule, run: Run) -> dict[str, object]:
    return {
        "id": one.id,
        "channel": str(one.channel),
        "topics": list(one.topics),
        "zone": one.zone,
        "day": run.local_date.isoformat(),
        "at": run.at.isoformat(),
    }


def _print_object(line: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
