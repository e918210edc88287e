"""How long the running bot takes to acknowledge what people do, as the loopback Slack and Discord see it.

Every command, button, form and text, over Socket Mode, over HTTP and through Discord's gateway: while nothing
else happens, and while a digest goes to many channels. Slack and Discord wait 3 seconds; the aim is 1. Where
Discord opens a form or completes a word the acknowledgement is the answer itself.

    python -m benchmarks.acknowledged [--channels 300] [--times 5] [--way socket|http|discord …]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

from bot.texts import say
from tests.fakes.discord_server.person import HERE, Reader, buttons
from tests.fakes.discord_server.server import DiscordServer
from tests.fakes.slack_people import People
from tests.fakes.slack_server.nouns import Channel
from tests.fakes.slack_server.server import ANNA, BOT, TEAM, SlackServer
from tests.faults.process import Bot, bot, eventually
from tests.faults.seeded import settled
from tests.integration.slack_bot import Place, set_up, variables
from tests.integration.truce import store

AIM = 1.0
Took = dict[str, list[float]]
"""Seconds by what was done."""

SLASHES = ("now", "ask what did Kestria and Valdoro sign?", "deadlines", "catchup", "sources", "why", "help")
WORDS = ("now", "deadlines", "catchup", "sources", "why", "help")
ON_ENTRY = ("source", "remind_me", "snooze", "mute")
PRESSED = ("deadlines", "why", "feedback")


def main(ways: Sequence[str], channels: int, times: int) -> None:
    """Print a table for each way: idle, and during a fan-out."""
    for way in ways:
        measure = _discord if way == "discord" else _slack
        with _idle_and_busy(measure, way, channels, times) as (idle, busy):
            _print(way, channels, idle, busy)


@contextmanager
def _idle_and_busy(
    measure: Callable[[str, int, int], Took], way: str, channels: int, times: int
) -> Iterator[tuple[Took, Took]]:
    yield measure(way, 0, times), measure(way, channels, times)


def _slack(way: str, channels: int, times: int) -> Took:
    server = SlackServer()
    for key in (f"c{number:03}" for number in range(max(channels, 1))):
        server.state.channels[key] = Channel(id=key, team=TEAM, name=key, created=1, members={ANNA, BOT})
    with tempfile.TemporaryDirectory() as name, server.beside() as url:
        folder = Path(name)
        store(folder, digests=max(channels, 1))
        with bot(folder, **variables(server, url, http=way == "http")) as running:
            if way == "socket":
                _until(lambda: bool(server.sockets.open), running)
            place = Place(server, People(url), folder, running)
            set_up(place, "C1")
            if not channels:
                _until(lambda: settled(folder), running)
            for number in range(times):
                _tell(way, channels, number + 1, times)
                _everything(place)
            _busy_still(folder, channels)
            running.end()
    taken = (one for one in server.sockets.log if one["taken"])
    return _by_name((str(one["name"]), float(one["seconds"])) for one in taken)


def _everything(place: Place) -> None:
    """All that a person can do, once."""
    people = place.people
    for text in SLASHES:
        place.asks(text)
    for name in PRESSED:
        place.presses(say(f"button.{name}"))
    _click(place, "useful")
    place.asks("deadlines truce")
    for name in ON_ENTRY:
        _click(place, name)
    place.asks("deadlines")
    _click(place, "share")
    _click(place, "ask_about")
    _form(place, {"question": "What did the union reject?"})
    people.do("slash", user=ANNA, channel="C1", text="settings")
    place.opens()
    people.do("search", user=ANNA, block_id="zone", text="lisb")
    people.do("search", user=ANNA, block_id="role", text="")
    people.do("submit", user=ANNA, values={"times": "noonish"})
    _form(place, {"times": "09:15"})
    people.do("say", user=ANNA, channel="im", text="what did the union reject?")
    people.do("shortcut", user=ANNA, channel="C1", ts=_line(place))
    place.opens()
    place.closes()
    people.do("open_home", user=ANNA)
    _until(lambda: people.sees(ANNA)["home"] is not None)
    people.do("press_home", user=ANNA, label=say("button.settings"), value="C1")
    place.opens()
    place.closes()


def _click(place: Place, name: str) -> None:
    place.people.do("click", user=ANNA, channel="C1", label=say(f"button.{name}"))


def _form(place: Place, values: dict[str, str]) -> None:
    place.opens()
    place.people.do("submit", user=ANNA, values=values)
    place.closes()


def _line(place: Place) -> str:
    told = place.people.do("say", user=ANNA, channel="C1", text=f"<@{BOT}> which ports?")
    return str(told["ts"])


def _discord(way: str, channels: int, times: int) -> Took:
    server = DiscordServer()
    due = [f"710000000000000{number:03}" for number in range(max(channels, 1))]
    for key in (HERE, *due):
        server.rest.state.channel(key)
    with tempfile.TemporaryDirectory() as name, server.beside() as control:
        folder = Path(name)
        store(folder, workspace="discord:local:710000000000000", digests=max(channels, 1))
        with bot(folder, **control.variables) as running:
            reader = Reader(control)
            _until(lambda: bool(reader.messages()), running)
            form = reader.press(buttons(reader.messages()[0])[say("button.setup")]).modal
            reader.submit(form, topics="", time="08:00", zone="Europe/Berlin")
            reader.sees(lambda text: "Key agreements" in text)
            if not channels:
                _until(lambda: settled(folder), running)
            for number in range(times):
                _tell(way, channels, number + 1, times)
                _all_of_discord(reader)
            _busy_still(folder, channels)
            running.end()
    held = server.rest.interactions.held.values()
    return _by_name((one.name, one.took) for one in held)


def _all_of_discord(reader: Reader) -> None:
    for name in WORDS:
        reader.command(name)
    reader.command("ask", question="What did Kestria and Valdoro sign?")
    reader.types("sources", "source", "t")
    reader.types("deadlines", "deadline", "t")
    reader.types("now", "topic", "t")
    digest = buttons(reader.sees(lambda text: "Key agreements" in text))
    for name in PRESSED:
        reader.press(digest[say(f"button.{name}")])
    form = reader.press(digest[say("button.ask_about")]).modal
    reader.submit(form, question="What did the union reject?")
    reader.press(reader.command("deadlines").buttons[say("button.share")])
    page, *_ = reader.command("settings").buttons.values()
    reader.submit(reader.press(page).modal, times="25:99", zone="Europe/Berlin", weekdays=["0"])


def _tell(way: str, channels: int, number: int, times: int) -> None:
    """Say how far it is, beside the tables."""
    while_ = f"while {channels} digests go out" if channels else "idle"
    print(f"{way}, {while_}: round {number} of {times}", file=sys.stderr)


def _until(holds: Callable[[], bool], running: Bot | None = None) -> None:
    if not eventually(holds):
        raise SystemExit(running.said if running else "the bot does not answer")


def _busy_still(folder: Path, channels: int) -> None:
    if channels and settled(folder):
        print(f"the fan-out to {channels} channels was over before the last act: take more channels")


def _by_name(seen: Iterator[tuple[str, float]]) -> Took:
    found: Took = defaultdict(list)
    for name, seconds in seen:
        found[name].append(seconds)
    return found


def _print(way: str, channels: int, idle: Took, busy: Took) -> None:
    print(
        f"\n{way}: milliseconds until acknowledged, idle, and while {channels} digests go out (aim {AIM} s)"
    )
    print(f"{'':<34}{'times':>6}{'p50':>7}{'p95':>7}{'worst':>7}   {'p50':>7}{'p95':>7}{'worst':>7}")
    every = {name: idle.get(name, []) for name in sorted({*idle, *busy})}
    for name, found in [*every.items(), ("all", [one for held in idle.values() for one in held])]:
        other = [one for held in busy.values() for one in held] if name == "all" else busy.get(name, [])
        print(f"{name:<34}{len(found):>6}{_figures(found)}   {_figures(other)}")
    over = sum(one > AIM for held in (idle, busy) for each in held.values() for one in each)
    print(f"over {AIM} s: {over}")


def _figures(seconds: Sequence[float]) -> str:
    if not seconds:
        return f"{'-':>7}" * 3
    cut = quantiles([*seconds, *seconds], n=100, method="inclusive")
    return "".join(f"{one * 1000:>7.0f}" for one in (cut[49], cut[94], max(seconds)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--channels", type=int, default=300)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--way", nargs="+", default=["socket", "http", "discord"])
    given = parser.parse_args()
    began = time.monotonic()
    main(given.way, given.channels, given.times)
    print(f"{time.monotonic() - began:.0f} s in all")
