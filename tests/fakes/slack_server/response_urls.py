"""Response URLs: five uses within 30 minutes, aloud or to one person.

What replaces or deletes the original means the message in which the button stood, whoever sees that message.
A command has none: what shall replace it is one more message.
"""

from __future__ import annotations

import json

from aiohttp import web

from tests.fakes.slack_server.content import check_blocks, with_ids
from tests.fakes.slack_server.nouns import Ephemeral, Json, Message, ResponseUrl
from tests.fakes.slack_server.refusal import SlackRefusal
from tests.fakes.slack_server.state import SlackState

USES, LIFE = 5, 1_800


def made(state: SlackState, channel: str, user: str, thread: str = "", source: str = "") -> ResponseUrl:
    """A new one; `source` is the message from which it came, where it came from one."""
    url = ResponseUrl(
        path=f"response-{state.number()}",
        team=state.workspace().id,
        channel=channel,
        user=user,
        expires=state.clock.seconds() + LIFE,
        thread_ts=thread,
        source=source,
    )
    state.response_urls[url.path] = url
    return url


async def handle(state: SlackState, request: web.Request) -> web.Response:
    """A message to a response URL."""
    url = state.response_urls.get(request.match_info["path"])
    fault = state.faults.take("response_url", {})
    if fault is not None:
        return web.Response(status=500, text="<html>500</html>")
    if url is None or url.expires <= state.clock.seconds():
        return web.Response(status=404, text="expired_url")
    if url.uses >= USES:
        return web.Response(status=404, text="used_url")
    url.uses += 1
    try:
        _act(state, url, json.loads(await request.text()))
    except SlackRefusal as refusal:
        state.complain(f"response_url: {refusal.body()}")
        return web.json_response(refusal.body(), status=400)
    return web.Response(text="ok")


def _act(state: SlackState, url: ResponseUrl, body: Json) -> None:
    original = _original(state, url)
    if body.get("delete_original"):
        if original:
            original.deleted = True
        return
    blocks = body.get("blocks") or []
    check_blocks(blocks)
    if not body.get("text") and not blocks:
        raise SlackRefusal("no_text")
    text = str(body.get("text") or "")
    if body.get("replace_original") and original:
        original.text, original.blocks = text, with_ids(blocks)
        if isinstance(original, Ephemeral):
            original.replaced += 1
    elif body.get("response_type") == "in_channel":
        state.keep(_aloud(state, url, text, blocks))
    else:
        ts = state.new_ts()
        state.ephemerals.append(
            Ephemeral(
                team=url.team,
                channel=url.channel,
                user=url.user,
                ts=ts,
                text=text,
                blocks=with_ids(blocks),
                via="response_url",
                thread_ts=str(body.get("thread_ts") or ""),
            )
        )


def _original(state: SlackState, url: ResponseUrl) -> Ephemeral | Message | None:
    note = next((one for one in state.ephemerals if one.ts == url.source and not one.deleted), None)
    return note or (state.message(url.channel, url.source) if url.source else None)


def _aloud(state: SlackState, url: ResponseUrl, text: str, blocks: list[Json]) -> Message:
    team = state.workspace(url.team)
    return Message(
        team=url.team,
        channel=url.channel,
        ts=state.new_ts(),
        user=team.bot_user,
        bot_id=team.bot_id,
        app_id=state.app.id,
        text=text,
        blocks=with_ids(blocks),
    )
