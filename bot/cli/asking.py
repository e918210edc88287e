"""`communique ask` and `communique reindex`."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime
from typing import Any

from bot.app import App, open_app
from bot.cli.context import instant_of, progress
from bot.domain.channel import LOCAL_CHANNEL
from bot.domain.question import Answer, Asker, Question
from bot.domain.shown import shown
from bot.errors import InputError
from bot.settings import Settings
from bot.texts import count, say


def run(settings: Settings, text: str, as_of: str | None, *, as_json: bool) -> None:
    """Answer one question and print it."""
    answer = asyncio.run(_one(settings, text, as_of))
    if as_json:
        sys.stdout.write(json.dumps(answer_object(answer), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(plain(answer))


async def _one(settings: Settings, text: str, as_of: str | None) -> Answer:
    async with open_app(settings) as app:
        return await app.ask.run(question_of(app, text, as_of))


def question_of(app: App, text: str, as_of: str | None) -> Question:
    """A question of the terminal, asked at `as_of` or now; raise InputError for an instant that is none."""
    zone = app.settings.zone
    asked: datetime = instant_of(as_of or None, app.clock.now(), zone)
    return Question(text=text, asked=asked, asker=Asker(channel=LOCAL_CHANNEL, zone=zone))


def run_lines(settings: Settings, as_of: str | None) -> None:
    """Answer the questions on standard input, one object a line; exit with status 1 if a line was bad.

    Raise InputError where there is no standard input.
    """
    if sys.stdin is None:  # it was closed before we started
        raise InputError("There is no standard input", todo="Give the questions on it, one object a line")
    if not asyncio.run(_lines(settings, as_of)):
        raise SystemExit(1)


async def _lines(settings: Settings, as_of: str | None) -> bool:
    good = True
    async with open_app(settings) as app:
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if not line.strip():
                continue
            result = await _answered(app, number, line, as_of)
            good = good and "error" not in result
            sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return good


async def _answered(app: App, number: int, line: bytes, as_of: str | None) -> dict[str, Any]:
    id_: object = None
    try:
        given = parsed(line)
        id_ = given.get("id")
        question = question_of(app, text_of(given), _asked(given) or as_of)
        start = app.clock.now()
        answer = await app.ask.run(question)
    except InputError as error:
        return {"id": id_, "line": number, "error": error.what}
    ms = round((app.clock.now() - start).total_seconds() * 1000, 2)
    return {"id": id_, **answer_object(answer), "ms": ms}


def parsed(line: bytes) -> dict[str, Any]:
    """The object on a line; raise InputError if there is none."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError("the line is not JSON") from None
    if not isinstance(given, dict):
        raise InputError("the line is not a JSON object")
    return given


def text_of(given: dict[str, Any]) -> str:
    """The question of a line; raise InputError if it has none."""
    if not isinstance(text := given.get("question"), str):
        raise InputError("the line has no question")
    return text


def _asked(given: dict[str, Any]) -> str:
    if not isinstance(asked := given.get("asked") or "", str):
        raise InputError("asked is not a date")
    return asked


def answer_object(answer: Answer) -> dict[str, Any]:
    """An answer as tools read it."""
    return {
        "question": answer.question,
        "understood": answer.understood,
        "answer": answer.text,
        "engine": answer.engine or None,
        "outcome": str(answer.outcome),
        "citations": [
            {
                "article_id": quote.citation.article_id,
                "revision": quote.citation.revision,
                "quote": quote.citation.quote,
                "start": quote.citation.start,
                "end": quote.citation.end,
                "source": quote.source.source,
                "url": quote.source.url,
                "published": str(quote.source.published) if quote.source.published else None,
                "also": [other.source for other in quote.also],
            }
            for quote in answer.quotes
        ],
        "abstained": answer.abstained,
        "score": answer.score,
        "as_of": answer.as_of.isoformat(),
        "notes": list(answer.notes),
        "nearest": answer.nearest and answer.nearest.article_id,
    }


def plain(answer: Answer) -> str:
    """An answer as text: notes, the quotes with their sources, or what there is instead."""
    lines = [*answer.notes]
    if answer.rewritten:
        lines.insert(0, say("ask.rewritten", question=shown(answer.understood)))
    if answer.abstained:
        lines.append(shown(answer.text))
        if near := answer.nearest:
            lines.append(say("ask.nearest", title=shown(near.title), source=shown(near.source)))
    elif answer.outcome == "closest":
        lines.append(say("ask.closest"))
    elif answer.engine:
        lines.append(shown(answer.text))
    for quote in answer.quotes:
        where = [shown(quote.source.source), shown(quote.source.title)]
        where += [str(quote.source.published.local_date)] if quote.source.published else []
        if quote.also:
            where.append(say("ask.also", sources=", ".join(shown(other.source) for other in quote.also)))
        lines += [f"“{shown(quote.citation.quote)}” [{quote.n}]", f"    {' · '.join(filter(None, where))}"]
        lines += [f"    {shown(quote.source.url)}"] if quote.source.url else []
    return "\n".join(lines) + "\n"


def reindex(settings: Settings) -> None:
    """Build the index of passages anew."""
    done = asyncio.run(_reindex(settings))
    sys.stderr.write(say("ask.indexed", articles=count("article", done)) + "\n")


async def _reindex(settings: Settings) -> int:
    async with open_app(settings) as app:
        async with app.store.read() as unit:
            total = await unit.articles.count(LOCAL_CHANNEL.tenant_id)
        with progress(say("ask.progress")) as bar:
            return await app.reindex.run(lambda done: bar(done, max(done, total)))
