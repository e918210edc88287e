"""Replies that their owners may say to the whole channel: kept for a time, shared once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.converse.cases import Cases
from bot.converse.failing import refused
from bot.domain.action import ActionName, button
from bot.domain.channel import Channel
from bot.domain.command import Visibility
from bot.domain.reply import KeptReply, Reply
from bot.domain.request import Person, Press
from bot.texts import say

LIFE = timedelta(hours=1)
"""How long a reply may be shared."""

NO_EVENT = "?"


async def shareable(cases: Cases, channel: Channel, person: Person, event_id: str, reply: Reply) -> Reply:
    """The same reply with a button that shares it, where it holds something for others."""
    if reply.failure or reply.form or reply.problems or not (reply.post or reply.quotes):
        return reply
    now = cases.clock.now()
    reply_id = kept_id(channel, person, event_id, now)
    kept = KeptReply(id=reply_id, channel=channel, owner=person.id, until=now + LIFE, reply=reply)
    async with cases.store.write() as unit:
        await unit.replies.put(kept)
    return replace(reply, share=button(ActionName.SHARE, reply_id))


def kept_id(channel: Channel, person: Person, event_id: str, now: datetime) -> str:
    """What is kept of the answer to an event bears this name, the same for the same event."""
    basis = f"{channel}\n{person.id}\n{event_id or now.isoformat()}"
    return blake2b(basis.encode(), digest_size=8).hexdigest()


async def share(cases: Cases, press: Press) -> Reply:
    """The kept reply, for everybody: only its owner may share it, while it is kept, and once.

    The same press, when the platform delivers it again, gives the same reply.
    """
    now = cases.clock.now()
    async with cases.store.write() as unit:
        kept = await unit.replies.get(press.channel, press.action.target)
        if kept is None or kept.until < now:
            return refused("chat.share_gone", "chat.share_gone.todo")
        if kept.owner != press.person.id:
            return refused("chat.share_foreign", "chat.share_foreign.todo")
        if kept.shared_by and (kept.shared_by != press.event_id):
            return refused("chat.share_twice")
        await unit.replies.put(replace(kept, shared_by=press.event_id or NO_EVENT))
        post = kept.reply.post
        briefing = post and await unit.briefings.get(press.channel.tenant_id, post.briefing_id)
        if briefing:
            await unit.briefings.show(press.channel, briefing, now)
    return _for_everybody(kept.reply, press.person)


def _for_everybody(reply: Reply, person: Person) -> Reply:
    said = (say("chat.shared", name=person.name or person.id), *reply.paragraphs)
    return replace(reply, visibility=Visibility.CHANNEL, paragraphs=said, buttons=())
