"""The running bot's reminders on a real database and a real transcript, one look at a time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.app import App, open_app, reminding, topics_of
from bot.deliver.outbox import Outbox
from bot.deliver.why import Why, account_lines
from bot.domain.channel import LOCAL_CHANNEL, LOCAL_TENANT, Platform
from bot.domain.reminder import Policy, Wish
from bot.platforms.console.transcript import Transcript
from bot.remind.remind import Remind
from bot.runner.clock import run_in_thread
from bot.settings import load
from bot.store.queue import SqlQueue
from summarizers.types import Publication
from tests.contract.kept import article
from tests.fakes.world import SetClock

SECOND = dt.timedelta(seconds=1)
ROOM = Policy(channel=LOCAL_CHANNEL, zone="Europe/Berlin")


@dataclass(slots=True)
class Reminded:
    """One bot on a folder; `policies` may be changed between two looks."""

    app: App
    clock: SetClock
    folder: Path
    policies: list[Policy]
    messenger: type[Transcript] = Transcript

    @property
    def remind(self) -> Remind:
        transcript = self.messenger(path=self.folder / "t.jsonl", clock=self.clock, run_cpu=run_in_thread)
        outbox = Outbox(store=self.app.store, clock=self.clock, messengers={Platform.CONSOLE: transcript})
        return reminding(self.app, outbox, lambda: self.policies, topics_of(self.app.settings))

    async def look(self, at: dt.datetime) -> list[str]:
        """Look and work at an instant; the texts of the new posts."""
        self.clock.at = at
        before = len(self.posts())
        await self.remind.look()
        await self.serve()
        return [said(post) for post in self.posts()[before:]]

    async def serve(self) -> None:
        """Work until no job is due."""
        queue = SqlQueue(self.app.store)
        while jobs := await queue.claim("w", self.clock.now(), 4):
            for job in jobs:
                again = await self.remind.serve(job.arguments["ids"].split(","))
                if again is None:
                    await queue.finish("w", job.key)
                else:
                    await queue.put_off("w", job.key, max(again, self.clock.now() + SECOND))

    async def publish(self, at: str, body: str, title: str = "Invented", source: str = "Sarrow Post") -> None:
        """An article comes in; its id is its number."""
        async with self.app.store.write() as unit:
            number = await unit.articles.count(LOCAL_TENANT)
            made = article(f"a{number}", body=body, clean=body, title=title, source=source)
            seen = dt.datetime.fromisoformat(at).astimezone(dt.UTC)
            made = replace(made, published=Publication.parse(at), seen=seen, first_seen=seen)
            await unit.articles.add([made])

    async def wish(self, wish: Wish) -> None:
        async with self.app.store.write() as unit:
            await unit.wishes.put(wish)

    async def entries(self) -> list[str]:
        """The ids of all entries."""
        async with self.app.store.read() as unit:
            return [one.id for one in await unit.ledger.between(LOCAL_TENANT, dt.date.min, dt.date.max)]

    def posts(self) -> list[dict[str, Any]]:
        path = self.folder / "t.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [json.loads(line) for line in lines]

    async def why(self, day: dt.date) -> Sequence[str]:
        return account_lines(await Why(store=self.app.store).run(LOCAL_TENANT, day, day))


def said(message: dict[str, Any]) -> str:
    """Everything that a message of the transcript says."""
    return json.dumps(message, ensure_ascii=False)


@asynccontextmanager
async def reminded(folder: Path, *policies: Policy, **settings: Any) -> AsyncIterator[Reminded]:
    """A bot on an empty folder."""
    clock = SetClock()
    loaded = load(data_dir=str(folder), **settings)
    async with open_app(loaded, create=True, clock=clock) as app:
        yield Reminded(app, clock, folder, list(policies or (ROOM,)))
